import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, problemKinds, SECOND_DOOR, settings, toldAll } from '../../tests/reconcile/fixtures.ts';
import { plan } from './plan.ts';

describe('unmapped units', () => {
  it.each([null, 999])('a live booking in unit %s keeps its code, and the user hears of it', (unitId) => {
    const result = plan(input({ bookings: [booking({ unitId })], codes: [code()] }));
    expect(toldAll(result)).toEqual([]);
    expect(problemKinds(result)).toEqual(['unmapped-unit']);
  });
  it('gets no code', () => {
    expect(toldAll(plan(input({ bookings: [booking({ unitId: 999 })] })))).toEqual([]);
  });
  it('a unit mapped to no door is the user’s choice, unless a code stands somewhere', () => {
    const doorless = settings({ unit: { doors: [] } });
    expect(problemKinds(plan(input({ settings: doorless, bookings: [booking()] })))).toEqual([]);
    const former = code({ lockId: 13, keypadId: 'KpGate44' });
    const result = plan(input({ settings: doorless, bookings: [booking()], codes: [former] }));
    expect([toldAll(result), problemKinds(result)]).toEqual([[], ['unmapped-unit']]);
  });
});

describe('types nobody told us of', () => {
  it.each(['unknown', 'blocked'] as const)('%s: the codes stay as they are, wrong or over, and the user hears of it', (state) => {
    const codes = [code({ endDate: date('2026-11-30') }), code({ id: 901, endDate: date('2026-10-01') })];
    const result = plan(input({ bookings: [booking({ state })], codes }));
    expect([toldAll(result), problemKinds(result)]).toEqual([[], ['unknown-booking-type']]);
  });
  it('a block without a code is nothing to speak of', () => {
    expect(problemKinds(plan(input({ bookings: [booking({ state: 'blocked' })] })))).toEqual([]);
  });
});

describe('impossible dates', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['2026-11-27', '2026-11-24'],
  ])('%s to %s changes nothing and is told', (arrival, departure) => {
    const result = plan(input({ bookings: [booking({ arrival: date(arrival), departure: date(departure) })], codes: [code()] }));
    expect([toldAll(result), problemKinds(result)]).toEqual([[], ['bad-booking-dates']]);
  });
});

describe('overlaps', () => {
  const first = booking();
  const next = booking({ id: 13, guestName: 'Zoë', arrival: date('2026-11-27'), departure: date('2026-11-29') });
  it('a same-day turnover is none', () => {
    expect(problemKinds(plan(input({ bookings: [first, next] })))).toEqual([]);
  });
  it('buffers that cross the next check-in are reported, and the codes still made', () => {
    const result = plan(input({ bookings: [first, next], settings: settings({ unit: { bufferAfterMinutes: 240 } }) }));
    expect([toldAll(result), problemKinds(result)]).toEqual([['create KpAlpha1', 'create KpAlpha1'], ['overlap']]);
  });
  it('a long stay over several short ones is reported for each', () => {
    const long = booking({ departure: date('2026-12-10') });
    const late = booking({ id: 14, arrival: date('2026-11-29'), departure: date('2026-11-30') });
    expect(problemKinds(plan(input({ bookings: [late, next, long] })))).toEqual(['overlap', 'overlap']);
  });
  it('two units at one gate are none', () => {
    const units = [
      { unitId: 101, doors: [DOOR, SECOND_DOOR] },
      { unitId: 102, doors: [SECOND_DOOR] },
    ];
    expect(problemKinds(plan(input({ bookings: [first, booking({ id: 13, unitId: 102 })], settings: settings({ units }) })))).toEqual([]);
  });
});
