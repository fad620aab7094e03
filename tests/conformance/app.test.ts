/** What the app needs of its host outside the window: tray, notifications, power, single instance, quitting. See also page.test.ts. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { change, events, happens, launcher } from './fixture/start.ts';
import type { WithFixture } from './fixture/start.ts';
import type { Host } from '../host/host.ts';
import { describeOnEachHost } from '../host/kinds.ts';

describeOnEachHost('the app', (kind) => {
  const { launch, clear } = launcher(kind);
  afterAll(clear);

  describe('one app', () => {
    let host: Host;
    let page: Page;
    beforeAll(async () => {
      host = await launch();
    });
    beforeEach(async () => {
      page = await host.page();
    });
    const inPage = <T>(expression: string): Promise<T> => page.evaluate<T>(expression);

    it('shows the tray and its menu with check marks and radio groups, and clicks only enabled items', async () => {
      expect(await host.tray()).toMatchObject({ tooltip: 'Fixture at rest', image: { isEmpty: false, width: 1, height: 1 } });
      await host.clickTrayItem(['Pause', 'A day']);
      await host.clickTrayItem(['Loud']);
      expect(await events(host)).toEqual(expect.arrayContaining(['day true', 'loud true']));
      const menu = (await host.tray())?.menu ?? [];
      expect(menu[2]?.submenu?.map(({ checked }) => checked)).toEqual([false, true]);
      expect(menu[3]).toMatchObject({ type: 'checkbox', checked: true });
      await expect(host.clickTrayItem(['Never'])).rejects.toThrow('disabled');
      await expect(host.clickTrayItem(['Nowhere'])).rejects.toThrow('no menu item "Nowhere"');
      await host.clickTray();
      await happens(host, 'tray click');
    });

    it('reports sleep and wake-up, and a click on a notification', async () => {
      await host.emitPower('suspend');
      await host.emitPower('resume');
      expect(await events(host)).toEqual(expect.arrayContaining(['suspend', 'resume']));
      await vi.waitFor(async () => expect(await host.notifications()).toHaveLength(1));
      expect(await host.notifications()).toMatchObject([{ title: 'Back again', body: 'After a sleep', isShown: true }]);
      await happens(host, 'notification show');
      await host.clickNotification(0);
      await happens(host, 'notification click');
    });

    it('records relaunches without starting anything', async () => {
      await host.evaluateMain(({ app }) => app.relaunch({ args: ['main.js', '--demo'] }), null);
      expect(await host.relaunches()).toEqual([{ args: ['main.js', '--demo'], execPath: null }]);
    });

    it('reports the network and the theme', async () => {
      const online = (): Promise<boolean> => host.evaluateMain(() => (globalThis as WithFixture).fixtureFacts().online, null);
      expect(await online()).toBe(true);
      await host.setOnline(false);
      expect(await online()).toBe(false);
      await host.setOnline(true);
      await host.setDark(true);
      await page.waitForFunction("matchMedia('(prefers-color-scheme: dark)').matches");
      expect(await host.evaluateMain(({ nativeTheme }) => nativeTheme.shouldUseDarkColors, null)).toBe(true);
    });

    it('hides a window that prevents closing, and shows the same page again', async () => {
      await inPage('(() => { window.kept = 7; })()');
      await host.closeWindow(1);
      await happens(host, 'hidden');
      expect(await host.windows()).toMatchObject([{ isVisible: false, isFocused: false }]);
      await host.clickTrayItem(['Open']);
      expect(await (await host.page()).evaluate('window.kept')).toBe(7);
    });

    it('runs one instance, and notifies it of a second', async () => {
      await host.minimizeWindow(1);
      await vi.waitFor(async () => expect(await host.windows()).toMatchObject([{ isMinimized: true }]));
      expect(await host.secondInstance(['--extra'])).toBe(0);
      await happens(host, 'second true true {"from":"fixture"}');
      await vi.waitFor(async () => expect(await host.windows()).toMatchObject([{ isMinimized: false, isVisible: true }]));
    });

    it('reports a crashed page, and shows it again after a reload', async () => {
      await host.crashPage(1);
      await happens(host, 'gone crashed');
      await vi.waitFor(async () => expect(await (await host.page()).title()).toBe('Fixture window'), 5000);
    });

    it('has secure web preferences', async () => {
      const webPreferences = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true };
      expect(await host.windows()).toMatchObject([{ title: 'Fixture window', webPreferences, bounds: { width: 900, height: 640 } }]);
    });

    it('keeps running without a window, and opens another', async () => {
      await change(host, { hideOnClose: false });
      await host.closeWindow(1);
      await happens(host, 'closed');
      await happens(host, 'all closed');
      expect(await host.windows()).toEqual([]);
      await host.clickTrayItem(['Open']);
      expect(await (await host.page()).evaluate("fixture.invoke('frame').then(({ url }) => url)")).toBe('app://fixture/index.html');
    });
  });

  it('exports the same objects by name and by default', async () => {
    const host = await launch(['--hidden']);
    expect(await host.evaluateMain(() => (globalThis as WithFixture).fixtureFacts().sameApp, null)).toBe(true);
    expect(await host.windows()).toEqual([]);
    expect(await host.evaluateMain(({ app }) => [app.getName(), app.getVersion(), app.isPackaged], null)).toEqual([
      'Fixture',
      '1.2.3',
      false,
    ]);
  });

  it('quits in order, windows that hide instead of closing included', async () => {
    const host = await launch();
    await host.page();
    expect(await host.quit()).toBe(0);
    expect(host.output().stdout.split(/\s+/).filter(Boolean)).toEqual(['before-quit', 'will-quit', 'quit']);
  });

  it('keeps running when the app prevents quitting', async () => {
    const host = await launch(['--hidden']);
    await change(host, { keepRunning: 1 });
    await host.evaluateMain(({ app }) => app.quit(), null);
    await vi.waitFor(() => expect(host.output().stdout).toContain('before-quit'));
    expect(await host.windows()).toEqual([]);
    expect(await host.quit()).toBe(0);
    expect(host.output().stdout.split(/\s+/).filter(Boolean)).toEqual(['before-quit', 'before-quit', 'will-quit', 'quit']);
  });

  it('can be killed without any handler running, which frees the profile', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'latchkey-profile-'));
    const host = await launch([], profile);
    await host.page();
    await host.kill();
    expect(await host.exited).toBeNull();
    expect(host.output().stdout).not.toContain('quit');
    const next = await launch(['--hidden'], profile);
    expect(await next.evaluateMain(({ app }) => [app.hasSingleInstanceLock(), app.getPath('userData')], null)).toEqual([true, profile]);
  });
});
