/** Whole runs that would remove codes: another account, removals spread over syncs, and holds that stand until they are decided. */
import { afterEach, describe, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { portfolio } from './scenario.ts';
import { startWorld } from './world.ts';
import type { Installation, World } from './world.ts';

const NOW_MS = Date.parse('2026-11-23T10:00:00Z');
let world: World;
let installation: Installation;
afterEach(async () => {
  await world.close();
});

/** Ten coming stays of one unit, each with its code, and a run behind them. */
async function tenStays(): Promise<void> {
  const { seed, mapping } = portfolio({
    nowMs: NOW_MS,
    layout: { zone: 'Europe/Paris', lockOfKeypad: [0], doorsOfUnit: [[0]] },
    bookings: Array.from({ length: 10 }, (_, index) => ({ unit: 0, arrival: 10 + index * 3, nights: 2, guest: index % 3, checkIn: null })),
    foreign: [],
  });
  world = await startWorld(seed, mapping, { nowMs: NOW_MS });
  installation = world.install();
  await run();
  expect(codes()).toBe(10);
}
const codes = (): number => world.clouds.theKeys.codes().length;
const bookingIds = (): readonly number[] => world.clouds.smoobu.bookings().map(({ id }) => id);
const run = (request: Parameters<Installation['run']>[0] = {}): Promise<RunReport> => installation.run(request);
async function later(ms = 15 * MINUTE_MS): Promise<RunReport> {
  world.clock.advance(ms);
  return run();
}
const cancel = (...ids: readonly (number | undefined)[]): void => ids.forEach((id) => void world.clouds.smoobu.cancelBooking(id ?? 0));
const questions = (report: RunReport): readonly string[] => report.problems.flatMap(({ question }) => question?.key ?? []);
const answer = (key: string | undefined, choice: string): boolean => installation.answer(key ?? '', choice);
const kinds = (report: RunReport): readonly string[] => report.problems.map(({ kind }) => kind);

describe('another Smoobu account', () => {
  it('removes nothing and asks in every sync, until the user says whose it is', async () => {
    await tenStays();
    world.clouds.smoobu.setSwitches({ account: 'other' });
    for (let round = 0; round < 4; round += 1) {
      const report = await later(HOUR_MS);
      expect([codes(), report.operations, kinds(report), exitCodeOfReport(report)]).toEqual([10, [], ['other-account'], 5]);
    }
    const [key] = questions(await later());
    expect(key).toBe('account:smoobu:2');
    expect(installation.history.memory().missingSinceMs.size).toBe(0);
    expect(answer(key, 'approve')).toBe(true);
    // Even then: none of the bookings of the mapping is found alive, and ten are gone at once.
    for (let round = 0; round < 3; round += 1) expect(exitCodeOfReport(await later(HOUR_MS))).toBe(5);
    expect(codes()).toBe(10);
  });

  it('that the user refused changes nothing, and the former one continues without another question', async () => {
    await tenStays();
    world.clouds.smoobu.setSwitches({ account: 'other' });
    expect(answer(questions(await later())[0], 'keep')).toBe(true);
    const refused = await later();
    expect([kinds(refused), refused.operations, exitCodeOfReport(refused)]).toEqual([['wrong-account'], [], 5]);
    world.clouds.smoobu.setSwitches({ account: 'own' });
    cancel(bookingIds()[0]);
    const back = await later();
    expect([kinds(back), codes(), exitCodeOfReport(back)]).toEqual([[], 9, 0]);
  });

  it('that the user refused by mistake can still be approved', async () => {
    await tenStays();
    world.clouds.smoobu.setSwitches({ account: 'other' });
    expect(answer(questions(await later())[0], 'keep')).toBe(true);
    const [key] = questions(await later());
    expect(answer(key, 'keep')).toBe(false);
    expect(answer(key, 'approve')).toBe(true);
    expect(kinds(await later())).not.toContain('wrong-account');
  });

  it('of one sync alone leaves the remembered one', async () => {
    await tenStays();
    world.clouds.smoobu.setSwitches({ account: 'other' });
    await later();
    expect(installation.history.memory().remembered.account.get('smoobu')).toEqual({ id: '1' });
  });

  it('whose id cannot be read makes gone no evidence, and nothing else', async () => {
    await tenStays();
    world.clouds.smoobu.setSwitches({ account: 'unreadable' });
    const [gone, cancelled] = bookingIds();
    world.clouds.smoobu.removeBooking(gone ?? 0);
    cancel(cancelled);
    for (let round = 0; round < 3; round += 1) await later(HOUR_MS);
    expect(codes()).toBe(9);
    world.clouds.smoobu.setSwitches({ account: 'own' });
    await later();
    await later();
    expect(codes()).toBe(8);
  });
});

describe('another The Keys account', () => {
  it('creates and extends, and neither removes nor shortens', async () => {
    await tenStays();
    world.clouds.theKeys.setSwitches({ account: 'other' });
    const [cancelled, shortened, extended] = world.clouds.smoobu.bookings();
    cancel(cancelled?.id);
    world.clouds.smoobu.changeBooking(shortened?.id ?? 0, { departure: '2026-12-07' });
    world.clouds.smoobu.changeBooking(extended?.id ?? 0, { departure: '2026-12-12' });
    world.clouds.smoobu.addBooking({ apartmentId: cancelled?.apartmentId ?? 0, arrival: '2027-01-20', departure: '2027-01-22' });
    const report = await later();
    expect(report.operations.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['update done', 'create done']);
    expect([codes(), kinds(report), exitCodeOfReport(report)]).toEqual([11, ['other-account'], 5]);
    expect(answer(questions(report)[0], 'approve')).toBe(true);
    const after = await later();
    expect(after.operations.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['update done', 'delete done']);
  });
});

describe('bookings that are gone', () => {
  it('are looked for twice again after one was found in between', async () => {
    await tenStays();
    const [first] = world.clouds.smoobu.bookings();
    if (first === undefined) throw new Error('no booking');
    const { id, arrival, departure } = first;
    const hide = (): void => {
      world.clouds.smoobu.changeBooking(id, { arrival: '2030-01-01', departure: '2030-01-03' });
      world.clouds.smoobu.faults.onRequest(({ path }) => (path.endsWith(`/${String(id)}`) ? { kind: 'not-found' } : null));
    };
    const missing = (): number => installation.history.memory().missingSinceMs.size;
    hide();
    await later();
    expect([missing(), codes()]).toEqual([1, 10]);
    world.clouds.smoobu.changeBooking(id, { arrival, departure });
    world.clouds.smoobu.faults.clear();
    await later();
    expect([missing(), codes()]).toEqual([0, 10]);
    hide();
    await later(HOUR_MS);
    expect([missing(), codes()]).toEqual([1, 10]);
    await later(HOUR_MS);
    expect(codes()).toBe(9);
  });

  it('wait from the fourth of a day on', async () => {
    await tenStays();
    for (let round = 0; round < 5; round += 1) {
      world.clouds.smoobu.removeBooking(bookingIds()[0] ?? 0);
      await later(HOUR_MS);
      await later();
    }
    expect(codes()).toBe(7);
    expect(installation.history.listHolds().map(({ operation }) => operation.hold)).toEqual(['bookings-gone', 'bookings-gone']);
  });
});

describe('the brake', () => {
  it('counts removals over a day, not only within a sync', async () => {
    await tenStays();
    for (const id of bookingIds().slice(0, 5)) {
      cancel(id);
      await later(2 * HOUR_MS);
    }
    expect(codes()).toBe(7);
    expect(installation.history.listHolds().map(({ operation }) => operation.hold)).toEqual(['too-many-deletes', 'too-many-deletes']);
  });

  it('does not count what the user approved', async () => {
    await tenStays();
    cancel(...bookingIds().slice(0, 4));
    await later();
    await later(0);
    const held = await run({ applyHeld: true });
    expect([held.counts.deleted, codes()]).toEqual([4, 6]);
    cancel(bookingIds()[5]);
    expect((await later()).counts.deleted).toBe(1);
    expect(await later(2 * DAY_MS)).toMatchObject({ counts: { held: 0 } });
  });
});

describe('a hold', () => {
  it('is released only where it was shown', async () => {
    await tenStays();
    const ids = bookingIds();
    cancel(...ids.slice(0, 4));
    await later();
    cancel(...ids.slice(4, 8));
    const report = await run({ applyHeld: true });
    expect([report.counts.deleted, report.counts.held, codes()]).toEqual([4, 4, 6]);
    // Other dates of a booking that was shown are another question.
    world.clouds.smoobu.changeBooking(ids[4] ?? 0, { departure: '2027-02-01' });
    const again = await run({ applyHeld: new Set(installation.history.listHolds().map(({ operation }) => operation.key)) });
    expect([again.counts.deleted, again.counts.held]).toEqual([3, 1]);
  });

  it('stands while a run sees less, and each sync says so', async () => {
    await tenStays();
    cancel(...bookingIds().slice(0, 4));
    const [first, ...others] = questions(await later());
    expect(others).toHaveLength(3);
    world.clouds.theKeys.faults.set({ reads: { kind: 'bad-gateway' } });
    const failed = await later();
    expect([failed.run.outcome, questions(failed).length]).toEqual(['failed', 4]);
    world.clouds.theKeys.faults.clear();
    world.clouds.smoobu.setSwitches({ totalChanges: true, maxPageSize: 2 });
    const incomplete = await later();
    expect([incomplete.run.outcome, questions(incomplete).length, codes()]).toEqual(['partial', 4, 10]);
    world.clouds.smoobu.setSwitches({ totalChanges: false, maxPageSize: 100 });
    installation.killAt(1, 'stop');
    await later();
    expect(installation.history.listHolds()).toHaveLength(4);
    const seen = await later();
    expect([codes(), seen.run.outcome, exitCodeOfReport(seen)]).toEqual([10, 'held', 5]);
    // One by one: kept, approved, alive again, gone by hand.
    expect([answer(first, 'keep'), answer(first, 'keep'), answer(others[0], 'approve')]).toEqual([true, false, true]);
    const [, , , fourth] = world.clouds.theKeys.codes();
    world.clouds.smoobu.changeBooking(bookingIds()[2] ?? 0, { type: 'reservation' });
    world.clouds.theKeys.removeCode(fourth?.id ?? 0);
    const settled = await later();
    expect([codes(), questions(settled), kinds(settled), exitCodeOfReport(settled)]).toEqual([8, [], ['code-kept'], 0]);
  });

  it('that was answered with keep is asked again when the booking changes, and shown until the code ends', async () => {
    await tenStays();
    cancel(...bookingIds().slice(0, 4));
    for (const key of questions(await later())) answer(key, 'keep');
    const kept = await later();
    expect([kinds(kept), kept.counts.held]).toEqual([Array.from({ length: 4 }, () => 'code-kept'), 0]);
    world.clouds.smoobu.changeBooking(bookingIds()[0] ?? 0, { departure: '2027-02-01' });
    // Alone it would pass the brake; it was kept, so it is asked for.
    const changed = await later();
    expect([questions(changed).length, codes()]).toEqual([1, 10]);
    // Alive again, and cancelled again: the decision was about the first cancellation.
    const second = bookingIds()[1] ?? 0;
    world.clouds.smoobu.changeBooking(second, { type: 'reservation' });
    await later();
    cancel(second);
    expect(installation.history.memory().remembered.decision.size).toBe(2);
    expect(kinds(await later()).filter((kind) => kind === 'code-kept')).toHaveLength(2);
    expect(kinds(await later(60 * DAY_MS))).not.toContain('code-kept');
  });
});
