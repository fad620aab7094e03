/** Whatever is refused, in whatever order: one PIN on all doors or an urgent problem, nothing removed, and a bounded number of tries. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { MAX_REFUSED_PER_LOCK } from '../../shared/reconcile/refusals/refusals.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

const CASES = 40 * Number(process.env.LATCHKEY_SOAK_FACTOR ?? 1);

/** What the cloud refuses in one sync. */
const mood: fc.Arbitrary<Partial<TheKeysSwitches>> = fc.record({
  missingDigits: fc.constantFrom('', '', '0', '37', '1358'),
  refusedNames: fc.constantFrom('none', 'none', 'long', 'characters', 'repeated'),
  pastStarts: fc.constantFrom('accept', 'refuse'),
  refuseWith: fc.constantFrom('', '', '', 'Service suspendu', 'Le nom est interdit', 'Ce code est interdit'),
  clearMessages: fc.boolean(),
  duplicatePins: fc.constantFrom('accept', 'refuse'),
});
const guest = fc.record({
  name: fc.constantFrom('Ada', 'Ada', '', 'Łucja O’Brien-Wiśniewska', '李 伟', 'Maximiliane von Beispielhausen-Muster'),
  arrival: fc.integer({ min: -2, max: 20 }),
});
const plan = fc.record({
  guests: fc.array(guest, { minLength: 1, maxLength: 5 }),
  moods: fc.array(mood, { minLength: 1, maxLength: 4 }),
  kills: fc.array(fc.option(fc.integer({ min: 4, max: 30 }), { freq: 2 }), { maxLength: 4 }),
});

it('ends with one PIN or an urgent problem', { timeout: 120_000 * Math.max(1, CASES / 40) }, async () => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ guests, moods, kills }) => {
      const world = await twoDoors(guests);
      const installation = world.install();
      try {
        for (const [index, switches] of moods.entries()) {
          world.clouds.theKeys.setSwitches(switches);
          const kill = kills[index] ?? null;
          if (kill !== null) installation.killAt(kill, 'after');
          const before = writesByLock(world);
          const done = world.clouds.theKeys.events().length;
          await installation.run().catch(() => null);
          assertBounded(world, before, done);
          world.clock.advance(15 * MINUTE_MS);
        }
        assertNothingRemoved(world);
        // Still refused: each guest has one PIN everywhere, or is named in a problem.
        const last = await installation.run();
        assertPins(world, new Set(last.problems.flatMap(({ bookingId }) => bookingId ?? [])));
        // Nothing is refused any more: everybody has one PIN, and nothing is left to do.
        world.clouds.theKeys.setSwitches({ missingDigits: '', refusedNames: 'none', pastStarts: 'accept', refuseWith: '' });
        for (let round = 0; round < 4; round += 1) {
          world.clock.advance(25 * 60 * MINUTE_MS);
          await installation.run();
        }
        assertNothingRemoved(world);
        const { problems } = await installation.run();
        const urgent = new Set(problems.flatMap(({ kind, bookingId }) => (kind === 'overlap' ? [] : (bookingId ?? []))));
        assertPins(world, urgent);
        expect(urgent.size).toBe(0);
      } finally {
        await world.close();
      }
    }),
    { numRuns: CASES },
  );
});

function writesByLock(world: World): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { path } of world.clouds.theKeys.requests()) {
    const lock = Number(/\/partage\/create\/(\d+)\//.exec(path)?.[1] ?? 0);
    counts.set(lock, (counts.get(lock) ?? 0) + 1);
  }
  return counts;
}

/** Creates that had no effect were refused, or their answer was lost with the process. */
function assertBounded(world: World, before: ReadonlyMap<number, number>, eventsBefore: number): void {
  const created = world.clouds.theKeys.events().slice(eventsBefore);
  for (const [lock, count] of writesByLock(world)) {
    if (lock === 0) continue;
    const done = created.filter(({ kind, after }) => kind === 'created' && after?.lockId === lock).length;
    expect(count - (before.get(lock) ?? 0) - done).toBeLessThanOrEqual(MAX_REFUSED_PER_LOCK);
  }
}

function assertNothingRemoved(world: World): void {
  const now = world.clouds.theKeys.events().filter(({ kind }) => kind === 'deleted');
  // A code is cleaned up days after the stay.
  expect(now.filter(({ before, atMs }) => `${before?.endDate ?? '9999'}T00:00` >= new Date(atMs).toISOString().slice(0, 16))).toEqual([]);
}

function assertPins(world: World, urgent: ReadonlySet<number>): void {
  const today = new Date(world.clock.nowMs()).toISOString().slice(0, 10);
  for (const { id, departure } of world.clouds.smoobu.bookings()) {
    if (departure <= today || urgent.has(id)) continue;
    const codes = world.clouds.theKeys.codes().filter(({ description }) => description === `Smoobu#${String(id)}`);
    expect(codes, `codes of booking ${String(id)}`).toHaveLength(2);
    expect(new Set(codes.map(({ code }) => code)).size, `PINs of booking ${String(id)}`).toBe(1);
  }
}
