/** The lists that a day of scheduled syncs asks for. */
import { expect, it } from 'vitest';
import { LOCKS, quietDay, SYNCS } from './quiet-day.ts';

it('are a quarter of all at most', { timeout: 240_000 }, async () => {
  const { asked, codes, last } = await quietDay('schedule');
  expect(asked).toBeLessThanOrEqual((SYNCS * LOCKS) / 4);
  expect(last.operations.filter(({ status }) => status !== 'held')).toEqual([]);
  expect(codes).toBeGreaterThan(450);
});
