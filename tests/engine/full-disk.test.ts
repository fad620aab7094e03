/** A disk that fills up keeps no guest out: the sync goes on in memory, says so, and the history has it when there is space again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { NOW_MS } from '../support/app/state-fixtures.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

let world: World | null = null;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-full-'));
});
afterEach(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a sync on a full disk', () => {
  /** `after`: so many writes succeed before the disk is full. */
  it.each([0, 1, 2, 3, 5, 8, 20])('with space for %i writes makes the same codes, says so, and stores the run later', async (after) => {
    const { seed, mapping } = demoPortfolio(NOW_MS);
    world = await startWorld(seed, mapping, { nowMs: NOW_MS });
    const disk = { space: after };
    const file = join(folder, 'history.sqlite');
    const store = openHistoryStore({
      file,
      clock: world.clock,
      beforeWrite: () => {
        if (disk.space <= 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        disk.space -= 1;
      },
    });
    const installation = world.install({ history: store });
    const report = await installation.run();
    expect(report.counts.created).toBeGreaterThan(0);
    expect(report.counts.failed).toBe(0);
    expect(report.problems.filter(({ kind }) => kind === 'history-unstored')).toMatchObject([
      { text: { key: 'problem.history-unstored.full' }, retryable: false },
    ]);
    expect(exitCodeOfReport(report)).toBe(0);
    const again = await installation.run();
    expect(again.counts).toMatchObject({ created: 0, moved: 0, deleted: 0 });
    disk.space = 1000;
    const last = await installation.run();
    expect(last.problems.map(({ kind }) => kind)).not.toContain('history-unstored');
    store.close();
    const later = openHistoryStore({ file, clock: world.clock });
    expect(later.listRuns({ limit: 9 })).toHaveLength(3);
    expect(later.readRun(report.run.id)?.operations.map(({ key, status }) => [key, status])).toEqual(
      report.operations.map(({ key, status }) => [key, status]),
    );
    expect(later.memory().pinDraws.size).toBeGreaterThan(0);
    later.close();
  });
});
