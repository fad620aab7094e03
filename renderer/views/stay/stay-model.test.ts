import { expect, it } from 'vitest';
import { sampleStay } from '../../../tests/support/snapshot.ts';
import { doorCode, hasOwnTimes } from './stay-model.ts';
import { codeId } from '../../../tests/support/ids.ts';

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
