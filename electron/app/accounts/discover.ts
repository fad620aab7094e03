/** Lists what both accounts hold (units, locks and keypads), and suggests doors for units that are not mapped yet. Reads only. */
import type { Booking, UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Result } from '../../../shared/result.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import { fetchRange } from '../../../shared/reconcile/bookings.ts';
import { comparePlaces } from '../../../shared/reconcile/observe.ts';
import type { BookingCloud, CallOptions, LockCloud } from '../ports/clouds.ts';
import { suggestGates } from './suggest-gates.ts';
import type { GateSuggestion } from './suggest-gates.ts';
import { suggestMapping } from './suggest-mapping.ts';
import type { MappingSuggestion } from './suggest-mapping.ts';

export interface CloudAccess {
  readonly bookings: Result<BookingCloud, AccessFailure>;
  readonly locks: Result<LockCloud, AccessFailure>;
}

export interface Discovery {
  /** null when they could not be read; the failure says why. */
  readonly units: readonly UnitSummary[] | null;
  readonly locks: readonly LockSummary[] | null;
  readonly mappedUnits: ReadonlySet<UnitId>;
  /** For units without doors in the settings only. */
  readonly suggestions: readonly MappingSuggestion[];
  /** Doors that no unit has yet and that several may use. */
  readonly gates: readonly GateSuggestion[];
  /** Units that Smoobu links with others, as their bookings tell; null when these could not be read. */
  readonly houses: readonly House[] | null;
  readonly failures: readonly AccessFailure[];
}

/** Which of them is the house and which the rooms, Smoobu does not tell. */
export interface House {
  readonly unitId: UnitId;
  readonly related: readonly UnitId[];
  /** All doors of these. */
  readonly doors: readonly KeypadPlace[];
}

/** Reads both clouds at once. If one fails, the other's part is still there. */
export async function discover(
  access: CloudAccess,
  settings: Settings,
  { nowMs, ...options }: CallOptions & { readonly nowMs: number },
): Promise<Discovery> {
  const [units, locks, stays] = await Promise.all([
    access.bookings.ok ? access.bookings.value.listUnits(options) : access.bookings,
    access.locks.ok ? access.locks.value.discover(options) : access.locks,
    access.bookings.ok ? access.bookings.value.fetchBookings(fetchRange(settings, nowMs), options) : access.bookings,
  ]);
  const mappedUnits = new Set(settings.mapping.units.filter(({ doors }) => doors.length > 0).map(({ unitId }) => unitId));
  const takenLocks = new Set(settings.mapping.units.flatMap(({ doors }) => doors.map(({ lockId }) => lockId)));
  const suggestions =
    units.ok && locks.ok
      ? suggestMapping(
          units.value.filter(({ id }) => !mappedUnits.has(id)),
          locks.value.filter(({ id }) => !takenLocks.has(id)),
        )
      : [];
  const ownDoors = [...settings.mapping.units, ...suggestions].map(
    ({ unitId, doors }) => [unitId, doors.map(({ lockId }) => lockId)] as const,
  );
  return {
    units: units.ok ? units.value : null,
    locks: locks.ok ? locks.value : null,
    mappedUnits,
    suggestions,
    gates: units.ok && locks.ok ? suggestGates(units.value, locks.value, new Map(ownDoors)) : [],
    houses: stays.ok ? findHouses(stays.value.bookings, settings.mapping) : null,
    failures: [units, locks].flatMap((read) => (read.ok ? [] : [read.error])),
  };
}

export function findHouses(bookings: readonly Booking[], { units }: Mapping): readonly House[] {
  const related = new Map<UnitId, Set<UnitId>>();
  for (const booking of bookings) {
    const { unitId } = booking;
    const others = booking.related?.filter((id) => id !== unitId) ?? [];
    if (unitId !== null && others.length > 0) related.set(unitId, new Set([...(related.get(unitId) ?? []), ...others]));
  }
  return [...related]
    .map(([unitId, others]) => {
      const doors = units.filter((unit) => others.has(unit.unitId)).flatMap((unit) => unit.doors);
      const places = new Map(doors.map(({ lockId, keypadId }) => [placeKey({ lockId, keypadId }), { lockId, keypadId }]));
      return { unitId, related: [...others].sort((one, other) => one - other), doors: [...places.values()].sort(comparePlaces) };
    })
    .sort((one, other) => one.unitId - other.unitId);
}
