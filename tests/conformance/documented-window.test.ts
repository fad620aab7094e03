/**
 * What Electron's documentation says of members of windows and pages that the program uses and the small app does not.
 * The first word of a test names the page: https://www.electronjs.org/docs/latest/api/<word>.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { heardIn, launcher, listenAgain } from './fixture/start.ts';
import type { WithHeard } from './fixture/start.ts';
import type { Host } from '../host/host.ts';
import { describeOnEachHost } from '../host/kinds.ts';

describeOnEachHost('the window, as documented,', (kind) => {
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

  it('browser-window: tells that it is hidden and shown, and is destroyed without being asked to close', async () => {
    const title = await host.evaluateMain(({ BrowserWindow }) => {
      const { heard: events } = globalThis as WithHeard;
      const window = new BrowserWindow({ show: false, title: 'Before its page', minWidth: 300, minHeight: 200 });
      window.on('show', () => events.push(`show ${String(window.isVisible())}`));
      window.on('hide', () => events.push(`hide ${String(window.isVisible())}`));
      window.on('close', () => events.push('close'));
      window.on('closed', () => events.push('closed'));
      window.show();
      window.focus();
      const isSame = JSON.stringify(window.getBounds()) === JSON.stringify(window.getNormalBounds());
      setTimeout(() => window.hide(), 200);
      setTimeout(() => window.destroy(), 400);
      setTimeout(() => events.push(`destroyed ${String(window.isDestroyed())}`), 800);
      return [window.getTitle(), isSame];
    }, null);
    expect(title).toEqual(['Before its page', true]);
    await vi.waitFor(async () => expect(await heardIn(host)).toEqual(['show true', 'hide false', 'closed', 'destroyed true']), 5000);
  });

  it('browser-window: tells that it is minimized and restored', async () => {
    await host.evaluateMain(({ BrowserWindow }) => {
      const { heard: events } = globalThis as WithHeard;
      const [window] = BrowserWindow.getAllWindows();
      window?.on('minimize', () => {
        events.push('minimize');
        window.restore();
      });
      window?.on('restore', () => events.push('restore'));
      window?.minimize();
    }, null);
    await vi.waitFor(async () => expect(await heardIn(host)).toEqual(['minimize', 'restore']), 5000);
  });

  it('structures/web-preferences: are in force as they were given', async () => {
    const wanted = {
      allowRunningInsecureContent: false,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      sandbox: true,
      webSecurity: true,
      webviewTag: false,
    };
    const given = await host.evaluateMain(
      ({ BrowserWindow }, webPreferences) => {
        const window = new BrowserWindow({ show: false, webPreferences });
        window.setContentProtection(true);
        const contents: object = window.webContents;
        // Not documented: those of them that Electron applies itself.
        const preferences = (contents as { getLastWebPreferences(): object }).getLastWebPreferences();
        window.destroy();
        return preferences;
      },
      { ...wanted, devTools: true, navigateOnDragDrop: false, spellcheck: false },
    );
    expect(given).toMatchObject(wanted);
  });

  it('web-contents: reports a preload script that throws', async () => {
    const preload = join(folder, 'throws.cjs');
    writeFileSync(preload, "throw new Error('on purpose');");
    await host.evaluateMain(({ BrowserWindow }, path) => {
      const { heard: events } = globalThis as WithHeard;
      const window = new BrowserWindow({ show: false, webPreferences: { preload: path } });
      window.webContents.on('preload-error', (_event, file, error) => {
        events.push(file === path ? error.message : file);
        window.destroy();
      });
      void window.loadURL('app://fixture/index.html').catch(() => {});
    }, preload);
    await vi.waitFor(async () => expect(await heardIn(host)).toEqual([expect.stringContaining('on purpose')]), 5000);
  });

  it('web-contents: asks about a navigation of any frame', async () => {
    await host.evaluateMain(({ BrowserWindow }) => {
      const { heard: events } = globalThis as WithHeard;
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.on('will-frame-navigate', (event) => {
        events.push(`${event.url} ${String(event.isMainFrame)}`);
        event.preventDefault();
      });
    }, null);
    await (await host.page()).locator('#away').click();
    await vi.waitFor(async () => expect(await heardIn(host)).toEqual(['https://elsewhere.example/ true']), 5000);
  });

  it('web-contents: tells what was right-clicked, and whether it can be edited', async () => {
    await host.evaluateMain(({ BrowserWindow, Menu }) => {
      const { heard: events } = globalThis as WithHeard;
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
        events.push(`${String(isEditable)} ${selectionText}`);
        Menu.buildFromTemplate([{ role: 'copy', label: 'Copy it' }]).popup({ window });
      });
    }, null);
    const page = await host.page();
    await page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'field' }))");
    await page.locator('h1').selectText();
    await page.locator('h1').click({ button: 'right' });
    await vi.waitFor(async () => expect(await heardIn(host)).toEqual(['false Fixture']), 5000);
    await page.locator('#field').click({ button: 'right' });
    await vi.waitFor(async () => expect(await heardIn(host)).toEqual(['false Fixture', expect.stringMatching(/^true /)]), 5000);
    expect(await host.contextMenu()).toMatchObject([{ label: 'Copy it', enabled: true }]);
  });

  it('web-contents: prints the page, and keeps what WebRTC may do', async () => {
    const facts = await host.evaluateMain(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
      const pdf = await contents?.printToPDF({ pageSize: 'A4' });
      return [contents?.getWebRTCIPHandlingPolicy(), pdf?.subarray(0, 5).toString()];
    }, null);
    expect(facts).toEqual(['disable_non_proxied_udp', '%PDF-']);
  });
});
