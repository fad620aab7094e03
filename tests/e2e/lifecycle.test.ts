/** Journeys of the app without its window: it starts, runs, fails, recovers, sleeps, pauses and quits in the tray. */
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DemoSeed } from '../../electron/demo/seed.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import type { Host } from '../host/api.ts';
import { describeOnHost } from '../host/kinds.ts';
import { eventually, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { openWindow, snapshotOf } from './window.ts';

/** So that no door is a matter of its own: the portfolio has a battery that is low. */
const withFullBatteries = ({ smoobu, theKeys }: DemoSeed): DemoSeed => ({
  smoobu,
  theKeys: { ...theKeys, locks: theKeys.locks.map((lock) => ({ ...lock, batteryMillivolts: 7_400 })) },
});
/** The hour of the day, in local time. */
const hoursFromNow = (hours: number): number => (new Date().getHours() + hours) % 24;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

describeOnHost('the app in the tray', (kind) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await prepareApp(kind, undefined, withFullBatteries);
  });
  afterEach(async () => {
    await app.close();
  });

  const item = async (id: string) => {
    const menu = (await app.host.tray())?.menu ?? [];
    return menu.flatMap((entry) => [entry, ...(entry.submenu ?? [])]).find((entry) => entry.id === id);
  };
  const nextSync = async () => (await app.host.tray())?.tooltip.split('. ').at(-1);
  /** The file name only: the path to it may contain any word. */
  const icon = async () => basename((await app.host.tray())?.image.path ?? '');

  it('runs by itself soon after the start, opens no window, and shows in the tray how it went', async () => {
    const host = await app.start({ env: { LATCHKEY_RUN_DELAY_MS: '100' } });
    await eventually(() => expect(app.lastRuns()[0]).toMatchObject({ trigger: 'start', outcome: 'ok' }));
    expect(await host.windows()).toEqual([]);
    await eventually(async () => expect((await host.tray())?.tooltip).toMatch(/Latchkey/));
    expect((await item('status'))?.label).toBeTruthy();
    // The next sync comes by itself, and the tooltip says when.
    await eventually(async () => expect(await nextSync()).toMatch(/\d\d:\d\d/));
  });

  it('notifies once that the credentials are rejected, stops asking, and notifies when they work again', async () => {
    const host = await app.start();
    const { password } = app.clouds.theKeys.credentials;
    app.clouds.theKeys.setPassword('another password');
    await syncNow(host, app);
    await eventually(async () => expect(await host.notifications()).toHaveLength(1));
    const signIns = () => app.clouds.theKeys.requests().filter((request) => request.isSignIn).length;
    expect(signIns()).toBe(1);
    await syncNow(host, app);
    expect(await host.notifications()).toHaveLength(1);
    expect(await icon()).toContain('attention');
    await host.clickNotification((await host.notifications())[0]?.id ?? 0);
    await host.page();
    app.clouds.theKeys.setPassword(password);
    await syncNow(host, app);
    expect(app.lastRuns()[0]?.outcome).not.toBe('failed');
    await eventually(async () => expect(await host.notifications()).toHaveLength(2));
    await eventually(async () => expect(await icon()).not.toContain('attention'));
  });

  it('shows in a notification the whole name of a door, whatever is in it', async () => {
    await app.close();
    const name = 'Atelier <b>A&B</b>';
    app = await prepareApp(
      kind,
      ({ mapping, ...settings }) => ({ ...settings, mapping: { ...mapping, locks: mapping.locks.map((lock) => ({ ...lock, name })) } }),
      ({ smoobu, theKeys }) => ({ smoobu, theKeys: { ...theKeys, locks: theKeys.locks.map((lock) => ({ ...lock, name })) } }),
    );
    const host = await app.start();
    await syncNow(host, app);
    const shown = process.platform === 'linux' ? 'Atelier ‹b›A＆B‹/b›' : name;
    await eventually(async () => expect(JSON.stringify(await host.notifications())).toContain(shown));
  });

  it('takes an error of one cloud as temporary, and continues when it is over', async () => {
    const host = await app.start();
    app.clouds.theKeys.faults.set({ all: { kind: 'server-error' } });
    await syncNow(host, app);
    expect(app.lastRuns()[0]?.outcome).toBe('failed');
    app.clouds.theKeys.faults.clear();
    await syncNow(host, app);
    expect(app.lastRuns()[0]?.outcome).toBe('ok');
  });

  it.skipIf(kind === 'electron')('ignores the environment of development builds when it is installed', async () => {
    const startedMs = Date.now();
    const host = await app.start({ isPackaged: true, env: { LATCHKEY_RUN_DELAY_MS: '0', LATCHKEY_SCHEDULE: '* * * * * *' } });
    const { nextRunAtMs, activity, lastRun } = await snapshotOf(await openWindow(host));
    expect(nextRunAtMs).toBeGreaterThanOrEqual(startedMs + 10_000);
    expect([activity, lastRun]).toEqual(['idle', null]);
    expect(app.clouds.smoobu.requestCount() + app.clouds.theKeys.requestCount()).toBe(0);
  });

  it.skipIf(kind === 'electron').each([false, true])(
    'lets a debugger in only while it is developed (installed: %s)',
    async (isPackaged) => {
      const port = await freePort();
      const host = await app.start({ isPackaged, args: [`--remote-debugging-port=${port}`, '--proxy-server=x', '--lang=fr'] });
      const answered = await fetch(`http://127.0.0.1:${port}/json/version`).then(
        () => true,
        () => false,
      );
      const obeyed = await host.evaluateMain(
        ({ app: { commandLine } }) => ['proxy-server', 'lang'].map((name) => commandLine.hasSwitch(name)),
        null,
      );
      expect([answered, ...obeyed]).toEqual([!isPackaged, !isPackaged, true]);
    },
  );

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

  it('pauses until it is resumed, and still runs when asked', async () => {
    const host = await app.start();
    await host.clickTrayItem({ id: 'pause-until-resumed' });
    await eventually(async () => expect(await icon()).toContain('paused'));
    await syncNow(host, app);
    expect(app.lastRuns()[0]).toMatchObject({ trigger: 'manual', outcome: 'ok' });
    await host.clickTrayItem({ id: 'resume' });
    await eventually(async () => expect(await icon()).not.toContain('paused'));
  });

  it('is offline without an error when the network goes', async () => {
    const host = await app.start();
    await syncNow(host, app);
    await host.setOnline(false);
    await host.emitPower('resume');
    await eventually(async () => expect(await icon()).toContain('offline'));
    expect(await host.notifications()).toEqual([]);
  });

  it('finishes the current write when it quits, and makes no second code next time', async () => {
    const host = await app.start();
    app.clouds.theKeys.setLatency(150);
    await host.clickTrayItem({ id: 'sync-now' });
    await eventually(() => expect(app.clouds.theKeys.requests().filter((request) => request.isWrite).length).toBeGreaterThan(2));
    const quitStartedMs = performance.now();
    expect(await host.quit()).toBe(0);
    expect(performance.now() - quitStartedMs).toBeLessThan(10_000);
    expect(app.lastRuns()[0]?.outcome).toBe('interrupted');
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

  const KEEP_RUNNING = { method: 'showMessageBox', value: { response: 1, checkboxChecked: false } } as const;

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
    ['the computer shuts down', (host) => host.emitPower('shutdown')],
    ['the session ends', (host) => host.evaluateMain(({ app: electron }) => electron.quit(), null)],
    ['a signal ends it', async ({ pid }) => process.kill(pid, 'SIGTERM')],
  ])('asks nothing when %s', async (_when, end) => {
    const host = await app.start();
    await syncNow(host, app);
    // Asked, it would keep running.
    await host.answerDialog(KEEP_RUNNING);
    await end(host).catch(() => undefined);
    expect(await host.exited).toBe(0);
  });

  it('shows its window when it is launched a second time, and the second one ends', async () => {
    const host = await app.start();
    expect(await host.windows()).toEqual([]);
    expect(await host.secondInstance()).toBe(0);
    await host.page();
    expect((await host.windows()).filter((window) => window.isVisible)).toHaveLength(1);
  });

  it('keeps running when its window is closed, and shows it again', async () => {
    const host = await app.start();
    await host.clickTrayItem({ id: 'open' });
    await host.page();
    const [window] = await host.windows();
    await host.closeWindow(window?.id ?? 0);
    await eventually(async () => expect((await host.windows()).some((one) => one.isVisible)).toBe(false));
    await syncNow(host, app);
    await host.clickTrayItem({ id: 'open' });
    await eventually(async () => expect((await host.windows()).filter((one) => one.isVisible)).toHaveLength(1));
  });

  it('sets broken settings aside, continues with the last good copy, and asks to check units and doors', async () => {
    await app.start();
    expect(await app.host.quit()).toBe(0);
    writeFileSync(join(app.profile, 'settings.json'), '{"half');
    const host = await app.start();
    await eventually(() => expect(readdirSync(app.profile).some((name) => name.startsWith('settings.corrupt-'))).toBe(true));
    await eventually(async () => {
      // As the system draws them: a single & would mark the key of an entry.
      const labels = ((await host.tray())?.menu ?? []).map((entry) => entry.label.replaceAll('&&', '&'));
      expect(labels).toContain('Check units & doors');
    });
  });
});
