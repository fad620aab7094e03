/**
 * What Electron's documentation says of members outside the window that the program uses and the small app does not.
 * The first word of a test names the page: https://www.electronjs.org/docs/latest/api/<word>.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { heardIn, launcher, listenAgain } from './fixture/start.ts';
import type { WithHeard } from './fixture/start.ts';
import type { Host } from '../host/host.ts';
import { describeOnEachHost } from '../host/kinds.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==';

describeOnEachHost('the app, as documented,', (kind) => {
  const { launch, clear } = launcher(kind);
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-documented-'));
  let host: Host;
  beforeAll(async () => {
    host = await launch();
    await host.page();
  });
  afterAll(async () => {
    await clear();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => listenAgain(host));

  it('app: has a name, paths, languages and switches', async () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const facts = await host.evaluateMain(({ app }, path) => {
      app.setName('Another');
      app.setPath('sessionData', path);
      app.commandLine.removeSwitch('lang');
      const isGiven = app.commandLine.hasSwitch('lang');
      // Documented for Windows; elsewhere Electron adds a function that does nothing.
      app.setAppUserModelId('app.example');
      const languages = app.getPreferredSystemLanguages();
      return [
        isGiven,
        app.getName(),
        app.getPath('sessionData'),
        typeof app.getSystemLocale(),
        Array.isArray(languages),
        typeof process.resourcesPath,
      ];
    }, elsewhere);
    expect(facts).toEqual([false, 'Another', elsewhere, 'string', true, 'string']);
    await expect(host.evaluateMain(({ app }) => app.setPath('sessionData', 'relative'), null)).rejects.toThrow();
  });

  it('app: takes the sandbox for all pages only before it is ready', async () => {
    await expect(host.evaluateMain(({ app }) => app.enableSandbox(), null)).rejects.toThrow('before app is ready');
  });

  it('app: the Dock is there on macOS only', async () => {
    expect(await host.evaluateMain(({ app }) => (app.dock === undefined) === (process.platform !== 'darwin'), null)).toBe(true);
    await host.evaluateMain(async ({ app }) => {
      await app.dock?.show();
      app.dock?.hide();
    }, null);
  });

  it('app: hears of the contents of a window before anybody can use them', async () => {
    const isFirst = await host.evaluateMain(({ app, BrowserWindow }) => {
      const seen: number[] = [];
      app.on('web-contents-created', (_event, contents) => seen.push(contents.id));
      const window = new BrowserWindow({ show: false });
      const first = seen.includes(window.webContents.id);
      window.destroy();
      return first;
    }, null);
    expect(isFirst).toBe(true);
  });

  it('app: exits at once, with the code and without asking', async () => {
    const other = await launch();
    await other.page();
    await other
      .evaluateMain(({ app }) => {
        app.on('before-quit', (event) => event.preventDefault());
        setTimeout(() => app.exit(3), 10);
      }, null)
      .catch(() => {});
    expect(await other.exited).toBe(3);
    expect(other.output().stdout).not.toMatch(/before-quit|will-quit/);
  });

  it('session: sends every address through the proxy, loopback ones too', async () => {
    const proxies = await host.evaluateMain(async ({ session }) => {
      const { defaultSession } = session;
      defaultSession.setDevicePermissionHandler(() => false);
      await defaultSession.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
      return Promise.all(['https://elsewhere.example/', 'http://127.0.0.1:80/'].map((url) => defaultSession.resolveProxy(url)));
    }, null);
    expect(proxies).toEqual(['PROXY 127.0.0.1:9', 'PROXY 127.0.0.1:9']);
  });

  it('session: asks about a download', async () => {
    await host.evaluateMain(({ session }) => {
      const { heard: events } = globalThis as WithHeard;
      session.defaultSession.on('will-download', (event) => {
        event.preventDefault();
        events.push('download');
      });
    }, null);
    const page = await host.page();
    await page.evaluate(
      "Object.assign(document.createElement('a'), { download: 'x.txt', href: URL.createObjectURL(new Blob(['x'])) }).click()",
    );
    await vi.waitFor(async () => expect(await heardIn(host)).toEqual(['download']), 5000);
  });

  it('ipc-main: answers nothing on a channel whose handler was removed', async () => {
    await host.evaluateMain(({ ipcMain }) => ipcMain.removeHandler('size'), null);
    const failure = (await host.page()).evaluate("fixture.invoke('size', '').catch((error) => error.message)");
    expect(await failure).toContain("No handler registered for 'size'");
  });

  it('menu: has the labels and keys that it was given, for roles too', async () => {
    const roles = await host.evaluateMain(({ Menu }) => {
      Menu.setApplicationMenu(
        Menu.buildFromTemplate([
          {
            label: 'Edit',
            submenu: [
              { role: 'selectAll', label: 'All of it' },
              {
                id: 'sync',
                label: 'Sync',
                accelerator: 'CommandOrControl+R',
                click: () => void (globalThis as WithHeard).heard.push('sync'),
              },
            ],
          },
        ]),
      );
      const items = Menu.getApplicationMenu()?.items[0]?.submenu?.items ?? [];
      return items.map(({ label, role }) => `${label} ${(role ?? '').toLowerCase()}`);
    }, null);
    expect(roles).toEqual(['All of it selectall', 'Sync ']);
    await host.clickApplicationMenuItem({ id: 'sync' });
    expect(await heardIn(host)).toEqual(['sync']);
  });

  it('native-image: has the size of its file, and is empty without one', async () => {
    const file = join(folder, 'pixel.png');
    writeFileSync(file, Buffer.from(PIXEL, 'base64'));
    const [size, isEmpty] = await host.evaluateMain(
      ({ nativeImage }, path) =>
        [nativeImage.createFromPath(path).getSize(), nativeImage.createFromPath(`${path}.none`).isEmpty()] as const,
      file,
    );
    expect([size, isEmpty]).toEqual([{ width: 1, height: 1 }, true]);
  });

  it('native-theme: follows what the app asks for', async () => {
    const facts = await host.evaluateMain(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
      const dark = nativeTheme.shouldUseDarkColors;
      nativeTheme.themeSource = 'light';
      return [dark, nativeTheme.shouldUseDarkColors];
    }, null);
    expect(facts).toEqual([true, false]);
  });

  it('notification: says whether the system has any, and can be withdrawn', async () => {
    const facts = await host.evaluateMain(({ Notification }) => {
      const notification = new Notification({ title: 'Title', body: 'Body', urgency: 'normal', timeoutType: 'default' });
      notification.on('failed', () => undefined);
      notification.show();
      notification.close();
      return [typeof Notification.isSupported(), notification.title, notification.body];
    }, null);
    expect(facts).toEqual(['boolean', 'Title', 'Body']);
  });

  it.runIf(process.platform !== 'win32')('power-monitor: lets the app ask for a moment before a shut-down', async () => {
    await host.evaluateMain(({ powerMonitor }) => {
      powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
        event?.preventDefault();
        (globalThis as WithHeard).heard.push('shutdown');
      });
    }, null);
    await host.endSession();
    expect(await heardIn(host)).toEqual(['shutdown']);
  });

  it.runIf(process.platform === 'darwin')('dock: is hidden at once, and shown again', async () => {
    const isVisible = await host.evaluateMain(async ({ app: { dock } }) => {
      dock?.hide();
      const isShownYet = dock?.isVisible();
      await dock?.show();
      return [isShownYet, dock?.isVisible()];
    }, null);
    expect(isVisible).toEqual([false, true]);
  });

  it.runIf(process.platform === 'darwin')('browser-window: leaves full screen after a while, and tells', async () => {
    await host.setFullScreen(1, true);
    await vi.waitFor(async () => expect(await host.windows()).toMatchObject([{ isFullScreen: true }]), 10_000);
    const wasFullScreen = await host.evaluateMain(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.once('leave-full-screen', () => (globalThis as WithHeard).heard.push(`full screen: ${String(window.isFullScreen())}`));
      window?.setFullScreen(false);
      return window?.isFullScreen();
    }, null);
    expect(wasFullScreen).toBe(true);
    await vi.waitFor(async () => expect(await heardIn(host)).toEqual(['full screen: false']), 10_000);
  });

  it.runIf(process.platform === 'win32')('browser-window: learns of the end of the session', async () => {
    const last = await launch();
    await last.page();
    await last.evaluateMain(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.on('session-end', () => void process.stdout.write('session-end'));
    }, null);
    await last.endSession();
    await last.exited;
    expect(last.output().stdout).toContain('session-end');
  });

  it('tray: takes another image, and goes when it is destroyed', async () => {
    const file = join(folder, 'tray.png');
    writeFileSync(file, Buffer.from(PIXEL, 'base64'));
    await host.evaluateMain(({ nativeImage }, path) => {
      const { tray } = (globalThis as unknown as { fixture: { tray: Electron.Tray } }).fixture;
      tray.setImage(nativeImage.createFromPath(path));
    }, file);
    expect(await host.tray()).toMatchObject({ image: { path: file, width: 1 } });
    await host.evaluateMain(() => (globalThis as unknown as { fixture: { tray: Electron.Tray } }).fixture.tray.destroy(), null);
    expect(await host.tray()).toBeNull();
  });
});
