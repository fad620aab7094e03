/** A day of the demo's large portfolio with troubles that hinder many guests: each is at most one urgent matter. */
import { afterEach, expect, test } from 'vitest';
import { viewAt } from '../../electron/app/desktop/view.ts';
import { reduce } from '../../electron/app/status/app-state.ts';
import type { AppState } from '../../electron/app/status/app-state.ts';
import { appPortfolio } from '../../electron/demo/portfolio/app-portfolio.ts';
import { knownDoors } from '../../shared/readiness/facts.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { CONTEXT, settings, state } from '../support/app/state-fixtures.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

const START_MS = Date.parse('2026-11-23T06:00:00Z');
let world: World;
afterEach(async () => world.close());

test('a demo day shows at most one urgent matter for each cause', { timeout: 180_000 }, async () => {
  const { seed, mapping } = appPortfolio('large', START_MS);
  world = await startWorld(seed, mapping, { nowMs: START_MS, trigger: 'schedule' });
  const computer = world.install();
  let app: AppState = state({ settings: settings({ mapping }) });
  const sync = async (): Promise<void> => {
    const run = await computer.run();
    const doors = knownDoors(computer.history.memory().remembered);
    app = reduce(app, { kind: 'run-finished', report: run, atMs: world.clock.nowMs(), doors });
  };
  const urgent = (): readonly string[] =>
    viewAt(app, world.clock.nowMs(), CONTEXT).snapshot.attention.flatMap(({ severity, key }) => (severity === 'urgent' ? [key] : []));

  await sync();
  const atFirst = urgent();
  expect(new Set(atFirst).size).toBe(atFirst.length);
  // Nobody's code is missing; some doors of the demo have a battery that is nearly empty.
  expect(atFirst.filter((key) => key.startsWith('arrival:') && !key.startsWith('arrival:battery:'))).toEqual([]);

  // Bookings of today come in, and The Keys stops answering before their codes are written.
  const near = [...app.arrivals.values()].filter(({ startMs }) => startMs > START_MS && startMs - START_MS < 12 * HOUR_MS);
  expect(near.length).toBeGreaterThan(7);
  world.clouds.theKeys.faults.set({ all: { kind: 'unavailable' } });
  for (const { bookingId } of near) world.clouds.smoobu.changeBooking(bookingId, { checkIn: '13:00' });
  for (let round = 0; round < 4; round += 1) {
    world.clock.advance(15 * MINUTE_MS);
    await sync();
  }
  const withoutCloud = urgent().filter((key) => !atFirst.includes(key));
  expect(withoutCloud.length).toBeLessThanOrEqual(1);
  world.clouds.theKeys.faults.clear();
  world.clock.advance(15 * MINUTE_MS);
  await sync();
  expect(urgent().filter((key) => !atFirst.includes(key))).toEqual([]);
});
