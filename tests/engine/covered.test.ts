/** Until when codes are in place, as live runs keep it for other processes. */
import { afterEach, expect, test } from 'vitest';
import { knownCovered } from '../../electron/app/readiness/remember-covered.ts';
import { localNow, MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

let world: World;
afterEach(async () => world.close());

function covered(computer: Installation): readonly unknown[] | null {
  const found = knownCovered(computer.history);
  return found === null ? null : [localNow('Europe/Paris', found.untilMs), found.ends, found.messages];
}

test('with every code in place, until the first day that was not read', async () => {
  world = await twoDoors(['Ana Sol', 'Ben Kai']);
  const computer = world.install();
  await computer.run({ mode: 'dry-run' });
  expect(covered(computer)).toBeNull();
  await computer.run();
  expect(covered(computer)).toEqual(['2027-02-23T00:00', 'unread-days', 0]);
  expect(knownCovered(computer.history)?.asOfMs).toBe(world.clock.nowMs());
});

test('until the arrival whose code could not be written; a run that reads nothing keeps what was known', async () => {
  world = await twoDoors(['Ana Sol', 'Ben Kai']);
  const computer = world.install();
  world.clouds.theKeys.faults.set({ writes: { kind: 'server-error', status: 500 } });
  await computer.run();
  expect(covered(computer)).toEqual(['2026-11-24T15:00', 'arrival', 0]);
  const asOfMs = knownCovered(computer.history)?.asOfMs;
  world.clouds.theKeys.faults.set({ reads: { kind: 'not-found' } });
  world.clock.advance(15 * MINUTE_MS);
  expect((await computer.run()).run.outcome).toBe('failed');
  expect(knownCovered(computer.history)?.asOfMs).toBe(asOfMs);
  world.clouds.theKeys.faults.clear();
  await computer.run();
  expect(covered(computer)).toEqual(['2027-02-23T00:00', 'unread-days', 0]);
});

test('while the bookings are incomplete, never later than before', async () => {
  world = await twoDoors(['Ana Sol']);
  const computer = world.install();
  world.clouds.theKeys.faults.set({ writes: { kind: 'server-error', status: 500 } });
  await computer.run();
  world.clouds.theKeys.faults.clear();
  world.clouds.smoobu.setSwitches({ totalOffBy: 1 });
  await computer.run();
  expect(covered(computer)).toEqual(['2026-11-24T15:00', 'arrival', 0]);
});
