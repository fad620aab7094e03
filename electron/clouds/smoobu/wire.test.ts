import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAccount, parseApartmentDetails, parseApartments, parseBooking, parsePage } from './wire.ts';

describe('parseBooking', () => {
  const expected = {
    id: 91000001,
    type: 'reservation',
    arrival: '2026-12-01',
    departure: '2026-12-05',
    checkIn: '16:00',
    checkOut: null,
    apartmentId: 398,
    apartmentName: 'Attic',
    guestName: 'Mara Lind',
    email: null,
    phone: '+00 000',
    guestId: 7,
    related: [399, 400],
    language: null,
    channelId: null,
    reference: null,
    modifiedAt: '2026-11-20 10:00:00',
    isBlocked: false,
  };

  it('reads the documented keys and ignores the others', () => {
    const row = {
      id: 91000001,
      'reference-id': null,
      type: 'reservation',
      arrival: '2026-12-01',
      departure: '2026-12-05',
      'modified-at': '2026-11-20 10:00:00',
      apartment: { id: 398, name: 'Attic' },
      'guest-name': 'Mara Lind',
      firstname: 'M',
      lastname: 'L',
      phone: '+00 000',
      'check-in': '16:00',
      'check-out': '',
      email: '',
      related: [{ id: 399, name: 'Room' }, { name: 'without an id' }, { id: '400' }],
      guestId: 7,
      'guest-app-url': 'https://guest.example/token',
      'is-blocked-booking': false,
    };
    expect(parseBooking(row)).toEqual(expected);
  });

  it('reads camel case and numbers as text', () => {
    const row = {
      id: ' 91000001 ',
      type: 'reservation',
      arrivalDate: '2026-12-01',
      departureDate: '2026-12-05',
      modifiedAt: '2026-11-20 10:00:00',
      apartment: { id: '398', name: 'Attic' },
      guestName: 'Mara Lind',
      phone: '+00 000',
      'guest-id': '7',
      related: [{ id: 399 }, { id: 400 }],
      checkIn: '16:00',
      checkOut: null,
      isBlockedBooking: 0,
    };
    expect(parseBooking(row)).toEqual(expected);
  });

  it('takes a row for blocked days by its flag, or in the channel for them without a guest', () => {
    const channel = { id: 11, name: 'Blocked channel' };
    expect([{ 'is-blocked-booking': true }, { isBlockedBooking: '1' }, { channel }].map((row) => parseBooking(row).isBlocked)).toEqual(
      Array(3).fill(true),
    );
    expect([{ channel: { id: 13 } }, { channel, 'guest-name': 'Mara Lind' }].map((row) => parseBooking(row).isBlocked)).toEqual([
      false,
      false,
    ]);
  });

  it('takes the key that is not empty, and the parts of a name without the whole', () => {
    expect(parseBooking({ 'guest-name': '', guestName: 'Mara Lind' }).guestName).toBe('Mara Lind');
    expect(parseBooking({ 'guest-name': '', firstname: 'Mara', lastname: 'Lind' }).guestName).toBe('Mara Lind');
    expect(parseBooking({ 'guest-name': null, firstname: '', lastname: 'Lind' }).guestName).toBe('Lind');
    expect(parseBooking({}).guestName).toBe('');
  });

  it.each([null, [], '', { id: null }, { id: 0 }, 7])('apartment %j is none', (apartment) => {
    expect(parseBooking({ apartment }).apartmentId).toBeNull();
  });

  it.each([null, undefined, '', 0, -1, 1.5, '12a', '9'.repeat(20), {}, true])('id %j is none', (id) => {
    expect(parseBooking({ id }).id).toBeNull();
  });

  it.each([true, 1, '1', 'true', 'Yes'])('blocked %j', (flag) => {
    expect(parseBooking({ 'is-blocked-booking': flag }).isBlocked).toBe(true);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(fc.constantFrom('id', 'type', 'apartment', 'arrival', 'guest-name'), fc.anything()),
        (anything, row) => {
          expect(parseBooking(anything)).toHaveProperty('id');
          expect(parseBooking(row)).toHaveProperty('id');
        },
      ),
    );
  });
});

describe('lists', () => {
  it('reads an envelope with numbers or text', () => {
    const counts = { page: 1, pageCount: 3, totalItems: 250 };
    expect(parsePage({ page: 1, page_count: '3', page_size: 100, total_items: 250, bookings: [] })).toEqual({ ...counts, rows: [] });
    expect(parsePage({ bookings: [7] })).toMatchObject({ page: null, pageCount: null, totalItems: null, rows: [{ id: null }] });
  });

  it.each([undefined, null, '', [], {}, { bookings: null }, { bookings: {} }, { bookings: '' }, '<html>'])(
    'no list of bookings in %j',
    (json) => {
      expect(parsePage(json)).toBeNull();
    },
  );

  it.each([undefined, null, [], {}, { apartments: null }, { apartments: {} }])('no list of apartments in %j', (json) => {
    expect(parseApartments(json)).toBeNull();
  });

  it('reads apartments', () => {
    const json = { apartments: [{ id: '398', name: 'Attic' }, { id: 399, name: null }, 'x'] };
    expect(parseApartments(json)).toEqual([
      { id: 398, name: 'Attic' },
      { id: 399, name: '' },
      { id: null, name: '' },
    ]);
  });
});

describe('details and account', () => {
  it('reads the time zone if there is one', () => {
    expect(parseApartmentDetails({ timeZone: ' Europe/Berlin ' })).toEqual({ timeZone: 'Europe/Berlin' });
    expect(parseApartmentDetails({ timeZone: '' })).toEqual({ timeZone: null });
    expect(parseApartmentDetails([])).toBeNull();
    expect(parseApartmentDetails(undefined)).toBeNull();
  });

  it('reads an account with an id or an email address', () => {
    expect(parseAccount({ id: '7', email: '', firstName: 'A' })).toEqual({ id: 7, email: null });
    expect(parseAccount({ status: 'ok' })).toBeNull();
    expect(parseAccount(undefined)).toBeNull();
  });
});
