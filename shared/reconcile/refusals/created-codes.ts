/**
 * Lists that lag: what is remembered of creates that The Keys answered with success, until the stay is over. A code that no list shows yet
 * is not made again at once, is not made for ever, and is deleted by its id when its booking goes.
 */
import type { Code } from '../../domain/code.ts';
import type { ClaimId, CodeId, KeypadPlace } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import type { PlanInput, StayWindow } from '../../domain/plan.ts';
import { addDays, at, dateOf, MINUTE_MS, timeOf } from '../../time.ts';
import { tagFor } from '../tag.ts';
import type { LocalClock } from '../zones.ts';

export type CreatedCodes = MemoryValue<'created-codes'>;

/** How long a code with an id may be missing from the list before it is made again. */
const LAG_MS = 5 * MINUTE_MS;
/** Codes of one booking on one keypad that no list showed: then no more are made. */
const MAX_UNLISTED = 3;

export function createdKey(claimId: ClaimId, place: KeypadPlace): string {
  return `${String(claimId)}@${placeKey(place)}`;
}

/** What is known of a code from the answer to its create; null where it had no id. */
export interface Created extends KeypadPlace {
  readonly claimId: ClaimId;
  readonly codeId: CodeId | null;
  readonly window: StayWindow;
}

export function withCreate(
  known: CreatedCodes | undefined,
  { claimId, lockId, keypadId, codeId, window }: Created,
  atMs: number,
): CreatedCodes {
  // A code that was listed and has to be made again is gone.
  const unlisted = (known?.creates ?? []).filter((create) => !create.listed && (codeId === null || create.codeId !== codeId));
  return { claimId, lockId, keypadId, window, creates: [...unlisted, { codeId, atMs, listed: false }].slice(-2 * MAX_UNLISTED) };
}

/** A list shows the booking's codes at the door. A code without an id may be any of them. */
export function withListed(known: CreatedCodes, listed: ReadonlySet<CodeId>): CreatedCodes {
  const creates = known.creates.map((create) =>
    create.codeId === null || listed.has(create.codeId) ? { ...create, listed: true } : create,
  );
  return { ...known, creates };
}

/** null when nothing is left to remember. */
export function withoutCode(known: CreatedCodes, codeId: CodeId): CreatedCodes | null {
  const creates = known.creates.filter((create) => create.codeId !== codeId);
  return creates.some((create) => create.codeId !== null) ? { ...known, creates } : null;
}

/** Whether a door without a code in the list may get one: `wait` while the list may lag, `stop` when it never shows any. */
export function mayCreate({ creates }: CreatedCodes, nowMs: number): 'create' | 'wait' | 'stop' {
  const unlisted = creates.slice(creates.findLastIndex(({ listed }) => listed) + 1);
  // A time in the future is from a clock that was ahead.
  const isFresh = unlisted.some(({ codeId, atMs }) => codeId !== null && nowMs >= atMs && nowMs - atMs < LAG_MS);
  if (isFresh) return 'wait';
  return unlisted.length >= MAX_UNLISTED ? 'stop' : 'create';
}

/** Our codes that a lock has by its answers, and its list does not show, by claim. A door that cannot be read shows nothing. */
export function hiddenCodes(
  input: PlanInput,
  places: ReadonlySet<string>,
  isReadable: (place: KeypadPlace) => boolean,
): ReadonlyMap<ClaimId, readonly Code[]> {
  const hidden = new Map<ClaimId, Code[]>();
  const created = input.memory.remembered['created-codes'];
  const listed = new Set<CodeId | null>();
  for (const codes of input.lists.values()) for (const { id } of codes ?? []) listed.add(id);
  for (const rows of input.unread?.values() ?? []) for (const { codeId } of rows) listed.add(codeId);
  for (const known of created.values()) {
    if (!places.has(placeKey(known)) || !isReadable(known)) continue;
    for (const { codeId, listed: wasListed } of known.creates) {
      // One that a list has shown and shows no more is gone.
      if (codeId === null || wasListed || listed.has(codeId)) continue;
      hidden.set(known.claimId, [...(hidden.get(known.claimId) ?? []), unseen(known, codeId)]);
    }
  }
  return hidden;
}

/** As it was written, as far as that is remembered. */
function unseen({ claimId, lockId, keypadId, window: { start, end } }: CreatedCodes, id: CodeId): Code {
  return {
    id,
    lockId,
    keypadId,
    name: '',
    pin: null,
    pinMayLackZeros: false,
    active: true,
    startDate: dateOf(start),
    startTime: timeOf(start),
    endDate: dateOf(end),
    endTime: timeOf(end),
    description: tagFor(claimId),
    hasSchedule: false,
    notificationEnabled: false,
  };
}

/** Notes which codes the lists show by now, and forgets those of stays that ended a day ago. After a clock jump, nothing is forgotten. */
export function createdChanges(
  input: PlanInput,
  managed: ReadonlyMap<ClaimId, readonly Code[]>,
  clock: LocalClock,
): readonly MemoryChange[] {
  const kind = 'created-codes';
  return [...input.memory.remembered[kind]].flatMap(([key, known]): readonly MemoryChange[] => {
    const { end } = known.window;
    if (!input.clockStepped && at(addDays(dateOf(end), 1), timeOf(end)) < clock.nowAt(known, null)) return [{ kind, key, value: null }];
    const here = managed.get(known.claimId)?.filter((code) => placeKey(code) === placeKey(known));
    if (here === undefined || here.length === 0) return [];
    const value = withListed(known, new Set(here.map(({ id }) => id)));
    return countListed(value) > countListed(known) ? [{ kind, key, value }] : [];
  });
}

function countListed({ creates }: CreatedCodes): number {
  return creates.filter(({ listed }) => listed).length;
}
