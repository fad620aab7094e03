/** A day of syncs on 50 locks with 500 stays, over clouds in memory, and how many lists they ask for. */
import { LastLists } from '../../electron/app/doors/last-lists.ts';
import type { BookingCloud } from '../../electron/app/ports/clouds.ts';
import { runOnce } from '../../electron/app/run/engine.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { addDays, dateOf, localNow, MINUTE_MS } from '../../shared/time.ts';
import type { Booking } from '../../shared/domain/booking.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { createPinSource } from '../../electron/storage/keychain/pin-source.ts';
import { ok } from '../../shared/result.ts';
import type { RunTrigger } from '../../shared/domain/run.ts';
import { booking, settings } from '../reconcile/fixtures.ts';
import { createFakeLocks } from '../support/fake-locks.ts';
import { place } from '../support/ids.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { neverReached, SILENT } from './world.ts';

export const LOCKS = 50;
export const SYNCS = 96;
/** Eleven in Paris. */
const NOW_MS = Date.parse('2026-11-23T10:00:00Z');
const TODAY = dateOf(localNow('Europe/Paris', NOW_MS));
const door = (unit: number) => place(101 + unit, `Kp${String(101 + unit)}x`);

/** Ten stays in each unit, one after the other, over 90 days. */
function stays(): Booking[] {
  return Array.from({ length: 500 }, (_, index) => {
    const arrival = addDays(TODAY, ((index * 7) % 9) + Math.floor(index / LOCKS) * 9 - 4);
    return booking({
      id: 1000 + index,
      unitId: 501 + (index % LOCKS),
      arrival,
      departure: addDays(arrival, 5),
      guestName: `Guest ${String(index)}`,
    });
  });
}

/** `trigger`: scheduled syncs read what matters, those of the user everything. */
export async function quietDay(trigger: RunTrigger): Promise<{ readonly asked: number; readonly codes: number; readonly last: RunReport }> {
  const clock = createVirtualClock({ nowMs: NOW_MS });
  const history = openHistoryStore({ file: ':memory:', clock, log: SILENT });
  const fake = createFakeLocks();
  const known = new LastLists(clock);
  const locks = known.watch(fake);
  const lists = known.of(locks);
  const all = stays();
  const bookings: Omit<BookingCloud, 'listUnits' | 'readUnit'> = {
    fetchBookings: async () => ok({ complete: true, bookings: [...all], incompleteBecause: null }),
    readBooking: async () => ok({ kind: 'missing' }),
    readAccount: async () => ok({ id: 1, email: null }),
    requestCount: () => 0,
    clockOffsetMs: () => 0,
    close: async () => undefined,
  };
  const mapped = settings({
    units: Array.from({ length: LOCKS }, (_, unit) => ({ unitId: 501 + unit, name: `Flat ${String(unit)}`, doors: [door(unit)] })),
  });
  let runs = 0;
  const sync = async (): Promise<RunReport> => {
    const report = await runOnce(
      {
        ...{ locks, history, clock, pins: createPinSource(new Uint8Array(32).fill(1)), log: SILENT, startDeadline: neverReached },
        ...(lists === undefined ? {} : { lists }),
        bookings: bookings as BookingCloud,
        runLock: { tryAcquire: () => ({ release: () => undefined }) },
        newRunId: () => `run-${String((runs += 1))}`,
      },
      { mode: 'live', trigger, settings: { ...mapped, mapping: { ...mapped.mapping, retired: [] } }, applyHeld: false },
    );
    if (!report.ok) throw new Error(report.error);
    return report.value;
  };
  await sync();
  const count = (): number => fake.calls.filter((call) => call.startsWith('list ')).length;
  const before = count();
  for (let round = 0; round < SYNCS; round += 1) {
    clock.advance(15 * MINUTE_MS);
    // A booking every two hours, a cancellation every six, and a change by hand every eight.
    if (round % 8 === 0)
      all.push(booking({ id: 2000 + round, unitId: 501 + (round % LOCKS), arrival: addDays(TODAY, 88), departure: addDays(TODAY, 89) }));
    const [cancelled] = round % 24 === 5 ? all.splice(300 + round, 1) : [];
    if (cancelled !== undefined) all.push({ ...cancelled, state: 'cancelled' });
    const [lost] = round % 32 === 9 ? [...fake.codes.keys()].slice(200 + round) : [];
    if (lost !== undefined) fake.codes.delete(lost);
    await sync();
  }
  const asked = count() - before;
  clock.advance(120 * MINUTE_MS);
  const last = await sync();
  history.close();
  return { asked, codes: fake.codes.size, last };
}
