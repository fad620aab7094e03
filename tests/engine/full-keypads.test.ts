/** Keypads that refuse codes because they are full: the nearest arrivals get a place, and nobody who needs a code soon loses one. */
import { bookingOf } from '../support/ids.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import type { DemoSeed } from '../../electron/demo/seed.ts';
import { largePortfolio } from '../../electron/demo/portfolio/large-portfolio.ts';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import { addDays, DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { LocalDate } from '../../shared/time.ts';
import { NOW_MS } from '../support/app/state-fixtures.ts';
import { taggedBooking } from './invariants.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

const { seed: SEED, mapping: MAPPING, today } = largePortfolio({ units: 1, locks: 1, bookings: 1, seed: 5, nowMs: NOW_MS });
const [UNIT] = SEED.smoobu.apartments;

/** Stays of one night, by the days from today to their arrival: booking 1001 is the first. */
function seedOf(days: readonly number[]): DemoSeed {
  const bookings = days.map((day, index) => ({ id: 1001 + index, ...stay(day) }));
  return { ...SEED, smoobu: { ...SEED.smoobu, bookings } };
}
function stay(day: number) {
  return {
    apartmentId: UNIT?.id ?? null,
    arrival: addDays(today, day),
    departure: addDays(today, day + 1),
    guestName: `Guest of day ${String(day)}`,
  };
}
async function withWorld(days: readonly number[], switches: Partial<TheKeysSwitches>, act: (world: World) => Promise<void>): Promise<void> {
  const world = await startWorld(seedOf(days), MAPPING, { nowMs: NOW_MS, theKeysSwitches: switches });
  try {
    await act(world);
  } finally {
    await world.close();
  }
}
const codesOf = (world: World): readonly (number | null)[] => world.clouds.theKeys.codes().map(taggedBooking).sort();
const kindsOf = (problems: readonly { readonly kind: string }[]): readonly string[] =>
  [...new Set(problems.map(({ kind }) => kind))].sort();

describe('a full keypad', () => {
  it.each(['english', 'french'] as const)('gives its places to the nearest arrivals, and says so (%s)', async (fullMessage) => {
    await withWorld([30, 2, 4, 6, 40], { codesPerKeypad: 3, fullMessage }, async (world) => {
      const installation = world.install();
      const first = await installation.run();
      expect(codesOf(world)).toEqual([1002, 1003, 1004]);
      expect(exitCodeOfReport(first)).toBe(1);
      expect(kindsOf(first.problems)).toContain('keypad-full');
      // The limit is known now: no further requests are refused.
      const sent = world.clouds.theKeys.events().length;
      const second = await installation.run();
      expect(second.operations).toEqual([]);
      expect(world.clouds.theKeys.events()).toHaveLength(sent);
      expect(second.problems.find(({ kind }) => kind === 'keypad-nearly-full')?.text.parameters).toEqual({ codes: 3, limit: 3 });
      expect(second.problems.filter(({ kind }) => kind === 'waits-for-place').map(({ bookingId }) => bookingId)).toEqual([1001, 1005]);
      expect(exitCodeOfReport(second)).toBe(0);
    });
  });

  it('loses own ended codes first, in the sync in which it is found full', async () => {
    await withWorld([0, 1], { codesPerKeypad: 2 }, async (world) => {
      const installation = world.install();
      await installation.run();
      world.clock.advance(2 * DAY_MS + 6 * HOUR_MS);
      world.clouds.smoobu.addBooking(stay(3));
      const report = await installation.run();
      expect(report.operations.filter(({ status }) => status === 'done').map(({ kind, evidence }) => [kind, evidence])).toContainEqual([
        'delete',
        'ended',
      ]);
      expect(report.operations.filter(({ kind, status }) => kind === 'create' && status === 'done')).toHaveLength(1);
    });
  });

  it('removes the most distant code for now, gives it back with its PIN, and tells whose it was', async () => {
    await withWorld([30, 40, 2, 3, 4, 5], { codesPerKeypad: 6 }, async (world) => {
      const { smoobu, theKeys } = world.clouds;
      const installation = world.install();
      await installation.run();
      const pinOf = (id: number) => theKeys.codes().find((share) => taggedBooking(share) === id)?.code;
      const before = pinOf(1002);
      const late = smoobu.addBooking(stay(1));
      const report = await installation.run();
      expect(codesOf(world)).toEqual([1001, 1003, 1004, 1005, 1006, late.id]);
      expect(report.operations.map(({ kind, evidence, status }) => [kind, evidence, status])).toEqual([
        ['create', null, 'done'],
        ['delete', 'makes-room', 'done'],
      ]);
      expect(exitCodeOfReport(report)).toBe(1);
      const told = report.problems.find(({ kind }) => kind === 'removed-for-room');
      expect(told).toMatchObject({
        bookingId: 1002,
        text: { parameters: { other: String(late.id), until: `${addDays(today, 3)}T12:00` } },
      });
      expect(kindsOf((await installation.run()).problems)).toContain('removed-for-room');
      for (const id of [1003, 1004, 1005, late.id]) smoobu.cancelBooking(id);
      // As many at once wait for approval.
      await installation.run();
      await installation.run({ applyHeld: true });
      await installation.run();
      expect(pinOf(1002)).toBe(before);
      expect(kindsOf((await installation.run()).problems)).toEqual([]);
    });
  });

  it('is also recognised without a message, by what it held when it was full', async () => {
    await withWorld([2, 4, 30], { codesPerKeypad: 3 }, async (world) => {
      const installation = world.install();
      world.clouds.smoobu.addBooking(stay(50));
      await installation.run();
      world.clouds.theKeys.setSwitches({ fullMessage: 'none' });
      const late = world.clouds.smoobu.addBooking(stay(1));
      await installation.run();
      expect(codesOf(world)).toEqual([1001, 1002, late.id]);
    });
  });

  it('makes the removed code again when the create is refused all the same', async () => {
    await withWorld([30, 40, 2], { codesPerKeypad: 3 }, async (world) => {
      const { smoobu, theKeys } = world.clouds;
      const installation = world.install();
      await installation.run();
      const pinOf = (id: number) => theKeys.codes().find((share) => taggedBooking(share) === id)?.code;
      const before = pinOf(1002);
      const late = smoobu.addBooking(stay(1));
      let creates = 0;
      theKeys.faults.onRequest((request) => {
        if (!request.path.includes('/partage/create/')) return null;
        creates += 1;
        return creates === 2 ? { kind: 'forbidden' } : null;
      });
      await installation.run();
      theKeys.faults.clear();
      expect(pinOf(1002)).toBe(before);
      expect(codesOf(world)).toEqual([1001, 1002, 1003]);
      await installation.run();
      expect(codesOf(world)).toContain(late.id);
    });
  });

  it.each(['incomplete', 'clock'] as const)('removes nothing for room when it is not certain who arrives (%s)', async (why) => {
    await withWorld([30, 40, 2], { codesPerKeypad: 3 }, async (world) => {
      const installation = world.install();
      await installation.run();
      world.clouds.smoobu.addBooking(stay(1));
      if (why === 'clock') world.clock.stepWall(HOUR_MS);
      else world.clouds.smoobu.setSwitches({ rowShift: true, maxPageSize: 2 });
      await installation.run();
      expect(codesOf(world)).toEqual([1001, 1002, 1003]);
    });
  });

  it('never takes a code that is needed soon, at most three a day, and at last serves whom it can', { timeout: 180_000 }, async () => {
    const day = fc.integer({ min: 0, max: 45 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(day, { minLength: 2, maxLength: 9 }),
        fc.array(fc.record({ add: fc.option(day), hours: fc.constantFrom(1, 5, 26), cancel: fc.boolean() }), {
          minLength: 2,
          maxLength: 8,
        }),
        fc.constantFrom(2, 3, 5),
        async (days, steps, limit) => {
          await withWorld(days, { codesPerKeypad: limit }, async (world) => {
            const { smoobu } = world.clouds;
            const installation = world.install();
            const removed: number[] = [];
            const round = async (): Promise<void> => {
              const nowMs = world.clock.nowMs();
              const report = await installation.run();
              for (const operation of report.operations) {
                if (operation.evidence !== 'makes-room' || operation.status !== 'done') continue;
                removed.push(nowMs);
                const arrival = Date.parse(`${smoobu.booking(bookingOf(operation))?.arrival ?? ''}T15:00:00+01:00`);
                expect(arrival - nowMs).toBeGreaterThan(3 * DAY_MS);
              }
              expect(removed.filter((atMs) => nowMs - atMs < DAY_MS).length).toBeLessThanOrEqual(3);
            };
            await round();
            for (const { add, hours, cancel } of steps) {
              const live = smoobu.bookings().filter(({ type }) => type !== 'cancellation');
              if (cancel && live.length > 1 && (live[0]?.arrival ?? '') > addDays(today, 3)) smoobu.cancelBooking(live[0]?.id ?? 0);
              // A guest of the same name and day as one who cancelled may be the same: until the user says, the former code keeps its place.
              if (add !== null)
                smoobu.addBooking({ ...stay(add), guestName: `Guest ${String(smoobu.bookings().length)} of day ${String(add)}` });
              await round();
              world.clock.advance(hours * HOUR_MS);
            }
            for (let left = 0; left < 6; left += 1) {
              world.clock.advance(26 * HOUR_MS);
              await round();
              world.clock.advance(15 * MINUTE_MS);
              await round();
            }
            assertNearestServed(world, limit);
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** Whoever arrives soon and has no code waits only for guests who arrive soon as well: nobody further away keeps a place. */
function assertNearestServed(world: World, limit: number): void {
  const now = new Date(world.clock.nowMs() + HOUR_MS).toISOString().slice(0, 16);
  const date = now.slice(0, 10) as LocalDate;
  const due = world.clouds.smoobu.bookings().filter(({ type, departure }) => type !== 'cancellation' && `${departure}T12:00` > now);
  const coded = new Set(codesOf(world));
  const places = due.filter(({ id }) => coded.has(id));
  for (const { arrival } of due.filter(({ id }) => !coded.has(id))) {
    if (arrival >= addDays(date, 14)) continue;
    expect(places).toHaveLength(limit);
    const isSoon = arrival < addDays(date, 1);
    expect(places.filter((one) => one.arrival > addDays(date, isSoon ? 4 : 15))).toEqual([]);
  }
}
