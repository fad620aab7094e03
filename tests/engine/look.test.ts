/** Runs that only look, over the demo clouds: what they answer, and that they leave nothing behind. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookingCloud } from '../../electron/app/ports/clouds.ts';
import { Previews } from '../../electron/app/run/look/preview.ts';
import { lookOnce } from '../../electron/app/run/look/read-only.ts';
import type { EngineDependencies } from '../../electron/app/run/run-request.ts';
import { err, ok } from '../../shared/result.ts';
import type { AccessFailure } from '../../shared/errors.ts';
import { twoDoors } from './small-world.ts';
import { neverReached, SILENT } from './world.ts';
import type { Installation, World } from './world.ts';

let world: World;
let installation: Installation;
beforeEach(async () => {
  world = await twoDoors([{ name: 'Ada', arrival: -1 }, 'Bert']);
  installation = world.install();
});
afterEach(async () => world.close());

/** Its lock for runs is held by another process. */
function dependencies(): EngineDependencies {
  const { history, pins } = installation;
  const runLock = { tryAcquire: () => null };
  return {
    ...installation.clients(),
    pins,
    history,
    clock: world.clock,
    log: SILENT,
    startDeadline: neverReached,
    runLock,
    newRunId: () => 'look',
  };
}
const writes = () => world.clouds.theKeys.requests().filter(({ isWrite }) => isWrite).length;
const request = () => ({ trigger: 'manual', settings: world.settings }) as const;

describe('a look', () => {
  it('answers what a run would do, and leaves nothing behind', async () => {
    const { report, input } = await lookOnce(dependencies(), request());
    expect(report.operations.map(({ kind }) => kind)).toEqual(['create', 'create', 'create', 'create']);
    expect([report.run.mode, writes(), installation.history.listRuns({ limit: 5 })]).toEqual(['dry-run', 0, []]);
    expect(input?.memory.remembered['open-pin'].size).toBe(0);
  });
  it('takes for remembered what it is told', async () => {
    const value = { sinceMs: 1 };
    const { input } = await lookOnce(dependencies(), { ...request(), remember: [{ kind: 'open-pin', key: '12', value }] });
    expect(input?.memory.remembered['open-pin'].get('12')).toEqual(value);
    expect(installation.history.memory().remembered['open-pin'].size).toBe(0);
  });
  it('has read nothing where Smoobu does not answer', async () => {
    world.clouds.smoobu.faults.set({ all: { kind: 'html' } });
    expect(await lookOnce(dependencies(), request())).toMatchObject({ report: { run: { outcome: 'failed' } }, input: null });
  });
});

describe('a preview', () => {
  const preview = (of: EngineDependencies = dependencies()) => new Previews(async () => ok(of), world.clock).preview(world.settings);
  const bookings = (fetchBookings: BookingCloud['fetchBookings']): EngineDependencies => {
    const given = dependencies();
    const own = given.bookings;
    const cloud = { ...own, fetchBookings, readAccount: () => own.readAccount(), requestCount: () => 0, clockOffsetMs: () => null };
    return { ...given, bookings: cloud };
  };

  it('names the guests and units of what it would do, whoever is a stay, and leaves out what waits', async () => {
    await installation.run();
    const [first, second] = world.clouds.smoobu.bookings();
    world.clouds.smoobu.cancelBooking(first!.id);
    world.clouds.smoobu.changeBooking(second!.id, { departure: '2026-12-02' });
    const answer = await preview();
    const seen = answer.ok ? answer.value : null;
    expect(seen?.operations.map(({ kind, hold }) => [kind, hold])).toEqual([
      ['update', null],
      ['update', null],
      ['delete', 'someone-may-be-inside'],
      ['delete', 'someone-may-be-inside'],
    ]);
    expect(seen?.problems.map(({ kind }) => kind)).not.toContain('removal-held');
    const { name } = world.settings.mapping.units[0]!;
    expect(seen?.bookings.map(({ bookingId: id, unitName }) => [id, unitName])).toEqual([
      [second!.id, name],
      [first!.id, name],
    ]);
    expect(seen?.bookings.map(({ guestName }) => guestName)).toEqual(['Bert', 'Ada']);
    expect(seen?.bookings[0]?.departure).toBe('2026-12-02');
    expect(seen?.others.map(({ bookingId: id }) => id)).toEqual([first!.id]);
    // Now the removals wait for an answer.
    expect((await installation.run()).problems.map(({ kind }) => kind)).toContain('removal-held');
    const later = await preview();
    expect(later.ok && later.value.problems.map(({ kind }) => kind)).toEqual([]);
    const { report } = await lookOnce(dependencies(), request());
    expect(report.operations.map(({ hold }) => hold)).toEqual(['someone-may-be-inside', 'someone-may-be-inside']);
  });
  it('shows nobody where the mapping is lost', async () => {
    await installation.run();
    world.settings = { ...world.settings, mapping: { units: [], locks: [], retired: [] } };
    expect(await preview()).toMatchObject({ ok: true, value: { operations: [], others: [], bookings: [] } });
  });
  it('says when it was read, once it is some seconds ago', async () => {
    const previews = new Previews(async () => ok(dependencies()), world.clock);
    const first = await previews.preview(world.settings);
    world.clock.advance(20_000);
    const second = await previews.preview(world.settings);
    const readAtMs = world.clock.nowMs() - 20_000;
    expect([first, second]).toMatchObject([
      { ok: true, value: { readAtMs } },
      { ok: true, value: { readAtMs } },
    ]);
  });
  it('tells the problems of what can be read where one lock cannot', async () => {
    world.clouds.theKeys.faults.onRequest(({ path }) => (path.endsWith('serrure/3101') ? { kind: 'forbidden' } : null));
    const answer = await preview();
    expect(answer.ok && answer.value.problems.map(({ kind }) => kind)).toContain('forbidden-lock');
  });
  it('fails as its cloud does: a request that it ended itself was too slow', async () => {
    const failing = (kind: 'aborted' | 'unreachable') =>
      preview(bookings(async () => err({ kind, cloud: 'smoobu', message: 'No answer.', certain: true })));
    expect(await failing('unreachable')).toMatchObject({ ok: false, error: { kind: 'unreachable', message: 'No answer.' } });
    expect(await failing('aborted')).toMatchObject({ ok: false, error: { kind: 'timeout', cloud: 'smoobu', message: 'No answer.' } });
  });
  it('does nothing without access', async () => {
    const failure = { kind: 'no-credentials', cloud: 'smoobu' } as unknown as AccessFailure;
    expect(await new Previews(async () => err(failure), world.clock).preview(world.settings)).toEqual(err(failure));
  });
});
