/** Crashes, lost requests and two installations: several runs together reach the same state (sync rules, last line). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey } from '../../shared/domain/ids.ts';
import { holdOf } from '../../shared/domain/plan.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { worlds } from './arbitraries.ts';
import { assure, timeLimitMs } from './assure.ts';
import { managedFor } from './managed-codes.ts';
import { liveStays, wallNow, windowOfCode, zoneAt } from './oracle.ts';
import { applyPlan, applyStep, applySteps, interleave, stepsOf } from './simulate.ts';
import type { Fate, Progress, Step } from './simulate.ts';
import { inputOf, NO_KNOWLEDGE, remember } from './world.ts';
import type { TrueCode, World } from './world.ts';

const CASES = 300;
const every = (name: string, check: () => void): void => it(name, check, timeLimitMs(CASES));

function run(world: World): World {
  const result = plan(inputOf(world));
  return { ...world, codes: applyPlan(world.codes, result), knowledge: remember(world.knowledge, result) };
}

/** Nothing is left to do but deletes that need the user's approval. */
function isSettled(world: World): boolean {
  return plan(inputOf(world)).operations.every((operation) => holdOf(operation) !== null);
}

function settle(world: World, rounds: number): World {
  let next = world;
  for (let round = 0; round < rounds && !isSettled(next); round += 1) next = run(next);
  return next;
}

/** Exactly one code per live booking and door, except where a problem or a schedule prevents it. */
function expectOneCodeEach(world: World): void {
  const result = plan(inputOf(world));
  // A run that is held as a whole leaves duplicates, too.
  if (result.heldBecause !== null) return;
  for (const stay of result.stays) {
    for (const door of stay.doors) {
      const own = world.codes.filter((code) => managedFor(world, code) === stay.booking.id && placeKey(code) === placeKey(door));
      const scheduled = own.some((code) => code.hasSchedule);
      // Somebody switched off one: it stays off, and beside one that is on both stay.
      if (door.isOff === true || new Set(own.map(({ active }) => active)).size > 1) continue;
      // What waits for the user leaves everything on its keypad as it is.
      if (result.operations.some((operation) => operation.bookingId === stay.booking.id && holdOf(operation) !== null)) continue;
      if (door.state !== 'blocked' && !scheduled) expect(own).toHaveLength(1);
    }
  }
}

interface Guests {
  readonly doors: readonly string[];
  readonly open: readonly string[];
  readonly anywhere: readonly number[];
}
/** Guests with a code: on which doors, on which of them it works now during the stay, and anywhere at all. */
function guestsWithCodes(world: World, codes: readonly TrueCode[]): Guests {
  const doors: string[] = [];
  const open: string[] = [];
  const anywhere: number[] = [];
  for (const { booking, unit, start, end } of liveStays(world)) {
    const own = codes.filter((code) => managedFor(world, code) === booking.id);
    if (own.length > 0) anywhere.push(booking.id);
    for (const door of unit.doors) {
      const here = own.filter((code) => placeKey(code) === placeKey(door));
      const now = wallNow(zoneAt(world, door, unit), world.nowMs);
      const name = `${String(booking.id)}@${placeKey(door)}`;
      if (here.length > 0) doors.push(name);
      const works = here.some((code) => code.active && windowOfCode(code).start <= now && now < windowOfCode(code).end);
      if (works && start <= now && now < end) open.push(name);
    }
  }
  return { doors, open, anywhere };
}
function expectNobodyLockedOut(world: World, before: Guests, codes: readonly TrueCode[]): void {
  const now = guestsWithCodes(world, codes);
  expect(now.doors).toEqual(expect.arrayContaining([...before.doors]));
  expect(now.open).toEqual(expect.arrayContaining([...before.open]));
  expect(now.anywhere).toEqual(expect.arrayContaining([...before.anywhere]));
}

describe('a crash between two steps', () => {
  every('no guest loses a code at any moment of a plan', () => {
    assure(
      CASES,
      fc.property(
        worlds({ plain: true }),
        fc.array(fc.constantFrom<Fate>('done', 'done', 'done', 'lost'), { minLength: 1, maxLength: 20 }),
        (world, fates) => {
          const before = guestsWithCodes(world, world.codes);
          let progress: Progress = { codes: world.codes, done: new Set() };
          for (const [index, step] of stepsOf(plan(inputOf(world))).entries()) {
            progress = applyStep(progress, step, fates[index % fates.length] ?? 'done');
            expectNobodyLockedOut(world, before, progress.codes);
          }
        },
      ),
    );
  });

  every('after any part of a plan, the next runs reach the same state, with or without its memory', () => {
    assure(
      CASES,
      fc.property(worlds({ clean: true, plain: true }), fc.nat(20), fc.boolean(), (world, kept, remembers) => {
        const first = plan(inputOf(world));
        const codes = applySteps(world.codes, stepsOf(first).slice(0, kept)).codes;
        const crashed: World = { ...world, codes, knowledge: remembers ? remember(world.knowledge, first) : world.knowledge };
        const settled = settle(crashed, 3);
        expect(isSettled(settled)).toBe(true);
        expectOneCodeEach(settled);
      }),
    );
  });

  every('the next runs repeat what was lost', () => {
    assure(
      CASES,
      fc.property(worlds({ clean: true }), fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (world, losses) => {
        const first = plan(inputOf(world));
        const { codes } = applySteps(world.codes, stepsOf(first), (index) => (losses[index % losses.length] === true ? 'lost' : 'done'));
        const settled = settle({ ...world, codes, knowledge: remember(world.knowledge, first) }, 3);
        expect(isSettled(settled)).toBe(true);
        expectOneCodeEach(settled);
      }),
    );
  });
});

describe('two installations on one account', () => {
  every('at the same time, with different PIN keys, they reach one code per booking and door', () => {
    assure(
      CASES,
      fc.property(
        worlds({ clean: true, plain: true }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (world, turns, aware) => {
          const other: World = {
            ...world,
            pinKey: 2,
            knowledge: aware ? world.knowledge : { ...NO_KNOWLEDGE, missingSinceMs: world.knowledge.missingSinceMs },
          };
          const before = guestsWithCodes(world, world.codes);
          let codes = world.codes;
          let knowledge = [world.knowledge, other.knowledge] as const;
          for (let round = 0; round < 4; round += 1) {
            const plans = [
              plan(inputOf({ ...world, codes, knowledge: knowledge[0] })),
              plan(inputOf({ ...other, codes, knowledge: knowledge[1] })),
            ] as const;
            const done: [ReadonlySet<string>, ReadonlySet<string>] = [new Set(), new Set()];
            for (const { first, step } of interleave(stepsOf(plans[0]), stepsOf(plans[1]), turns)) {
              const side = first ? 0 : 1;
              const progress = applyStep({ codes, done: done[side] }, step, 'done');
              codes = progress.codes;
              done[side] = progress.done;
              expectNobodyLockedOut(world, before, codes);
            }
            knowledge = [remember(knowledge[0], plans[0]), remember(knowledge[1], plans[1])];
          }
          const ends: World = { ...world, codes, knowledge: knowledge[0] };
          expect(isSettled(ends)).toBe(true);
          expect(isSettled({ ...other, codes, knowledge: knowledge[1] })).toBe(true);
          expectOneCodeEach(ends);
        },
      ),
    );
  });

  every('one after the other, the second has nothing to do', () => {
    assure(
      CASES,
      fc.property(worlds({ clean: true }), (world) => {
        const after = run(world);
        const other: World = { ...after, pinKey: 2 };
        // A code that got its end in the first run may now be old enough to delete.
        const steps: readonly Step[] = stepsOf(plan(inputOf({ ...other, knowledge: after.knowledge })));
        expect(steps.filter(({ operation }) => operation.kind !== 'delete' || operation.evidence !== 'ended')).toEqual([]);
      }),
    );
  });
});
