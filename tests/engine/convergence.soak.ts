/** convergence.test.ts with far longer scenarios. Takes about two minutes, and most of an hour with `LATCHKEY_SOAK_FACTOR=20 npm run soak`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '../../shared/domain/problem.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { soakFactor, soakSearch } from '../reconcile/assure.ts';
import { assertDeletes, assertDoors, assertEvents, assertForeign, assertNobodyElse, assertNoStrays, foreignShares } from './invariants.ts';
import { runUntilSettled, playSteps } from './play.ts';
import { portfolio } from './scenario.ts';
import { HANG_TIMEOUT_MS, wideScenario } from './wide-scenario.ts';
import type { WideScenario } from './wide-scenario.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

const CASES = Math.ceil(250 * soakFactor(process.env));
/** Also ends the search for the smallest failing case. */
const MAX_MS = 9 * 60_000 * Math.max(1, soakFactor(process.env));
const MAX_ROUNDS = 12;
const USUAL_TIMEOUT_MS = 5_000;

/** A PIN that a number does not show exactly, and bookings that contradict themselves: Latchkey can only report them. */
const EXCUSES: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['write-failed', 'unverified', 'unreadable-code', 'unknown-booking-type']);
const UNFINISHED: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'booking-missing',
  'list-failed',
  'cloud-unreachable',
  'credentials-rejected',
  'cloud-failed',
  'bookings-incomplete',
]);

describe('long scenarios', () => {
  it('reach the right state after any failures', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(wideScenario, async (plan) => {
        const { seed, mapping } = portfolio(plan);
        const world = await startWorld(seed, mapping, {
          nowMs: plan.nowMs,
          trigger: plan.trigger,
          theKeysSwitches: plan.theKeys,
          smoobuSwitches: plan.smoobu,
        });
        world.settings = { ...world.settings, codes: { ...world.settings.codes, pinLength: plan.pinLength } };
        try {
          runs += await play(world, plan);
        } finally {
          await world.close();
        }
      }),
      { numRuns: CASES, plugins: [fc.interruptAfterTimeLimit(MAX_MS)], ...soakSearch(process.env) },
    );
    expect(runs).toBeGreaterThan(0);
  });
});

async function play(world: World, plan: WideScenario): Promise<number> {
  const foreignBefore = foreignShares(world);
  const hangs = plan.steps.some(({ faults }) => [...faults.smoobu, ...faults.theKeys].some((fault) => fault?.kind.startsWith('hang')));
  const installations = Array.from({ length: plan.installations }, () => world.install(hangs ? { requestTimeoutMs: HANG_TIMEOUT_MS } : {}));
  let runs = await playSteps(world, plan, installations);
  if (hangs) for (const installation of installations) await installation.restart({ requestTimeoutMs: USUAL_TIMEOUT_MS });

  const { codesPerKeypad } = world.clouds.theKeys.switches();
  const options = {
    maxRounds: MAX_ROUNDS,
    mayFail: ({ kind }: { kind: string }) => codesPerKeypad !== null && (kind === 'create' || kind === 'move'),
    isUnfinished: (report: RunReport) => report.problems.some((problem) => UNFINISHED.has(problem.kind)),
  };
  const settled = await runUntilSettled(world, installations, options);
  assertAll(world, plan, settled.last);
  // After the user approves what is held, no code of a former booking is left.
  const approved = await installations[0]?.run({ applyHeld: true });
  expect(approved?.operations.filter(({ status }) => status === 'held') ?? []).toEqual([]);
  const after = await runUntilSettled(world, installations, options);
  assertAll(world, plan, after.last);
  runs += settled.runs + 1 + after.runs;
  assertForeign(world, foreignBefore);
  assertEvents(world);
  assertDeletes(world, plan.layout);
  return runs;
}

/** Where keypads hold few codes. */
const FULL: readonly ProblemKind[] = [
  'keypad-full',
  'waits-for-place',
  'removed-for-room',
  'write-refused',
  'pin-open',
  'pin-refused',
  'never-listed',
];

function assertAll(world: World, { layout }: WideScenario, last: readonly RunReport[]): void {
  const excuses = world.clouds.theKeys.switches().codesPerKeypad === null ? EXCUSES : new Set([...EXCUSES, ...FULL]);
  for (const report of last) {
    const rules = { layout, report, excuses };
    assertDoors(world, rules);
    assertNoStrays(world, rules);
    assertNobodyElse(world, layout, report);
  }
}
