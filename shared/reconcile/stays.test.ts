import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, problemKinds, SECOND_DOOR, settings, summaries, wall } from '../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../tests/support/ids.ts';
import { NO_WISHES } from '../domain/plan.ts';
import { noStayWish } from '../domain/wishes.ts';
import { plan } from './plan.ts';

describe('unmapped units', () => {
  it.each([null, 999])('a live booking in unit %s keeps its code, and is reported', (unitId) => {
    const result = plan(input({ bookings: [booking({ unitId })], codes: [code()] }));
    expect(summaries(result)).toEqual([]);
    expect(problemKinds(result)).toEqual(['unmapped-unit']);
  });
  it('a booking gets no code', () => {
    expect(summaries(plan(input({ bookings: [booking({ unitId: 999 })] })))).toEqual([]);
  });
  it('a unit mapped to no door is reported only when a booking has a code', () => {
    const doorless = settings({ unit: { doors: [] } });
    expect(problemKinds(plan(input({ settings: doorless, bookings: [booking()] })))).toEqual([]);
    const former = code({ lockId: 13, keypadId: 'KpGate44' });
    const result = plan(input({ settings: doorless, bookings: [booking()], codes: [former] }));
    expect([summaries(result), problemKinds(result)]).toEqual([[], ['unmapped-unit']]);
  });
});

describe('bookings of other types', () => {
  it.each(['unknown', 'blocked'] as const)('%s: wrong and ended codes stay, and the booking is reported', (state) => {
    const codes = [code({ endDate: date('2026-11-30') }), code({ id: 901, endDate: date('2026-10-01') })];
    const result = plan(input({ bookings: [booking({ state }), booking({ id: 99, state: 'cancelled', guestName: '' })], codes }));
    expect([summaries(result), problemKinds(result)]).toEqual([[], ['unknown-booking-type']]);
  });
  it('a blocked period without a code is not reported', () => {
    expect(problemKinds(plan(input({ bookings: [booking({ state: 'blocked' })] })))).toEqual([]);
  });
});

describe('impossible dates', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['2026-11-27', '2026-11-24'],
  ])('%s to %s changes nothing and is reported', (arrival, departure) => {
    const result = plan(input({ bookings: [booking({ arrival: date(arrival), departure: date(departure) })], codes: [code()] }));
    expect([summaries(result), problemKinds(result)]).toEqual([[], ['bad-booking-dates']]);
  });
});

describe('overlaps', () => {
  const first = booking();
  const next = booking({ id: 13, guestName: 'Zoë', arrival: date('2026-11-27'), departure: date('2026-11-29') });
  it('a departure and an arrival on the same day are none', () => {
    expect(problemKinds(plan(input({ bookings: [first, next] })))).toEqual([]);
  });
  it('buffers that reach over the next check-in are reported, and the codes are created', () => {
    const result = plan(input({ bookings: [first, next], settings: settings({ unit: { bufferAfterMinutes: 240 } }) }));
    expect([summaries(result), problemKinds(result)]).toEqual([['create KpAlpha1', 'create KpAlpha1'], ['overlap']]);
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
  ])('that is not clear is told, and a code is made: %s', (key, changes, endTime) => {
    const result = plan(input({ bookings: [booking(changes)] }));
    expect(result.problems).toMatchObject([{ kind: 'unclear-times', bookingId: 12, unitId: 101, text: { key } }]);
    expect(result.operations).toMatchObject([{ kind: 'create', record: { endTime } }]);
  });
  it('is not the user’s where that is none, and they are told', () => {
    const wish = { ...noStayWish(), from: { day: 2, time: wall('10:00') }, until: { day: -2, time: wall('10:00') } };
    const wishes = { ...NO_WISHES, stays: new Map([[bookingId(12), wish]]) };
    const result = plan(input({ bookings: [booking()], wishes }));
    expect(result.problems).toMatchObject([{ kind: 'unclear-times', text: { key: 'problem.own-times-unused' } }]);
    expect(result.operations).toMatchObject([{ kind: 'create', record: { startTime: '15:00', endTime: '12:00' } }]);
    const own = { ...wish, until: { day: 0, time: wall('14:00') }, from: null };
    const used = plan(input({ bookings: [booking()], wishes: { ...wishes, stays: new Map([[bookingId(12), own]]) } }));
    expect(used.operations).toMatchObject([{ kind: 'create', record: { startTime: '15:00', endTime: '14:00' } }]);
    expect(used.stays[0]?.times.end.source).toBe('user');
  });
});
