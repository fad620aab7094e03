import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapBooking, mapBookings, stateOf, timeOf } from './map.ts';
import type { Plain } from '../../../tests/support/ids.ts';
import type { WireBooking } from './wire.ts';
import { branded } from '../../../tests/support/ids.ts';

const row = (more: Partial<Plain<WireBooking>> = {}): WireBooking =>
  branded<WireBooking>({
    id: 1,
    type: 'reservation',
    arrival: '2026-12-01',
    departure: '2026-12-05',
    checkIn: null,
    checkOut: null,
    apartmentId: 398,
    apartmentName: '',
    guestName: 'Mara Lind',
    email: null,
    phone: null,
    guestId: null,
    related: [],
    language: null,
    channelId: null,
    reference: null,
    modifiedAt: null,
    isBlocked: false,
    ...more,
  });
const merge = (...rows: WireBooking[]) => mapBookings(rows).bookings;

describe('stateOf', () => {
  it.each([
    ['reservation', false, 'live'],
    [' Reservation', false, 'live'],
    ['modification of booking', false, 'live'],
    ['cancellation', false, 'cancelled'],
    ['CANCELLED by guest', false, 'cancelled'],
    ['cancellation', true, 'cancelled'],
    ['reservation', true, 'blocked'],
    ['blocked channel', false, 'blocked'],
    ['modification', false, 'unknown'],
    ['inquiry', false, 'unknown'],
    [null, false, 'unknown'],
  ])('%j (blocked: %j) is %s', (type, isBlocked, state) => {
    expect(stateOf({ type, isBlocked })).toBe(state);
  });
});

describe('timeOf', () => {
  it.each([
    [null, null],
    ['', null],
    ['00:00', null],
    ['0:00', null],
    ['00:00:00', null],
    ['9:30', '09:30'],
    ['16:00', '16:00'],
    [' 16:00:00 ', '16:00'],
    ['24:00', null],
    ['4pm', null],
  ])('%j is %j', (text, time) => {
    expect(timeOf(text)).toBe(time);
  });
});

describe('mapBooking', () => {
  it('maps a row', () => {
    expect(mapBooking(row({ checkIn: '9:30', checkOut: '00:00', apartmentId: null }))).toEqual({
      id: 1,
      state: 'live',
      unitId: null,
      arrival: '2026-12-01',
      departure: '2026-12-05',
      checkIn: '09:30',
      checkOut: null,
      guestName: 'Mara Lind',
    });
  });

  it('has the unit’s name where all rows of the booking agree on it', () => {
    const [attic, none, loft] = ['Attic', '', 'Loft'].map((apartmentName) => row({ apartmentName }));
    if (attic === undefined || none === undefined || loft === undefined) throw new Error('There are three rows.');
    expect(merge(attic, none)).toMatchObject([{ unitName: 'Attic' }]);
    expect(merge(attic, loft)[0]).not.toHaveProperty('unitName');
    expect(merge(none)[0]).not.toHaveProperty('unitName');
  });

  it.each([null, '', '2026-02-30', '01.12.2026', '2026-12-01T00:00:00Z'])('date %j cannot be read', (text) => {
    expect(mapBooking(row({ arrival: text }))).toBe('dates');
    expect(mapBooking(row({ departure: text }))).toBe('dates');
  });
});

describe('mapBookings', () => {
  it('merges identical rows', () => {
    expect(merge(row(), row())).toEqual([mapBooking(row())]);
  });

  it('prefers the row that was changed last', () => {
    const older = row({ modifiedAt: '2026-11-20 10:00', type: 'modification of booking' });
    const newer = row({ modifiedAt: '2026-11-20 10:00:01', type: 'cancellation', arrival: '2026-12-02' });
    expect(merge(older, newer)).toEqual([mapBooking(newer)]);
    expect(merge(newer, older)).toEqual([mapBooking(newer)]);
  });

  it('prefers a modification over a reservation', () => {
    const modified = row({ type: 'modification of booking', departure: '2026-12-06' });
    expect(merge(row(), modified)).toEqual([mapBooking(modified)]);
  });

  it.each([
    ['no times', {}, {}],
    ['the same time', { modifiedAt: '2026-11-20 10:00' }, { modifiedAt: '2026-11-20 10:00:00' }],
    ['a time on one side only', { modifiedAt: '2026-11-20 10:00' }, {}],
  ])('live and cancelled with %s is unknown', (_name, live, cancelled) => {
    const rows = [row(live), row({ ...cancelled, type: 'cancellation' })];
    expect(merge(...rows)).toMatchObject([{ id: 1, state: 'unknown' }]);
  });

  it.each([{ departure: '2026-12-06' }, { apartmentId: 399 }, { checkIn: '17:00' }])(
    'rows that contradict each other about the door: unknown (%j)',
    (other) => {
      expect(merge(row(), row(other))).toMatchObject([{ state: 'unknown' }]);
    },
  );

  it('rows that differ only in the name keep their state', () => {
    expect(merge(row({ guestName: 'Mara' }), row())).toMatchObject([{ state: 'live', guestName: 'Mara Lind' }]);
  });

  it('states what was left out, without guest data', () => {
    const mapped = mapBookings([row({ id: null }), row({ id: 9, arrival: 'soon' }), row({ id: 9 }), row({ id: 5 })]);
    expect(mapped.bookings.map(({ id }) => id)).toEqual([5]);
    expect(mapped.unreadable).toEqual([9]);
  });

  it('names no blocked days that cannot be read, but a booking that may be one', () => {
    const blocked = row({ id: 3, isBlocked: true, arrival: null });
    expect(mapBookings([blocked]).unreadable).toEqual([]);
    expect(mapBookings([blocked, row({ id: 3 })]).unreadable).toEqual([3]);
  });

  const anyRow = fc
    .record({
      id: fc.option(fc.integer({ min: 1, max: 4 })),
      type: fc.option(fc.constantFrom('reservation', 'modification of booking', 'cancellation', 'inquiry')),
      arrival: fc.constantFrom('2026-12-01', '2026-12-02', 'soon'),
      departure: fc.constant('2026-12-05'),
      checkIn: fc.option(fc.constantFrom('15:00', '16:00', '00:00')),
      checkOut: fc.constant(null),
      apartmentId: fc.option(fc.constantFrom(398, 399)),
      apartmentName: fc.constantFrom('', 'Attic', 'Loft'),
      guestName: fc.constantFrom('', 'A', 'B'),
      email: fc.constantFrom(null, 'a@demo.invalid', 'b@demo.invalid'),
      phone: fc.constant(null),
      guestId: fc.option(fc.constantFrom(7, 8)),
      related: fc.constant([]),
      language: fc.option(fc.constantFrom('fr', 'DE')),
      channelId: fc.option(fc.constantFrom(13, 198)),
      reference: fc.option(fc.constantFrom('A1', 'A2')),
      modifiedAt: fc.option(fc.constantFrom('2026-11-20 10:00', '2026-11-20 10:00:00', '2026-11-21 10:00')),
      isBlocked: fc.boolean(),
    })
    .map((plain) => branded<WireBooking>(plain));

  it('returns each readable id once, whatever the order of rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (rows, keys) => {
        const mapped = mapBookings(rows);
        const shuffled = rows.map((one, index) => ({ one, key: keys[index] ?? 0 })).sort((left, right) => left.key - right.key);
        expect(mapBookings(shuffled.map(({ one }) => one))).toEqual(mapped);
        const ids = mapped.bookings.map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)]);
        // Nothing goes without being said: a delete may follow from silence only.
        const stays = rows.flatMap(({ id, isBlocked }) => (id === null || isBlocked ? [] : [id]));
        expect([...ids, ...mapped.unreadable]).toEqual(expect.arrayContaining(stays));
      }),
    );
  });

  const momentOf = ({ modifiedAt }: WireBooking): string => modifiedAt?.padEnd(19, ':00') ?? '';

  it('returns cancelled only if a row says so and no later or equal one contradicts it', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
        for (const booking of mapBookings(rows).bookings.filter(({ state }) => state === 'cancelled')) {
          const own = rows.filter(({ id }) => id === booking.id);
          const cancellations = own.filter((one) => stateOf(one) === 'cancelled').map(momentOf);
          expect(cancellations.length).toBeGreaterThan(0);
          for (const denial of own.filter((one) => stateOf(one) !== 'cancelled').map(momentOf)) {
            expect(denial).not.toBe('');
            expect(cancellations).not.toContain('');
            expect(cancellations.some((moment) => moment > denial)).toBe(true);
          }
        }
      }),
    );
  });
});
