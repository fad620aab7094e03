/** The bookings and apartments the Smoobu demo cloud keeps, in memory. */
import type { BookingId, UnitId } from '../../../shared/domain/ids.ts';
import { localNow } from '../../../shared/time.ts';
import type { BookingInput, DemoApartment, DemoBooking, SmoobuSeed } from '../seed.ts';

const FIRST_BOOKING_ID = 90_001;
/** The zone of `createdAt` and `modifiedAt`, which their texts do not contain (cloud-facts S20). */
const CLOUD_ZONE = 'Europe/Berlin';

export interface BookingStore {
  bookings(): readonly DemoBooking[];
  booking(id: BookingId): DemoBooking | null;
  apartments(): readonly DemoApartment[];
  /** Throws when the id is taken. */
  addBooking(input: BookingInput): DemoBooking;
  /** Changes the given fields and the time of the last change; a live booking becomes a "modification of booking". Throws on unknown ids. */
  changeBooking(id: BookingId, changes: Partial<Omit<DemoBooking, 'id'>>): DemoBooking;
  cancelBooking(id: BookingId): DemoBooking;
  /** As if it had never been: absent from lists, 404 by id. */
  removeBooking(id: BookingId): void;
  addApartment(apartment: DemoApartment): void;
  removeApartment(id: UnitId): void;
}

export function createBookingStore(seed: SmoobuSeed, nowMs: () => number): BookingStore {
  const bookings = new Map<BookingId, DemoBooking>();
  const apartments = new Map<UnitId, DemoApartment>(seed.apartments.map((apartment) => [apartment.id, apartment]));
  let nextId = FIRST_BOOKING_ID;
  const stamp = (): string => localNow(CLOUD_ZONE, nowMs()).replace('T', ' ');

  const add = (input: BookingInput, now: string): DemoBooking => {
    const id = input.id ?? nextId;
    if (bookings.has(id)) throw new Error(`booking ${id} exists already`);
    nextId = Math.max(nextId, id + 1);
    const booking: DemoBooking = {
      type: 'reservation',
      checkIn: null,
      checkOut: null,
      guestName: '',
      email: '',
      phone: '',
      adults: 2,
      children: 0,
      notice: '',
      channel: { id: 13, name: 'Direct booking' },
      language: 'en',
      blocked: false,
      reference: null,
      createdAt: now,
      modifiedAt: now,
      ...input,
      id,
    };
    bookings.set(id, booking);
    return booking;
  };
  const change: BookingStore['changeBooking'] = (id, changes) => {
    const before = bookings.get(id);
    if (before === undefined) throw new Error(`there is no booking ${id}`);
    const type = before.type === 'reservation' ? 'modification of booking' : before.type;
    const after: DemoBooking = { ...before, type, modifiedAt: stamp(), ...changes, id };
    bookings.set(id, after);
    return after;
  };

  if (seed.bookings.length > 0) {
    const now = stamp();
    for (const input of seed.bookings) add(input, now);
  }
  return {
    bookings: () => [...bookings.values()],
    booking: (id) => bookings.get(id) ?? null,
    apartments: () => [...apartments.values()],
    addBooking: (input) => add(input, stamp()),
    changeBooking: change,
    cancelBooking: (id) => change(id, { type: 'cancellation' }),
    removeBooking(id) {
      bookings.delete(id);
    },
    addApartment(apartment) {
      apartments.set(apartment.id, apartment);
    },
    removeApartment(id) {
      apartments.delete(id);
    },
  };
}
