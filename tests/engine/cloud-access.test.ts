/** Rejections and pauses over the wire: how often a cloud is really asked, by runs of one installation after another. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { Accounts } from '../../electron/app/accounts/accounts.ts';
import { runOnce } from '../../electron/app/run/engine.ts';
import { connectSmoobu, connectTheKeys } from '../../electron/compose/clouds.ts';
import { runDependencies } from '../../electron/compose/run.ts';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { createPinSource } from '../../electron/storage/keychain/pin-source.ts';
import { memoryWishes } from '../../electron/storage/wishes/wishes-in-memory.ts';
import { createPinVault } from '../../electron/storage/keychain/pin-vault.ts';
import type { RunTrigger } from '../../shared/domain/run.ts';
import { Secret } from '../../shared/secret.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { createAccess } from '../support/access.ts';
import { NOW_MS } from '../support/app/state-fixtures.ts';
import { neverReached, SILENT, startWorld } from './world.ts';
import type { World } from './world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
});

/** Every run is a new process on the same data folder, as from cron. */
async function start() {
  const { seed, mapping } = demoPortfolio(NOW_MS);
  world = await startWorld(seed, mapping, { nowMs: NOW_MS });
  const { clock, clouds, settings } = world;
  const { history } = world.install();
  const run = async (trigger: RunTrigger = 'schedule') => {
    const access = createAccess(clock, history);
    const { smoobu, theKeys } = clouds;
    const accounts = new Accounts({
      access,
      settings: { recovered: null, read: () => settings, write: () => undefined },
      secrets: { read: () => Promise.reject(new Error('not used')), write: unused, remove: unused },
      given: {
        smoobu: {
          source: 'environment',
          credentials: { apiKey: new Secret(smoobu.credentials.apiKey), apiSecret: new Secret(smoobu.credentials.apiSecret) },
        },
        theKeys: {
          source: 'environment',
          credentials: { username: theKeys.credentials.username, password: new Secret(theKeys.credentials.password) },
        },
        pinKey: { source: 'environment', credentials: new Uint8Array(32) },
        watchdog: null,
      },
      newPinKey: () => new Uint8Array(32),
      connectSmoobu: (credentials, gate) => connectSmoobu({ credentials, origin: smoobu.url, gate }, { clock, log: SILENT, version: '1' }),
      connectTheKeys: (credentials, gate) =>
        connectTheKeys({ credentials, origin: theKeys.url, gate }, { clock, log: SILENT, version: '1' }),
      createPinSource,
      createPinVault,
      onSecret: () => undefined,
    });
    const stores = {
      history,
      settings: { read: () => settings },
      wishes: memoryWishes(),
      runLock: { tryAcquire: () => ({ release: () => undefined }) },
    };
    const ready = await runDependencies({ accounts, access, stores, clock, log: SILENT, startDeadline: neverReached }, trigger);
    const answer = ready.ok
      ? await runOnce({ ...ready.value, newRunId: () => randomUUID() }, { mode: 'live', trigger, settings, applyHeld: false })
      : ready;
    await accounts.close();
    return answer;
  };
  return { run, clock, clouds, history };
}
const unused = () => Promise.reject(new Error('not used'));

describe('rejected credentials', () => {
  it.each(['smoobu', 'theKeys'] as const)(
    'of %s are tried at most four times in an hour by cron, and heal by themselves',
    async (cloud) => {
      const { run, clock, clouds } = await start();
      const part = cloud === 'smoobu' ? 'all' : 'signIn';
      clouds[cloud].faults.set({ [part]: { kind: 'rejected' } });
      const asked: number[] = [];
      for (let minute = 0; minute < 120; minute += 5) {
        clouds[cloud].resetCounters();
        await run('command');
        if (clouds[cloud].requestCount() > 0) asked.push(minute);
        clock.advance(5 * MINUTE_MS);
      }
      expect(asked).toEqual([0, 5, 10, 15, 60, 65, 70, 75]);
      clouds[cloud].faults.clear();
      clock.advance(6 * HOUR_MS);
      expect(await run()).toMatchObject({ ok: true, value: { run: { outcome: 'ok' } } });
    },
  );

  it('are told with the time of the next try', async () => {
    const { run, clouds } = await start();
    clouds.theKeys.faults.set({ signIn: { kind: 'rejected' } });
    expect(await run()).toMatchObject({
      ok: true,
      value: { problems: [{ kind: 'credentials-rejected', retryAtMs: NOW_MS + 15 * MINUTE_MS }] },
    });
    expect(await run()).toMatchObject({ ok: false, error: { kind: 'credentials-rejected', retryAtMs: NOW_MS + 15 * MINUTE_MS } });
  });

  it.each(['forbidden-page', 'html', 'portal'] as const)('are not what a network in between answers: %s', async (kind) => {
    const { run, clouds } = await start();
    for (const cloud of [clouds.smoobu, clouds.theKeys]) cloud.faults.set({ all: { kind } });
    const answer = await run();
    expect(answer.ok && new Set(answer.value.problems.map((problem) => problem.kind))).toEqual(new Set(['cloud-unreachable']));
    for (const cloud of [clouds.smoobu, clouds.theKeys]) cloud.faults.clear();
    expect(await run()).toMatchObject({ ok: true, value: { run: { outcome: 'ok' } } });
  });
});

it('a list of bookings that is incomplete for a day is told, until it is complete again', async () => {
  const { run, clock, clouds } = await start();
  const isTold = async (): Promise<boolean> => {
    const answer = await run();
    return answer.ok && answer.value.problems.some(({ kind }) => kind === 'incomplete-for-a-day');
  };
  clouds.smoobu.setSwitches({ rowShift: true, maxPageSize: 2 });
  expect(await isTold()).toBe(false);
  clock.advance(23 * HOUR_MS);
  expect(await isTold()).toBe(false);
  clock.advance(HOUR_MS);
  expect(await isTold()).toBe(true);
  clouds.smoobu.setSwitches({ rowShift: false, maxPageSize: 100 });
  expect(await isTold()).toBe(false);
});

describe('Retry-After', () => {
  it.each(['rate-limited', 'unavailable'] as const)('of a %s answer is kept for the whole cloud, over restarts', async (kind) => {
    const { run, clock, clouds } = await start();
    clouds.theKeys.faults.set({ all: { kind, retryAfter: '86400' } });
    const first = await run();
    expect(first).toMatchObject({
      ok: true,
      value: { problems: [{ kind: 'cloud-paused', cloud: 'the-keys', retryAtMs: NOW_MS + 6 * HOUR_MS }] },
    });
    expect(clouds.theKeys.requestCount()).toBe(1);
    clouds.theKeys.faults.clear();
    clouds.theKeys.resetCounters();
    clock.advance(6 * HOUR_MS - MINUTE_MS);
    expect(clouds.theKeys.requestCount()).toBe(0);
    clock.advance(MINUTE_MS);
    expect(await run()).toMatchObject({ ok: true, value: { run: { outcome: 'ok' } } });
  });

  it.each(['soon', '-5', 'Mon, 23 Nov 2020 09:15:30 GMT', ''])('of %j stops nothing', async (retryAfter) => {
    const { run, clouds } = await start();
    clouds.smoobu.faults.queue({ kind: 'unavailable', retryAfter });
    expect(await run()).toMatchObject({ ok: true, value: { run: { outcome: 'ok' } } });
  });

  it('allows one attempt for Sync now, whose usual answer ends it', async () => {
    const { run, clouds } = await start();
    clouds.smoobu.faults.queue({ kind: 'unavailable', retryAfter: '7200' });
    expect(await run()).toMatchObject({ ok: true, value: { problems: [{ kind: 'cloud-paused', cloud: 'smoobu' }] } });
    clouds.smoobu.resetCounters();
    expect(await run()).toMatchObject({ ok: true, value: { run: { outcome: 'failed' } } });
    expect(clouds.smoobu.requestCount()).toBe(0);
    expect(await run('manual')).toMatchObject({ ok: true, value: { run: { outcome: 'ok' } } });
    expect(await run()).toMatchObject({ ok: true, value: { run: { outcome: 'nothing-to-do' } } });
  });

  it('allows one attempt for an arrival within two hours without a verified code', async () => {
    const { run, clock, clouds, history } = await start();
    clouds.theKeys.faults.set({ all: { kind: 'unavailable', retryAfter: '21600' } });
    const asked: number[] = [];
    for (let minute = 0; minute < 6 * 60; minute += 15) {
      clouds.theKeys.resetCounters();
      await run();
      if (clouds.theKeys.requestCount() > 0) asked.push(minute);
      clock.advance(15 * MINUTE_MS);
    }
    const { arrival } = history.memory().remembered;
    const arrivals = [...arrival.values()].filter(({ startMs }) => Math.abs(startMs - NOW_MS) <= 9 * HOUR_MS);
    expect(arrivals.length).toBeGreaterThan(0);
    expect(asked[0]).toBe(0);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.length).toBeLessThanOrEqual(1 + arrivals.length + 1);
  });
});
