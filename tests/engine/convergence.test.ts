/** After any failures, every guest has a working code, nobody else has one, and foreign codes are unchanged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertDeletes, assertDoors, assertEvents, assertForeign, foreignShares } from './invariants.ts';
import { runUntilSettled, playSteps } from './play.ts';
import { portfolio, scenario } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

/** Each case is several whole runs. */
const CASES = 120 * Number(process.env.LATCHKEY_SOAK_FACTOR ?? 1);
const MAX_ROUNDS = 6;

describe('whole runs', () => {
  it('reach the right state after any failures', { timeout: 120_000 * Math.max(1, CASES / 120) }, async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(scenario, async (plan) => {
        const { seed, mapping } = portfolio(plan);
        const world = await startWorld(seed, mapping, {
          nowMs: plan.nowMs,
          trigger: plan.trigger,
          theKeysSwitches: plan.theKeys,
          smoobuSwitches: plan.smoobu,
        });
        try {
          runs += await play(world, plan);
        } finally {
          await world.close();
        }
      }),
      { numRuns: CASES },
    );
    expect(runs).toBeGreaterThan(600 * (CASES / 120));
  });
});

async function play(world: World, plan: Scenario): Promise<number> {
  const foreignBefore = foreignShares(world);
  const installations = Array.from({ length: plan.installations }, () => world.install());
  const stepRuns = await playSteps(world, plan, installations);
  const settled = await runUntilSettled(world, installations, { maxRounds: MAX_ROUNDS });
  assertForeign(world, foreignBefore);
  assertEvents(world);
  assertDeletes(world, plan.layout);
  for (const installation of installations) {
    const last = await installation.run();
    expect(last.operations.filter((operation) => operation.status !== 'held')).toEqual([]);
    assertDoors(world, { layout: plan.layout, report: last });
  }
  return stepRuns + settled.runs + installations.length;
}
