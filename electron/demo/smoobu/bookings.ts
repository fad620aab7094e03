/** The bookings and apartments that the Smoobu demo cloud keeps in memory. */
import { localNow } from '../../../shared/time.ts';
import type { BookingInput, DemoApartment, DemoBooking, SmoobuSeed } from '../seed.ts';

const FIRST_BOOKING_ID = 90_001;
/** The zone of `createdAt` and `modifiedAt`, which their texts do not contain (cloud-facts S20). */
const CLOUD_ZONE = 'Europe/Berlin';

export type BookingStore = ReturnType<typeof createBookingStore>;

export function createBookingStore(seed: SmoobuSeed, nowMs: () => number) {
  const bookings = new Map<number, DemoBooking>();
  const apartments = new Map(seed.apartments.map((apartment) => [apartment.id, apartment]));
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
      related: [],
      createdAt: now,
      modifiedAt: now,
      ...input,
      id,
    };
    bookings.set(id, booking);
    return booking;
  };
  /** Changes the given fields and the time of the last change; a live booking becomes a "modification of booking". Throws on unknown ids. */
  const changeBooking = (id: number, changes: Partial<Omit<DemoBooking, 'id'>>): DemoBooking => {
    const before = bookings.get(id);
    if (before === undefined) throw new Error(`there is no booking ${id}`);
    const type = before.type === 'reservation' ? 'modification of booking' : before.type;
    const after: DemoBooking = { ...before, type, modifiedAt: stamp(), ...changes, id };
    bookings.set(id, after);
    return after;
  };

  const startedAt = stamp();
  for (const input of seed.bookings) add(input, startedAt);
  return {
    bookings: (): readonly DemoBooking[] => [...bookings.values()],
    booking: (id: number) => bookings.get(id) ?? null,
    apartments: (): readonly DemoApartment[] => [...apartments.values()],
    /** Throws when the id is taken. */
    addBooking: (input: BookingInput) => add(input, stamp()),
    changeBooking,
    cancelBooking: (id: number) => changeBooking(id, { type: 'cancellation' }),
    /** As if it had never existed: absent from lists, 404 by id. */
    removeBooking: (id: number) => bookings.delete(id),
    addApartment: (apartment: DemoApartment) => apartments.set(apartment.id, apartment),
    removeApartment: (id: number) => apartments.delete(id),
  };
}
