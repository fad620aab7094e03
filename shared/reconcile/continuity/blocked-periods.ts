/** Days blocked in the calendar of a unit with doors, for which the user may want a code for the owner. Pure. */
import type { BlockedPeriod, Booking } from '../../domain/booking.ts';
import type { Settings } from '../../domain/settings.ts';
import { dateOf } from '../../time.ts';
import { createBookingWindow } from '../bookings.ts';
import type { Observation } from '../observe.ts';
import type { LocalClock } from '../zones.ts';

/** The window gets no more with each change. */
const MAX_PERIODS = 500;

/** Those that are not over, nearest first. `known` is in that order. */
export function blockedPeriods(
  known: readonly Booking[],
  { units }: Pick<Observation, 'units'>,
  settings: Settings,
  clock: LocalClock,
): readonly BlockedPeriod[] {
  const isInWindow = createBookingWindow(settings, clock);
  return known
    .flatMap((booking): readonly BlockedPeriod[] => {
      const { id: bookingId, state, unitId, arrival, departure } = booking;
      const unit = units.get(unitId) ?? null;
      const door = unit?.doors[0];
      if (state !== 'blocked' || unitId === null || door === undefined || !isInWindow(booking, unit)) return [];
      return departure < dateOf(clock.nowAt(door, unit)) ? [] : [{ bookingId, unitId, arrival, departure }];
    })
    .slice(0, MAX_PERIODS);
}
