/** The stand-in as another platform: what the program sees there, and how Electron behaves there by its source. */
import type * as Electron from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Host, HostPlatform, LaunchOptions } from '../api.ts';
import { change, events, happens, launcher } from '../../conformance/fixture/start.ts';

const { launch, clear } = launcher('standin');
afterEach(clear);
const on = (platform: HostPlatform, more: Partial<LaunchOptions> = {}): Promise<Host> =>
  launch(['--hidden'], undefined, { platform, ...more });
const main = <R>(host: Host, body: (electron: typeof Electron) => R): Promise<Awaited<R>> => host.evaluateMain(body, null);

describe.each(['linux', 'darwin', 'win32'] as const)('the stand-in as %s', (platform) => {
  it('shows the platform to the program and not to Node, and has a Dock on macOS only', async () => {
    const host = await on(platform);
    const seen = await main(host, ({ app }) => {
      const path = process.getBuiltinModule('node:path');
      const { fileURLToPath } = process.getBuiltinModule('node:url');
      const nodes = process.getBuiltinModule('node:os').platform();
      return {
        platform: process.platform,
        nodes,
        path: [path.join('a', 'b'), path.sep, fileURLToPath('file:///a')],
        dock: typeof app.dock,
      };
    });
    expect(seen).toEqual({
      platform,
      nodes: process.platform,
      path: ['a/b', '/', '/a'],
      dock: platform === 'darwin' ? 'object' : 'undefined',
    });
    expect(await host.isInDock()).toBe(platform === 'darwin' ? true : null);
    if (platform !== 'darwin') await expect(host.activate()).rejects.toThrow('only macOS');
  });

  it('tells at login what the platform tells, and finds login items as it does', async () => {
    const host = await on(platform, { wasOpenedAtLogin: true });
    const found = await main(host, ({ app }) => {
      app.setLoginItemSettings({ openAtLogin: true, path: 'C:\\Latchkey.exe', args: ['--hidden'] });
      const same = app.getLoginItemSettings({ path: 'C:\\Latchkey.exe', args: ['--hidden'] });
      return [same.openAtLogin, app.getLoginItemSettings().openAtLogin, same.wasOpenedAtLogin];
    });
    expect(found).toEqual({ linux: [false, false, false], darwin: [true, true, true], win32: [true, false, false] }[platform]);
  });

  it('ends the session of an app that does nothing about it', async () => {
    const host = await launch([], undefined, { platform });
    await host.page();
    await host.endSession();
    expect(await host.exited).toBe(platform === 'darwin' ? 0 : null);
  });
});

describe('the end of a session', () => {
  const listen = (host: Host): Promise<void> =>
    main(host, ({ powerMonitor }) => void powerMonitor.on('shutdown', ((event: Electron.Event) => event.preventDefault()) as () => void));

  it('waits on Linux for who prevents it, as long as somebody listens', async () => {
    const host = await on('linux');
    await listen(host);
    await host.endSession();
    await main(host, ({ powerMonitor }) => void setTimeout(() => powerMonitor.removeAllListeners('shutdown')));
    expect(await host.exited).toBeNull();
  });

  it('waits on macOS for who prevents it, and is interrupted by who refuses to quit', async () => {
    const host = await on('darwin');
    await change(host, { keepRunning: 1 });
    await expect(host.endSession()).rejects.toThrow('interrupted the log-out');
    await listen(host);
    await host.endSession();
    expect(await main(host, ({ app }) => app.getName())).toBe('Fixture');
    expect(host.output().stdout.trim()).toBe('before-quit');
  });

  it('is told to windows on Windows, and to nobody else', async () => {
    const host = await launch([], undefined, { platform: 'win32' });
    await host.page();
    await main(host, ({ BrowserWindow, powerMonitor }) => {
      BrowserWindow.getAllWindows()[0]?.on('session-end', ({ reasons }) => void process.stdout.write(`ended by ${String(reasons)}`));
      powerMonitor.on('shutdown', () => process.stdout.write('shutdown'));
    });
    await host.endSession();
    expect(await host.exited).toBeNull();
    expect(host.output().stdout).toBe('ended by shutdown');
  });
});

describe('full screen', () => {
  it('takes a while on macOS, and leaves a black space when the window is hidden in it', async () => {
    const host = await launch([], undefined, { platform: 'darwin' });
    await host.page();
    await host.setFullScreen(1, true);
    expect((await host.windows())[0]?.isFullScreen).toBe(false);
    await vi.waitFor(async () => expect((await host.windows())[0]?.isFullScreen).toBe(true));
    await expect(host.closeWindow(1)).rejects.toThrow('black space');
    await host.setFullScreen(1, false);
    await expect(host.closeWindow(1)).rejects.toThrow('black space');
    await vi.waitFor(async () => expect((await host.windows())[0]?.isFullScreen).toBe(false));
    await host.closeWindow(1);
    await happens(host, 'hidden');
  });

  it('is at once elsewhere, and hides like any window', async () => {
    const host = await launch([], undefined, { platform: 'linux' });
    await host.page();
    await host.setFullScreen(1, true);
    await host.closeWindow(1);
    expect(await events(host)).toContain('hidden');
  });
});

it('does not hide from the Dock what has just been shown there', async () => {
  const host = await on('darwin');
  const hide = (): Promise<void> => main(host, ({ app }) => app.dock?.hide());
  await main(host, ({ app }) => app.dock?.show());
  await hide();
  expect(await host.isInDock()).toBe(true);
  await vi.waitFor(async () => {
    await hide();
    expect(await host.isInDock()).toBe(false);
  }, 3_000);
});
