import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Notice } from '../attention/notice-types.ts';
import { StorageFailure } from '../ports/storage.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import type { TrayModel } from '../tray/tray-types.ts';
import { Desktop } from './desktop.ts';
import { MINUTE_MS } from '../../../shared/time.ts';

describe('settings that the command line changes while the app runs', () => {
  const mapping = { units: [{ unitId: 1, name: 'Loft', doors: [{ lockId: 11, keypadId: 'Kp1' }] }] };
  const changed = settingsSchema.parse({ codes: { pinLength: 6 }, mapping });

  it('are shown within a minute', async () => {
    const host = desktopHost();
    host.desktop.start();
    host.set.settings = changed;
    await host.world.advance(MINUTE_MS);
    const { settings, names } = host.desktop.snapshot();
    expect([settings.codes.pinLength, names.units]).toEqual([6, [{ unitId: 1, name: 'Loft' }]]);
  });
  it('and those from the last good copy are, until the mapping is saved', async () => {
    const host = desktopHost(settingsSchema.parse({ mapping, setup: { done: true } }));
    host.desktop.start();
    host.set.settings = { ...host.set.settings, recovery: 'copy' };
    await host.world.advance(MINUTE_MS);
    const shown = () => host.desktop.snapshot().attention.map(({ key }) => key);
    expect(shown()).toContain('mapping-unconfirmed');
    expect(await host.calls['mapping.save']({ units: host.set.settings.mapping.units })).toMatchObject({ ok: true });
    expect(host.set.settings.recovery).toBe('none');
    expect(shown()).not.toContain('mapping-unconfirmed');
  });
  it('and those from the last good copy are, until their question is answered', async () => {
    const host = desktopHost(settingsSchema.parse({ mapping, setup: { done: true }, recovery: 'copy' }));
    host.desktop.start();
    expect(host.desktop.answer('mapping', 'keep')).toBe(false);
    expect(host.desktop.answer('mapping', 'confirm')).toBe(true);
    expect(host.set.settings).toMatchObject({ mapping, recovery: 'none' });
    expect(host.desktop.snapshot().attention.map(({ key }) => key)).not.toContain('mapping-unconfirmed');
    expect(host.desktop.answer('mapping', 'confirm')).toBe(false);
  });
  it('are shown when the window is shown', () => {
    const host = desktopHost();
    host.set.settings = changed;
    host.desktop.refreshSettings();
    expect(host.desktop.snapshot().settings.codes.pinLength).toBe(6);
  });
});

describe('the tray', () => {
  const updates = (done: string[]) => ({
    install: () => {
      done.push('install');
      return true;
    },
    later: () => false,
    userQuits: () => void done.push('user quits'),
    duringRun: <T>(run: () => Promise<T>) => run(),
  });
  it('says at Quit until when codes are in place, as the last sync that could tell left it', () => {
    const host = desktopHost(settingsSchema.parse({}));
    const untilMs = host.ports.clock.nowMs() + 90 * 24 * 60 * MINUTE_MS;
    host.ports.history.remember([{ kind: 'covered', key: 'all', value: { untilMs, ends: 'unread-days', messages: 0, asOfMs: 0 } }]);
    const quits: string[] = [];
    const screen = {
      ...host.ports.screen,
      showTray: ({ menu }: TrayModel) =>
        void quits.push(...menu.flatMap((entry) => (entry.kind === 'item' && entry.id === 'quit' ? [entry.label] : []))),
    };
    const desktop = new Desktop(
      { ...host.ports, screen },
      { isOnline: true, runDelayMs: null, launch: { isAfterCrash: false, wantsWindow: false, isHidden: true } },
    );
    desktop.start();
    expect(quits.at(-1)).toMatch(/^Quit \(codes are in place until 20\d\d-\d\d-\d\d\)$/);
  });
  it('installs an update, and quits as the user', async () => {
    const done: string[] = [];
    const host = desktopHost(undefined, { updates: updates(done) });
    host.desktop.act({ kind: 'install-update' });
    host.desktop.act({ kind: 'quit' });
    await host.desktop.quit();
    expect([done, host.happened]).toEqual([['install', 'user quits'], ['exit']]);
  });
});

describe('a disk that takes no settings', () => {
  const onFullDisk = (initial?: Settings) => {
    const shown: string[] = [];
    const host = desktopHost(initial);
    const ports = {
      ...host.ports,
      settings: {
        ...host.ports.settings,
        write: () => {
          throw new StorageFailure('full');
        },
      },
      screen: { ...host.ports.screen, showNotices: (notices: readonly Notice[]) => void shown.push(...notices.map(({ title }) => title)) },
    };
    const start = { isOnline: true, runDelayMs: 0, launch: { isAfterCrash: false, wantsWindow: false, isHidden: true } };
    return { ...host, desktop: new Desktop(ports, start), shown };
  };

  it('is said where the user chose something in the tray, and nothing changes', () => {
    const { desktop, shown } = onFullDisk();
    desktop.act({ kind: 'pause', choice: 'until-resumed' });
    expect(shown).toEqual(['Nothing was saved']);
    expect(desktop.snapshot().pause).toEqual({ kind: 'none' });
  });

  it('does not keep a pause from ending', async () => {
    const pause = { kind: 'until', untilMs: desktopHost().ports.clock.nowMs() + MINUTE_MS } as const;
    const { desktop, world } = onFullDisk(settingsSchema.parse({ pause, setup: { done: true } }));
    desktop.start();
    await world.advance(2 * MINUTE_MS);
    expect(desktop.snapshot().pause).toEqual({ kind: 'none' });
  });
});

describe('the watchdog', () => {
  it('hears how each run ended, and of none before the setup is complete', async () => {
    for (const done of [true, false]) {
      const host = desktopHost(settingsSchema.parse({ setup: { done } }));
      host.desktop.start();
      await host.world.advance(40 * MINUTE_MS);
      expect(host.heard).toEqual(
        host.runs.map(({ trigger }) => [
          { mode: 'live', trigger },
          { ok: false, error: 'busy' },
        ]),
      );
      expect(host.heard.length > 0).toBe(done);
    }
  });
});

describe('a run that throws', () => {
  it('is a failed run that the user is told of, each time', async () => {
    const host = desktopHost(settingsSchema.parse({ setup: { done: true } }));
    host.set.run = () => Promise.reject(new Error('a bug'));
    host.desktop.start();
    await host.world.advance(40 * MINUTE_MS);
    const { activity, lastRun, attention } = host.desktop.snapshot();
    expect([activity, lastRun?.run.outcome, host.ports.history.listRuns({ limit: 1 })[0]?.outcome]).toEqual(['idle', 'failed', 'failed']);
    expect(attention.map(({ key }) => key)).toContainEqual(expect.stringContaining('sync-crashed'));
    expect(host.runs.length).toBeGreaterThan(2);
    const heard = host.heard.map(([{ mode }, end]) => [mode, end.ok && end.value.problems.map(({ kind }) => kind)]);
    expect(heard).toEqual(host.runs.map(() => ['live', ['sync-crashed']]));
  });
});

describe('a start after a crash', () => {
  it('tells the user', () => {
    const shown: string[] = [];
    const host = desktopHost();
    const screen = {
      ...host.ports.screen,
      showNotices: (notices: readonly { readonly key: string }[]) => notices.forEach(({ key }) => shown.push(key)),
    };
    const launch = { isAfterCrash: true, wantsWindow: false, isHidden: true };
    new Desktop({ ...host.ports, screen }, { isOnline: true, runDelayMs: null, launch }).start();
    expect(shown).toEqual(['restarted']);
  });
});
