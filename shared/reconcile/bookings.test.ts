import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  NOW_MS,
  personCode,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
} from '../../tests/reconcile/fixtures.ts';
import { bookingsToLookUp, fetchRange, knownBookings } from './bookings.ts';
import { plan } from './plan.ts';
import { bookingId } from '../../tests/support/ids.ts';

describe('the days that are read', () => {
  it('from yesterday’s departures to the horizon’s arrivals, and two days more for other zones and exclusive ends', () => {
    expect(fetchRange(settings(), NOW_MS)).toEqual({ departureFrom: '2026-11-20', arrivalTo: '2027-02-23' });
    expect(fetchRange(settings({ codes: { horizonDays: 10 } }), Date.parse('2026-11-23T23:30:00Z'))).toEqual({
      departureFrom: '2026-11-21',
      arrivalTo: '2026-12-06',
    });
  });
});

describe('stays in the window', () => {
  const created = (arrival: string, departure: string): readonly string[] =>
    summaries(plan(input({ bookings: [booking({ arrival: date(arrival), departure: date(departure) })] })));
  it.each([
    ['2027-02-21', '2027-02-23', 1],
    ['2027-02-22', '2027-02-23', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-20', '2026-11-22', 0],
  ])('arriving %s, leaving %s: %d codes', (arrival, departure, count) => {
    expect(created(arrival, departure)).toHaveLength(count);
  });
  it('depend on the day at the unit, not at the computer', () => {
    const kiritimati = settings({ locks: [{ lockId: 11, timeZone: 'Pacific/Kiritimati' }] });
    // 23:00 there on the 23rd: a departure at noon has passed.
    const today = booking({ arrival: date('2026-11-20'), departure: date('2026-11-23') });
    expect(summaries(plan(input({ bookings: [today], settings: kiritimati })))).toEqual([]);
    const unitZone = settings({ unit: { timeZone: 'Pacific/Kiritimati' } });
    expect(summaries(plan(input({ bookings: [today], settings: unitZone })))).toEqual([]);
  });
});

describe('reading a booking', () => {
  it('merges equal rows, and prefers the list to a look-up', () => {
    expect(knownBookings({ complete: true, incompleteBecause: null, bookings: [booking(), booking()] }, new Map())).toEqual([booking()]);
    const found = new Map([[bookingId(12), { kind: 'found' as const, booking: booking({ state: 'cancelled' }) }]]);
    expect(knownBookings({ complete: true, incompleteBecause: null, bookings: [booking()] }, found)).toEqual([booking()]);
    expect(knownBookings({ complete: true, incompleteBecause: null, bookings: [] }, found)).toHaveLength(1);
  });
  it('changes nothing when rows contradict each other, in any order', () => {
    const rows = [booking(), booking({ state: 'cancelled', unitId: 102 }), booking({ arrival: date('2026-11-20') })];
    const read = (bookings: typeof rows) => knownBookings({ complete: true, incompleteBecause: null, bookings }, new Map());
    expect(read(rows)).toEqual([expect.objectContaining({ state: 'unknown', unitId: null, arrival: '2026-11-20' })]);
    expect(read([...rows].reverse())).toEqual(read(rows));
    const result = plan(input({ bookings: rows, codes: [code()] }));
    expect(summaries(result)).toEqual([]);
    expect(problemKinds(result)).toEqual(['unknown-booking-type']);
  });
});

describe('looking up absent bookings', () => {
  it('reads each with a code that may still be valid, and no other', () => {
    const codes = [
      code({ id: 1, description: 'Smoobu#1' }),
      code({ id: 2, description: 'Smoobu#2', endDate: date('2026-11-22') }),
      code({ id: 3, description: 'Smoobu#12' }),
      code({ id: 4, description: 'Smoobu#4', endDate: 'unknown' }),
      code({ id: 5, description: 'cleaner' }),
      code({ id: 6, description: 'Smoobu#6', keypadId: 'KpNotMapped' }),
      personCode({ id: 7, endDate: date('2026-12-23') }),
    ];
    expect(bookingsToLookUp(input({ bookings: [booking()], codes })).ids).toEqual([1, 4]);
  });
  it('reads the ten nearest arrivals and ten of the others in turn, and reports how many are left', () => {
    const codes = Array.from({ length: 23 }, (_, index) =>
      code({
        id: index + 1,
        description: `Smoobu#${String(index + 1)}`,
        startDate: date(`2026-12-${String(28 - index).padStart(2, '0')}`),
        endDate: date('2027-01-05'),
      }),
    );
    const nearest = Array.from({ length: 10 }, (_, index) => 23 - index);
    const { ids, deferred } = bookingsToLookUp(input({ codes }));
    expect(ids.slice(0, 10)).toEqual(nearest);
    expect(new Set(ids).size).toBe(20);
    expect(deferred).toBe(3);
    // Those that were read before are still absent, and must not keep the others from being read.
    const asked = new Set<number>();
    for (let minutes = 0; minutes < 60; minutes += 15) {
      for (const id of bookingsToLookUp({ ...input({ codes }), nowMs: NOW_MS + minutes * 60_000 }).ids) asked.add(id);
    }
    expect(asked.size).toBe(23);
    const result = plan(input({ bookings: [booking({ id: 99 })], codes }));
    expect(problemKinds(result).filter((kind) => kind === 'lookups-deferred')).toHaveLength(23);
  });
  it('reads none when the list is incomplete, and none for failed locks', () => {
    expect(bookingsToLookUp(input({ codes: [code()], complete: false }))).toEqual({ ids: [], deferred: 0 });
    expect(bookingsToLookUp(input({ codes: [code()], failed: [11] }))).toEqual({ ids: [], deferred: 0 });
  });
});

describe('what is read again by id where the list is incomplete', () => {
  const cancelled = booking({ state: 'cancelled' });
  const moved = booking({ id: 13 });
  const codes = [code(), code({ id: 901, description: 'Smoobu#13', ...FORMER_DOOR }), code({ id: 902, description: 'Smoobu#14' })];
  const idsFor = (changes: object, doors = settings()) => {
    const plain = input({
      bookings: [cancelled, moved, booking({ id: 14 })],
      complete: false,
      settings: doors,
      codes: [...codes, code({ id: 903, description: 'Smoobu#15' })],
    });
    return bookingsToLookUp({ ...plain, bookings: { ...plain.bookings, ...changes } }).ids;
  };
  it('what may lose a code, once two readings agree; nothing that is absent', () => {
    expect(idsFor({})).toEqual([]);
    expect(idsFor({ agreed: true })).toEqual([12, 13]);
    const twoDoors = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
    expect(idsFor({ agreed: true }, twoDoors)).toEqual([12, 13]);
  });
  it('a booking whose row cannot be read, always', () => {
    expect(idsFor({ unreadable: [bookingId(77)] })).toEqual([77]);
    expect(idsFor({ complete: true, unreadable: [bookingId(77)] })).toEqual([77, 15]);
  });
});
