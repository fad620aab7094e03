/** A list that failed is never an empty one, and when every list failed, so has the sync. */
import { afterEach, expect, it } from 'vitest';
import { MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World;
afterEach(async () => {
  await world.close();
});

it.each([
  ['one lock', /\/partage\/all\/serrure\/3101$/, 'partial', 1],
  ['every lock', /\/partage\/all\/serrure\/\d+$/, 'failed', 0],
] as const)('%s', async (_what, refused, outcome, created) => {
  world = await twoDoors(['Ada']);
  const installation = world.install();
  world.clouds.theKeys.faults.onRequest(({ path }) => (refused.test(path) ? { kind: 'forbidden' } : null));
  const first = await installation.run();
  expect([first.run.outcome, world.clouds.theKeys.codes().length]).toEqual([outcome, created]);
  world.clouds.theKeys.faults.clear();
  await installation.run();
  const codes = world.clouds.theKeys.codes();
  expect(codes).toHaveLength(2);
  world.clouds.theKeys.faults.onRequest(({ path }) => (refused.test(path) ? { kind: 'forbidden' } : null));
  world.clock.advance(15 * MINUTE_MS);
  expect((await installation.run()).run.outcome).toBe(outcome);
  world.clouds.theKeys.faults.clear();
  expect(world.clouds.theKeys.codes()).toEqual(codes);
});

it.each(['schedule', 'command'] as const)('a sign-in that is refused is tried once: %s', async (trigger) => {
  world = await twoDoors(['Ada']);
  const installation = world.install({ trigger });
  world.clouds.theKeys.setPassword('another one');
  const report = await installation.run();
  expect([report.run.outcome, report.problems.map(({ kind }) => kind)]).toEqual(['failed', ['credentials-rejected']]);
  expect(world.clouds.theKeys.requests().map(({ isSignIn }) => isSignIn)).toEqual([true]);
});
