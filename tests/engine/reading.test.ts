/** Whole runs while reading is slow, and while this computer's clock is wrong although the clouds tell the time. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import { startDeadline } from '../../electron/scheduling/deadline.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { portfolio, STARTS } from './scenario.ts';
import type { BookingPlan } from './scenario.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const UNITS = [0, 1, 2];
const stay = (unit: number, arrival: number, nights = 2): BookingPlan => ({ unit, arrival, nights, guest: unit, checkIn: null });
async function start(nowMs: number, bookings: readonly BookingPlan[], units = UNITS): Promise<World> {
  const layout = { zone: 'Europe/Paris', lockOfKeypad: units, doorsOfUnit: units.map((unit) => [unit]) };
  const { seed, mapping } = portfolio({ nowMs, layout, bookings, foreign: [] });
  return (world = await startWorld(seed, mapping, { nowMs }));
}

describe('slow locks', () => {
  it('take half of the time, and the guests who arrive first get their codes', async () => {
    const units = Array.from({ length: 14 }, (_, unit) => unit);
    const nowMs = STARTS[0] ?? 0;
    // The mapping's last units are the next arrivals.
    const { clouds, ...opened } = await start(
      nowMs,
      units.map((unit) => stay(unit, 40 - unit)),
      units,
    );
    // The time for reading is over once as many locks are silent as are asked at once.
    const isOver = new AbortController();
    let silent = 0;
    clouds.theKeys.faults.onRequest(({ listOfLock, isWrite }) => {
      if (isWrite || listOfLock === null || listOfLock > 3_106) return null;
      silent += 1;
      if (silent === 4) isOver.abort(new DOMException('The time is up.', 'TimeoutError'));
      return { kind: 'hang' };
    });
    const startedMs: number[] = [];
    const ofReading: typeof startDeadline = (ms, parent) => {
      startedMs.push(ms);
      const deadline = startDeadline(600_000, parent);
      if (startedMs.length === 1) return deadline;
      return { ...deadline, signal: AbortSignal.any([deadline.signal, isOver.signal]), reached: () => isOver.signal.aborted };
    };
    const installation = opened.install({ startDeadline: ofReading, requestTimeoutMs: 60_000 });
    const report = await installation.run({ deadlineMs: 6_000 });
    // Later ones are for what is read after the writes.
    expect(startedMs.slice(0, 2)).toEqual([6_000, 3_000]);
    expect(report.run.outcome).toBe('partial');
    expect(new Set(report.problems.map(({ kind, lockId }) => `${kind} ${String(lockId)}`))).toEqual(
      new Set([3_101, 3_102, 3_103, 3_104, 3_105, 3_106].map((lockId) => `list-failed ${String(lockId)}`)),
    );
    expect(report.operations.map(({ lockId, status }) => `${String(lockId)} ${status}`).sort()).toEqual(
      [3_107, 3_108, 3_109, 3_110, 3_111, 3_112, 3_113, 3_114].map((lockId) => `${String(lockId)} done`),
    );
  });
});

describe('a row that cannot be read', () => {
  it('of a stranger is skipped: the lock is kept correct', async () => {
    const { clouds, ...opened } = await start(STARTS[0] ?? 0, [stay(0, 1)]);
    clouds.theKeys.setSwitches({ brokenRows: 'foreign' });
    const report = await opened.install().run();
    expect(report.operations).toMatchObject([{ kind: 'create', status: 'done' }]);
    expect([report.run.outcome, report.problems]).toEqual(['ok', []]);
  });

  it('of ours leaves its door as it is and says so; the lock’s other keypad goes on', async () => {
    const layout = { zone: 'Europe/Paris', lockOfKeypad: [0, 0], doorsOfUnit: [[0], [1]] };
    const nowMs = STARTS[0] ?? 0;
    const { seed, mapping } = portfolio({ nowMs, layout, bookings: [stay(0, 1)], foreign: [] });
    const { clouds, clock, ...opened } = (world = await startWorld(seed, mapping, { nowMs }));
    const installation = opened.install();
    await installation.run();
    clouds.theKeys.setSwitches({ brokenRows: 'ours' });
    const [booking] = clouds.smoobu.bookings();
    if (booking === undefined) throw new Error('there is a booking');
    clouds.smoobu.addBooking({ ...booking, id: 77_001, arrival: '2026-12-10', departure: '2026-12-12' });
    clouds.smoobu.addBooking({ ...booking, id: 77_002, apartmentId: 502 });
    for (let round = 0; round < 2; round += 1) {
      clock.advance(15 * MINUTE_MS);
      const report = await installation.run();
      expect(report.operations.map(({ bookingId, status }) => [bookingId, status])).toEqual(round === 0 ? [[77_002, 'done']] : []);
      expect(report.problems).toMatchObject([{ kind: 'door-unreadable', lockId: 3_101, keypadId: 'Kp0of3101x' }]);
      expect(exitCodeOfReport(report)).toBe(1);
    }
    clouds.theKeys.setSwitches({ brokenRows: 'none' });
    expect((await installation.run()).operations).toMatchObject([{ bookingId: 77_001, status: 'done' }]);
    expect(clouds.theKeys.codes()).toHaveLength(3);
  });
});

describe.each(['HH:MM', 'null', 'odd'] as const)('times that read back as %s', (timeFormat) => {
  it.each(['date', 'odd'] as const)(
    'with dates as %s: a late check-out reaches the lock, once, and what cannot be seen is said',
    async (dateFormat) => {
      const { clouds, clock, ...opened } = await start(STARTS[0] ?? 0, [stay(0, 1)]);
      clouds.theKeys.setSwitches({ timeFormat, dateFormat });
      const isSeen = timeFormat === 'HH:MM' && dateFormat === 'date';
      const installation = opened.install();
      await installation.run();
      const [booking] = clouds.smoobu.bookings();
      if (booking === undefined) throw new Error('there is a booking');
      clock.advance(15 * MINUTE_MS);
      expect((await installation.run()).problems).toEqual([]);
      for (const checkOut of ['18:00', '20:00']) {
        clouds.smoobu.changeBooking(booking.id, { checkOut });
        clock.advance(15 * MINUTE_MS);
        const report = await installation.run();
        expect(report.operations).toMatchObject([{ kind: 'update', status: 'done' }]);
        expect(clouds.theKeys.codes()).toMatchObject([{ endTime: checkOut }]);
        for (let round = 0; round < 2; round += 1) {
          clock.advance(15 * MINUTE_MS);
          const again = await installation.run();
          expect(again.operations).toEqual([]);
          expect(again.problems.map(({ kind, bookingId }) => [kind, bookingId])).toEqual(isSeen ? [] : [['cannot-verify', booking.id]]);
          expect(exitCodeOfReport(again)).toBe(isSeen ? 0 : 1);
        }
      }
    },
  );
});

it('a lock that cannot be read in three syncs in a row is a matter with its cause', async () => {
  const { clouds, clock, ...opened } = await start(STARTS[0] ?? 0, [stay(0, 1)]);
  const installation = opened.install();
  clouds.theKeys.faults.set({ lists: { 3_102: { kind: 'html' } } });
  const kinds: string[][] = [];
  for (let round = 0; round < 4; round += 1) {
    kinds.push((await installation.run()).problems.map(({ kind, failure }) => `${kind} ${failure ?? ''}`));
    clock.advance(15 * MINUTE_MS);
    if (round === 2) clouds.theKeys.faults.clear();
  }
  expect(kinds).toEqual([['cloud-unreachable unreachable'], ['cloud-unreachable unreachable'], ['lock-unread unreachable'], []]);
});

describe('a wrong clock', () => {
  it.each([-100, -0.02, 0.02, 100])(
    'by %d days: tonight’s guest gets a code, and exit code 1 says that something is wrong',
    async (days) => {
      const opened = await start(STARTS[0] ?? 0, [stay(0, 0)]);
      const { clock, clouds } = opened;
      clock.stepWall(days * DAY_MS);
      clouds.smoobu.setSwitches({ clockOffsetMs: -days * DAY_MS });
      clouds.theKeys.setSwitches({ clockOffsetMs: -days * DAY_MS });
      const report = await opened.install().run();
      expect(report.operations).toMatchObject([{ kind: 'create', status: 'done' }]);
      expect(report.problems.map(({ kind }) => kind)).toEqual(['clock-wrong']);
      expect(exitCodeOfReport(report)).toBe(1);
    },
  );

  it('is not believed where only one cloud says so', async () => {
    const opened = await start(STARTS[0] ?? 0, [stay(0, 0)]);
    const { clouds } = opened;
    const installation = opened.install();
    clouds.theKeys.setSwitches({ clockOffsetMs: -HOUR_MS });
    expect((await installation.run()).problems).toEqual([]);
    clouds.smoobu.setSwitches({ clockOffsetMs: HOUR_MS });
    expect((await installation.run()).problems.map(({ kind }) => kind)).toEqual(['clock-stepped']);
  });

  it('takes no door from anybody, whatever it says, and every guest of the next days gets one', { timeout: 60_000 }, async () => {
    const offset = fc.oneof(
      fc.integer({ min: -400 * DAY_MS, max: 400 * DAY_MS }),
      fc.constantFrom(-11 * MINUTE_MS, 11 * MINUTE_MS, -HOUR_MS, HOUR_MS),
    );
    const plans = fc.array(
      fc.record({
        unit: fc.constantFrom(...UNITS),
        arrival: fc.integer({ min: -3, max: 6 }),
        nights: fc.integer({ min: 1, max: 4 }),
        guest: fc.nat({ max: 3 }),
        checkIn: fc.constant(null),
      }),
      { minLength: 1, maxLength: 4 },
    );
    const changes = fc.array(fc.constantFrom('cancel', 'shorten', 'extend', 'move', 'add'), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...STARTS), offset, plans, changes, async (nowMs, error, bookings, changed) => {
        if (Math.abs(error) <= 10 * MINUTE_MS) return;
        const opened = await start(nowMs, bookings);
        const { clock, clouds } = opened;
        const installation = opened.install();
        await installation.run();
        const before = clouds.theKeys.codes();
        clock.stepWall(error);
        clouds.smoobu.setSwitches({ clockOffsetMs: -error });
        clouds.theKeys.setSwitches({ clockOffsetMs: -error });
        changed.forEach((change, index) => {
          const booking = clouds.smoobu.bookings()[index];
          if (booking === undefined) return;
          if (change === 'cancel') clouds.smoobu.changeBooking(booking.id, { type: 'cancellation' });
          if (change === 'shorten') clouds.smoobu.changeBooking(booking.id, { departure: booking.arrival });
          if (change === 'extend') clouds.smoobu.changeBooking(booking.id, { departure: '2027-04-02' });
          if (change === 'move') clouds.smoobu.changeBooking(booking.id, { apartmentId: 503 });
          if (change === 'add')
            clouds.smoobu.addBooking({ ...booking, id: 77_000 + index, type: 'reservation', guestName: 'Somebody else' });
        });
        for (let round = 0; round < 3; round += 1) {
          clock.advance(15 * MINUTE_MS);
          const report = await installation.run();
          expect(report.problems.map(({ kind }) => kind)).toContain('clock-wrong');
          for (const { state } of report.stays.flatMap(({ doors }) => doors)) expect(state === 'blocked').toBe(false);
        }
        for (const share of before) {
          const now = clouds.theKeys.share(share.id);
          expect(now?.code).toBe(share.code);
          expect(`${now?.startDate ?? ''}T${now?.startTime ?? ''}` <= `${share.startDate ?? ''}T${share.startTime ?? ''}`).toBe(true);
          expect(`${now?.endDate ?? ''}T${now?.endTime ?? ''}` >= `${share.endDate ?? ''}T${share.endTime ?? ''}`).toBe(true);
        }
        const trueNowMs = clock.nowMs() - error;
        const today = new Date(trueNowMs).toISOString().slice(0, 10);
        for (const { id, type, arrival, departure } of clouds.smoobu.bookings()) {
          if (type === 'cancellation' || departure <= today || departure <= arrival) continue;
          const own = clouds.theKeys.codes().filter(({ description }) => description === `Smoobu#${String(id)}`);
          expect(own.some(({ startDate, endDate }) => (startDate ?? '') <= arrival && (endDate ?? '') >= departure)).toBe(true);
        }
        await opened.close();
        world = null;
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
