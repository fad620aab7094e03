import { describe, expect, it } from 'vitest';
import { booking, code, date, FORMER_DOOR, input, NOW_MS, problemKinds, SECOND_DOOR, wall } from '../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../tests/support/ids.ts';
import { nothingRemembered } from '../domain/memory.ts';
import { bookingsToLookUp, isEvidence, knownBookings } from './bookings.ts';
import { plan } from './plan.ts';

/** Each changes one thing that a plan reads of a booking. */
const CHANGES = [
  { state: 'cancelled' },
  { unitId: 102 },
  { arrival: date('2026-11-23') },
  { departure: date('2026-11-28') },
  { checkIn: wall('16:00') },
  { checkOut: wall('10:00') },
  { guestName: 'Ben' },
] as const;

describe('evidence about a booking', () => {
  const read = (complete: boolean, agreed: boolean | undefined, again: object | null) => {
    const lookups = new Map(again === null ? [] : [[12, again as never]]);
    const given = input({ bookings: [booking()], complete, lookups });
    return isEvidence(agreed === undefined ? given : { ...given, bookings: { ...given.bookings, agreed } }, booking());
  };
  const found = (changes: object = {}) => ({ kind: 'found', booking: booking(changes) });
  it.each([
    ['a complete list', true, undefined, null, true],
    ['an incomplete list', false, undefined, found(), false],
    ['two readings that do not agree', false, false, found(), false],
    ['two readings that agree, and the booking is read again', false, true, found(), true],
    ['two readings that agree, and it is not read again', false, true, null, false],
    ['two readings that agree, and it is not found', false, true, { kind: 'missing' }, false],
  ] as const)('%s', (_, complete, agreed, again, expected) => {
    expect(read(complete, agreed, again)).toBe(expected);
  });
  it.each(CHANGES)('is none when it is read again as %j', (changes) => {
    expect(read(false, true, found(changes))).toBe(false);
  });
});

it.each([
  ['2026-11-22', ['unknown-booking-type']],
  ['2026-11-21', []],
])('a booking without a code is looked at until the day after its departure: %s', (departure, problems) => {
  const given = booking({ state: 'unknown', arrival: date('2026-11-20'), departure: date(departure) });
  expect(problemKinds(plan(input({ bookings: [given] })))).toEqual(problems);
});

describe('rows of one booking', () => {
  const known = (...bookings: ReturnType<typeof booking>[]) =>
    knownBookings({ complete: true, incompleteBecause: null, bookings }, new Map());
  it.each(CHANGES)('contradict each other with %j, and tell nothing then but the longest stay', (changes) => {
    const other = booking(changes);
    const { arrival, departure, unitId } = other;
    const expected = booking({
      state: 'unknown',
      unitId: unitId === 101 ? 101 : null,
      arrival: arrival < '2026-11-24' ? arrival : date('2026-11-24'),
      departure: departure > '2026-11-27' ? departure : date('2026-11-27'),
      guestName: '',
    });
    expect(known(booking(), other)).toEqual([expected]);
    expect(known(other, booking())).toEqual([expected]);
  });
  it('are sorted by arrival, then by number', () => {
    const later = { arrival: date('2026-11-25') };
    expect(known(booking({ id: 2, ...later }), booking({ id: 9 }), booking({ id: 1, ...later })).map(({ id }) => id)).toEqual([9, 1, 2]);
  });
});

describe('what is read by id', () => {
  const tagged = (id: number, changes: Parameters<typeof code>[0] = {}) =>
    code({ id: 900 + id, description: `Smoobu#${String(id)}`, ...changes });
  const asked = (parts: Parameters<typeof input>[0], changes: object = {}) => {
    const given = input(parts);
    return bookingsToLookUp({ ...given, bookings: { ...given.bookings, ...changes } }).ids;
  };
  it('comes in the order of the codes’ starts; one that cannot be read may be now, and a guest may have no code yet', () => {
    const codes = [
      tagged(1, { startDate: date('2026-12-01'), endDate: date('2026-12-05') }),
      tagged(2, { startDate: date('2026-11-24') }),
      tagged(3, { startDate: 'unknown' }),
      // The earliest of a booking's codes counts, but none that is over.
      tagged(4, { startDate: date('2026-12-02'), endDate: date('2026-12-05') }),
      { ...tagged(4, { startDate: date('2026-11-23') }), id: 951 as never },
      tagged(5, { startDate: date('2026-11-25') }),
      { ...tagged(5, { startDate: date('2026-10-01'), endDate: date('2026-10-02') }), id: 952 as never },
    ];
    expect(asked({ codes }, { unreadable: [bookingId(77)] })).toEqual([3, 77, 4, 2, 5, 1]);
  });
  it('is nothing under another account', () => {
    const remembered = { ...nothingRemembered(), account: new Map([['smoobu', { id: '2' }]]) };
    expect(asked({ codes: [tagged(1)] })).toEqual([1]);
    expect(asked({ codes: [tagged(1)], memory: { remembered } })).toEqual([]);
  });
  it.each([
    ['cancelled', { state: 'cancelled' }, {}, [12]],
    ['of a type that is not known', { state: 'unknown' }, {}, []],
    ['with its code at its door', {}, {}, []],
    ['with a code at a former door', {}, FORMER_DOOR, [12]],
    ['without a unit', { unitId: null }, FORMER_DOOR, []],
    ['in a unit that is not mapped', { unitId: 999 }, FORMER_DOOR, []],
  ] as const)('where two readings of an incomplete list agree, is what may lose a code: a booking %s', (_, changes, place, expected) => {
    const parts = { bookings: [booking(changes)], codes: [tagged(12, place)], complete: false };
    expect(asked(parts, { agreed: true })).toEqual(expected);
    expect(asked(parts, { agreed: false })).toEqual([]);
    expect(asked({ ...parts, complete: true }, { agreed: true })).toEqual([]);
  });
  it('is a booking with one code at its door and another one that is not', () => {
    const parts = { bookings: [booking()], codes: [tagged(12), { ...tagged(12, FORMER_DOOR), id: 951 as never }], complete: false };
    expect(asked(parts, { agreed: true })).toEqual([12]);
  });
  it('is all of twenty, and of more the ten nearest and ten others, by the minute', () => {
    const ids = (count: number, minute: number) =>
      asked({
        codes: Array.from({ length: count }, (_, index) => tagged(index + 1)),
        nowMs: NOW_MS - (NOW_MS % (14 * 60_000)) + minute * 60_000,
      });
    const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
    expect(ids(20, 3)).toEqual(numbers(1, 20));
    expect(ids(24, 0)).toEqual(numbers(1, 20));
    expect(ids(24, 3)).toEqual([...numbers(1, 10), ...numbers(14, 23)]);
    expect(ids(24, 6)).toEqual([...numbers(1, 10), ...numbers(17, 24), 11, 12]);
  });
  it('leaves out codes outside the mapping', () => {
    expect(asked({ codes: [tagged(1, SECOND_DOOR)] })).toEqual([]);
  });
});
