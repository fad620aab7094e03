/** Journeys of the app without its window: it fails, recovers and pauses in the tray. platforms.test.ts has those that platforms differ in. */
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DemoSeed } from '../../electron/demo/seed.ts';
import { describeOnHost } from '../host/kinds.ts';
import { eventually, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { openWindow, snapshotOf } from './window.ts';

/** So that no door is a matter of its own: the portfolio has a battery that is low. */
const withFullBatteries = ({ smoobu, theKeys }: DemoSeed): DemoSeed => ({
  smoobu,
  theKeys: { ...theKeys, locks: theKeys.locks.map((lock) => ({ ...lock, batteryMillivolts: 7_400 })) },
});

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

  /** The file name only: the path to it may contain any word. */
  const icon = async () => basename((await app.host.tray())?.image.path ?? '');

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
      // Long after a debugging server would have started.
      await eventually(async () => expect(await host.tray()).not.toBeNull());
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

  it.skipIf(kind === 'electron')(
    'remembers that it has no sandbox and that notifications fail, until both are over',
    { timeout: 60_000 },
    async () => {
      const lacks = async (command: readonly string[], limits: readonly string[]) => {
        const host = await app.start({ args: command, notificationsFail: limits.length > 0 });
        const { password } = app.clouds.theKeys.credentials;
        for (const next of ['another password', password]) {
          app.clouds.theKeys.setPassword(next);
          app.clouds.theKeys.expireTokens();
          await syncNow(host, app);
        }
        await eventually(() => expect(app.limits()).toEqual(limits));
        expect(await host.quit()).toBe(0);
      };
      await lacks(['--no-sandbox'], ['no-sandbox', 'no-notifications']);
      await lacks([], []);
    },
  );

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
