/** The window of each booking that was read. The stays of a unit are computed together, once, when one of them is asked for. Pure. */
import type { Booking } from '../domain/booking.ts';
import type { BookingId, UnitId } from '../domain/ids.ts';
import type { UnitMapping } from '../domain/mapping.ts';
import type { Settings } from '../domain/settings.ts';
import { unitWindows } from './stay-window.ts';
import type { GivenWindow, StayTimes, TimesWishes } from './stay-window.ts';

export interface StayWindows {
  of(booking: Booking): StayTimes;
}

export interface WindowsInput {
  /** Every booking that was read, each once. */
  readonly bookings: readonly Booking[];
  readonly units: Pick<ReadonlyMap<UnitId, UnitMapping>, 'get'>;
  readonly settings: Settings;
  readonly wishes: TimesWishes;
  /** Set while the bookings are incomplete. */
  readonly given?: GivenWindow | null;
}

export function createStayWindows({ bookings, units, settings, wishes, given = null }: WindowsInput): StayWindows {
  const windows = new Map<BookingId, StayTimes>();
  // Once for all units: each of thousands would look through tens of thousands of bookings.
  const byUnit = Map.groupBy(bookings, ({ unitId }) => unitId);
  return {
    of(booking) {
      const { id, unitId } = booking;
      const known = windows.get(id);
      if (known !== undefined) return known;
      const unit = unitId === null ? null : (units.get(unitId) ?? null);
      // Bookings without a unit are no neighbours of each other.
      const neighbours = unitId === null ? [] : (byUnit.get(unitId) ?? []).filter((other) => other.id !== id);
      for (const [stayId, times] of unitWindows(unit, [booking, ...neighbours], settings, wishes, given)) windows.set(stayId, times);
      return this.of(booking);
    },
  };
}
