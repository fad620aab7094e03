/** The same end from far longer and wilder histories. About two minutes; `LATCHKEY_SOAK_FACTOR=20 npm run soak` for most of an hour. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '../../shared/domain/problem.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { soakFactor } from '../reconcile/assure.ts';
import { assertDeletes, assertDoors, assertEvents, assertForeign, assertNobodyElse, assertNoStrays, foreignShares } from './invariants.ts';
import { comeToRest, playSteps } from './play.ts';
import { portfolio } from './scenario.ts';
import { HANG_TIMEOUT_MS, wideScenario } from './wide-scenario.ts';
import type { WideScenario } from './wide-scenario.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

const CASES = Math.ceil(250 * soakFactor(process.env));
/** Looking for the smallest form of a failure ends here too. */
const MAX_MS = 9 * 60_000 * Math.max(1, soakFactor(process.env));
const MAX_ROUNDS = 12;
const ANSWERING_TIMEOUT_MS = 5_000;

/** A full keypad, and a PIN that a list of numbers does not surely tell: the user is told, and nothing more can be done. */
const EXCUSES: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['write-failed', 'unverified', 'unreadable-code', 'unknown-booking-type']);
const STILL_AT_WORK: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'booking-missing',
  'list-failed',
  'cloud-unreachable',
  'cloud-failed',
  'bookings-incomplete',
]);

describe('long histories over the wire', () => {
  it('come to the same right end from any mishap', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(wideScenario, async (plan) => {
        const { seed, mapping } = portfolio(plan);
        const world = await startWorld(seed, mapping, { nowMs: plan.nowMs, theKeysSwitches: plan.theKeys, smoobuSwitches: plan.smoobu });
        world.settings = { ...world.settings, codes: { ...world.settings.codes, pinLength: plan.pinLength } };
        try {
          runs += await play(world, plan);
        } finally {
          await world.close();
        }
      }),
      { numRuns: CASES, plugins: [fc.interruptAfterTimeLimit(MAX_MS)], ...searchFrom(process.env) },
    );
    expect(runs).toBeGreaterThan(0);
  });
});

/** LATCHKEY_SOAK_SEED repeats a run that failed; LATCHKEY_SOAK_SHRINK=no tells the failure at once, not in its smallest form. */
function searchFrom(environment: Readonly<Record<string, string | undefined>>): { readonly seed?: number; readonly endOnFailure: boolean } {
  const { LATCHKEY_SOAK_SEED: seed, LATCHKEY_SOAK_SHRINK: shrink } = environment;
  return { endOnFailure: shrink === 'no', ...(seed === undefined ? {} : { seed: Number(seed) }) };
}

async function play(world: World, plan: WideScenario): Promise<number> {
  const foreignBefore = foreignShares(world);
  const hangs = plan.steps.some(({ faults }) => [...faults.smoobu, ...faults.theKeys].some((fault) => fault?.kind.startsWith('hang')));
  const homes = Array.from({ length: plan.installations }, () => world.install(hangs ? { requestTimeoutMs: HANG_TIMEOUT_MS } : {}));
  let runs = await playSteps(world, plan, homes);
  if (hangs) for (const home of homes) await home.restart({ requestTimeoutMs: ANSWERING_TIMEOUT_MS });

  const { codesPerKeypad } = world.clouds.theKeys.switches();
  const options = {
    mostRounds: MAX_ROUNDS,
    mayFail: ({ kind }: { kind: string }) => codesPerKeypad !== null && (kind === 'create' || kind === 'move'),
    isUnfinished: (report: RunReport) => report.problems.some((problem) => STILL_AT_WORK.has(problem.kind)),
  };
  const rest = await comeToRest(world, homes, options);
  assertAll(world, plan, rest.last);
  // The user agrees to what is held: then nothing of a former booking is left at all.
  const agreed = await homes[0]?.run({ applyHeld: true });
  expect(agreed?.operations.filter(({ status }) => status === 'held') ?? []).toEqual([]);
  const after = await comeToRest(world, homes, options);
  assertAll(world, plan, after.last);
  runs += rest.runs + 1 + after.runs;
  assertForeign(world, foreignBefore);
  assertEvents(world);
  assertDeletes(world, plan.layout);
  return runs;
}

function assertAll(world: World, { layout }: WideScenario, last: readonly RunReport[]): void {
  for (const report of last) {
    const rules = { layout, problems: report.problems, excuses: EXCUSES };
    assertDoors(world, rules);
    assertNoStrays(world, rules);
    assertNobodyElse(world, layout, report);
  }
}
