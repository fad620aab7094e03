import { expect, it } from 'vitest';
import { formats, t } from '../../../tests/support/stays.ts';
import { foundIn, foundText } from './found.ts';
import { keypadId, lockId, unitId } from '../../../tests/support/ids.ts';

const lock = (keypads: number) => ({
  lockId: lockId(3700),
  name: 'Door',
  timeZone: null,
  batteryMillivolts: null,
  keypads: Array.from({ length: keypads }, (_, index) => ({ keypadId: keypadId(`KP-${String(index)}`), name: '' })),
});

it('counts what each account contains', () => {
  const units = [{ unitId: unitId(1), name: 'Loft' }];
  const locks = [lock(1), lock(0), lock(2)];
  expect(foundIn('smoobu', { units, locks: null })).toEqual({ main: 1, keypads: null });
  expect(foundIn('the-keys', { units: null, locks })).toEqual({ main: 3, keypads: 3 });
});
it('tells an account that could not be read from an empty one', () => {
  expect(foundIn('smoobu', { units: null, locks: [] })).toBeNull();
  expect(foundIn('the-keys', { units: [], locks: null })).toBeNull();
  expect(foundIn('smoobu', { units: [], locks: null })).toEqual({ main: 0, keypads: null });
});
it('names the counts', () => {
  expect(foundText({ t, formats }, { main: 6, keypads: null })).toBe('6 apartments');
  expect(foundText({ t, formats }, { main: 1, keypads: 7 })).toBe('1 lock and 7 keypads');
});
