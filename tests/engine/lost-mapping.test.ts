/** Damaged settings: with a copy guests still get in and nobody loses a door, without one a sync never has "nothing to do". */
import { afterEach, describe, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { NOW_MS } from '../support/app/state-fixtures.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
});

describe('a sync after the settings were damaged', () => {
  it('fails without a mapping, if there was one, and sends nothing to the clouds', async () => {
    const { seed, mapping } = demoPortfolio(NOW_MS);
    world = await startWorld(seed, mapping, { nowMs: NOW_MS });
    const installation = world.install();
    await installation.run();
    world.settings = { ...world.settings, mapping: { units: [], locks: [], retired: [] } };
    for (let round = 0; round < 2; round += 1) {
      const report = await installation.run();
      expect(report).toMatchObject({ run: { outcome: 'failed' }, requests: { smoobu: 0, theKeys: 0 } });
      expect(report.problems).toMatchObject([{ kind: 'settings-recovered', retryable: false }]);
      expect(exitCodeOfReport(report)).toBe(1);
    }
  });

  it('creates codes from the last good copy, and removes none', async () => {
    const { seed, mapping } = demoPortfolio(NOW_MS);
    world = await startWorld(seed, mapping, { nowMs: NOW_MS });
    const installation = world.install();
    world.settings = { ...world.settings, recovery: 'copy' };
    const report = await installation.run();
    expect(report.problems.map(({ kind }) => kind)).toContain('mapping-unconfirmed');
    expect(report.counts.created).toBeGreaterThan(0);
    expect(report.counts).toMatchObject({ deleted: 0, moved: 0 });
    expect([1, 5]).toContain(exitCodeOfReport(report));
    const { question } = report.problems.find(({ kind }) => kind === 'mapping-unconfirmed') ?? {};
    expect(question).toEqual({ key: 'mapping', choices: ['confirm'] });
    expect(installation.answer('mapping', 'confirm')).toBe(true);
    expect(world.settings).toMatchObject({ mapping, recovery: 'none' });
    expect((await installation.run()).problems.map(({ kind }) => kind)).not.toContain('mapping-unconfirmed');
  });
});
