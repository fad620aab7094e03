import { expect, it } from 'vitest';
import { DOOR, SECOND_DOOR, code, date, settings } from '../../tests/reconcile/fixtures.ts';
import { guestsOnLocks } from './guests-on-locks.ts';

const UNITS = settings({
  units: [
    { unitId: 101, name: 'Flat', doors: [SECOND_DOOR] },
    { unitId: 102, name: 'Loft', doors: [DOOR, SECOND_DOOR] },
  ],
}).mapping.units;
const TODAY = date('2026-11-23');

it('knows the guests of bookings by their codes, and which unit they stay in although a gate belongs to several', () => {
  const codes = [
    code({ id: 2, ...SECOND_DOOR }),
    code({ id: 1 }),
    code({ id: 3, description: 'Smoobu#13', ...SECOND_DOOR, name: 'Ben', startDate: 'unknown', endDate: null }),
    code({ id: 4, description: '' }),
    code({ id: 5, description: 'Latchkey#k3m9qa' }),
  ];
  expect(guestsOnLocks(codes, UNITS, TODAY)).toEqual([
    { id: 12, state: 'unknown', unitId: 102, arrival: '2026-11-24', departure: '2026-11-27', guestName: 'Anna Müller' },
    { id: 13, state: 'unknown', unitId: 101, arrival: TODAY, departure: TODAY, guestName: 'Ben' },
  ]);
});
