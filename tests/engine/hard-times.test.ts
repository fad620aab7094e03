/** Histories in which clouds refuse, lists lag, totals are wrong, disks are full and clocks are wrong: no guest who is near loses a code. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, localNow, MINUTE_MS } from '../../shared/time.ts';
import type { LocalDateTime } from '../../shared/time.ts';
import { soakFactor } from '../reconcile/assure.ts';
import { accountSwitch, beginHardship, createSlowReading, endHardship, hardship } from './hardships.ts';
import type { Hardship } from './hardships.ts';
import { checkInOf, assertDeletes, assertDoors, assertEvents, assertForeign, foreignShares, taggedBooking } from './invariants.ts';
import { applyChange, runUntilSettled } from './play.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import type { ProblemKind } from '../../shared/domain/problem.ts';
import { change, portfolio, scenario } from './scenario.ts';
import type { Change, Scenario } from './scenario.ts';
import { assertOnlyExtended, SafeHistory } from './safe-history.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

const CASES = Math.ceil(40 * soakFactor(process.env));
const NEAR_MINUTES = 24 * 60;

interface HardStep {
  readonly changes: readonly Change[];
  readonly minutes: number;
  readonly hardship: Hardship | null;
  readonly rounds: number;
  /** What the user answers after each round: about another account, and about removals. */
  readonly answers: { readonly accounts: 'approve' | 'keep'; readonly removals: 'approve' | 'keep' } | null;
}
const choice = fc.constantFrom('approve' as const, 'keep' as const);
const hardStep: fc.Arbitrary<HardStep> = fc.record({
  changes: fc.array(change, { maxLength: 3 }),
  minutes: fc.constantFrom(1, 15, 60, 60 * 24),
  hardship: fc.option(fc.oneof({ weight: 5, arbitrary: hardship }, { weight: 1, arbitrary: accountSwitch }), { freq: 5 }),
  rounds: fc.integer({ min: 1, max: 4 }),
  answers: fc.option(fc.record({ accounts: choice, removals: choice })),
});

describe('hard times', () => {
  it('pass, and no guest who is near loses a code meanwhile', { timeout: 120_000 * Math.max(1, CASES / 40) }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.array(hardStep, { minLength: 1, maxLength: 5 }), async (plan, steps) => {
        const { seed, mapping } = portfolio(plan);
        const world = await startWorld(seed, mapping, {
          nowMs: plan.nowMs,
          trigger: plan.trigger,
          theKeysSwitches: plan.theKeys,
          smoobuSwitches: plan.smoobu,
          hasFiles: true,
        });
        try {
          await play(world, plan, steps);
        } finally {
          await world.close();
        }
      }),
      // Shrinking must not take so long that the counterexample is never shown.
      { numRuns: CASES, plugins: [fc.interruptAfterTimeLimit(90_000 * Math.max(1, CASES / 40), { failOnInterrupt: true })] },
    );
  });
});

async function play(world: World, plan: Scenario, steps: readonly HardStep[]): Promise<void> {
  const foreignBefore = foreignShares(world);
  const slow = createSlowReading();
  const installations = Array.from({ length: plan.installations }, () => world.install({ startDeadline: slow.startDeadline }));
  const histories = installations.map((installation) => new SafeHistory(world, installation));
  for (const step of steps) {
    for (const one of step.changes) applyChange(one, world, plan);
    world.clock.advance(step.minutes * MINUTE_MS);
    if (step.hardship !== null) beginHardship(step.hardship, world);
    slow.play(step.hardship, world);
    for (let round = 0; round < step.rounds; round += 1) {
      const trueNow = localNow(plan.layout.zone, world.clock.nowMs() - (step.hardship?.clockErrorMs ?? 0));
      const before = codesOfNearGuests(world, trueNow);
      const what = `at ${trueNow}, ${step.hardship?.name ?? 'no hardship'}`;
      const begun = histories.map((history) => history.begin());
      const known = world.clouds.theKeys.events().length;
      const reports = await Promise.all(installations.map((installation) => installation.run()));
      if (begun.every(({ isOther }) => isOther)) assertOnlyExtended(world.clouds.theKeys.events().slice(known), what);
      for (const [index, history] of histories.entries()) {
        const [before, report] = [begun[index], reports[index]];
        if (before !== undefined && report !== undefined) history.end(before, report, what);
        if (step.answers !== null) history.answerAll(step.answers.accounts, step.answers.removals);
      }
      const after = codesOfNearGuests(world, trueNow);
      for (const door of before) expect(after, `${door} ${what}`).toContain(door);
      world.clock.advance(15 * MINUTE_MS);
    }
    if (step.hardship !== null) endHardship(step.hardship, world, plan);
    // A process does not try rejected credentials again by itself here.
    if (step.hardship?.faults !== undefined) await Promise.all(installations.map((installation) => installation.restart()));
  }
  slow.play(null, world);
  // Whoever approved another account approves the former one again.
  await Promise.all(installations.map((installation) => installation.run()));
  for (const history of histories) history.answerAll('approve', 'keep');
  // What was refused is tried again after a day at most, and at once for guests who arrive within one.
  const isRefused = ({ problems }: RunReport): boolean => problems.some(({ kind }) => kind === 'write-refused' || kind === 'pin-refused');
  const settled = await runUntilSettled(world, installations, { maxRounds: 16, roundMs: 120 * MINUTE_MS, isUnfinished: isRefused });
  // A keypad that was full is tried again once a day: until then a distant arrival may wait, and is told.
  const excuses = new Set<ProblemKind>(['removed-for-room', 'waits-for-place']);
  for (const report of settled.last) assertDoors(world, { layout: plan.layout, report, excuses });
  assertForeign(world, foreignBefore);
  assertEvents(world);
  assertDeletes(
    world,
    plan.layout,
    steps.some(({ hardship }) => hardship?.theKeys?.codesPerKeypad != null),
  );
}

/** The doors that a code opens, or will at the arrival, of guests who are staying or arrive within 24 hours. */
function codesOfNearGuests(world: World, now: LocalDateTime): ReadonlySet<string> {
  const found = new Set<string>();
  const soon = addMinutes(now, NEAR_MINUTES);
  for (const booking of world.clouds.smoobu.bookings()) {
    const checkIn = checkInOf(booking, world.clouds.smoobu.bookings());
    const [start, end] = [`${booking.arrival}T${checkIn}`, `${booking.departure}T12:00`];
    if (booking.type === 'cancellation' || start > soon || end <= now) continue;
    const needed = start > now ? start : now;
    const unit = world.settings.mapping.units.find(({ unitId }) => unitId === booking.apartmentId);
    for (const { lockId, keypadId } of unit?.doors ?? []) {
      const codes = world.clouds.theKeys.codes(lockId).filter((share) => {
        if (share.accessory.stringId !== keypadId || taggedBooking(share) !== booking.id || !share.active) return false;
        return (
          `${share.startDate ?? '0000'}T${share.startTime ?? '00:00'}` <= needed &&
          needed < `${share.endDate ?? '9999'}T${share.endTime ?? '24:00'}`
        );
      });
      if (codes.length > 0) found.add(`booking ${String(booking.id)} at ${String(lockId)}`);
    }
  }
  return found;
}
