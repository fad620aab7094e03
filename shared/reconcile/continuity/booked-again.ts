/** Finds bookings that a guest made again under another id: the former one cancelled or gone, the new one for the same day. Pure. */
import type { Booking } from '../../domain/booking.ts';
import { createSameGuest } from './same-guest.ts';

/** Cancelled or gone, with a PIN that the guest may have been told. */
export type EndedBooking = Pick<Booking, 'id' | 'unitId' | 'arrival' | 'departure' | 'guestName' | 'contact'>;
export interface BookedAgain {
  readonly from: EndedBooking;
  readonly to: Booking;
  /** `name`: nothing but the name says that it is the same guest. */
  readonly by: 'contact' | 'name';
}
export interface BookedAgainCandidates {
  readonly ended: readonly EndedBooking[];
  readonly live: readonly Booking[];
  /** Every booking that was read. */
  readonly known: readonly Booking[];
}

/**
 * One to one: where a former or a new booking could belong to two others, none is chosen. A booking of another unit counts only where a contact
 * proves the guest, and only for bookings that have no counterpart in their own unit.
 */
export function findBookedAgain({ ended, live, known }: BookedAgainCandidates): readonly BookedAgain[] {
  const compare = createSameGuest(known);
  const here: BookedAgain[] = [];
  const elsewhere: BookedAgain[] = [];
  for (const from of ended) {
    for (const to of live) {
      if (from.arrival !== to.arrival && from.departure !== to.departure) continue;
      const by = compare(from, to);
      if (by === 'other') continue;
      if (from.unitId !== null && from.unitId === to.unitId) here.push({ from, to, by });
      else if (by === 'contact') elsewhere.push({ from, to, by });
    }
  }
  const taken = new Set(here.flatMap(({ from, to }) => [from, to]));
  return [...oneToOne(here), ...oneToOne(elsewhere.filter(({ from, to }) => !taken.has(from) && !taken.has(to)))];
}

function oneToOne(pairs: readonly BookedAgain[]): readonly BookedAgain[] {
  return pairs.filter(
    ({ from, to }) => pairs.filter((pair) => pair.from === from).length === 1 && pairs.filter((pair) => pair.to === to).length === 1,
  );
}
