/** The changes between the two runs of the demo. */
import { addDays, dateOf, localNow } from '../../../shared/time.ts';
import type { DemoClouds } from '../clouds.ts';
import { MARAIS, MONTMARTRE, PARIS_GATEWAY } from './places.ts';
import { STAYS } from './stays.ts';

export interface DemoChange {
  readonly bookingId: number;
  readonly kind: 'new' | 'extended' | 'cancelled' | 'moved';
  /** One sentence for the screen. */
  readonly sentence: string;
}
export interface DemoAct {
  readonly bookingId: number;
  readonly guest: string;
  readonly sentence: string;
}

/** The next guest of Vieux Lyon is sent the PIN of the one who is there, with the digits before it: a line of another thread, copied. */
export function demoMistake({ smoobu }: Pick<DemoClouds, 'smoobu'>): DemoAct {
  const booking = smoobu.booking(90_018);
  const neighbour = STAYS.find(({ id }) => id === 90_017);
  if (booking === null || neighbour?.code === undefined) throw new Error('The demo has no such guests.');
  smoobu.addMessage({ bookingId: booking.id, from: 'host', text: `Hello! The code of the door is 33${neighbour.code.pin}.` });
  return {
    bookingId: booking.id,
    guest: booking.guestName,
    sentence: `The host writes to ${booking.guestName} by hand, and copies the PIN of ${neighbour.guest}.`,
  };
}

/** The gateway of the doors in Paris loses its network, or has it again. What changes meanwhile waits at The Keys. */
export function demoSilence({ theKeys }: Pick<DemoClouds, 'theKeys'>, isSilent: boolean): string {
  theKeys.setSilent(PARIS_GATEWAY.id, isSilent);
  return isSilent ? 'The gateway in Paris loses its network: its doors learn nothing new.' : 'The gateway in Paris is there again.';
}

/** A guest who has been told the first PIN by then. */
export function demoNewPin({ smoobu }: Pick<DemoClouds, 'smoobu'>): DemoAct {
  const guest = smoobu.booking(90_010)?.guestName ?? '';
  return { bookingId: 90_010, guest, sentence: `The PIN of ${guest} leaked: the host wants a new one.` };
}

/** Changes the bookings of clouds that were started with `demoPortfolio` of the same day. */
export function demoChanges(clouds: Pick<DemoClouds, 'smoobu'>, nowMs: number, timeZone = 'Europe/Paris'): readonly DemoChange[] {
  const { smoobu } = clouds;
  const today = dateOf(localNow(timeZone, nowMs));
  const added = smoobu.addBooking({
    id: 90_031,
    apartmentId: MARAIS,
    arrival: addDays(today, 13),
    departure: addDays(today, 15),
    guestName: 'Ingrid Solheim-Tvedt',
    checkIn: '16:30',
    email: 'guest-031@demo.invalid',
    phone: '+33600000031',
  });
  const extended = smoobu.changeBooking(90_008, { departure: addDays(today, 27) });
  const cancelled = smoobu.cancelBooking(90_012);
  const moved = smoobu.changeBooking(90_003, { apartmentId: MONTMARTRE });
  return [
    { bookingId: added.id, kind: 'new', sentence: `${added.guestName} booked Marais from ${added.arrival} to ${added.departure}.` },
    {
      bookingId: extended.id,
      kind: 'extended',
      sentence: `${extended.guestName} stays two nights longer in Canal, until ${extended.departure}.`,
    },
    { bookingId: cancelled.id, kind: 'cancelled', sentence: `${cancelled.guestName} cancelled Montmartre, arrival ${cancelled.arrival}.` },
    { bookingId: moved.id, kind: 'moved', sentence: `${moved.guestName} moves from Marais to Montmartre, arrival ${moved.arrival}.` },
  ];
}
