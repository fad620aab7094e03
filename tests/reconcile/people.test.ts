/** Bookings and people mixed: foreign codes and those of unknown people stay, plans converge, and no code between stays meets a stay. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimOf, placeKey } from '../../shared/domain/ids.ts';
import { holdOf } from '../../shared/domain/plan.ts';
import type { Plan, StayWindow } from '../../shared/domain/plan.ts';
import { personSchema } from '../../shared/domain/wishes.ts';
import type { Person } from '../../shared/domain/wishes.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import type { LocalDate, WallTime } from '../../shared/time.ts';
import { codeId } from '../support/ids.ts';
import { worlds } from './arbitraries.ts';
import type { WorldOptions } from './arbitraries.ts';
import { assure, timeLimitMs } from './assure.ts';
import { wallNow, windowOfCode } from './oracle.ts';
import { mappedPlaces, shift } from './managed-codes.ts';
import { codeById } from './plan-questions.ts';
import { PLACES } from './recipes.ts';
import { applyPlan, applyStep, stepsOf } from './simulate.ts';
import type { Fate, Progress } from './simulate.ts';
import { inputOf, remember } from './world.ts';
import type { TrueCode, World } from './world.ts';

const CASES = 300;
const every = (name: string, check: () => void): void => it(name, check, timeLimitMs(CASES));

const IDS = ['k3m9qa', 'aaaaaa', 'b12345'] as const;
const STRANGER = 'zzzzzz';

const personRecipe = fc.record({
  doors: fc.integer({ min: 1, max: 15 }),
  kind: fc.constantFrom('always', 'once', 'between-stays', 'between-stays', 'between-stays'),
  unit: fc.constantFrom(101, 101, 102, 103, 999),
  hours: fc.constantFrom(12, 12, 2, 24),
  from: fc.integer({ min: -4_000, max: 4_000 }),
  minutes: fc.integer({ min: 1, max: 4_000 }),
  isRemoved: fc.constantFrom(false, false, false, false, true),
});
const codeRecipe = fc.record({
  of: fc.constantFrom(...IDS, ...IDS, STRANGER),
  place: fc.integer({ min: 0, max: 3 }),
  start: fc.integer({ min: -3_000, max: 5_000 }),
  minutes: fc.integer({ min: 1, max: 3_000 }),
  isOpen: fc.constantFrom(false, false, false, false, true),
  hasSchedule: fc.constantFrom(false, false, false, false, false, true),
});

function mixed(options: WorldOptions = {}): fc.Arbitrary<World> {
  return fc
    .tuple(worlds(options), fc.array(personRecipe, { minLength: 1, maxLength: 3 }), fc.array(codeRecipe, { maxLength: 5 }))
    .map(([world, recipes, codes]): World => {
      const now = wallNow(world.settings.times.timeZone, world.nowMs);
      const people = recipes.map((recipe, index): Person => {
        const from = shift(now, recipe.from);
        const schedules = {
          always: { kind: 'always' },
          once: { kind: 'once', from, until: shift(from, recipe.minutes) },
          'between-stays': { kind: 'between-stays', unitId: recipe.unit, maxHours: recipe.hours },
        } as const;
        return personSchema.parse({
          id: IDS[index],
          name: `Person ${String(index)}`,
          doors: PLACES.filter((_, place) => ((recipe.doors >> place) & 1) === 1),
          schedule: schedules[recipe.kind],
          createdOn: shift(now, -20_000).slice(0, 10),
          removedAtMs: recipe.isRemoved ? world.nowMs : null,
        });
      });
      const own = codes.map((recipe, index): TrueCode => {
        const start = shift(now, recipe.start);
        const end = shift(start, recipe.minutes);
        const { lockId, keypadId } = PLACES[recipe.place] ?? PLACES[0]!;
        return {
          ...{ id: codeId(3_000 + index), lockId, keypadId, name: 'Person', pin: String(6_130 + index * 7) as TrueCode['pin'] },
          ...{ pinMayLackZeros: false, active: true, startDate: start.slice(0, 10) as LocalDate, startTime: start.slice(11) as WallTime },
          endDate: recipe.isOpen ? null : (end.slice(0, 10) as LocalDate),
          endTime: recipe.isOpen ? null : (end.slice(11) as WallTime),
          ...{ description: `Latchkey#${recipe.of}`, hasSchedule: recipe.hasSchedule, notificationEnabled: false },
        };
      });
      return { ...world, people, codes: [...world.codes, ...own] };
    });
}

function run(world: World): World {
  const result = plan(inputOf(world));
  return { ...world, codes: applyPlan(world.codes, result), knowledge: remember(world.knowledge, result) };
}

const overlap = (one: { start: string; end: string }, other: { start: string; end: string }): boolean =>
  one.start < other.end && other.start < one.end;

/** Windows of the live stays of a unit, as the plan has them. */
function staysOf(result: Plan, unitId: number): readonly StayWindow[] {
  return result.stays.filter(({ booking }) => booking.unitId === unitId).flatMap(({ doors }) => doors.map(({ window }) => window));
}

/** By the codes that are open or will be, of people between the stays of a unit: those that meet a stay. */
function meetings(world: World, result: Plan, codes: readonly TrueCode[]): readonly string[] {
  const places = mappedPlaces(world);
  return (world.people ?? []).flatMap(({ id, schedule, doors, removedAtMs }) => {
    if (schedule.kind !== 'between-stays' || removedAtMs !== null) return [];
    const stays = staysOf(result, schedule.unitId);
    return codes
      .filter(({ description, hasSchedule }) => description === `Latchkey#${id}` && !hasSchedule)
      .filter((code) => doors.some((door) => placeKey(door) === placeKey(code)))
      .filter((code) => !world.failedLocks.has(code.lockId) && places.has(placeKey(code)))
      .filter((code) => windowOfCode(code).end > wallNow(world.settings.times.timeZone, world.nowMs))
      .filter((code) => stays.some((stay) => overlap(stay, windowOfCode(code))))
      .map(({ id: code }) => `${id}: ${String(code)}`);
  });
}

/** All locks and units in one zone, so that windows can be compared. */
function inOneZone(world: World): World {
  const { mapping } = world.settings;
  const units = mapping.units.map((unit) => ({ ...unit, timeZone: null }));
  return { ...world, settings: { ...world.settings, mapping: { ...mapping, units, locks: [] } } };
}

describe('bookings and people', () => {
  every('no operation touches a foreign code, or one of a person who is not known', () => {
    assure(
      CASES,
      fc.property(mixed(), (world) => {
        const known = new Set((world.people ?? []).map(({ id }) => id));
        for (const operation of plan(inputOf(world)).operations) {
          const touched = operation.kind === 'move' ? operation.from.codeId : operation.kind === 'create' ? null : operation.codeId;
          const claim = claimOf(operation);
          if (typeof claim === 'string') expect(known).toContain(claim);
          if (touched === null || operation.kind === 'adopt') continue;
          expect(readTag(codeById(world, touched).description)).toEqual({ kind: 'tagged', claimId: claim });
        }
      }),
    );
  });

  every('a code of a person who was removed goes, without asking, and no other goes for that', () => {
    assure(
      CASES,
      fc.property(mixed({ clean: true }), (world) => {
        const removed = new Set((world.people ?? []).filter(({ removedAtMs }) => removedAtMs !== null).map(({ id }) => id));
        const result = plan(inputOf(world));
        for (const operation of result.operations) {
          if (operation.kind !== 'delete' || operation.personId === undefined) continue;
          expect(operation.hold === null || operation.hold === 'clock-stepped').toBe(true);
          expect(operation.evidence === 'person-removed').toBe(removed.has(operation.personId));
          if (operation.evidence === 'person-removed') expect(operation.hold).toBeNull();
        }
      }),
    );
  });

  every('a few runs leave nothing to do', () => {
    assure(
      CASES,
      fc.property(mixed({ clean: true, plain: true }), (world) => {
        let next = world;
        for (let round = 0; round < 4; round += 1) next = run(next);
        const left = plan(inputOf(next)).operations.filter((operation) => holdOf(operation) === null);
        expect(left).toEqual([]);
      }),
    );
  });
});

describe('a code between stays', () => {
  every('is planned for no time at which the unit is taken', () => {
    assure(
      CASES,
      fc.property(mixed(), (bare) => {
        const world = inOneZone(bare);
        const result = plan(inputOf(world));
        for (const { personId, window } of result.people) {
          const schedule = world.people?.find(({ id }) => id === personId)?.schedule;
          if (schedule?.kind !== 'between-stays' || window === null) continue;
          expect(staysOf(result, schedule.unitId).filter((stay) => overlap(stay, window))).toEqual([]);
        }
      }),
    );
  });

  every('meets no stay once what goes first is done, whatever happens to the rest of the plan', () => {
    assure(
      CASES,
      fc.property(
        mixed({ plain: true }),
        fc.array(fc.constantFrom<Fate>('done', 'lost'), { minLength: 1, maxLength: 20 }),
        (bare, fates) => {
          const world = inOneZone(bare);
          const result = plan(inputOf(world));
          const steps = stepsOf(result);
          const first = steps.filter(({ operation }) => operation.goesFirst === true).length;
          let progress: Progress = { codes: world.codes, done: new Set() };
          for (const [index, step] of steps.entries()) {
            progress = applyStep(progress, step, index < first ? 'done' : (fates[index % fates.length] ?? 'done'));
            if (index >= first) expect(meetings(world, result, progress.codes)).toEqual([]);
          }
        },
      ),
    );
  });
});
