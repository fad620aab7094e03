/** What was missed while the computer slept is made up at each lock in the order of arrival. */
import { afterEach, expect, test } from 'vitest';
import { DAY_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World;
afterEach(async () => world.close());

test('the nearest guest gets a code first', async () => {
  world = await twoDoors([
    { name: 'Late Guest', arrival: 30 },
    { name: 'Soon Guest', arrival: 4 },
    { name: 'Next Guest', arrival: 12 },
  ]);
  const computer = world.install();
  world.clock.advance(3 * DAY_MS);
  const { counts } = await computer.run({ trigger: 'resume' });
  expect(counts.created).toBe(6);
  const made = world.clouds.theKeys.codes().filter(({ description }) => description?.startsWith('Smoobu#') === true);
  for (const codes of Map.groupBy(made, ({ lockId }) => lockId).values())
    expect(codes.toSorted((one, other) => one.id - other.id).map(({ name }) => name)).toEqual(['Soon Guest', 'Next Guest', 'Late Guest']);
});
