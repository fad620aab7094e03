/** In which order the locks are read: where time is short, those of the nearest arrivals have been read. */
import type { Booking } from '../../domain/booking.ts';
import type { LockId, UnitId } from '../../domain/ids.ts';
import type { Mapping } from '../../domain/mapping.ts';
import { compareText } from '../../text.ts';

/** Sorts after every date. */
const NO_ARRIVAL = '~';

/** `first`, then by the earliest arrival of a live booking, those under way first; a lock without one comes last. */
export function byNearestArrival(
  bookings: readonly Booking[],
  { units }: Mapping,
  first: ReadonlySet<LockId> = new Set(),
): (one: LockId, other: LockId) => number {
  const locksOfUnit = new Map<UnitId | null, readonly LockId[]>(
    units.map(({ unitId, doors }) => [unitId, doors.map(({ lockId }) => lockId)]),
  );
  const nearest = new Map<LockId, string>();
  for (const { state, unitId, arrival } of bookings) {
    const locks = locksOfUnit.get(unitId);
    if (state !== 'live' || locks === undefined) continue;
    for (const lockId of locks) {
      if (arrival < (nearest.get(lockId) ?? NO_ARRIVAL)) nearest.set(lockId, arrival);
    }
  }
  const rank = (lockId: LockId): number => (first.has(lockId) ? 0 : 1);
  return (one, other) =>
    rank(one) - rank(other) || compareText(nearest.get(one) ?? NO_ARRIVAL, nearest.get(other) ?? NO_ARRIVAL) || one - other;
}
