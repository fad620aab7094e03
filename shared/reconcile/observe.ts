/** Sorts what was read from the locks by the bookings it belongs to. */
import type { Code } from '../domain/code.ts';
import type { ClaimId, CodeId, KeypadPlace, UnitId } from '../domain/ids.ts';
import { placeKey } from '../domain/ids.ts';
import type { Door, Mapping, UnitMapping } from '../domain/mapping.ts';
import type { PlanInput } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import { problemText } from '../i18n/problem-text.ts';
import { compareText } from '../text.ts';
import { hiddenCodes } from './refusals/created-codes.ts';
import { readTag } from './tag.ts';
import { createdIds, isInDoubt } from './trust/unread-shares.ts';

export interface Observation {
  /** Managed codes by booking, lowest id first. */
  readonly managed: ReadonlyMap<ClaimId, readonly Code[]>;
  /** Codes that The Keys accepted and its lists do not show. */
  readonly hidden: ReadonlyMap<ClaimId, readonly Code[]>;
  /** Both. */
  readonly ours: ReadonlyMap<ClaimId, readonly Code[]>;
  /** Codes without a tag, by keypad: they can be adopted and are never touched otherwise. */
  readonly untagged: ReadonlyMap<string, readonly Code[]>;
  /** Every code on the keypads of the mapping, including foreign ones: their PINs are taken. */
  readonly all: readonly Code[];
  /** Of these. */
  readonly ids: ReadonlySet<CodeId>;
  /** A booking without a unit finds none. */
  readonly units: ReadonlyMap<UnitId | null, UnitMapping>;
  /** False where the lock's list failed, or has a row in doubt: nothing happens there. */
  isReadable(place: KeypadPlace): boolean;
  readonly problems: readonly Problem[];
}

/** Keypads of the mapping, each once, including retired ones, in a fixed order. */
export function placesOf(mapping: Mapping): readonly KeypadPlace[] {
  const places = new Map<string, KeypadPlace>();
  const doors: readonly (Door | KeypadPlace)[] = [...mapping.units.flatMap((unit) => unit.doors), ...mapping.retired];
  for (const { lockId, keypadId } of doors) places.set(placeKey({ lockId, keypadId }), { lockId, keypadId });
  return [...places.values()].sort(comparePlaces);
}

export function comparePlaces(one: KeypadPlace, other: KeypadPlace): number {
  return one.lockId - other.lockId || compareText(one.keypadId, other.keypadId);
}

export function isSamePlace(one: KeypadPlace, other: KeypadPlace): boolean {
  return one.lockId === other.lockId && one.keypadId === other.keypadId;
}

export function compareCodes(one: Code, other: Code): number {
  return one.id - other.id || comparePlaces(one, other);
}

export function observe(input: PlanInput): Observation {
  const doors = placesOf(input.settings.mapping);
  const places = new Set(doors.map(placeKey));
  const managed = new Map<ClaimId, Code[]>();
  const untagged = new Map<string, Code[]>();
  const all: Code[] = [];
  const problems: Problem[] = [];
  const ids = new Set<CodeId>();
  const created = createdIds(input.memory.remembered);
  const isReadable = (place: KeypadPlace): boolean =>
    (input.lists.get(place.lockId) ?? null) !== null && !isInDoubt(place, input.unread?.get(place.lockId), created);
  for (const door of doors) if (isInDoubt(door, input.unread?.get(door.lockId), created)) problems.push(unreadableDoor(door));
  for (const codes of input.lists.values()) {
    if (codes === null) continue;
    for (const code of codes) {
      const place = placeKey(code);
      // Keypads outside the mapping are not ours, whatever tags their codes have.
      if (!places.has(place) || ids.has(code.id) || !isReadable(code)) continue;
      ids.add(code.id);
      all.push(code);
    }
  }
  all.sort(compareCodes);
  for (const code of all) {
    const tag = readTag(code.description);
    if (tag.kind === 'tagged') push(managed, tag.claimId, code);
    else if (tag.kind === 'none') push(untagged, placeKey(code), code);
    else problems.push(ambiguousTag(code));
  }
  const hidden = hiddenCodes(input, places, isReadable);
  return {
    managed,
    hidden,
    ours: withHidden(managed, hidden),
    untagged,
    all,
    ids,
    units: new Map(input.settings.mapping.units.map((unit) => [unit.unitId, unit])),
    isReadable,
    problems,
  };
}

export function withHidden(managed: Observation['managed'], hidden: Observation['hidden']): Observation['ours'] {
  if (hidden.size === 0) return managed;
  const ours = new Map(managed);
  for (const [id, codes] of hidden) ours.set(id, [...(managed.get(id) ?? []), ...codes]);
  return ours;
}

function unreadableDoor({ lockId, keypadId }: KeypadPlace): Problem {
  return { kind: 'door-unreadable', text: problemText('problem.door-unreadable'), retryable: false, lockId, keypadId };
}

function ambiguousTag(code: Code): Problem {
  return {
    kind: 'ambiguous-tag',
    text: problemText('problem.ambiguous-tag'),
    retryable: false,
    lockId: code.lockId,
    keypadId: code.keypadId,
    codeId: code.id,
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
