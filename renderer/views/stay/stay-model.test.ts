import { expect, it } from 'vitest';
import { sampleStay } from '../../../tests/support/snapshot.ts';
import { crossedStays, doorCode, hasOwnTimes, stayTimes } from './stay-model.ts';
import { addMinutes } from '../../../shared/time.ts';
import { bookingId, codeId, lockId } from '../../../tests/support/ids.ts';

it('tells a door with a code from one whose code is planned and one whose code is unknown', () => {
  const status = { ...sampleStay(), verifiedPlaces: [] };
  const [door] = status.stay.doors;
  if (door === undefined) throw new Error('The sample has a door.');
  expect(doorCode(status, door)).toBe('unknown');
  expect(doorCode(status, { ...door, state: 'planned' })).toBe('coming');
  expect(doorCode(status, { ...door, codeId: codeId(1) })).toBe('code');
  expect(doorCode({ ...status, verifiedPlaces: [door] }, { ...door, state: 'planned' })).toBe('code');
  expect(hasOwnTimes(status, door)).toBe(false);
});

it('finds who else could open the same doors in longer times, and nobody who can already', () => {
  const status = sampleStay();
  const { start, end } = stayTimes(status);
  const [door] = status.stay.doors;
  if (door === undefined) throw new Error('The sample has a door.');
  const after = (minutes: number, changes: Partial<typeof door> = {}) => {
    const window = { start: addMinutes(end, minutes), end: addMinutes(end, minutes + 1_000) };
    const booking = { ...status.stay.booking, id: bookingId(8_000) };
    return { ...status, stay: { ...status.stay, booking, doors: [{ ...door, ...changes, window }] } };
  };
  const longer = { start, end: addMinutes(end, 60) };
  const next = after(30);
  expect(crossedStays(status, [status, next], longer)).toEqual([next]);
  expect(crossedStays(status, [after(60)], longer)).toEqual([]);
  expect(crossedStays(status, [after(30, { lockId: lockId(999) })], longer)).toEqual([]);
  expect(crossedStays(status, [after(-30)], longer)).toEqual([]);
});
