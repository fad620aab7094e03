/** Whatever goes wrong on the way, once it stops every guest gets in, nobody else does, and nobody's own codes were touched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DemoShare } from '../../electron/demo/seed.ts';
import { KEYPAD } from '../../electron/demo/seed.ts';
import { comparableName } from '../../shared/reconcile/names.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { addDays, localNow, MINUTE_MS } from '../../shared/time.ts';
import { bookingInput, portfolio, scenario, today, UNITS, ZONE } from './scenario.ts';
import type { Change, Scenario } from './scenario.ts';
import { Killed, startWorld } from './world.ts';
import type { Installation, World } from './world.ts';

/** Each case is several whole runs: these are many more than two hundred of them. */
const CASES = 120 * Number(process.env.LATCHKEY_SOAK_FACTOR ?? 1);
const MOST_ROUNDS = 6;

describe('whole runs over the wire', () => {
  it('come to the same right end from any mishap', { timeout: 120_000 * Math.max(1, CASES / 120) }, async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(scenario, async (plan) => {
        const { seed, mapping } = portfolio(plan);
        const world = await startWorld(seed, mapping, { nowMs: plan.nowMs, theKeysSwitches: plan.theKeys, smoobuSwitches: plan.smoobu });
        try {
          runs += await play(world, plan);
        } finally {
          await world.close();
        }
      }),
      { numRuns: CASES },
    );
    expect(runs).toBeGreaterThan(600 * (CASES / 120));
  });
});

async function play(world: World, plan: Scenario): Promise<number> {
  const foreignBefore = foreignShares(world);
  const homes = Array.from({ length: plan.installations }, () => world.install());
  let runs = 0;
  for (const step of plan.steps) {
    for (const change of step.changes) apply(change, world);
    world.clock.advance(step.minutes * MINUTE_MS);
    const [smoobuFaults, theKeysFaults] = [step.faults.slice(0, 6), step.faults.slice(6)];
    world.clouds.smoobu.faults.queue(...smoobuFaults);
    world.clouds.theKeys.faults.queue(...theKeysFaults);
    if (step.kill !== null) homes[0]?.killAt(step.kill.at, step.kill.when);
    await Promise.all(homes.map((home) => runOrDie(home)));
    runs += homes.length;
    world.clouds.smoobu.faults.clear();
    world.clouds.theKeys.faults.clear();
  }
  runs += await settle(world, homes);
  assertForeign(world, foreignBefore);
  assertEvents(world);
  assertDeletes(world);
  for (const home of homes) {
    const last = await home.run();
    expect(last.operations.filter((operation) => operation.status !== 'held')).toEqual([]);
    const told = new Set(last.problems.flatMap((problem) => (problem.kind === 'different-pins' ? (problem.bookingId ?? []) : [])));
    assertDoors(world, told);
  }
  return runs + homes.length;
}

async function runOrDie(home: Installation): Promise<void> {
  try {
    await home.run();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

/** Fault-free runs, a quarter of an hour apart, one installation after the other, until nothing is left to do. */
async function settle(world: World, homes: readonly Installation[]): Promise<number> {
  let runs = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    world.clock.advance(15 * MINUTE_MS);
    let changed = 0;
    for (const home of homes) {
      const report = await home.run();
      runs += 1;
      expect(report.operations.filter((operation) => operation.status === 'failed' || operation.status === 'unverified')).toEqual([]);
      changed += report.operations.filter((operation) => operation.status === 'done').length;
    }
    if (changed === 0 && round > 0) return runs;
  }
  throw new Error('the runs never came to rest');
}

function apply(change: Change, world: World): void {
  const { smoobu, theKeys } = world.clouds;
  const live = smoobu.bookings().filter((booking) => booking.type !== 'cancellation');
  const ours = theKeys.codes().filter((share) => readTag(share.description ?? '').kind === 'tagged');
  if (change.kind === 'add') {
    smoobu.addBooking(bookingInput(change.booking, world.clock.nowMs()));
    return;
  }
  if (change.kind === 'lose' || change.kind === 'disable') {
    const share = ours[change.which % Math.max(1, ours.length)];
    if (share === undefined) return;
    if (change.kind === 'lose') theKeys.removeCode(share.id);
    else theKeys.changeCode(share.id, { active: false });
    return;
  }
  const booking = live[change.which % Math.max(1, live.length)];
  if (booking === undefined) return;
  switch (change.kind) {
    case 'cancel':
      smoobu.cancelBooking(booking.id);
      return;
    case 'remove':
      smoobu.removeBooking(booking.id);
      return;
    case 'move':
      smoobu.changeBooking(booking.id, { apartmentId: UNITS[change.unit] ?? null });
      return;
    case 'shift':
      smoobu.changeBooking(booking.id, {
        arrival: addDays(booking.arrival as ReturnType<typeof today>, change.days),
        departure: addDays(booking.departure as ReturnType<typeof today>, change.days),
      });
  }
}

/**
 * Each live stay in the window has exactly one working code per door, in the right window, and the same PIN on all;
 * codes made by hand, or by two installations at once, keep their PINs, and then the host is told.
 */
function assertDoors(world: World, toldDifferent: ReadonlySet<number>): void {
  const { smoobu, theKeys } = world.clouds;
  const now = localNow(ZONE, world.clock.nowMs());
  const horizon = addDays(today(world.clock.nowMs()), 90);
  const tells = theKeys.switches().timeFormat !== 'null' && theKeys.switches().timeFormat !== 'odd';
  for (const booking of smoobu.bookings()) {
    if (booking.type === 'cancellation' || booking.arrival > horizon || `${booking.departure}T12:00` <= now) continue;
    const unit = world.settings.mapping.units.find((candidate) => candidate.unitId === booking.apartmentId);
    const pins = new Set<string>();
    for (const door of unit?.doors ?? []) {
      const codes = ourCodes(world, booking.id).filter((share) => share.lockId === door.lockId);
      expect(codes, `codes of booking ${String(booking.id)} on lock ${String(door.lockId)}`).toHaveLength(1);
      const [code] = codes;
      if (code === undefined) continue;
      pins.add(code.code);
      const checkIn = booking.checkIn === null || booking.checkIn === '00:00' ? '15:00' : booking.checkIn;
      expect(code).toMatchObject({ active: true, startDate: booking.arrival, endDate: booking.departure });
      if (tells) expect(code).toMatchObject({ startTime: checkIn, endTime: '12:00' });
      const sameDoor = theKeys.codes(door.lockId).filter((share) => share.code === code.code && share.accessory.type === KEYPAD);
      expect(sameDoor, `PIN shared on lock ${String(door.lockId)}`).toHaveLength(1);
    }
    expect(pins.size > 1, `PINs of booking ${String(booking.id)}`).toBe(toldDifferent.has(booking.id));
  }
}

function ourCodes(world: World, bookingId: number): readonly DemoShare[] {
  return world.clouds.theKeys.codes().filter((share) => {
    const tag = readTag(share.description ?? '');
    return tag.kind === 'tagged' && tag.bookingId === bookingId;
  });
}

function isForeign(share: DemoShare | null): boolean {
  return share !== null && readTag(share.description ?? '').kind !== 'tagged';
}

function foreignShares(world: World): readonly DemoShare[] {
  return world.clouds.theKeys.shares().filter(isForeign);
}

/** What was not ours is as it was, but for codes made by hand with a guest's name and start. */
function assertForeign(world: World, before: readonly DemoShare[]): void {
  for (const share of before) {
    const after = world.clouds.theKeys.share(share.id);
    const tag = readTag(after?.description ?? '');
    if (after !== null && tag.kind === 'tagged') {
      expect(after.code).toBe(share.code);
      const events = world.clouds.theKeys.events().filter((event) => event.after?.id === share.id);
      const adoption = events[0];
      expect(share.startDate).not.toBeNull();
      expect(adoption?.after?.startDate).toBe(share.startDate);
      expect(comparableName(adoption?.after?.name ?? '')).toBe(comparableName(share.name));
    } else if (after === null) {
      // Adopted first, then removed with its booking: never straight away.
      expect(world.clouds.theKeys.events().some((event) => event.after?.id === share.id && !isForeign(event.after))).toBe(true);
    } else expect(after).toEqual(share);
  }
}

/** Seen from the door, change by change: as long as a booking is live, its code only goes when another of its codes is there. */
function assertDeletes(world: World): void {
  const present = new Map<number, DemoShare>();
  for (const { kind, by, before, after, atMs } of world.clouds.theKeys.events()) {
    if (after !== null) present.set(after.id, after);
    if (kind !== 'deleted' || before === null) continue;
    present.delete(before.id);
    const tag = readTag(before.description ?? '');
    if (by !== 'request' || tag.kind !== 'tagged') continue;
    const booking = world.clouds.smoobu.booking(tag.bookingId);
    // Nothing brings a booking back here: one that is live at the end was live all the time.
    if (booking === null || booking.type === 'cancellation') continue;
    const isLongOver = before.endDate !== null && addDays(before.endDate as ReturnType<typeof today>, 7) <= today(atMs);
    const others = [...present.values()].filter((share) => {
      const other = readTag(share.description ?? '');
      return other.kind === 'tagged' && other.bookingId === tag.bookingId;
    });
    expect(isLongOver || others.length > 0, `code ${String(before.id)} of live booking ${String(booking.id)} was removed`).toBe(true);
  }
}

/** Seen from the door: no PIN ever changes, nothing foreign is deleted, and no write makes a code permanent. */
function assertEvents(world: World): void {
  for (const { kind, by, before, after } of world.clouds.theKeys.events()) {
    if (by !== 'request') continue;
    if (kind === 'updated') expect(after?.code).toBe(before?.code);
    if (kind === 'deleted') expect(isForeign(before)).toBe(false);
    if (after !== null && kind !== 'deleted') {
      expect(after.startDate).not.toBeNull();
      expect(after.endDate).not.toBeNull();
      expect(after.code).toMatch(/^[0-9]{4}$/);
    }
  }
}
