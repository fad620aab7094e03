import { describe, expect, it } from 'vitest';
import { booking, date, DOOR, input, settings } from '../../../tests/reconcile/fixtures.ts';
import type { Booking } from '../../domain/booking.ts';
import { plan } from '../plan.ts';

const units = [
  { unitId: 101, doors: [DOOR] },
  { unitId: 102, doors: [] },
];
const blocked = (changes: Parameters<typeof booking>[0] = {}): Booking => booking({ state: 'blocked', guestName: '', ...changes });
const shown = (...bookings: readonly Booking[]) => plan(input({ settings: settings({ units }), bookings })).blockedPeriods;

describe('days that the user blocked', () => {
  it('are shown with their unit', () => {
    expect(shown(blocked())).toEqual([{ bookingId: 12, unitId: 101, arrival: '2026-11-24', departure: '2026-11-27' }]);
  });

  it.each([
    ['a stay', { state: 'live' }, 0],
    ['of a unit that is not mapped', { unitId: 999 }, 0],
    ['of no unit', { unitId: null }, 0],
    ['of a unit without doors', { unitId: 102 }, 0],
    ['that begin beyond the days looked at', { arrival: date('2027-05-01'), departure: date('2027-05-03') }, 0],
    ['that ended yesterday', { arrival: date('2026-11-20'), departure: date('2026-11-22') }, 0],
    ['that end today', { arrival: date('2026-11-20'), departure: date('2026-11-23') }, 1],
  ] as const)('%s: %j: %i', (_what, changes, count) => {
    expect(shown(blocked(changes))).toHaveLength(count);
  });

  it('are the nearest ones, of very many', () => {
    const many = Array.from({ length: 501 }, (_, index) => blocked({ id: 1_000 - index }));
    const soon = blocked({ id: 2_000, arrival: date('2026-11-23') });
    const ids = shown(...many, soon).map(({ bookingId }) => bookingId);
    expect([ids.length, ...ids.slice(0, 3), ids.at(-1)]).toEqual([500, 2_000, 500, 501, 998]);
  });
});
