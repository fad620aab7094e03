/** Generated days, played twice: whether scheduled syncs read what matters or everything, the locks end alike, and tonight's guest waits no longer. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideAccess } from '../../electron/app/acts/decide-access.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { soakFactor } from '../reconcile/assure.ts';
import { taggedBooking } from './invariants.ts';
import { FIRST_LOCK, bookingInput, portfolio, unitId } from './scenario.ts';
import type { BookingPlan, Layout } from './scenario.ts';
import { startWorld } from './world.ts';
import type { Installation, World } from './world.ts';

const CASES = Math.ceil(12 * soakFactor(process.env));
const LOCKS = 8;
const INTERVAL_MS = 15 * MINUTE_MS;
/** Each unit has its own door, and every second one the house door too. */
const LAYOUT: Layout = {
  zone: 'Europe/Paris',
  lockOfKeypad: Array.from({ length: LOCKS }, (_, lock) => lock),
  doorsOfUnit: Array.from({ length: LOCKS - 1 }, (_, unit) => (unit % 2 === 0 ? [unit + 1] : [unit + 1, 0])),
};

type Happening =
  | { readonly kind: 'add'; readonly booking: BookingPlan }
  | { readonly kind: 'cancel' | 'lose' | 'switch-off' | 'block'; readonly which: number }
  | { readonly kind: 'move'; readonly which: number; readonly unit: number }
  | { readonly kind: 'longer'; readonly which: number; readonly days: number };
interface Part {
  readonly happenings: readonly Happening[];
  readonly syncs: number;
  /** Whose lists fail for these syncs. */
  readonly fails: number | null;
}
interface Day {
  readonly nowMs: number;
  readonly bookings: readonly BookingPlan[];
  readonly parts: readonly Part[];
  readonly computers: 1 | 2;
}

const unit = fc.nat({ max: LOCKS - 2 });
const which = fc.nat({ max: 20 });
const stay = (arrival: fc.Arbitrary<number>): fc.Arbitrary<BookingPlan> =>
  fc.record({ unit, arrival, nights: fc.integer({ min: 1, max: 5 }), guest: fc.nat({ max: 4 }), checkIn: fc.constant(null) });
const anyDay = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: -2, max: 60 }));
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), booking: stay(anyDay) }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'lose' as const, 'switch-off' as const, 'block' as const), which }),
  fc.record({ kind: fc.constant('move' as const), which, unit }),
  fc.record({ kind: fc.constant('longer' as const), which, days: fc.constantFrom(1, 2) }),
);
const day: fc.Arbitrary<Day> = fc.record({
  // Ten in the evening, and four in the afternoon.
  nowMs: fc.constantFrom(Date.parse('2026-11-23T21:00:00Z'), Date.parse('2026-06-12T14:00:00Z')),
  bookings: fc.array(stay(anyDay), { minLength: 3, maxLength: 8 }),
  parts: fc.array(
    fc.record({
      happenings: fc.array(happening, { maxLength: 3 }),
      syncs: fc.integer({ min: 1, max: 5 }),
      fails: fc.option(fc.nat({ max: LOCKS - 1 }), { freq: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  computers: fc.constantFrom(1, 2),
});

it('the locks end alike', { timeout: 180_000 * Math.max(1, CASES / 12) }, async () => {
  await fc.assert(
    fc.asyncProperty(day, async (plan) => {
      expect(await play(plan, 'schedule')).toEqual(await play(plan, 'command'));
    }),
    { numRuns: CASES, plugins: [fc.interruptAfterTimeLimit(150_000 * Math.max(1, CASES / 12))] },
  );
});

async function play(plan: Day, trigger: 'schedule' | 'command'): Promise<readonly string[]> {
  const { seed, mapping } = portfolio({ ...plan, layout: LAYOUT, foreign: [] });
  const world = await startWorld(seed, mapping, { nowMs: plan.nowMs, trigger });
  try {
    const pinKey = new Uint8Array(32).fill(7);
    const computers = Array.from({ length: plan.computers }, () => world.install({ pinKey }));
    const ids = world.clouds.smoobu.bookings().map(({ id }) => id);
    /** What a hand did, it does once. */
    const done = new Set<string>();
    await sync(computers);
    for (const { happenings, syncs, fails } of plan.parts) {
      const added: number[] = [];
      for (const one of happenings) added.push(...(await happen(one, { world, ids, done, computers })));
      world.clouds.theKeys.faults.set(fails === null ? {} : { lists: { [FIRST_LOCK + fails]: { kind: 'bad-gateway' } } });
      for (let round = 0; round < syncs; round += 1) {
        world.clock.advance(INTERVAL_MS);
        await sync(computers);
        if (round === 0 && fails === null) for (const id of added) expectCodes(world, id);
      }
      world.clouds.theKeys.faults.clear();
    }
    for (const afterMs of [2 * HOUR_MS, INTERVAL_MS, INTERVAL_MS, INTERVAL_MS]) {
      world.clock.advance(afterMs);
      await sync(computers);
    }
    return world.clouds.theKeys
      .codes()
      .flatMap((share) => {
        const { lockId, code, startDate, startTime, endDate, endTime, active } = share;
        const id = taggedBooking(share);
        return id === null
          ? []
          : [`${String(id)} on ${String(lockId)}: ${code} ${String([startDate, startTime, endDate, endTime, active])}`];
      })
      .sort();
  } finally {
    await world.close();
  }
}

async function sync(computers: readonly Installation[]): Promise<void> {
  for (const computer of computers) await computer.run();
}

/** A guest who was added, and still has the booking, has the code after the next sync. */
function expectCodes(world: World, id: number): void {
  const booking = world.clouds.smoobu.booking(id);
  const doors = world.settings.mapping.units.find(({ unitId }) => unitId === booking?.apartmentId)?.doors ?? [];
  for (const { lockId } of booking?.type === 'cancellation' ? [] : doors)
    expect(world.clouds.theKeys.codes(lockId).map(taggedBooking), `booking ${String(id)} on ${String(lockId)}`).toContain(id);
}

interface Stage {
  readonly world: World;
  readonly ids: number[];
  readonly done: Set<string>;
  readonly computers: readonly Installation[];
}

/** The bookings of tonight that it adds. */
async function happen(one: Happening, { world, ids, done, computers }: Stage): Promise<readonly number[]> {
  const { smoobu, theKeys } = world.clouds;
  if (one.kind === 'add') {
    const { id } = smoobu.addBooking(bookingInput(one.booking, LAYOUT, world.clock.nowMs()));
    ids.push(id);
    return one.booking.arrival === 0 ? [id] : [];
  }
  const id = ids[one.which % ids.length] ?? 0;
  const booking = smoobu.booking(id);
  // A code that was lost is made again when its lock is read: whether there is one to switch off meanwhile depends on that.
  const what = `${one.kind === 'lose' || one.kind === 'switch-off' ? 'hand' : one.kind} ${String(id)}`;
  if (booking === null || booking.type === 'cancellation' || done.has(what)) return [];
  done.add(what);
  const [share] = theKeys.codes().filter((code) => taggedBooking(code) === id);
  switch (one.kind) {
    case 'cancel':
      smoobu.cancelBooking(id);
      break;
    case 'move':
      smoobu.changeBooking(id, { apartmentId: unitId(one.unit) });
      break;
    case 'longer':
      smoobu.changeBooking(id, { departure: new Date(Date.parse(booking.departure) + one.days * 24 * HOUR_MS).toISOString().slice(0, 10) });
      break;
    case 'lose':
      if (share !== undefined) theKeys.removeCode(share.id);
      break;
    case 'switch-off':
      if (share !== undefined) theKeys.changeCode(share.id, { active: false });
      break;
    case 'block': {
      const [first] = computers;
      if (first === undefined) break;
      decideAccess(first, { id: bookingId(id), is: 'blocked', guest: [] }, world.clock.nowMs());
      await first.run({ trigger: 'act', claim: bookingId(id) });
    }
  }
  return [];
}
