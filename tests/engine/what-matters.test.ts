/** Scheduled syncs read what matters: what is noticed at once, what within two hours, and that nothing is decided on an old list. */
import { afterEach, describe, expect, it } from 'vitest';
import type { GuestTelling } from '../../electron/app/messages/guest-telling.ts';
import { bookingId } from '../support/ids.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { portfolio } from './scenario.ts';
import type { BookingPlan } from './scenario.ts';
import { startWorld } from './world.ts';
import type { Installation, World } from './world.ts';

/** Eleven in Paris. */
const NOW_MS = Date.parse('2026-11-23T10:00:00Z');
const UNITS = Array.from({ length: 16 }, (_, unit) => unit);

let world: World;
afterEach(async () => {
  await world.close();
});

const stay = (unit: number, arrival: number): BookingPlan => ({ unit, arrival, nights: 2, guest: unit % 3, checkIn: null });
/** Sixteen units with a door each, in which nobody is near; everything was read a moment ago. */
async function quiet(bookings: readonly BookingPlan[] = UNITS.map((unit) => stay(unit, 20))): Promise<Installation> {
  const layout = { zone: 'Europe/Paris', lockOfKeypad: UNITS, doorsOfUnit: UNITS.map((unit) => [unit]) };
  const { seed, mapping } = portfolio({ nowMs: NOW_MS, layout, bookings, foreign: [] });
  world = await startWorld(seed, mapping, { nowMs: NOW_MS, trigger: 'schedule' });
  const installation = world.install();
  await installation.run();
  return installation;
}
/** The locks that the next sync reads, each once, and what it says. */
async function next(installation: Installation, request: Parameters<Installation['run']>[0] = {}, afterMs = 15 * MINUTE_MS) {
  world.clock.advance(afterMs);
  const known = world.clouds.theKeys.requests().length;
  const report = await installation.run(request);
  const paths = world.clouds.theKeys
    .requests()
    .slice(known)
    .map(({ path }) => path);
  const lists = paths.flatMap((path) => /\/serrure\/(\d+)$/.exec(path)?.[1] ?? []).map(Number);
  return { report, read: [...new Set(lists)].sort() };
}
const codeOn = (lockId: number) => {
  const [code] = world.clouds.theKeys.codes(lockId);
  if (code === undefined) throw new Error('Every lock has a code.');
  return code;
};

describe('a scheduled sync', () => {
  it('reads a share of the locks, and each within two hours', async () => {
    const installation = await quiet();
    const seen = new Set<number>();
    for (let sync = 0; sync < 8; sync += 1) {
      const { report, read } = await next(installation);
      expect(report.run.outcome).toBe('nothing-to-do');
      expect(read.length).toBeGreaterThan(0);
      expect(read.length).toBeLessThan(5);
      for (const lockId of read) seen.add(lockId);
      expect(report.listsReadAtMs?.size).toBe(16);
      for (const atMs of report.listsReadAtMs?.values() ?? []) expect(world.clock.nowMs() - atMs).toBeLessThanOrEqual(2 * HOUR_MS);
    }
    expect(seen.size).toBe(16);
  });

  it.each(['command', 'manual', 'settings', 'act'] as const)('reads every lock where it is a run of another kind: %s', async (trigger) => {
    const installation = await quiet();
    expect((await next(installation, { trigger })).read).toHaveLength(16);
  });

  it('reads every lock after a restart, a jump of the clock and a failure of Smoobu', async () => {
    const installation = await quiet();
    await installation.restart();
    expect((await next(installation)).read).toHaveLength(16);
    world.clock.stepWall(HOUR_MS);
    world.clouds.smoobu.setSwitches({ clockOffsetMs: -HOUR_MS });
    expect((await next(installation)).read).toHaveLength(16);
    world.clouds.smoobu.faults.set({ all: { kind: 'bad-gateway' } });
    expect((await next(installation)).read).toHaveLength(16);
  });

  it('gives a guest who books for tonight a code at once, on a lock that it would not have read', async () => {
    const installation = await quiet();
    const first = (await next(installation)).read;
    const unit = UNITS.find((one) => !first.includes(3101 + one)) ?? 0;
    const { arrival, departure } = { arrival: '2026-11-23', departure: '2026-11-25' };
    const booking = world.clouds.smoobu.addBooking({ apartmentId: 501 + unit, arrival, departure, guestName: 'Tonight' });
    const { report } = await next(installation);
    expect(report.operations).toMatchObject([{ kind: 'create', status: 'done', bookingId: booking.id, lockId: 3101 + unit }]);
  });

  it('reads the doors of who arrives or leaves within six hours in every sync', async () => {
    const installation = await quiet([...UNITS.slice(1).map((unit) => stay(unit, 20)), stay(0, 1)]);
    await next(installation, {}, 23 * HOUR_MS);
    for (let sync = 0; sync < 4; sync += 1) expect((await next(installation)).read).toContain(3101);
  });

  it('notices a code that was deleted by hand within two hours, and makes it again once', async () => {
    const installation = await quiet();
    world.clouds.theKeys.removeCode(codeOn(3105).id);
    const made = [];
    for (let sync = 0; sync < 8; sync += 1) made.push(...(await next(installation)).report.operations);
    expect(made).toMatchObject([{ kind: 'create', status: 'done', lockId: 3105 }]);
  });

  it('takes a change by hand for one after a second reading, which is made in the next sync, and not after the same list', async () => {
    const installation = await quiet();
    const code = codeOn(3105);
    world.clouds.theKeys.changeCode(code.id, { endTime: '18:00' });
    const differs = () => installation.history.memory().remembered['read-back'].get(String(code.id))?.differs === true;
    const hands = () => installation.history.memory().remembered['by-hand'].size;
    for (let sync = 0; sync < 8 && !differs(); sync += 1) {
      expect(hands()).toBe(0);
      await next(installation);
    }
    expect([differs(), hands()]).toEqual([true, 0]);
    const second = await next(installation);
    expect(second.read).toContain(3105);
    expect([differs(), hands()]).toEqual([false, 1]);
  });

  it('reads a lock that failed in every sync, tells it as before, and takes it for no failure of the cloud', async () => {
    const installation = await quiet();
    world.clouds.theKeys.faults.set({ lists: { 3105: { kind: 'bad-gateway' } } });
    const told: (readonly string[])[] = [];
    for (let sync = 0; sync < 10; sync += 1) {
      const { report, read } = await next(installation);
      if (told.length > 0) expect(read).toContain(3105);
      if (read.includes(3105)) told.push(report.problems.map(({ kind }) => kind));
      expect(report.run.outcome).not.toBe('failed');
    }
    expect(told.slice(0, 3)).toEqual([['list-failed'], ['list-failed'], ['lock-unread']]);
    world.clouds.theKeys.faults.clear();
    expect((await next(installation)).report.run.outcome).toBe('nothing-to-do');
  });

  it('reads all other locks where every one that it asked for failed, before the cloud counts as lost', async () => {
    const installation = await quiet();
    world.clouds.theKeys.faults.set({ all: { kind: 'bad-gateway' } });
    const { report, read } = await next(installation);
    expect([report.run.outcome, read.length]).toEqual(['failed', 16]);
  });

  it('removes the code of a cancelled stay only after it has read its doors', async () => {
    const installation = await quiet();
    const [booking] = world.clouds.smoobu.bookings();
    world.clouds.smoobu.cancelBooking(booking?.id ?? 0);
    // By hand, and after the last reading: there is nothing to remove any more.
    const lockId = 3101 + Number(booking?.apartmentId) - 501;
    world.clouds.theKeys.removeCode(codeOn(lockId).id);
    const { report, read } = await next(installation);
    expect(report.operations).toEqual([]);
    expect(read).toContain(lockId);
  });

  it('reads the doors of a guest whom it is about to tell something', async () => {
    await quiet();
    const [booking] = world.clouds.smoobu.bookings();
    const due = [bookingId(booking?.id ?? 0)];
    const telling: GuestTelling = {
      due: () => due,
      beforeWrites: async () => [],
      afterWrites: async () => ({ told: [], lines: [], problems: [] }),
    };
    const installation = world.install({ telling });
    await installation.run();
    for (let sync = 0; sync < 8; sync += 1) expect((await next(installation)).read).toContain(3101 + Number(booking?.apartmentId) - 501);
  });

  it('believes no old list under another account', async () => {
    const installation = await quiet();
    world.clouds.theKeys.setSwitches({ account: 'other' });
    expect((await next(installation)).read).toHaveLength(16);
  });

  it('reads everything again after a night asleep', async () => {
    const installation = await quiet();
    expect((await next(installation, { trigger: 'resume' }, DAY_MS / 3)).read).toHaveLength(16);
  });
});
