import { expect, it } from 'vitest';
import { sampleSnapshot } from '../../../tests/support/snapshot.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { groupHolds, nextHold } from './holds-model.ts';

const known = sampleSnapshot();

it('groups holds by their reason, and finds the next one that is not decided', () => {
  const [hold] = known.holds;
  if (hold === undefined) throw new Error('The sample has a hold.');
  const two = [
    hold,
    { ...hold, key: 'other', hold: 'no-bookings' as const },
    { ...hold, key: 'third' },
    { ...hold, key: 'fourth', bookingId: bookingId(7001) },
  ];
  expect(groupHolds(two).map(({ reason, holds }) => [reason, holds.length])).toEqual([
    ['someone-may-be-inside', 2],
    ['no-bookings', 1],
    // Another booking is another cause.
    ['someone-may-be-inside', 1],
  ]);
  const keys = ['a', 'b', 'c'];
  expect(nextHold(keys, new Set(['b']), 'b')).toBe('c');
  expect(nextHold(keys, new Set(['c']), 'c')).toBe('b');
  expect(nextHold(keys, new Set(keys), 'c')).toBeNull();
});
