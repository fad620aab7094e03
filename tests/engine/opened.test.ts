/** When guests opened their doors: read from the locks' logs at the end of live runs, which never wait for it or fail by it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import { HOUR_MS, isoInstant, MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

let world: World;
let computer: Installation;
afterEach(async () => world.close());

/** Ana arrives today at three; it is eleven. */
async function arriving(logs: TheKeysSwitches['logs'] = 'with-shares'): Promise<void> {
  world = await twoDoors([{ name: 'Ana Sol', arrival: 0 }], { theKeysSwitches: { logs } });
  computer = world.install();
  await computer.run();
}
/** At four past four, with the code of each door. */
function comesIn(): void {
  world.clock.advance(5 * HOUR_MS + 4 * MINUTE_MS);
  for (const { lockId, accessory, code } of guestCodes()) world.clouds.theKeys.openDoor(lockId, accessory.stringId, code);
}
const guestCodes = () => world.clouds.theKeys.codes().filter(({ description }) => description?.startsWith('Smoobu#') === true);
const opened = () =>
  [...computer.history.memory().remembered.opened.values()].map(({ firstAtMs, lastAtMs }) => [isoInstant(firstAtMs), isoInstant(lastAtMs)]);
describe('the first use', () => {
  it('is kept of each door, once the code works', async () => {
    await arriving();
    comesIn();
    await computer.run();
    expect(opened()).toEqual([
      ['2026-11-23T15:04:00Z', '2026-11-23T15:04:00Z'],
      ['2026-11-23T15:04:00Z', '2026-11-23T15:04:00Z'],
    ]);
    world.clock.advance(HOUR_MS);
    const [first] = guestCodes();
    world.clouds.theKeys.openDoor(first?.lockId ?? 0, first?.accessory.stringId ?? '', first?.code ?? '');
    await computer.run();
    expect(
      opened()
        .map(([, last]) => last)
        .sort(),
    ).toEqual(['2026-11-23T15:04:00Z', '2026-11-23T16:04:00Z']);
  });

  it.each(['without-shares', 'absent', 'odd'] as const)('is not known with a log that is %s', async (logs) => {
    await arriving(logs);
    comesIn();
    const { run } = await computer.run();
    expect(run.outcome).toBe('nothing-to-do');
    expect(opened()).toHaveLength(logs === 'odd' ? 2 : 0);
  });
});

it('a log that fails changes nothing of the run, and is read again in the next', async () => {
  await arriving();
  comesIn();
  world.clouds.theKeys.faults.onRequest(({ path }) => (path.includes('/serrure/get/') ? { kind: 'not-found' } : null));
  expect(await computer.run()).toMatchObject({ run: { outcome: 'nothing-to-do' }, problems: [] });
  expect(opened()).toEqual([]);
  world.clouds.theKeys.faults.clear();
  world.clock.advance(15 * MINUTE_MS);
  await computer.run();
  expect(opened()).toHaveLength(2);
});

it('is one request for each lock, and none in a dry run', async () => {
  await arriving();
  comesIn();
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
