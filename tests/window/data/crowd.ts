/** A unit with thousands of stays, as a mistake in the mapping would make it. */
import { MAX_SHOWN_STAYS } from '../../../electron/app/status/misfits.ts';
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import { addDays } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { bookingId } from '../../support/ids.ts';

/** All stays are of one unit; as many as the window gets of more, unless told otherwise. */
export function crowded(ofHost: AppSnapshot, count: number = MAX_SHOWN_STAYS): AppSnapshot {
  const [first] = ofHost.stays;
  if (first === undefined) throw new Error('The portfolio has no stays.');
  const { stay } = first;
  const stays = Array.from({ length: count }, (_, index) => {
    const [arrival, departure] = [addDays(stay.booking.arrival, index % 80), addDays(stay.booking.arrival, (index % 80) + 2)];
    const window = { start: `${arrival}T15:00` as LocalDateTime, end: `${departure}T12:00` as LocalDateTime };
    const booking = { ...stay.booking, id: bookingId(900_000 + index), arrival, departure };
    return { ...first, stay: { ...stay, booking, doors: stay.doors.map((door) => ({ ...door, window })) } };
  });
  return { ...ofHost, stays };
}
