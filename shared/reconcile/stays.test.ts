import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, problemKinds, SECOND_DOOR, settings, summaries } from '../../tests/reconcile/fixtures.ts';
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
