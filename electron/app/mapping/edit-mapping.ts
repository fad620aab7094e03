/** What saving a mapping makes of the one before, and which zones it still lacks. Pure. */
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace, LockId, UnitId } from '../../../shared/domain/ids.ts';
import { keypadIdSchema } from '../../../shared/domain/mapping.ts';
import type { LockInfo, Mapping, UnitMapping } from '../../../shared/domain/mapping.ts';

/** What the accounts told last, as far as they could be read. */
export interface KnownAccounts {
  readonly units: readonly UnitSummary[];
  readonly locks: readonly LockSummary[];
}
export const NOTHING_KNOWN: KnownAccounts = { units: [], locks: [] };

/** Longer names are cut: the settings, and a menu, take no more. */
const MAX_NAME = 200;
export function nameOf(text: string): string {
  return [...text].slice(0, MAX_NAME).join('').slice(0, MAX_NAME);
}

/**
 * The mapping with these units and no others. Doors no unit uses any more stay as retired ones, so that their codes are moved or removed;
 * doors used again are retired no more. Units without doors are kept as they come: by the sync rules that is the user's word that a unit has
 * no door of ours, and the plan warns of its bookings no more. Whoever drafts must leave out what is merely not mapped yet.
 */
export function withUnits(before: Mapping, units: readonly UnitMapping[], known: KnownAccounts = NOTHING_KNOWN): Mapping {
  const unitsBefore = new Map(before.units.map((unit) => [unit.unitId, unit]));
  const named = new Map(known.units.map(({ id, name }) => [id, nameOf(name)]));
  const next = units.map((unit): UnitMapping => {
    const old = unitsBefore.get(unit.unitId);
    return {
      ...unit,
      name: firstOf(named.get(unit.unitId), unit.name, old?.name),
      timeZone: unit.timeZone ?? old?.timeZone ?? null,
    };
  });
  const inUse = new Set(next.flatMap(({ doors }) => doors.map(placeKey)));
  const doorsBefore = before.units.flatMap(({ doors }) => doors);
  const retired = unique([...before.retired, ...doorsBefore]).filter((place) => !inUse.has(placeKey(place)));
  const lockIds = new Set([...next.flatMap(({ doors }) => doors), ...retired].map(({ lockId }) => lockId));
  return { units: next, locks: lockInfos([...lockIds], before.locks, known.locks), retired };
}

/** Names and zones as the account tells them, and where it does not, as they were known. */
function lockInfos(lockIds: readonly LockId[], before: readonly LockInfo[], found: readonly LockSummary[]): LockInfo[] {
  return lockIds.flatMap((lockId): LockInfo[] => {
    const old = before.find((lock) => lock.lockId === lockId);
    const lock = found.find(({ id }) => id === lockId);
    if (lock === undefined) return old === undefined ? [] : [old];
    const keypads = lock.keypads
      .filter(({ keypadId }) => keypadIdSchema.safeParse(keypadId).success)
      .map(({ keypadId, name }) => ({ keypadId, name: nameOf(name) }));
    return [{ lockId, name: firstOf(nameOf(lock.name), old?.name), timeZone: lock.timeZone ?? old?.timeZone ?? null, keypads }];
  });
}

function firstOf(...names: readonly (string | undefined)[]): string {
  return names.find((name) => name !== undefined && name.trim() !== '') ?? '';
}

function unique(places: readonly KeypadPlace[]): KeypadPlace[] {
  return [...new Map(places.map(({ lockId, keypadId }) => [placeKey({ lockId, keypadId }), { lockId, keypadId }])).values()];
}

/** Units whose own zone decides when their codes work, because a lock does not tell its own, and is not known. */
export function unitsWithoutZone({ units, locks }: Mapping): readonly UnitId[] {
  const zoned = new Set(locks.filter(({ timeZone }) => timeZone !== null).map(({ lockId }) => lockId));
  return units
    .filter(({ timeZone, doors }) => timeZone === null && doors.some(({ lockId }) => !zoned.has(lockId)))
    .map(({ unitId }) => unitId);
}

export function withZones(mapping: Mapping, zones: ReadonlyMap<UnitId, string | null>): Mapping {
  return { ...mapping, units: mapping.units.map((unit) => ({ ...unit, timeZone: unit.timeZone ?? zones.get(unit.unitId) ?? null })) };
}
