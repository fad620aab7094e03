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
const before = (firstStepsDone = false): Settings =>
  settingsSchema.parse({
    mapping: { units: UNITS },
    stored: { smoobu: true, theKeys: true },
    schedule: { cron: '*/5 * * * *' },
    app: { firstStepsDone },
  });
type TestHost = ReturnType<typeof desktopHost>;

/** Whatever may ask for a run, but the end of the first steps. */
const WISHES: Readonly<Record<string, (host: TestHost) => unknown>> = {
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
  'other times': ({ calls, desktop }) => calls['settings.save']({ codes: { ...desktop.settings().codes, pinLength: 6 } }),
  'a window that is ahead': ({ calls, desktop }) => calls['settings.save']({ app: { ...desktop.settings().app, firstStepsDone: true } }),
  'another mapping': ({ calls }) => calls['mapping.save']({ units: draftOf(102) }),
  'mapping taken back': ({ calls }) => calls['mapping.undo'](null),
  'credentials kept': ({ calls }) => calls['credentials.save']({ cloud: 'the-keys', phone: '+33600000001', password: 'x' }),
  'credentials removed': ({ calls }) => calls['credentials.remove']({ cloud: 'smoobu' }),
  'settings that say done': ({ desktop }) => desktop.saveSettings(before(true)),
  preview: ({ calls }) => calls['plan.preview']({ of: 'current' }),
  'first day again': ({ calls }) => calls['settings.reset'](null),
};

describe('before the first steps are done', () => {
  it('nothing brings a run about, whatever happens in whatever order, and the word brings one at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(WISHES)), { maxLength: 14 }), async (names) => {
        const host = desktopHost(before());
        host.desktop.start();
        for (const name of names) await WISHES[name]?.(host);
        await host.world.advance(HOUR_MS);
        expect(host.runs).toEqual([]);
        expect(host.desktop.snapshot().nextRunAtMs).toBeNull();
        expect(host.desktop.settings().app.firstStepsDone).toBe(false);

        await host.calls['setup.finish'](null);
        await host.desktop.whenIdle();
        expect(host.runs.map(({ trigger }) => trigger)).toEqual(['manual']);
        expect(host.desktop.snapshot().firstStepsDone).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('syncing is refused with words, and the schedule begins with the word', async () => {
    const host = desktopHost(before());
    host.desktop.start();
    expect(await host.calls['sync.now'](null)).toMatchObject({ ok: false, error: { detail: 'first-steps' } });
    await host.calls['setup.finish'](null);
    await host.world.advance(16 * 60_000);
    expect(host.runs.map(({ trigger }) => trigger)).toEqual(['manual', 'schedule', 'schedule', 'schedule']);
    expect(await host.calls['sync.now'](null)).toEqual({ ok: true, value: null });
  });

  it('a run that waits when the word is taken back does not begin', async () => {
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

describe('the word', () => {
  it('is given by nothing that is saved, but may be taken back, and that is remembered', () => {
    const open = settingsSchema.parse({});
    const done = { ...open, app: { ...open.app, firstStepsDone: true } };
    expect(preserveSetupState(open, done, 7)).toEqual(open);
    expect(preserveSetupState(done, done, 7)).toEqual(done);
    const back = preserveSetupState(done, open, 7);
    expect(back).toEqual({ ...open, firstStepsSinceMs: 7 });
    expect(preserveSetupState(back, open, 9)).toEqual(back);
  });
  it('is not lost to a window that is behind', async () => {
    const host = desktopHost(before(true));
    await host.calls['settings.save']({ app: { ...host.desktop.settings().app, firstStepsDone: false, theme: 'dark' } });
    expect(host.desktop.settings().app).toMatchObject({ firstStepsDone: true, theme: 'dark' });
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
  ])('goes on by its runs: %s', async (_name, ran, goesOn) => {
    const { desktop, runs, world } = upgraded(before(), ran);
    expect(desktop.settings().app.firstStepsDone).toBe(goesOn);
    await world.advance(60_000);
    expect(runs.length > 0).toBe(goesOn);
  });
  it('does not go on without a mapping, nor by runs from before it was set back to the first day', () => {
    const ran = [{ outcome: 'ok' }] as const;
    expect(upgraded({ ...before(), mapping: settingsSchema.parse({}).mapping }, ran).desktop.settings().app.firstStepsDone).toBe(false);
    const since = { ...before(), firstStepsSinceMs: Date.parse('2026-11-23T09:30:00Z') };
    expect(upgraded(since, ran).desktop.settings().app.firstStepsDone).toBe(false);
  });
});
