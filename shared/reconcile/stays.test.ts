import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  EXACT,
  input,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
  wall,
} from '../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../tests/support/ids.ts';
import { NO_WISHES } from '../domain/plan.ts';
import { noStayWish } from '../domain/wishes.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { sortBookings } from './stays.ts';
import { createLocalClock } from './zones.ts';

describe('unmapped units', () => {
  it.each([null, 999])('a live booking in unit %s keeps its code, and is reported', (unitId) => {
    const result = plan(input({ bookings: [booking({ unitId })], codes: [code()] }));
    expect(summaries(result)).toEqual([]);
    expect(result.skipped).toBe(1);
    const key = unitId === null ? 'problem.no-unit' : 'problem.unmapped';
    const told = (text: string) => [
      {
        kind: 'unmapped-unit',
        text: { key: text, parameters: { arrival: '2026-11-24' } },
        retryable: false,
        bookingId: 12,
        ...(unitId === null ? {} : { unitId }),
      },
    ];
    expect(result.problems).toEqual(told(`${key}-kept`));
    expect(plan(input({ bookings: [booking({ unitId })] })).problems).toEqual(told(key));
  });
  it('bookings without a unit take no time from each other', () => {
    const leaving = booking({ unitId: null, arrival: date('2026-11-20'), departure: date('2026-11-23'), checkOut: wall('18:00') });
    const next = booking({ id: 13, unitId: null, arrival: date('2026-11-23') });
    // It is four in the afternoon.
    const result = plan(input({ bookings: [leaving, next], nowMs: Date.parse('2026-11-23T15:00:00Z') }));
    expect(result.problems.map(({ kind, bookingId: id }) => [kind, id])).toEqual([
      ['unmapped-unit', 12],
      ['unmapped-unit', 13],
    ]);
  });
  it('a booking gets no code', () => {
    expect(summaries(plan(input({ bookings: [booking({ unitId: 999 })] })))).toEqual([]);
  });
  it('a unit mapped to no door is reported only when a booking has a code', () => {
    const doorless = settings({ unit: { doors: [] } });
    expect(problemKinds(plan(input({ settings: doorless, bookings: [booking()] })))).toEqual([]);
    const former = code({ lockId: 13, keypadId: 'KpGate44' });
    const result = plan(input({ settings: doorless, bookings: [booking()], codes: [former] }));
    expect([summaries(result), problemKinds(result), result.skipped]).toEqual([[], ['unmapped-unit'], 1]);
    expect(result.problems[0]?.text.key).toBe('problem.unmapped-kept');
    const past = { arrival: date('2026-11-10'), departure: date('2026-11-12') };
    const ended = { ...former, startDate: past.arrival, endDate: past.departure };
    const after = plan(input({ settings: doorless, bookings: [booking(past)], codes: [ended] }));
    expect([summaries(after), after.skipped]).toEqual([['delete 900 ended'], 0]);
  });
});

describe('bookings of other types', () => {
  it.each(['unknown', 'blocked'] as const)('%s: wrong and ended codes stay, and the booking is reported', (state) => {
    const codes = [code({ endDate: date('2026-11-30') }), code({ id: 901, endDate: date('2026-10-01') })];
    const result = plan(input({ bookings: [booking({ state }), booking({ id: 99, state: 'cancelled', guestName: '' })], codes }));
    expect([summaries(result), problemKinds(result)]).toEqual([[], ['unknown-booking-type']]);
  });
  it('are told with their unit, and whether they have a code', () => {
    const told = (unitId: number | null, codes: readonly ReturnType<typeof code>[]) =>
      plan(input({ bookings: [booking({ state: 'unknown', unitId })], codes })).problems;
    const about = { kind: 'unknown-booking-type', retryable: false, bookingId: 12 };
    expect(told(101, [code()])).toEqual([{ ...about, text: { key: 'problem.unknown-type-kept', parameters: {} }, unitId: 101 }]);
    expect(told(null, [])).toEqual([{ ...about, text: { key: 'problem.unknown-type', parameters: {} } }]);
  });
  it('a row that cannot be read is told, and its code stays', () => {
    const plain = input({ codes: [code({ endDate: date('2026-10-01') })], bookings: [booking({ id: 13 })] });
    const result = plan({ ...plain, bookings: { ...plain.bookings, unreadable: [bookingId(12), bookingId(13)] } });
    expect([summaries(result), result.skipped]).toEqual([['create KpAlpha1'], 1]);
    expect(result.problems).toEqual([
      { kind: 'booking-unreadable', text: { key: 'problem.booking-row', parameters: {} }, retryable: false, bookingId: 12 },
    ]);
  });
  it('none is cancelled where nobody cancelled', () => {
    const read = input({ bookings: [booking()] });
    expect(sortBookings(read, observe(read), createLocalClock(read.settings, read.nowMs)).cancelled).toEqual([]);
  });
  it('a blocked period without a code is not reported', () => {
    expect(problemKinds(plan(input({ bookings: [booking({ state: 'blocked' })] })))).toEqual([]);
  });
});

describe('impossible dates', () => {
  it.each([['2026-11-27', '2026-11-24']])('%s to %s changes nothing and is reported', (arrival, departure) => {
    const result = plan(input({ bookings: [booking({ arrival: date(arrival), departure: date(departure) })], codes: [code()] }));
    expect([summaries(result), result.skipped]).toEqual([[], 1]);
    expect(result.problems).toEqual([
      {
        kind: 'bad-booking-dates',
        text: { key: 'problem.bad-dates', parameters: { arrival, departure } },
        retryable: false,
        bookingId: 12,
        unitId: 101,
      },
    ]);
  });
});

describe('overlaps', () => {
  const first = booking();
  const next = booking({ id: 13, guestName: 'Zoë', arrival: date('2026-11-27'), departure: date('2026-11-29') });
  it('a departure and an arrival on the same day are none', () => {
    expect(problemKinds(plan(input({ bookings: [first, next] })))).toEqual([]);
    expect(problemKinds(plan(input({ bookings: [first, next], settings: settings({ unit: { checkIn: wall('12:00') } }) })))).toEqual([]);
  });
  it('buffers that reach over the next check-in are reported, and the codes are created', () => {
    const result = plan(input({ bookings: [first, next], settings: settings({ unit: { bufferAfterMinutes: 240 } }) }));
    expect([summaries(result), problemKinds(result)]).toEqual([['create KpAlpha1', 'create KpAlpha1'], ['overlap']]);
    const unnamed = plan(input({ bookings: [first, next], settings: settings({ unit: { name: '', bufferAfterMinutes: 240 } }) }));
    const told = (unit: object) => [
      {
        kind: 'overlap',
        text: { key: 'problem.overlap', parameters: { booking: '12', other: '13', until: '2026-11-27T16:00', ...unit } },
        retryable: false,
        bookingId: 13,
        unitId: 101,
      },
    ];
    expect([result.problems, unnamed.problems]).toEqual([told({ unit: 'Flat 1' }), told({})]);
  });
  it('of one stay after another are with the one that ends last', () => {
    const stay = (id: number, arrival: string, departure: string) =>
      booking({ id, arrival: date(`2026-11-${arrival}`), departure: date(`2026-11-${departure}`) });
    const pairs = (...bookings: readonly ReturnType<typeof stay>[]) =>
      plan(input({ bookings })).problems.map(({ text }) => [text.parameters.booking, text.parameters.other]);
    expect(pairs(stay(1, '24', '26'), stay(2, '25', '30'), stay(3, '28', '29'))).toEqual([
      ['1', '2'],
      ['2', '3'],
    ]);
    // By the windows, not by the days.
    const exact = {
      settings: settings({ times: EXACT }),
      bookings: [stay(1, '24', '26'), { ...stay(2, '24', '27'), checkIn: wall('10:00') }],
    };
    expect(plan(input(exact)).problems.map(({ text }) => text.parameters)).toMatchObject([{ booking: '2', other: '1' }]);
    expect(pairs(stay(1, '24', '27'), stay(2, '25', '27'), stay(3, '26', '28'))).toEqual([
      ['1', '2'],
      ['1', '3'],
    ]);
  });
  it('with a stay that is over are none', () => {
    const over = booking({ id: 11, guestName: 'Zoë', arrival: date('2026-11-20'), departure: date('2026-11-22') });
    const codes = [code({ id: 911, description: 'Smoobu#11', startDate: over.arrival, endDate: over.departure })];
    expect(problemKinds(plan(input({ bookings: [over, booking({ arrival: date('2026-11-21') })], codes })))).toEqual([]);
  });
  it('guests of one name who are there at once can be told apart', () => {
    const names = plan(
      input({ bookings: [first, booking({ id: 14, arrival: date('2026-12-01'), departure: date('2026-12-03') })] }),
    ).operations;
    expect(names).toMatchObject([{ record: { name: 'Anna Müller 24 Nov' } }, { record: { name: 'Anna Müller 1 Dec' } }]);
  });
  it('a long stay over several short ones is reported for each', () => {
    const long = booking({ departure: date('2026-12-10') });
    const late = booking({ id: 14, arrival: date('2026-11-29'), departure: date('2026-11-30') });
    expect(problemKinds(plan(input({ bookings: [late, next, long] })))).toEqual(['overlap', 'overlap']);
  });
  it('two units behind the same gate are none', () => {
    const units = [
      { unitId: 101, doors: [DOOR, SECOND_DOOR] },
      { unitId: 102, doors: [SECOND_DOOR] },
    ];
    expect(problemKinds(plan(input({ bookings: [first, booking({ id: 13, unitId: 102 })], settings: settings({ units }) })))).toEqual([]);
  });
});

describe('the window of a stay', () => {
  const records = (parts: Parameters<typeof input>[0]) =>
    plan(input(parts)).operations.flatMap((operation) => (operation.kind === 'create' ? [operation.record] : []));
  it('is that of its unit’s stays together, and the stay says where it comes from', () => {
    const leaving = booking({ id: 11, arrival: date('2026-11-23'), departure: date('2026-11-24'), guestName: 'Leaving' });
    const arriving = booking({ checkIn: wall('09:00'), checkOut: wall('18:00') });
    const result = plan(input({ bookings: [leaving, arriving] }));
    expect(records({ bookings: [leaving, arriving] })).toMatchObject([
      { startTime: '15:00', endTime: '12:00' },
      { startTime: '15:00', endDate: '2026-11-27', endTime: '18:00' },
    ]);
    expect(result.stays.find(({ booking: { id } }) => id === 12)?.times).toEqual({
      start: { source: 'default', overruled: { says: '09:00', because: 'guest-leaves', otherId: 11 } },
      end: { source: 'booking', overruled: null },
    });
    expect(problemKinds(result)).toEqual([]);
  });
  it('does not widen while bookings are incomplete, and keeps what its code has', () => {
    const late = booking({ checkOut: wall('18:00') });
    expect(records({ bookings: [late], complete: false })).toMatchObject([{ endTime: '12:00' }]);
    expect(summaries(plan(input({ bookings: [late], complete: false, codes: [code({ endTime: wall('18:00') })] })))).toEqual([]);
    expect(summaries(plan(input({ bookings: [late], complete: false, codes: [code()] })))).toEqual([]);
    expect(summaries(plan(input({ bookings: [late], codes: [code()] })))).toEqual(['update 900']);
  });
  it.each([
    ['problem.night-check-out', { checkOut: wall('02:00') }, '12:00'],
    ['problem.same-day-times', { departure: date('2026-11-24'), checkIn: wall('10:00') }, '12:00'],
  ])('that is not clear is asked about, and a code is made: %s', (key, changes, endTime) => {
    const result = plan(input({ bookings: [booking(changes)] }));
    expect(result.problems).toMatchObject([{ kind: 'times-asked', bookingId: 12, text: { key }, question: { key: 'times:12' } }]);
    expect(result.operations).toMatchObject([{ kind: 'create', record: { endTime } }]);
  });
  it('is not the user’s where that is none, and they are told', () => {
    const wish = { ...noStayWish(), from: { day: 2, time: wall('10:00') }, until: { day: -2, time: wall('10:00') } };
    const wishes = { ...NO_WISHES, stays: new Map([[bookingId(12), wish]]) };
    const result = plan(input({ bookings: [booking()], wishes }));
    expect(result.problems).toMatchObject([{ kind: 'unclear-times', text: { key: 'problem.own-times-unused' } }]);
    expect(result.operations).toMatchObject([{ kind: 'create', record: { startTime: '15:00', endTime: '12:00' } }]);
    const over = booking({ arrival: date('2026-11-20'), departure: date('2026-11-22') });
    expect(problemKinds(plan(input({ bookings: [over], codes: [code({ endDate: over.departure })], wishes })))).toEqual([]);
    const own = { ...wish, until: { day: 0, time: wall('14:00') }, from: null };
    const used = plan(input({ bookings: [booking()], wishes: { ...wishes, stays: new Map([[bookingId(12), own]]) } }));
    expect(used.operations).toMatchObject([{ kind: 'create', record: { startTime: '15:00', endTime: '14:00' } }]);
    expect(used.stays[0]?.times.end.source).toBe('user');
  });
  it('from the user keep a stay that left two days ago, and lost its code, until it is over', () => {
    const left = booking({ arrival: date('2026-11-19'), departure: date('2026-11-21') });
    const extended = (time: string) => {
      const wish = { ...noStayWish(), until: { day: 2, time: wall(time) } };
      return plan(input({ bookings: [left], wishes: { ...NO_WISHES, stays: new Map([[bookingId(12), wish]]) } }));
    };
    expect(extended('12:00').operations).toMatchObject([{ kind: 'create', record: { endDate: '2026-11-23', endTime: '12:00' } }]);
    expect([summaries(extended('09:00')), problemKinds(extended('09:00'))]).toEqual([[], []]);
  });
});
