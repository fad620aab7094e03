/** When guests opened their doors: read from the locks' logs at the end of live runs, which never wait for it or fail by it. */
import { afterEach, describe, expect, it } from 'vitest';
import { HOUR_MS, isoInstant, MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

let world: World;
let computer: Installation;
afterEach(async () => world.close());

/** Ana arrives today at three; it is eleven. */
async function arriving(logs: 'empty' | 'with-shares' | 'without-shares' | 'absent' | 'odd'): Promise<void> {
  world = await twoDoors([{ name: 'Ana Sol', arrival: 0 }], { theKeysSwitches: { logs } });
  computer = world.install();
  await computer.run();
}
const opened = () =>
  [...computer.history.memory().remembered.opened.values()].map(({ firstAtMs, lastAtMs }) => [isoInstant(firstAtMs), isoInstant(lastAtMs)]);
describe('the first use', () => {
  it('is kept of each door, once the code works', async () => {
    await arriving('with-shares');
    world.clock.advance(6 * HOUR_MS);
    await computer.run();
    expect(opened()).toEqual([
      ['2026-11-23T15:04:00Z', '2026-11-23T15:04:00Z'],
      ['2026-11-23T15:04:00Z', '2026-11-23T15:04:00Z'],
    ]);
  });

  it.each(['empty', 'without-shares', 'absent', 'odd'] as const)('is not known with a log that is %s', async (logs) => {
    await arriving(logs);
    world.clock.advance(6 * HOUR_MS);
    const { run } = await computer.run();
    expect(run.outcome).toBe('nothing-to-do');
    expect(opened()).toHaveLength(logs === 'odd' ? 2 : 0);
  });
});

it('a log that fails changes nothing of the run, and is read again in the next', async () => {
  await arriving('with-shares');
  world.clock.advance(6 * HOUR_MS);
  world.clouds.theKeys.faults.onRequest(({ path }) => (path.includes('/serrure/get/') ? { kind: 'not-found' } : null));
  expect(await computer.run()).toMatchObject({ run: { outcome: 'nothing-to-do' }, problems: [] });
  expect(opened()).toEqual([]);
  world.clouds.theKeys.faults.clear();
  world.clock.advance(15 * MINUTE_MS);
  await computer.run();
  expect(opened()).toHaveLength(2);
});

it('is one request for each lock, and none in a dry run', async () => {
  await arriving('with-shares');
  world.clock.advance(6 * HOUR_MS);
  const paths: string[] = [];
  world.clouds.theKeys.faults.onRequest(({ path }) => {
    if (path.includes('/serrure/get/')) paths.push(path);
    return null;
  });
  await computer.run({ mode: 'dry-run' });
  expect(paths).toEqual([]);
  await computer.run();
  world.clock.advance(15 * MINUTE_MS);
  await computer.run();
  expect(paths).toHaveLength(2);
});
