/** Lists of The Keys that show a new code late or never: few codes are made, and none outlives its booking. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import { largePortfolio } from '../../electron/demo/portfolio/large-portfolio.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { NOW_MS } from '../support/app/state-fixtures.ts';
import { taggedBooking } from './invariants.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

/** One door, and stays that begin later. */
async function withWorld<T>(listDelayMs: number | null, act: (world: World) => Promise<T>): Promise<T> {
  const { seed, mapping } = largePortfolio({ units: 1, locks: 1, bookings: 3, seed: 5, nowMs: NOW_MS, spreadDays: 30 });
  const bookings = seed.smoobu.bookings.slice(1);
  const world = await startWorld({ ...seed, smoobu: { ...seed.smoobu, bookings } }, mapping, {
    nowMs: NOW_MS,
    theKeysSwitches: { listDelayMs },
  });
  try {
    return await act(world);
  } finally {
    await world.close();
  }
}

describe('lists that lag', () => {
  it('show a code late: it is made once, and unverified until it is listed', async () => {
    await withWorld(4 * MINUTE_MS, async (world) => {
      const installation = world.install();
      const outcomes: unknown[] = [];
      for (let round = 0; round < 4; round += 1) {
        const report = await installation.run();
        outcomes.push([report.run.outcome, exitCodeOfReport(report), [...new Set(report.problems.map(({ kind }) => kind))]]);
        world.clock.advance(2 * MINUTE_MS);
      }
      expect(outcomes).toEqual([
        ['partial', 1, ['unverified']],
        ['nothing-to-do', 1, ['unverified']],
        ['nothing-to-do', 0, []],
        ['nothing-to-do', 0, []],
      ]);
      expect(world.clouds.theKeys.codes()).toHaveLength(2);
    });
  });

  it('never make more than three codes of a booking on a door, and keep none of a cancelled one', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(null, 0, MINUTE_MS, 7 * MINUTE_MS, 40 * MINUTE_MS),
        fc.array(fc.constantFrom(1, 4, 15, 60), { minLength: 3, maxLength: 9 }),
        fc.constantFrom('id-and-code' as const, 'null' as const),
        async (listDelayMs, minutes, createData) => {
          await withWorld(listDelayMs, async (world) => {
            const { smoobu, theKeys } = world.clouds;
            theKeys.setSwitches({ createData: createData });
            const installation = world.install();
            for (const wait of minutes) {
              await installation.run();
              world.clock.advance(wait * MINUTE_MS);
            }
            const made = theKeys.events().filter(({ kind }) => kind === 'created');
            for (const created of Map.groupBy(made, ({ after }) => (after === null ? null : taggedBooking(after))).values())
              expect(created.length).toBeLessThanOrEqual(3);
            const [first] = smoobu.bookings();
            if (first === undefined) throw new Error('no booking');
            smoobu.cancelBooking(first.id);
            await installation.run();
            world.clock.advance(60 * MINUTE_MS);
            await installation.run();
            const last = await installation.run();
            const left = theKeys.codes().filter((share) => taggedBooking(share) === first.id);
            // Without ids, what no list shows cannot be deleted.
            if (createData !== 'null' || listDelayMs !== null) expect(left).toEqual([]);
            if (listDelayMs === null && minutes.length > 8) expect(last.problems.length).toBeGreaterThan(0);
            if (listDelayMs !== null) expect(theKeys.codes().map(taggedBooking)).toEqual([200_002]);
            expect(last.operations.filter(({ kind }) => kind === 'delete')).toEqual([]);
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  it(
    'make few codes more each time they hide one, and keep one of a booking that lives and none of a cancelled one',
    {
      timeout: 120_000,
    },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ isHidden: fc.boolean(), minutes: fc.constantFrom(1, 4, 15, 60) }), { minLength: 1, maxLength: 8 }),
          fc.nat({ max: 8 }),
          async (rounds, cancelledAt) => {
            await withWorld(0, async (world) => {
              const { smoobu, theKeys } = world.clouds;
              const installation = world.install();
              await installation.run();
              const [first] = smoobu.bookings();
              if (first === undefined) throw new Error('no booking');
              let hidings = 0;
              let wasHidden = false;
              for (const [index, { isHidden, minutes }] of rounds.entries()) {
                if (index === cancelledAt) smoobu.cancelBooking(first.id);
                if (isHidden && !wasHidden) hidings += 1;
                wasHidden = isHidden;
                // Lists show nothing that was made.
                theKeys.setSwitches({ listDelayMs: isHidden ? null : 0 });
                world.clock.advance(minutes * MINUTE_MS);
                await installation.run();
              }
              theKeys.setSwitches({ listDelayMs: 0 });
              smoobu.cancelBooking(first.id);
              for (let round = 0; round < 3; round += 1) {
                world.clock.advance(15 * MINUTE_MS);
                await installation.run();
              }
              // The brake counts codes: four of one booking at once wait for the user.
              await installation.run({ applyHeld: true });
              expect(theKeys.codes().map(taggedBooking)).toEqual([200_002]);
              const made = theKeys
                .events()
                .flatMap(({ kind, after }) => (kind === 'created' && after !== null ? [taggedBooking(after)] : []));
              // Three at most each time: a code that no list shows is made again after five minutes.
              for (const id of made) expect(made.filter((one) => one === id).length).toBeLessThanOrEqual(1 + 3 * hidings);
              expect((await installation.run()).operations).toEqual([]);
            });
          },
        ),
        { numRuns: 15 },
      );
    },
  );
});
