/** Syncs that fail for long say since when none has worked, and the first one that works again does not. */
import { afterEach, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { NOW_MS } from '../support/app/state-fixtures.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

let world: World;
afterEach(async () => {
  await world.close();
});

it('is told from the third failure in a row on, two hours or more after the last sync that worked', async () => {
  const { seed, mapping } = demoPortfolio(NOW_MS);
  world = await startWorld(seed, mapping, { nowMs: NOW_MS });
  const installation = world.install();
  const told = async (mode: 'live' | 'dry-run' = 'live'): Promise<boolean> => {
    const report = await installation.run({ mode });
    const problem = report.problems.find(({ kind }) => kind === 'no-sync');
    if (problem !== undefined) {
      expect(problem.text.parameters).toEqual({ since: '2026-11-23T10:00' });
      expect(exitCodeOfReport(report)).toBe(1);
    }
    return problem !== undefined;
  };
  await installation.run();
  world.clouds.theKeys.faults.set({ reads: { kind: 'null-data' } });
  const failing: boolean[] = [];
  for (let run = 0; run < 4; run += 1) {
    world.clock.advance(HOUR_MS * 0.8);
    failing.push(await told());
  }
  expect(failing).toEqual([false, false, true, true]);
  expect(await told('dry-run')).toBe(true);
  world.clouds.theKeys.faults.clear();
  expect(await told()).toBe(false);
  world.clouds.theKeys.faults.set({ reads: { kind: 'null-data' } });
  world.clock.advance(3 * HOUR_MS);
  expect([await told(), await told()]).toEqual([false, false]);
});
