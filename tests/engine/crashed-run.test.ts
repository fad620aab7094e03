/** An error inside a run: a failed run in the history, and nothing of it goes on once its lock is free. */
import { afterEach, describe, expect, it } from 'vitest';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { runOnce } from '../../electron/app/run/engine.ts';
import type { HistoryStore } from '../../electron/app/ports/storage.ts';
import { NOW_MS } from '../support/app/state-fixtures.ts';
import { neverReached, SILENT, startWorld } from './world.ts';
import type { World } from './world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
});

/** Throws at the n-th call of one method, once. */
function failingAt(history: HistoryStore, name: keyof HistoryStore, call: number): HistoryStore {
  let calls = 0;
  return new Proxy(history, {
    get(store, wanted: keyof HistoryStore) {
      const member = store[wanted];
      if (typeof member !== 'function') return member;
      return (...values: unknown[]): unknown => {
        if (wanted === name && (calls += 1) === call) throw new Error('the disk is gone');
        return Reflect.apply(member, store, values);
      };
    },
  });
}

describe.each([
  ['beginRun', 1],
  ['memory', 1],
  ['remember', 1],
  ['recordOperations', 1],
  ['recordOperations', 3],
  ['putHolds', 1],
  ['finishRun', 1],
] as const)('an error in %s, call %i', (name, call) => {
  it('fails the run, which has ended when its lock is free, and the next run completes it', async () => {
    const { seed, mapping } = demoPortfolio(NOW_MS);
    world = await startWorld(seed, mapping, { nowMs: NOW_MS, latencyMs: 3 });
    const { clouds, clock } = world;
    const installation = world.install();
    let sentWhenFree = -1;
    const sent = (): number => clouds.smoobu.requestCount() + clouds.theKeys.requestCount();
    const answer = await runOnce(
      {
        ...installation.clients(),
        history: failingAt(installation.history, name, call),
        pins: installation.pins,
        clock,
        log: SILENT,
        startDeadline: neverReached,
        runLock: { tryAcquire: () => ({ release: () => (sentWhenFree = sent()) }) },
        newRunId: () => 'crashing',
      },
      { mode: 'live', trigger: 'schedule', settings: { ...world.settings, mapping }, applyHeld: false },
    );
    expect(answer).toMatchObject({
      ok: true,
      value: { run: { outcome: 'failed' } },
    });
    expect(answer.ok && answer.value.problems.map(({ kind }) => kind)).toContain('sync-crashed');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(sent()).toBe(sentWhenFree);
    if (name !== 'beginRun') expect(installation.history.readRun('crashing')).toMatchObject({ run: { outcome: 'failed' } });
    expect((await installation.run()).run.outcome).not.toBe('failed');
    expect((await installation.run()).operations.filter(({ status }) => status !== 'held')).toEqual([]);
  });
});
