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
  const byUnit = Map.groupBy(bookings, ({ unitId }) => unitId);
  const windows = new Map<UnitId, ReadonlyMap<BookingId, StayTimes>>();
  const inUnit = (unitId: UnitId): ReadonlyMap<BookingId, StayTimes> => {
    let found = windows.get(unitId);
    if (found === undefined) {
      found = unitWindows(units.get(unitId) ?? null, byUnit.get(unitId) ?? [], settings, wishes, given);
      windows.set(unitId, found);
    }
    return found;
  };
  return {
    of(booking) {
      // Bookings without a unit are no neighbours of each other.
      const known = booking.unitId === null ? undefined : inUnit(booking.unitId).get(booking.id);
      const times = known ?? unitWindows(null, [booking], settings, wishes, given).get(booking.id);
      if (times === undefined) throw new Error('A booking has no window.');
      return times;
    },
  };
}
