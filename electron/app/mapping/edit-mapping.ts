/** Changes to the mapping: new units and doors, retired places, time zones. Pure. */
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { LockId, UnitId } from '../../../shared/domain/ids.ts';
import { keypadIdSchema } from '../../../shared/domain/mapping.ts';
import type { LockInfo, Mapping, RetiredPlace, UnitMapping } from '../../../shared/domain/mapping.ts';

/** What both accounts listed last, as far as they could be read. */
export interface KnownAccounts {
  readonly units: readonly UnitSummary[];
  readonly locks: readonly LockSummary[];
}
export const NOTHING_KNOWN: KnownAccounts = { units: [], locks: [] };

/** Longer names are cut: the settings accept no more. */
const MAX_NAME = 200;
export function nameOf(text: string): string {
  return [...text].slice(0, MAX_NAME).join('').slice(0, MAX_NAME);
}

/**
 * The mapping with these units and no others. A unit without doors is kept: it tells the plan that the unit has no door of ours, and its
 * bookings cause no warning. Units that are not mapped yet must be left out.
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
  const retired = retiredPlaces(next, [...before.retired, ...doorsOf(before)]);
  const lockIds = new Set([...next.flatMap(({ doors }) => doors), ...retired].map(({ lockId }) => lockId));
  return { units: next, locks: lockInfos([...lockIds], before.locks, known.locks), retired };
}

/** The account's names and zones take precedence over those known before. */
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

/** Of places with codes of ours, those that no unit uses, each once. They are still read, so that codes there can be moved or removed. */
export function retiredPlaces(units: readonly UnitMapping[], places: readonly RetiredPlace[]): RetiredPlace[] {
  const inUse = new Set(units.flatMap(({ doors }) => doors.map(placeKey)));
  const unique = new Map(
    places.map(({ lockId, keypadId, replacedBy }) => [
      placeKey({ lockId, keypadId }),
      { lockId, keypadId, ...(replacedBy === undefined ? {} : { replacedBy }) },
    ]),
  );
  return [...unique.values()].filter((place) => !inUse.has(placeKey(place)));
}

export function doorsOf({ units }: Mapping): UnitMapping['doors'] {
  return units.flatMap(({ doors }) => doors);
}

/** Units whose codes use the unit's own zone, because a lock has none, and whose zone is not known. */
export function unitsWithoutZone({ units, locks }: Mapping): readonly UnitId[] {
  const zoned = new Set(locks.filter(({ timeZone }) => timeZone !== null).map(({ lockId }) => lockId));
  return units
    .filter(({ timeZone, doors }) => timeZone === null && doors.some(({ lockId }) => !zoned.has(lockId)))
    .map(({ unitId }) => unitId);
}

export function withZones(mapping: Mapping, zones: ReadonlyMap<UnitId, string | null>): Mapping {
  return { ...mapping, units: mapping.units.map((unit) => ({ ...unit, timeZone: unit.timeZone ?? zones.get(unit.unitId) ?? null })) };
}
