/** What a run tells while it goes on, what stops it, and what it needs before it begins. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runOnce } from '../../electron/app/run/engine.ts';
import type { EngineDependencies, RunRequest } from '../../electron/app/run/run-request.ts';
import type { RunProgress } from '../../shared/domain/run.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import { neverReached, SILENT } from './world.ts';
import type { Installation, World } from './world.ts';

let world: World;
let installation: Installation;
let held: number;
beforeEach(async () => {
  world = await twoDoors(['Ada']);
  installation = world.install();
  held = 0;
});
afterEach(async () => world.close());

const parts = (changes: Partial<EngineDependencies> = {}): EngineDependencies => ({
  ...installation.clients(),
  pins: installation.pins,
  history: installation.history,
  clock: world.clock,
  log: SILENT,
  startDeadline: neverReached,
  runLock: { tryAcquire: () => ((held += 1), { release: () => void (held -= 1) }) },
  newRunId: () => 'made up here',
  ...changes,
});
const request = (changes: Partial<RunRequest> = {}): RunRequest => ({
  mode: 'live',
  trigger: 'command',
  settings: world.settings,
  applyHeld: false,
  ...changes,
});

/** The same with some calls answered otherwise. */
function overriding<T extends object>(of: T, calls: Partial<T>): T {
  return new Proxy(of, {
    get: (target, name): unknown => {
      const value: unknown = Reflect.get(name in calls ? calls : target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describe('a run', () => {
  it('does nothing while another process runs', async () => {
    expect(await runOnce(parts({ runLock: { tryAcquire: () => null } }), request())).toEqual({ ok: false, error: 'busy' });
    expect(world.clouds.theKeys.requests()).toEqual([]);
  });
  it('lets its lock go, and cancels its deadline of five minutes, or of what was asked', async () => {
    const asked: (number | string)[] = [];
    const startDeadline: EngineDependencies['startDeadline'] = (durationMs, parent) => {
      asked.push(durationMs);
      return { ...neverReached(durationMs, parent), cancel: () => void asked.push('cancelled') };
    };
    await runOnce(parts({ startDeadline }), request({ mode: 'dry-run' }));
    await runOnce(parts({ startDeadline }), request({ mode: 'dry-run', deadlineMs: 7 }));
    expect(asked.filter((one) => one === 'cancelled')).toHaveLength(asked.length / 2);
    expect([asked[0], asked.includes(7), held]).toEqual([5 * MINUTE_MS, true, 0]);
  });
  it('has the id that was chosen before, else one of its own', async () => {
    const id = async (changes: Partial<RunRequest>) => {
      const answer = await runOnce(parts(), request({ mode: 'dry-run', ...changes }));
      return answer.ok ? answer.value.run.id : null;
    };
    expect([await id({}), await id({ runId: 'chosen' })]).toEqual(['made up here', 'chosen']);
  });
  it('tells each step: what is read, planned and written, each door by itself, and the end', async () => {
    const steps: RunProgress[] = [];
    await runOnce(parts(), request({ onProgress: (step) => steps.push(step) }));
    const phases = [...new Set(steps.map(({ phase }) => phase))];
    expect(phases).toEqual(['bookings', 'codes', 'plan', 'apply', 'verify', 'done']);
    expect(steps.filter(({ phase }) => phase === 'plan' || phase === 'done')).toEqual([
      { phase: 'plan', done: 0, total: 1 },
      { phase: 'done', done: 1, total: 1 },
    ]);
    const [one, other] = world.settings.mapping.units[0]!.doors.map(({ lockId }) => lockId);
    const applied = steps.filter(({ phase }) => phase === 'apply');
    expect(applied.map(({ done, total }) => [done, total])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(applied.at(-1)?.doors).toEqual([
      { lockId: one, done: 1, total: 1 },
      { lockId: other, done: 1, total: 1 },
    ]);
  });
  it('counts its own requests, not those before it', async () => {
    await runOnce(parts(), request());
    const before = [world.clouds.smoobu.requestCount(), world.clouds.theKeys.requestCount()];
    const answer = await runOnce(parts(), request());
    const after = [world.clouds.smoobu.requestCount(), world.clouds.theKeys.requestCount()];
    expect(answer.ok && answer.value.requests).toEqual({ smoobu: after[0]! - before[0]!, theKeys: after[1]! - before[1]! });
  });
  it('logs how many runs before it came to no end', async () => {
    const logged: unknown[] = [];
    const log: EngineDependencies['log'] = { log: (...given) => void logged.push(given) };
    const warned = () => logged.filter((entry) => JSON.stringify(entry).includes('interrupted'));
    await runOnce(parts({ log }), request({ mode: 'dry-run' }));
    expect(warned()).toEqual([]);
    installation.history.beginRun({ id: 'before', mode: 'live', trigger: 'command', startedAtMs: world.clock.nowMs() - MINUTE_MS });
    await runOnce(parts({ log }), request({ mode: 'dry-run' }));
    expect(warned()).toEqual([['warn', 'earlier run was interrupted', { runs: 1 }]]);
  });
  it('has nothing to do, and has not failed, where no door is mapped yet', async () => {
    const settings = { ...world.settings, mapping: { units: [], locks: [], retired: [] } };
    const answer = await runOnce(parts(), request({ settings }));
    expect(answer.ok && [answer.value.run.outcome, answer.value.operations]).toEqual(['nothing-to-do', []]);
  });
  it('logs its end, with what it did', async () => {
    const logged: unknown[] = [];
    await runOnce(parts({ log: { log: (...given) => void logged.push(given) } }), request({ runId: 'r' }));
    const [level, text, facts] = logged.at(-1) as readonly unknown[];
    expect([level, text]).toEqual(['info', 'sync finished']);
    expect(facts).toMatchObject({ runId: 'r', mode: 'live', outcome: 'ok', created: 2, failed: 0 });
  });
  it('drops what is older than the history keeps, unless it only looks or the clock is wrong', async () => {
    const pruned = async (changes: Partial<RunRequest>, offsetMs = 0) => {
      const until: number[] = [];
      const { bookings, locks } = installation.clients();
      const history = overriding(installation.history, { prune: (ms: number) => void until.push(ms) });
      const clockOffsetMs = (): number => offsetMs;
      const clouds = { bookings: overriding(bookings, { clockOffsetMs }), locks: overriding(locks, { clockOffsetMs }) };
      await runOnce(parts({ history, ...clouds }), request(changes));
      return until;
    };
    expect(await pruned({})).toEqual([world.clock.nowMs() - world.settings.history.keepDays * DAY_MS]);
    expect([await pruned({ mode: 'dry-run' }), await pruned({}, 2 * DAY_MS)]).toEqual([[], []]);
  });
  it('remembers the time for the next one where it is whole and does something', async () => {
    const { history } = installation;
    const [stay] = world.clouds.smoobu.bookings();
    await runOnce(parts(), request({ mode: 'dry-run' }));
    await runOnce(parts(), request({ claim: bookingId(stay!.id) }));
    expect(history.clockMark()).toBeNull();
    await runOnce(parts(), request());
    expect(history.clockMark()).toMatchObject({ wallMs: world.clock.nowMs() });
  });
  it('that is out of time says so, and not that it was interrupted', async () => {
    const startDeadline: EngineDependencies['startDeadline'] = () => ({
      signal: AbortSignal.abort(),
      reached: () => true,
      cancel: () => undefined,
    });
    const answer = await runOnce(parts({ startDeadline }), request());
    expect(answer.ok && answer.value.problems.map(({ kind }) => kind)).toContain('deadline');
  });
  it('is partial when its time is up, and stopped where the user stopped it', async () => {
    const late = parts({ startDeadline: (...given) => ({ ...neverReached(...given), reached: () => true }) });
    const answer = await runOnce(late, request({ mode: 'dry-run' }));
    expect(answer.ok && answer.value.run.outcome).toBe('partial');
    const stop = new AbortController();
    stop.abort();
    const stopped = await runOnce(parts(), request({ signal: stop.signal }));
    expect(stopped.ok && [stopped.value.run.outcome, stopped.value.problems.map(({ kind }) => kind)]).toEqual([
      'interrupted',
      ['interrupted', 'interrupted'],
    ]);
    expect(world.clouds.theKeys.codes()).toEqual([]);
  });
  it('ends the requests under way when an error stops it', async () => {
    const { bookings, locks } = installation.clients();
    const ended: Promise<void>[] = [];
    const listCodes: typeof locks.listCodes = async (lockId, { signal } = {}) => {
      if (ended.length === 2) throw new Error('a mistake');
      ended.push(new Promise((resolve) => signal?.addEventListener('abort', () => resolve())));
      await ended.at(-1);
      return locks.listCodes(lockId);
    };
    const answer = await runOnce(parts({ bookings, locks: overriding(locks, { listCodes }) }), request());
    expect(answer).toMatchObject({ ok: true, value: { run: { outcome: 'failed' }, problems: [{ kind: 'sync-crashed' }] } });
    expect(await Promise.all(ended)).toHaveLength(2);
  });
});
