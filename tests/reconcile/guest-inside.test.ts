/** Over generated histories: a guest who is inside keeps the door, until the code's end or the unit's next stay; nothing goes by absence. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeKey } from '../../shared/domain/ids.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { assure, timeLimitMs } from './assure.ts';
import { booking, code, date, DOOR, FORMER_DOOR, SECOND_DOOR, settings } from './fixtures.ts';
import { managedFor } from './managed-codes.ts';
import { wallNow, windowOfCode } from './oracle.ts';
import { applyPlan } from './simulate.ts';
import { inputOf, NO_KNOWLEDGE, PLAIN, remember } from './world.ts';
import type { TrueCode, World } from './world.ts';

const CASES = 200;
const START_MS = Date.parse('2026-11-22T15:00:00Z');
const INSIDE = { arrival: date('2026-11-22'), departure: date('2026-11-25') };
const UNITS = settings({
  units: [
    { unitId: 101, doors: [DOOR, FORMER_DOOR] },
    { unitId: 102, doors: [SECOND_DOOR, FORMER_DOOR] },
  ],
});
const changes = fc.oneof(
  fc.constantFrom('2026-11-21', '2026-11-23', '2026-11-24', '2026-11-26').map((day) => ({ departure: date(day) })),
  fc.constantFrom('2026-11-20', '2026-11-22', '2026-11-24').map((day) => ({ arrival: date(day) })),
  fc.constantFrom(101, 102).map((unitId) => ({ unitId })),
  fc.constantFrom('live' as const, 'cancelled' as const).map((state) => ({ state })),
  fc.constant({}),
);
const histories = fc.array(fc.record({ change: changes, hours: fc.integer({ min: 1, max: 14 }) }), { minLength: 1, maxLength: 10 });

function openAtDoor(codes: readonly TrueCode[], world: World, now: string): readonly TrueCode[] {
  return codes.filter((one) => {
    const { start, end } = windowOfCode(one);
    return managedFor(world, one) === 12 && placeKey(one) === placeKey(DOOR) && one.active && start <= now && now < end;
  });
}

it(
  'a door of somebody staying is kept, and is the next guest’s alone once they are there',
  () => {
    assure(
      CASES,
      fc.property(histories, fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25'), fc.boolean(), (history, nextDay, isAbsent) => {
        let guest = booking(INSIDE);
        const next = booking({ id: 13, arrival: date(nextDay), departure: date('2026-11-30'), guestName: 'Next' });
        const own = code({ startDate: INSIDE.arrival, endDate: INSIDE.departure });
        let world: World = {
          nowMs: START_MS,
          settings: UNITS,
          complete: !isAbsent,
          bookings: [guest, next],
          lookups: new Map(),
          codes: [own, { ...own, id: (own.id + 1) as typeof own.id, ...FORMER_DOOR }] as TrueCode[],
          lockIds: [DOOR, SECOND_DOOR, FORMER_DOOR].map(({ lockId }) => lockId),
          failedLocks: new Set(),
          format: PLAIN,
          clockStepped: false,
          knowledge: NO_KNOWLEDGE,
          pinKey: 1,
          pinVariety: 1_000_000,
        };
        for (const { change, hours } of [{ change: {}, hours: 0 }, ...history]) {
          guest = booking({ ...guest, ...change });
          // In a list that is incomplete the booking may be absent: nothing follows from that.
          const listed = isAbsent && Object.keys(change).length === 0 ? [next] : [guest, next];
          world = { ...world, nowMs: world.nowMs + hours * HOUR_MS, bookings: listed };
          const now = wallNow('Europe/Paris', world.nowMs);
          const before = openAtDoor(world.codes, world, now);
          const result = plan(inputOf(world));
          const codes = applyPlan(world.codes, result);
          const after = openAtDoor(codes, world, now);
          const nextIsThere = `${nextDay}T15:00` <= now;
          if (before.length > 0 && !nextIsThere) expect(after.length).toBeGreaterThan(0);
          const isGone = guest.state === 'cancelled' || guest.unitId !== 101 || `${guest.departure}T12:00` <= now;
          // A booking that ends before it begins decides nothing, and its codes stay.
          const isClear = guest.arrival < guest.departure && world.complete;
          if (nextIsThere && isGone && isClear) expect(after).toEqual([]);
          world = { ...world, codes, knowledge: remember(world.knowledge, result) };
        }
      }),
    );
  },
  timeLimitMs(CASES),
);
