import { expect, it } from 'vitest';
import { booking, date, settings } from '../../../tests/reconcile/fixtures.ts';
import { lockId } from '../../../tests/support/ids.ts';
import { byNearestArrival } from './reading-order.ts';

it('locks are read in the order of their next arrivals, those without any last and by number', () => {
  const door = (lock: number) => ({ lockId: lock, keypadId: 'KpAlpha1' });
  const units = [
    { unitId: 101, doors: [door(21), door(22)] },
    { unitId: 102, doors: [door(23), door(22)] },
    { unitId: 103, doors: [door(11)] },
    { unitId: 104, doors: [door(12)] },
    { unitId: 105, doors: [door(3)] },
  ];
  const stay = (unitId: number | null, day: string, state: 'live' | 'cancelled' = 'live') =>
    booking({ unitId, arrival: date(`2026-11-${day}`), state });
  // Lock 22 belongs to two units: the earlier arrival counts, whichever is read first.
  const bookings = [
    stay(101, '27'),
    stay(102, '25'),
    stay(102, '28'),
    stay(103, '20', 'cancelled'),
    stay(null, '20'),
    stay(999, '20'),
    stay(105, '28'),
  ];
  const locks = [12, 21, 11, 3, 23, 22].map(lockId);
  for (const given of [bookings, bookings.toReversed()])
    expect(locks.toSorted(byNearestArrival(given, settings({ units }).mapping))).toEqual([22, 23, 21, 3, 11, 12]);
  // Those that were not read the last time come before all others.
  const first = new Set([12, 21].map(lockId));
  expect(locks.toSorted(byNearestArrival(bookings, settings({ units }).mapping, first))).toEqual([21, 12, 22, 23, 3, 11]);
});
