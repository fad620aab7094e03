import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { report } from '../../../tests/support/app/state-fixtures.ts';
import type { ReportParts } from '../../../tests/support/app/state-fixtures.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { preserveSetupState } from './first-steps.ts';

const UNITS = [{ unitId: 101, name: 'Flat 1', doors: [{ lockId: 11, keypadId: 'KpAlpha1', prefix: '' }] }];
const draftOf = (unitId: number) => settingsSchema.parse({ mapping: { units: [{ ...UNITS[0], unitId }] } }).mapping.units;
const before = (done = false): Settings =>
  settingsSchema.parse({
    mapping: { units: UNITS },
    stored: { smoobu: true, theKeys: true },
    schedule: { cron: '*/5 * * * *' },
    setup: { done },
  });
type TestHost = ReturnType<typeof desktopHost>;

/** A version 1 backup of finished first steps. */
const BACKUP = JSON.stringify({
  format: 'latchkey-backup',
  formatVersion: 1,
  createdAt: '2026-11-20T10:00:00Z',
  latchkeyVersion: '0.1.0',
  settings: { schemaVersion: 1, mapping: { units: UNITS }, app: { firstStepsDone: true } },
});

/** Everything that may ask for a run, except completing the first steps. */
const REQUESTS: Readonly<Record<string, (host: TestHost) => unknown>> = {
  'time passes': ({ world }) => world.advance(20 * 60_000),
  'a moment passes': ({ world }) => world.advance(11_000),
  'network goes': ({ desktop }) => desktop.setOnline(false),
  'network comes': ({ desktop }) => desktop.setOnline(true),
  'wakes up': ({ desktop }) => desktop.resumedFromSleep(),
  'sync from the window': ({ calls }) => calls['sync.now'](null),
  'sync from the tray': ({ desktop }) => desktop.act({ kind: 'sync-now' }),
  'holds are applied': ({ desktop }) => desktop.syncNow(new Set(['a'])),
  paused: ({ calls }) => calls['pause.set']({ choice: 'hour' }),
  resumed: ({ calls }) => calls['pause.set']({ choice: 'none' }),
  'other schedule': ({ calls }) => calls['settings.save']({ schedule: { cron: '*/2 * * * *' } }),
  'other codes': ({ calls }) => calls['settings.save']({ codes: { pinLength: 6 } }),
  'a backup from a computer that is set up': async ({ calls }) => {
    await calls['backup.read']({ text: BACKUP });
    await calls['candidate.apply']({ withCredentials: false, apiSecret: null });
  },
  'another mapping': ({ calls }) => calls['mapping.save']({ units: draftOf(102) }),
  'mapping taken back': ({ calls }) => calls['mapping.undo'](null),
  'credentials kept': ({ calls }) => calls['credentials.save']({ cloud: 'the-keys', phone: '+33600000001', password: 'x' }),
  'credentials removed': ({ calls }) => calls['credentials.remove']({ cloud: 'smoobu' }),
  'settings that say done': ({ desktop }) => desktop.saveSettings(before(true)),
  preview: ({ calls }) => calls['plan.preview']({ of: 'current' }),
  'first day again': ({ calls }) => calls['settings.reset'](null),
};

describe('before the first steps are done', () => {
  it('nothing starts a run, whatever happens in whatever order, and completing them starts one at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(REQUESTS)), { maxLength: 14 }), async (names) => {
        const host = desktopHost(before());
        host.desktop.start();
        for (const name of names) await REQUESTS[name]?.(host);
        await host.world.advance(HOUR_MS);
        expect(host.runs).toEqual([]);
        expect(host.desktop.snapshot().nextRunAtMs).toBeNull();
        expect(host.desktop.settings().setup.done).toBe(false);

        await host.calls['setup.finish'](null);
        await host.desktop.whenIdle();
        expect(host.runs.map(({ trigger }) => trigger)).toEqual(['manual']);
        expect(host.desktop.snapshot().firstStepsDone).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('syncing is refused, and the schedule starts when they are completed', async () => {
    const host = desktopHost(before());
    host.desktop.start();
    expect(await host.calls['sync.now'](null)).toMatchObject({ ok: false, error: { detail: 'first-steps' } });
    await host.calls['setup.finish'](null);
    await host.world.advance(16 * 60_000);
    expect(host.runs.map(({ trigger }) => trigger)).toEqual(['manual', 'schedule', 'schedule', 'schedule']);
    expect(await host.calls['sync.now'](null)).toEqual({ ok: true, value: null });
  });

  it('a queued run does not start when everything is erased meanwhile', async () => {
    const host = desktopHost(before(true));
    host.desktop.start();
    const ended = Promise.withResolvers<undefined>();
    host.set.run = () => ended.promise;
    host.desktop.syncNow();
    host.desktop.syncNow();
    expect(host.runs).toHaveLength(1);
    host.desktop.saveSettings(before());
    ended.resolve(undefined);
    await host.desktop.whenIdle();
    await host.world.advance(HOUR_MS);
    expect(host.runs).toHaveLength(1);
  });
});

describe('setup', () => {
  it('is completed by nothing that is saved, but can be started again, and the time of that is recorded', () => {
    const open = { done: false, sinceMs: 0 };
    const done = { done: true, sinceMs: 0 };
    expect(preserveSetupState(open, done, 7)).toEqual(open);
    expect(preserveSetupState(done, done, 7)).toEqual(done);
    const again = preserveSetupState(done, open, 7);
    expect(again).toEqual({ done: false, sinceMs: 7 });
    expect(preserveSetupState(again, open, 9)).toEqual(again);
  });
  it('stays complete when settings are saved', async () => {
    const host = desktopHost(before(true));
    await host.calls['settings.save']({ app: { theme: 'dark' } });
    expect(host.desktop.settings()).toMatchObject({ app: { theme: 'dark' }, setup: { done: true } });
  });
});

describe('an installation from before there were first steps', () => {
  /** Its history, then the app of today over it. */
  const upgraded = (settings: Settings, ran: readonly ReportParts[]) => {
    const { history } = desktopHost(before(true)).ports;
    ran.forEach((parts, index) => {
      const { run, ...rest } = report(parts);
      const id = `run-${String(index)}`;
      history.beginRun({ id, mode: run.mode, trigger: run.trigger, startedAtMs: Date.parse(run.startedAt) });
      history.finishRun({ ...rest, run: { ...run, id } });
    });
    const { desktop, runs, world } = desktopHost(settings, { history });
    desktop.start();
    return { desktop, runs, world };
  };
  const failures = Array.from({ length: 230 }, () => ({ outcome: 'failed' as const }));

  it.each<[string, readonly ReportParts[], boolean]>([
    ['none', [], false],
    ['one that worked', [{ outcome: 'ok' }], true],
    ['one with nothing to do, followed by many that failed', [{ outcome: 'nothing-to-do' }, ...failures], true],
    ['only failed ones', failures, false],
    ['only dry ones', [{ mode: 'dry-run', outcome: 'ok' }], false],
  ])('is set up by its earlier runs: %s', async (_name, ran, goesOn) => {
    const { desktop, runs, world } = upgraded(before(), ran);
    expect(desktop.settings().setup.done).toBe(goesOn);
    await world.advance(60_000);
    expect(runs.length > 0).toBe(goesOn);
  });
  it('is not set up without a mapping, nor by runs from before everything was erased', () => {
    const ran = [{ outcome: 'ok' }] as const;
    expect(upgraded({ ...before(), mapping: settingsSchema.parse({}).mapping }, ran).desktop.settings().setup.done).toBe(false);
    const since = { ...before(), setup: { done: false, sinceMs: Date.parse('2026-11-23T09:30:00Z') } };
    expect(upgraded(since, ran).desktop.settings().setup.done).toBe(false);
  });
});
