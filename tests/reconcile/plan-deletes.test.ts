/** Properties of every plan: evidence for each delete, holds, and no influence of order or repetition (sync rules). */
import { bookingOf } from '../support/ids.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey } from '../../shared/domain/ids.ts';
import { holdOf } from '../../shared/domain/plan.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import type { MemoryValue } from '../../shared/domain/memory.ts';
import type { DeleteOperation, Plan, WaitingDelete } from '../../shared/domain/plan.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { worlds } from './arbitraries.ts';
import { assure, timeLimitMs } from './assure.ts';
import { managedFor } from './managed-codes.ts';
import { isListed, known, liveStays, stayOf, wallNow, windowOfCode, zoneAt } from './oracle.ts';
import { codeById, deletesOf, isOver } from './plan-questions.ts';
import { applyPlan } from './simulate.ts';
import { inputOf, remember } from './world.ts';
import type { World } from './world.ts';

const CASES = 400;
const every = (name: string, check: () => void): void => it(name, check, timeLimitMs(CASES));

describe('deletes', () => {
  every('each has evidence', () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        const live = new Map(liveStays(world).map((stay) => [stay.booking.id, stay]));
        const result = plan(inputOf(world));
        const codes = applyPlan(world.codes, result);
        for (const operation of deletesOf(result)) {
          const code = codeById(world, operation.codeId);
          const id = bookingOf(operation);
          expect(managedFor(world, code)).toBe(id);
          const others = codes.filter((other) => other.id !== code.id && managedFor(world, other) === id);
          switch (operation.evidence) {
            case 'makes-room':
            case 'person-removed':
            case 'door-replaced':
            case 'no-code':
            case 'removed-by-user':
              expect.unreachable('No keypad refused a code, and the user asked for nothing.');
              break;
            case 'cancelled':
              expect(known(world, id)?.state).toBe('cancelled');
              break;
            case 'gone': {
              expect(isListed(world, id)).toBe(false);
              expect(world.lookups.get(id)?.kind).toBe('missing');
              expect(world.nowMs - world.knowledge.missingSinceMs.get(id)!).toBeGreaterThanOrEqual(600_000);
              break;
            }
            case 'ended': {
              const unit = world.settings.mapping.units.find((entry) => entry.unitId === known(world, id)?.unitId) ?? null;
              const now = Date.parse(`${wallNow(zoneAt(world, code, unit), world.nowMs)}Z`);
              expect(now - Date.parse(`${windowOfCode(code).end}Z`)).toBeGreaterThan(world.settings.codes.keepDays * 86_400_000);
              expect(live.has(id)).toBe(false);
              break;
            }
            case 'moved': {
              const doors = live.get(id)!.unit.doors.map(placeKey);
              expect(doors).not.toContain(placeKey(code));
              expect(doors.filter((door) => !others.some((other) => placeKey(other) === door))).toEqual([]);
              break;
            }
            case 'duplicate':
              expect(
                world.codes.some((other) => other.id < code.id && managedFor(world, other) === id && placeKey(other) === placeKey(code)),
              ).toBe(true);
              break;
          }
          if (!world.complete) expect(operation.evidence).toBe('ended');
        }
        for (const operation of result.operations) if (operation.kind === 'move') expect(world.complete).toBe(true);
      }),
    );
  });

  every('a code that is valid during a cancelled stay needs the user’s approval', () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        for (const operation of deletesOf(plan(inputOf(world)))) {
          if (operation.evidence !== 'cancelled' && operation.evidence !== 'gone') continue;
          const code = codeById(world, operation.codeId);
          const booking = known(world, bookingOf(operation));
          const stay = booking === null ? null : stayOf(world, booking);
          const now = wallNow(zoneAt(world, code, stay?.unit ?? null), world.nowMs);
          const { start, end } = windowOfCode(code);
          const isOpen = start <= now && now < end;
          const isOn = stay !== null && stay.start <= now && now < stay.end;
          const hasNext = liveStays(world).some(
            (next) => next.start > start && next.start <= now && next.booking.id !== bookingOf(operation),
          );
          if (code.active && (isOpen || (isOn && now < end)) && !hasNext) expect(operation.hold).not.toBeNull();
        }
      }),
    );
  });

  every('too many deletes are held, and the user’s decisions are respected', () => {
    assure(
      CASES,
      fc.property(
        worlds({ plain: true }),
        fc.array(fc.constantFrom('released', 'dismissed', 'waiting', 'nothing', 'nothing'), { minLength: 1, maxLength: 12 }),
        (bare, decisions) => {
          const before = { released: new Set<string>(), dismissed: new Set<string>(), waiting: new Set<string>() };
          const waiting = new Map<string, WaitingDelete>();
          const remembered = { ...nothingRemembered(), decision: new Map<string, MemoryValue<'decision'>>() };
          for (const [index, operation] of deletesOf(plan(inputOf(bare))).entries()) {
            const decision = decisions[index % decisions.length];
            if (decision !== undefined && decision !== 'nothing') before[decision].add(operation.key);
            if (decision === 'waiting') waiting.set(operation.key, { ...operation, hold: 'too-many-deletes' });
            if (decision === 'dismissed')
              remembered.decision.set(operation.key, { ...operation, claimId: bookingOf(operation), choice: 'keep' });
          }
          const world: World = { ...bare, knowledge: { ...bare.knowledge, released: before.released, remembered, waiting } };
          const result = plan(inputOf(world));
          const open = world.codes.filter(
            (code) => managedFor(world, code) !== null && !world.failedLocks.has(code.lockId) && !isOver(world, code),
          );
          const deletes = deletesOf(result);
          const counts = (operation: DeleteOperation): boolean =>
            ['cancelled', 'gone'].includes(operation.evidence) && open.some((code) => code.id === operation.codeId && code.active);
          const number = deletes.filter((operation) => counts(operation) && !before.released.has(operation.key)).length;
          const tooMany = number > 3 && number / open.length > 0.3;
          const noBookings = world.complete && world.bookings.every(({ state }) => state === 'blocked') && open.length > 0;
          expect(result.heldBecause).toBe(noBookings ? 'no-bookings' : null);
          for (const operation of deletes) {
            expect(before.dismissed).not.toContain(operation.key);
            const hold = operation.hold;
            if (before.released.has(operation.key)) expect(hold).toBeNull();
            else if (noBookings) expect(hold).toBe('no-bookings');
            else if (counts(operation) && (tooMany || world.clockStepped || before.waiting.has(operation.key))) expect(hold).not.toBeNull();
            else if (hold === 'too-many-deletes') expect(tooMany || before.waiting.has(operation.key)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('order and repetition', () => {
  every('the order of the input makes no difference', () => {
    const keys = fc.array(fc.nat(1_000), { minLength: 12, maxLength: 12 });
    assure(
      CASES,
      fc.property(worlds(), keys, (world, numbers) => {
        const shuffle = <T>(items: readonly T[]): T[] =>
          items
            .map((item, index) => ({ item, rank: (numbers[index % numbers.length] ?? 0) + (index >> 3) }))
            .sort((one, other) => one.rank - other.rank)
            .map(({ item }) => item);
        const { mapping } = world.settings;
        const shuffled: World = {
          ...world,
          bookings: shuffle(world.bookings),
          codes: shuffle(world.codes),
          lockIds: shuffle(world.lockIds),
          lookups: new Map(shuffle([...world.lookups])),
          settings: {
            ...world.settings,
            mapping: { units: shuffle(mapping.units), locks: shuffle(mapping.locks), retired: shuffle(mapping.retired) },
          },
        };
        const one = plan(inputOf(world));
        const other = plan(inputOf(shuffled));
        expect({ ...other, stays: [] }).toEqual({ ...one, stays: [] });
        const byId = (result: Plan) => [...result.stays].sort((left, right) => left.booking.id - right.booking.id);
        expect(byId(other)).toEqual(byId(one));
      }),
    );
  });

  every('after a plan is carried out nothing but held deletes is left to do, whatever the lists leave unknown', () => {
    assure(
      CASES * 2,
      fc.property(worlds(), (world) => {
        const first = plan(inputOf(world));
        const after: World = { ...world, codes: applyPlan(world.codes, first), knowledge: remember(world.knowledge, first) };
        // A run that is held as a whole leaves everything until bookings come back.
        if (first.heldBecause !== null) return;
        // A code without an end, of a stay long over, first gets its end; only then is it old enough to delete.
        const shortened = new Set(first.operations.flatMap((operation) => (operation.kind === 'update' ? [operation.codeId] : [])));
        const again = plan(inputOf(after)).operations.filter(
          (operation) =>
            holdOf(operation) === null &&
            !(operation.kind === 'delete' && operation.evidence === 'ended' && shortened.has(operation.codeId)),
        );
        expect(again).toEqual([]);
      }),
    );
  });

  every('planning does not change its input', () => {
    assure(
      100,
      fc.property(worlds(), (world) => {
        const before = structuredClone({ ...world });
        plan(inputOf(world));
        expect({ ...world }).toEqual(before);
      }),
    );
  });
});
