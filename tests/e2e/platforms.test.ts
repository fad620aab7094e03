/**
 * Journeys in which platforms differ: the app starts, sleeps, quits, is closed or replaced by a newer version, and its user logs out. The stand-in fakes the platforms that
 * this machine is not; on real Electron they run once, on its own.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { readTag } from '../../shared/reconcile/tag.ts';
import type { Host } from '../host/api.ts';
import { describeOnEachPlatform } from '../host/kinds.ts';
import { eventually, MAIN, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { callIn, hideWindow, openWindow, settingsOf, shownWindow } from './window.ts';

/** The hour of the day, in local time. */
const hoursFromNow = (hours: number): number => (new Date().getHours() + hours) % 24;

const KEEP_RUNNING = { method: 'showMessageBox', value: { response: 1, checkboxChecked: false } } as const;
const SIGNAL: [string, (host: Host) => Promise<unknown>] = ['a signal ends it', async ({ pid }) => process.kill(pid, 'SIGTERM')];

const NEWER = '99.0.0';
/** The same build as a later version, in a folder from which packages are found as well. */
function newerVersion(): { readonly main: string; readonly remove: () => void } {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'newer-version-'));
  cpSync(dirname(MAIN), join(folder, 'out'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, version: NEWER }));
  return { main: join(folder, 'out', 'main.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

describeOnEachPlatform('the app', (kind, platform) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await prepareApp(kind, undefined, undefined, platform);
  });
  afterEach(async () => {
    await app.close();
  });

  const item = async (id: string) => {
    const menu = (await app.host.tray())?.menu ?? [];
    return menu.flatMap((entry) => [entry, ...(entry.submenu ?? [])]).find((entry) => entry.id === id);
  };
  const nextSync = async () => (await app.host.tray())?.tooltip.split('. ').at(-1);

  it('runs by itself soon after the start, opens no window, and shows in the tray how it went', async () => {
    const host = await app.start({ env: { LATCHKEY_RUN_DELAY_MS: '100' } });
    await eventually(() => expect(app.lastRuns()[0]).toMatchObject({ trigger: 'start', outcome: 'ok' }));
    expect(await host.windows()).toEqual([]);
    await eventually(async () => expect((await host.tray())?.tooltip).toMatch(/Latchkey/));
    expect((await item('status'))?.label).toBeTruthy();
    // Where it goes by its name, a development copy must not pass for the installed one.
    expect(await host.evaluateMain(({ app: electron }) => electron.getName(), null)).toBe(
      platform === 'win32' ? 'Latchkey Development' : 'Latchkey',
    );
    // The next sync comes by itself, and the tooltip says when.
    await eventually(async () => expect(await nextSync()).toMatch(/\d\d:\d\d/));
  });

  it('runs once after the machine woke up, however often it wakes', async () => {
    // Long enough for the machine to wake up before the run of the start.
    const host = await app.start({ env: { LATCHKEY_RUN_DELAY_MS: '2000', LATCHKEY_SCHEDULE: `0 0 ${String(hoursFromNow(12))} * * *` } });
    await host.emitPower('suspend');
    await host.emitPower('resume');
    const waiting = await nextSync();
    await host.emitPower('resume');
    await eventually(() => expect(app.lastRuns()[0]).toMatchObject({ trigger: 'resume', outcome: 'ok' }));
    await eventually(async () => expect((await item('sync-now'))?.enabled).toBe(true));
    const atSlot = await nextSync();
    expect(atSlot).not.toBe(waiting);
    await host.emitPower('resume');
    // Nothing waits but the slot in twelve hours.
    expect(await nextSync()).toBe(atSlot);
    expect(app.lastRuns()).toHaveLength(1);
  });

  it('asks nothing when the user logs out, finishes the current write where the system waits, and makes no second code next time', async () => {
    const host = await app.start();
    // Windows tells windows only; without one, it ends the app without a word.
    if (platform === 'win32') await openWindow(host);
    // Asked, it would keep running.
    await host.answerDialog(KEEP_RUNNING);
    app.clouds.theKeys.setLatency(150);
    await host.clickTrayItem({ id: 'sync-now' });
    await eventually(() => expect(app.clouds.theKeys.requests().filter((request) => request.isWrite).length).toBeGreaterThan(2));
    const endedMs = performance.now();
    await host.endSession();
    const code = await host.exited;
    // Linux waits for five seconds.
    expect(performance.now() - endedMs).toBeLessThan(5_000);
    if (platform !== 'win32') {
      expect(code).toBe(0);
      expect(app.lastRuns()[0]?.outcome).toBe('interrupted');
    }
    app.clouds.theKeys.setLatency(0);
    const again = await app.start();
    await syncNow(again, app);
    await syncNow(again, app);
    expect(app.lastRuns()[0]?.outcome).toBe('nothing-to-do');
    const seen = new Set<string>();
    for (const share of app.clouds.theKeys.codes()) {
      const tag = readTag(share.description ?? '');
      if (tag.kind !== 'tagged') continue;
      const key = `${String(tag.claimId)} on ${String(share.lockId)}`;
      expect(seen.has(key), key).toBe(false);
      seen.add(key);
    }
  });

  it('asks who quits from the tray, in its window, and keeps running and syncing unless told to quit', async () => {
    const host = await app.start();
    await syncNow(host, app);
    await host.answerDialog(KEEP_RUNNING);
    await host.clickTrayItem({ id: 'quit' });
    await eventually(async () => expect(await host.dialogs()).toHaveLength(1));
    const [question] = await host.dialogs();
    expect(question?.options).toMatchObject({ buttons: ['Quit', 'Keep running'], defaultId: 1, cancelId: 1 });
    expect(question?.options.detail).toMatch(/^(Codes|Not every code)/);
    expect((await host.windows()).filter((one) => one.isVisible)).toHaveLength(1);
    await syncNow(host, app);
    await host.answerDialog({ ...KEEP_RUNNING, value: { response: 0, checkboxChecked: false } });
    await host.clickTrayItem({ id: 'quit' });
    expect(await host.exited).toBe(0);
  });

  it.each<[string, (host: Host) => Promise<unknown>]>([
    ['the system asks it to quit', (host) => host.quit()],
    // Windows has no signals: it would kill.
    ...(platform === 'win32' ? [] : [SIGNAL]),
  ])('asks nothing when %s', async (_when, end) => {
    const host = await app.start();
    await syncNow(host, app);
    await host.answerDialog(KEEP_RUNNING);
    await end(host);
    expect(await host.exited).toBe(0);
  });

  it('shows its window when it is launched a second time, and the second one ends', async () => {
    const host = await app.start();
    expect(await host.windows()).toEqual([]);
    expect(await host.secondInstance()).toBe(0);
    await host.page();
    expect((await host.windows()).filter((window) => window.isVisible)).toHaveLength(1);
    if (platform !== 'darwin') return;
    // Opened once more, macOS starts nothing.
    await hideWindow(host);
    await host.activate();
    await shownWindow(host);
  });

  /** On real Electron, Linux needs a window manager for it, which continuous integration lacks. */
  const hasFullScreen = kind === 'standin' || platform !== 'linux';
  const fillScreen = async (host: Host): Promise<void> => {
    if (!hasFullScreen) return;
    await host.setFullScreen((await host.windows())[0]?.id ?? 0, true);
    await eventually(async () => expect(await host.windows()).toMatchObject([{ isFullScreen: true }]));
  };

  it('keeps running when its window is closed, full screen or not, and shows it again; the Dock shows the app with its window only', async () => {
    const host = await app.start();
    const inDock = (isShown: boolean) => eventually(async () => expect(await host.isInDock()).toBe(platform === 'darwin' ? isShown : null));
    await inDock(false);
    await openWindow(host);
    await inDock(true);
    await hideWindow(host);
    await inDock(false);
    await openWindow(host);
    await fillScreen(host);
    await hideWindow(host);
    await inDock(false);
    await syncNow(host, app);
    await openWindow(host);
    // On macOS it has left its space.
    expect(await host.windows()).toMatchObject([{ isVisible: true, isFullScreen: hasFullScreen && platform !== 'darwin' }]);
  });

  it('shows a page that died once more, and syncs all the while', async () => {
    const host = await app.start();
    await openWindow(host);
    await fillScreen(host);
    const shown = async () => (await host.windows()).find(({ isVisible }) => isVisible)?.id ?? null;
    const first = await shown();
    await host.crashPage(first ?? 0);
    await eventually(async () => expect([first, null]).not.toContain(await shown()));
    await shownWindow(host);
    await syncNow(host, app);
    expect(app.lastRuns()[0]?.outcome).toBe('ok');
  });

  it('goes on where it was when a newer version has taken its place', async () => {
    const host = await app.start();
    await syncNow(host, app);
    const [codes, settings, runs] = [app.clouds.theKeys.codes(), settingsOf(app), app.lastRuns().map(({ id }) => id)];
    expect(await host.quit()).toBe(0);
    const newer = newerVersion();
    try {
      const again = await app.start({ main: newer.main });
      if (kind === 'standin') expect(await again.evaluateMain((electron) => electron.app.getVersion(), null)).toBe(NEWER);
      await syncNow(again, app);
      expect(app.lastRuns()[0]?.outcome).toBe('nothing-to-do');
      expect(app.lastRuns().map(({ id }) => id)).toEqual(expect.arrayContaining(runs));
      expect([app.clouds.theKeys.codes(), settingsOf(app)]).toEqual([codes, settings]);
      expect(await again.quit()).toBe(0);
    } finally {
      newer.remove();
    }
  });

  /** What an AppImage, or a portable program, adds to the environment; the stand-in's own executable is within any folder above it. */
  const UNPACKED = {
    linux: { APPIMAGE: '/home/ann/Latchkey.AppImage', APPDIR: dirname(process.execPath) },
    win32: { PORTABLE_EXECUTABLE_FILE: 'D:\\Latchkey-portable.exe', PORTABLE_EXECUTABLE_APP_FILENAME: 'latchkey' },
    darwin: {},
  };
  it.skipIf(kind === 'electron')(
    'starts at login and again by the file that the user keeps, not by what that was unpacked to',
    async () => {
      const host = await app.start({ isPackaged: true, env: UNPACKED[platform] });
      const page = await openWindow(host);
      expect(await callIn(page, 'settings.save', '{ app: { startAtLogin: true } }')).toEqual({ ok: true, value: null });
      const kept = { linux: '/home/ann/Latchkey.AppImage', win32: 'D:\\Latchkey-portable.exe', darwin: null }[platform];
      if (platform === 'linux') {
        const entry = readFileSync(join(`${app.profile}-home`, '.config', 'autostart', 'latchkey.desktop'), 'utf8');
        expect(entry).toContain(`Exec="${String(kept)}" "--hidden"`);
      } else {
        expect(await host.loginItem()).toEqual({ openAtLogin: true, ...(kept === null ? {} : { path: kept, args: ['--hidden'] }) });
      }
      await callIn(page, 'demo.start', 'null').catch(() => undefined);
      expect(await host.exited).toBe(0);
      expect(await host.relaunches()).toEqual([{ args: [MAIN, '--demo'], execPath: kept }]);
    },
  );

  it.skipIf(kind === 'electron')('starts without a window at login', async () => {
    // macOS tells of it in no argument.
    const host = await app.start({
      isPackaged: true,
      hasAccounts: false,
      ...(platform === 'darwin' ? { wasOpenedAtLogin: true } : { args: ['--hidden'] }),
    });
    await eventually(async () => expect(await host.tray()).not.toBeNull());
    expect(await host.windows()).toEqual([]);
  });

  it.runIf(platform === 'win32')(
    'goes on when another program refuses the end of the session, and quits in order where Windows leaves it time',
    async () => {
      const host = await app.start();
      await openWindow(host);
      await host.answerDialog(KEEP_RUNNING);
      const tell = (event: string) =>
        host.evaluateMain(({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.emit(name, { reasons: ['logoff'] }), event);
      await tell('query-session-end');
      await syncNow(host, app);
      await tell('session-end');
      expect(await host.exited).toBe(0);
    },
  );
});
