/** What replacing a door everywhere means for mapping and people. Pure. */
import type { LockSummary } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadId, KeypadPlace, LockId, PersonId, UnitId } from '../../../shared/domain/ids.ts';
import { keypadIdSchema } from '../../../shared/domain/mapping.ts';
import type { Door, Mapping } from '../../../shared/domain/mapping.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Person, Wishes } from '../../../shared/domain/wishes.ts';
import { presentPlaces } from '../../../shared/reconcile/removals/replaced-doors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { doorsOf, withUnits } from '../mapping/edit-mapping.ts';

export interface ReplaceRequest {
  readonly lockId: LockId;
  readonly by: LockId;
  /** Which keypad of the new lock; needed where it has several. */
  readonly keypadId?: KeypadId;
}
export interface Replacement {
  readonly from: KeypadPlace;
  readonly to: KeypadPlace;
  readonly units: readonly UnitId[];
  readonly people: readonly PersonId[];
  /** As the units have it: prefix, digits and hint are kept. */
  readonly doors: readonly Door[];
  readonly lock: LockSummary;
}
export type ReplaceRefusal =
  | { readonly kind: 'mapping-unconfirmed' | 'not-mapped' | 'several-doors' | 'lock-unknown' | 'no-keypad' | 'same-door' }
  | { readonly kind: 'several-keypads' | 'keypad-unknown'; readonly keypads: readonly KeypadId[] }
  | { readonly kind: 'already-mapped'; readonly unit: string };

/** `account`: the locks that the account lists now. */
export function findReplacement(
  { lockId, by, keypadId }: ReplaceRequest,
  { mapping, recovery }: Pick<Settings, 'mapping' | 'recovery'>,
  people: readonly Person[],
  account: readonly LockSummary[],
): Result<Replacement, ReplaceRefusal> {
  // Saving a mapping confirms all of it.
  if (recovery !== 'none') return err({ kind: 'mapping-unconfirmed' });
  const mapped = [...new Map(doorsOf(mapping).map((door) => [placeKey(door), placeOf(door)])).values()].filter(
    (place) => place.lockId === lockId,
  );
  const [from] = mapped;
  if (from === undefined) return err({ kind: 'not-mapped' });
  if (mapped.length > 1) return err({ kind: 'several-doors' });
  const lock = account.find(({ id }) => id === by);
  if (lock === undefined) return err({ kind: 'lock-unknown' });
  const keypad = keypadOf(lock, keypadId);
  if (!keypad.ok) return keypad;
  const to = { lockId: by, keypadId: keypad.value };
  if (placeKey(from) === placeKey(to)) return err({ kind: 'same-door' });
  const units = mapping.units.filter(({ doors }) => has(doors, from));
  const both = units.find(({ doors }) => has(doors, to));
  if (both !== undefined) return err({ kind: 'already-mapped', unit: both.name === '' ? String(both.unitId) : both.name });
  return ok({
    from,
    to,
    units: units.map(({ unitId }) => unitId),
    people: people.filter(({ doors, removedAtMs }) => removedAtMs === null && has(doors, from)).map(({ id }) => id),
    doors: units.flatMap(({ doors }) => doors.filter((door) => placeKey(door) === placeKey(from))),
    lock,
  });
}

function keypadOf({ keypads }: LockSummary, wanted: KeypadId | undefined): Result<KeypadId, ReplaceRefusal> {
  const usable = keypads.map(({ keypadId }) => keypadId).filter((keypadId) => keypadIdSchema.safeParse(keypadId).success);
  const [first] = usable;
  if (first === undefined) return err({ kind: 'no-keypad' });
  if (wanted !== undefined) return usable.includes(wanted) ? ok(wanted) : err({ kind: 'keypad-unknown', keypads: usable });
  return usable.length === 1 ? ok(first) : err({ kind: 'several-keypads', keypads: usable });
}

/** The former keypad is retired and names the new one, so that whatever interrupts the rest, syncs go on with it. */
export function withReplacedDoor(
  mapping: Mapping,
  { from, to, units, lock }: Pick<Replacement, 'from' | 'to' | 'units'> & { readonly lock?: LockSummary },
): Mapping {
  const next = mapping.units.map((unit) => {
    if (!units.includes(unit.unitId)) return unit;
    return { ...unit, doors: unit.doors.map((door) => (placeKey(door) === placeKey(from) ? { ...door, ...to } : door)) };
  });
  const saved = withUnits(mapping, next, { units: [], locks: lock === undefined ? [] : [lock] });
  return {
    ...saved,
    retired: saved.retired.map((place) => (placeKey(place) === placeKey(from) ? { ...placeOf(place), replacedBy: to } : place)),
  };
}

/** People's doors that were replaced are the new ones from now on. */
export function withPresentDoors(wishes: Wishes, mapping: Mapping): Wishes {
  return { ...wishes, people: wishes.people.map((person) => ({ ...person, doors: presentPlaces(person.doors, mapping) })) };
}

function has(doors: readonly KeypadPlace[], place: KeypadPlace): boolean {
  return doors.some((door) => placeKey(door) === placeKey(place));
}

function placeOf({ lockId, keypadId }: KeypadPlace): KeypadPlace {
  return { lockId, keypadId };
}
