/** Properties of every plan: foreign codes are unchanged, each live stay has one right code per door, and its PINs are good (sync rules). */
import { bookingOf } from '../support/ids.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey } from '../../shared/domain/ids.ts';
import { englishSentence } from '../../shared/i18n/problem-text.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { worlds } from './arbitraries.ts';
import { assure, timeLimitMs } from './assure.ts';
import { managedFor, mappedPlaces, tagsIn } from './managed-codes.ts';
import { isTrivial, liveStays, sameName, windowOfCode, wallNow, zoneAt } from './oracle.ts';
import type { Expected } from './oracle.ts';
import { codeById, isOver } from './plan-questions.ts';
import { applyPlan } from './simulate.ts';
import { inputOf } from './world.ts';
import type { TrueCode } from './world.ts';

const CASES = 400;
const every = (name: string, check: () => void): void => it(name, check, timeLimitMs(CASES));

describe('foreign codes', () => {
  every('no operation changes a foreign code, except to link the only one with the same name and start', () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        const stays = liveStays(world);
        for (const operation of plan(inputOf(world)).operations) {
          const id = operation.kind === 'move' ? operation.from.codeId : operation.kind === 'create' ? null : operation.codeId;
          if (id === null) continue;
          const code = codeById(world, id);
          if (operation.kind !== 'adopt') {
            expect(managedFor(world, code)).toBe(bookingOf(operation));
            continue;
          }
          expect(tagsIn(code.description)).toEqual([]);
          const stay = stays.find((entry) => entry.booking.id === bookingOf(operation))!;
          const fits = (candidate: TrueCode, wanted: Expected): boolean =>
            placeKey(candidate) === placeKey(operation) &&
            tagsIn(candidate.description).length === 0 &&
            sameName(candidate.name, wanted.booking.guestName) &&
            [wanted.start.slice(0, 10), wanted.booking.arrival].includes(candidate.startDate ?? '');
          expect(world.codes.filter((candidate) => fits(candidate, stay))).toEqual([code]);
          expect(world.codes.some((other) => managedFor(world, other) === stay.booking.id && placeKey(other) === placeKey(code))).toBe(
            false,
          );
          expect(operation.record.pin).toBe(code.pin);
        }
      }),
    );
  });

  every('no operation is on a keypad outside the mapping, or on a lock whose list failed', () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        const places = mappedPlaces(world);
        for (const operation of plan(inputOf(world)).operations) {
          const touched = operation.kind === 'move' ? [operation, operation.from] : [operation];
          for (const place of touched) {
            expect(places).toContain(placeKey(place));
            expect(world.failedLocks).not.toContain(place.lockId);
          }
        }
      }),
    );
  });
});

describe('codes of live stays', () => {
  every('each live stay has one right code per door after the plan, or a problem says why not', () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        const result = plan(inputOf(world));
        const codes = applyPlan(world.codes, result);
        const listed = new Map(result.stays.map((stay) => [stay.booking.id, stay]));
        for (const { booking, unit, start, end, inWindow } of liveStays(world)) {
          if (!inWindow && !world.codes.some((code) => managedFor(world, code) === booking.id && !world.failedLocks.has(code.lockId)))
            continue;
          for (const door of unit.doors) {
            const { state, isOff } = listed.get(booking.id)?.doors.find((entry) => placeKey(entry) === placeKey(door)) ?? {};
            const own = codes.filter((code) => placeKey(code) === placeKey(door) && managedFor(world, code) === booking.id);
            const problems = result.problems.filter((problem) => problem.bookingId === booking.id);
            if (state === 'blocked') {
              const reasons = ['no-free-pin', 'scheduled-code', 'unreadable-code'];
              expect(world.failedLocks.has(door.lockId) || problems.some((problem) => reasons.includes(problem.kind))).toBe(true);
              continue;
            }
            expect(state, 'every door of a live stay is accounted for').toMatch(/in-place|planned/);
            if (result.heldBecause !== null) continue;
            // Somebody switched off one of its codes: switched-off.test.ts.
            if (isOff === true || new Set(own.map(({ active }) => active)).size > 1) continue;
            const spares = own.length - 1;
            expect(spares).toBeGreaterThanOrEqual(0);
            // An update that waits leaves everything on its keypad as it is.
            if (
              result.operations.some(
                (operation) => operation.kind === 'update' && operation.hold !== null && bookingOf(operation) === booking.id,
              )
            )
              continue;
            if (spares > 0) expect(!world.complete || problems.some((problem) => problem.kind === 'scheduled-code')).toBe(true);
            const kept = own.reduce((lowest, code) => (code.id < lowest.id ? code : lowest));
            if (kept.hasSchedule) continue;
            if (!world.format.unknownActive || state === 'planned') expect(kept.active).toBe(true);
            if (!(world.format.unknownDates || world.format.unknownTimes) || state === 'planned') {
              // A date without a time may only mean that the list leaves out times. Then only the days are compared.
              const known = (moment: string, time: unknown): string =>
                time === null && state !== 'planned' ? moment.slice(0, 10) : moment;
              const window = windowOfCode(kept);
              // A start that has passed may stay as it is once the wanted one has passed too.
              const now = wallNow(zoneAt(world, door, unit), world.nowMs);
              if (start > now || window.start > now) expect(known(window.start, kept.startTime)).toBe(known(start, kept.startTime));
              expect(known(window.end, kept.endTime)).toBe(known(end, kept.endTime));
            }
          }
        }
      }),
    );
  });

  every('each problem makes a whole sentence, and none is listed twice', () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        const sentences = plan(inputOf(world)).problems.map(englishSentence);
        expect(new Set(sentences).size).toBe(sentences.length);
        for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]+\.$/u);
      }),
    );
  });

  every('a stay that is over or beyond the horizon gets no new code', () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        const live = new Map(liveStays(world).map((stay) => [stay.booking.id, stay]));
        for (const operation of plan(inputOf(world)).operations) {
          if (operation.kind !== 'create' && operation.kind !== 'adopt' && operation.kind !== 'move') continue;
          const stay = live.get(bookingOf(operation))!;
          const hasCode = world.codes.some((code) => managedFor(world, code) === bookingOf(operation));
          expect(stay.inWindow || hasCode).toBe(true);
          expect(operation.record.description.startsWith(`Smoobu#${String(bookingOf(operation))}`)).toBe(true);
        }
      }),
    );
  });
});

describe('PINs', () => {
  every('no PIN of an existing code changes', () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        for (const operation of plan(inputOf(world)).operations) {
          if (operation.kind === 'update' || operation.kind === 'adopt')
            expect(operation.record.pin).toBe(codeById(world, operation.codeId).pin);
        }
      }),
    );
  });

  every('a new PIN is digits, not trivial and unused on its keypad, and while PINs last by other live bookings', () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        const given = new Map<string, number>();
        for (const operation of plan(inputOf(world)).operations) {
          if (operation.kind !== 'create' && operation.kind !== 'move') continue;
          const { pin } = operation.record;
          expect(pin).toMatch(/^[0-9]{4,8}$/);
          const onKeypad = world.codes.filter((code) => placeKey(code) === placeKey(operation)).map((code) => code.pin);
          expect(onKeypad).not.toContain(pin);
          const here = `${placeKey(operation)} ${pin}`;
          expect(given.has(here)).toBe(false);
          given.set(here, bookingOf(operation));
          if (operation.pinDraw === null) continue;
          expect(isTrivial(pin)).toBe(false);
          if (world.pinVariety < 10_000 || world.knowledge.pinDraws.has(bookingOf(operation))) continue;
          expect(given.get(pin) ?? bookingOf(operation)).toBe(bookingOf(operation));
          given.set(pin, bookingOf(operation));
          for (const stay of liveStays(world).filter(({ booking }) => booking.id !== bookingOf(operation))) {
            const theirs = world.codes.filter(
              (code) => managedFor(world, code) === stay.booking.id && !world.failedLocks.has(code.lockId) && !isOver(world, code),
            );
            expect(theirs.map((code) => code.pin)).not.toContain(pin);
          }
        }
      }),
    );
  });

  every('all doors of a stay have the same PIN, or a problem says so', () => {
    assure(
      CASES * 3,
      fc.property(worlds({ plain: true }), (world) => {
        const result = plan(inputOf(world));
        const codes = applyPlan(world.codes, result);
        for (const stay of result.stays) {
          const pins = new Set<string>();
          for (const door of stay.doors.filter((entry) => entry.state !== 'blocked')) {
            const [first] = codes
              .filter((code) => placeKey(code) === placeKey(door) && managedFor(world, code) === stay.booking.id)
              .sort((one, other) => one.id - other.id);
            if (first?.pin != null) pins.add(first.pin);
          }
          if (pins.size < 2) continue;
          const reported = result.problems.filter((problem) => problem.kind === 'different-pins').map((problem) => problem.bookingId);
          expect(reported).toContain(stay.booking.id);
        }
      }),
    );
  });
});
