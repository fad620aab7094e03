/** The sizes of the app's demo, through the real clients and engine: each has what its screenshots need. */
import { afterEach, describe, expect, it } from 'vitest';
import { appPortfolio } from '../../electron/demo/portfolio/app-portfolio.ts';
import type { DemoSize } from '../../electron/demo/demo-arguments.ts';
import { DEMO_CREDENTIALS } from '../../shared/domain/demo.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

const NOW_MS = Date.parse('2026-11-23T10:00:00Z');
let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

async function twoRuns(size: DemoSize): Promise<readonly [RunReport, RunReport]> {
  const { seed, mapping } = appPortfolio(size, NOW_MS);
  world = await startWorld(seed, mapping, { nowMs: NOW_MS });
  const installation = world.install();
  const first = await installation.run();
  world.clock.advance(15 * MINUTE_MS);
  return [first, await installation.run()];
}

describe('the app’s demo', () => {
  it('has a held operation and a stay with a problem; the rest is in sync', async () => {
    const [first, second] = await twoRuns('usual');
    expect(first.counts.failed).toBe(0);
    expect(first.counts.created).toBeGreaterThan(10);
    for (const { operations, problems } of [first, second]) {
      const held = operations.filter(({ status }) => status === 'held');
      expect(held.map(({ bookingId, hold }) => `${bookingId} ${hold ?? ''}`)).toEqual([
        '90026 someone-may-be-inside',
        '90026 someone-may-be-inside',
      ]);
      expect(problems.filter(({ kind }) => kind === 'different-pins').map(({ bookingId }) => bookingId)).toEqual([90_017]);
    }
    expect(second.operations.filter(({ status }) => status !== 'held')).toEqual([]);
  });

  it('is in sync after one run when it is large', async () => {
    const [first, second] = await twoRuns('large');
    expect(first.stays.length).toBe(2000);
    expect(first.counts).toMatchObject({ created: 60, updated: 0, deleted: 0, failed: 0, held: 0, unchanged: 1940 });
    expect(second.operations).toEqual([]);
    const { locks } = appPortfolio('large', NOW_MS).mapping;
    expect(locks).toHaveLength(120);
    expect(locks.every(({ name, keypads }) => name !== '' && keypads.every((keypad) => keypad.name !== ''))).toBe(true);
  });

  it('can be empty: doors without bookings', async () => {
    const [first] = await twoRuns('empty');
    expect([first.stays, first.operations]).toEqual([[], []]);
    expect(appPortfolio('empty', NOW_MS).mapping.units).toHaveLength(6);
  });

  it('can begin with the first steps: the same accounts, no mapping, and credentials that are easy to type', () => {
    const { seed, mapping } = appPortfolio('first-steps', NOW_MS);
    expect(seed).toEqual(appPortfolio('usual', NOW_MS).seed);
    expect([mapping.units, mapping.locks]).toEqual([[], []]);
    expect(seed.smoobu.credentials).toEqual({ apiKey: DEMO_CREDENTIALS.apiKey, apiSecret: DEMO_CREDENTIALS.apiSecret });
    expect(seed.theKeys.credentials).toEqual({ username: DEMO_CREDENTIALS.phone, password: DEMO_CREDENTIALS.password });
  });
});
