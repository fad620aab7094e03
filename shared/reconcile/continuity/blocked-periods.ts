/** Days blocked in the calendar of a unit with doors, for which the user may want a code for the owner. Pure. */
import type { BlockedPeriod, Booking } from '../../domain/booking.ts';
import type { Settings } from '../../domain/settings.ts';
import { compareText } from '../../text.ts';
import { dateOf } from '../../time.ts';
import { createBookingWindow } from '../bookings.ts';
import type { Observation } from '../observe.ts';
import type { LocalClock } from '../zones.ts';

/** The window gets no more with each change. */
const MAX_PERIODS = 500;

/** Those that are not over, nearest first. */
export function blockedPeriods(
  known: readonly Booking[],
  { units }: Pick<Observation, 'units'>,
  settings: Settings,
  clock: LocalClock,
): readonly BlockedPeriod[] {
  const isInWindow = createBookingWindow(settings, clock);
  return known
    .flatMap((booking): readonly BlockedPeriod[] => {
      const { id, state, unitId, arrival, departure } = booking;
      const unit = state !== 'blocked' || unitId === null ? undefined : units.get(unitId);
      if (unit === undefined || unitId === null || unit.doors.length === 0 || !isInWindow(booking, unit)) return [];
      return departure < dateOf(clock.nowAt(unit.doors[0] ?? null, unit)) ? [] : [{ bookingId: id, unitId, arrival, departure }];
    })
    .sort((one, other) => compareText(one.arrival, other.arrival) || one.bookingId - other.bookingId)
    .slice(0, MAX_PERIODS);
}
