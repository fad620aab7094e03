import { expect, it } from 'vitest';
import { LOCALIZATION, stay } from '../../../tests/support/app/state-fixtures.ts';
import { unitLabel, withBookedUnits } from './names.ts';
import { unitId } from '../../../tests/support/ids.ts';

it('a unit without a name has a label as well, and a long name is cut', () => {
  const { text } = LOCALIZATION;
  expect([null, ' ', 'Flat 1', 'x'.repeat(25)].map((name) => unitLabel(name, text))).toEqual([
    text('tray.some-unit'),
    text('tray.some-unit'),
    'Flat 1',
    `${'x'.repeat(23)}…`,
  ]);
});

it('a unit that is not in the mapping is called what its bookings call it', () => {
  const other = { why: 'no-door', guestName: 'Ada', unitId: unitId(500_301), unitName: 'Canal', start: null, end: null } as const;
  const bookings = {
    stays: [stay()],
    others: [{ ...other, bookingId: stay().booking.id, startMs: null, endMs: null, codes: [] }],
  };
  const names = { units: [{ unitId: unitId(101), name: 'Mill House' }], doors: [] };
  expect(withBookedUnits(names, bookings).units).toEqual([...names.units, { unitId: 500_301, name: 'Canal' }]);
  expect(withBookedUnits({ ...names, units: [{ unitId: unitId(101), name: ' ' }] }, { ...bookings, others: [] }).units).toEqual([
    { unitId: 101, name: 'Flat 1' },
  ]);
});
