/**
 * The hook for real Electron, run on the stand-in, because most machines have no Electron binary and would never run it otherwise. Tests
 * what it records and controls; whether the hook works on Electron itself only Electron can show.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Electron from 'electron';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { drive, remote } from '../driver.ts';
import { events, happens } from '../../conformance/fixture/start.ts';
import { prepareFixture } from '../../conformance/fixture/prepare.ts';
import type { Host, IpcRecord } from '../host.ts';
import { launchHost } from '../host.ts';
import type { Control } from '../standin/control.ts';

interface Hooked {
  readonly electron: typeof Electron;
  readonly control: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  readonly evaluate: (source: string, argument: unknown) => unknown;
  readonly ipcLog: readonly IpcRecord[];
}
type WithHook = Record<symbol, Hooked>;

const fixture = prepareFixture();
const profile = mkdtempSync(join(tmpdir(), 'latchkey-profile-'));
const hook = pathToFileURL(fileURLToPath(new URL('hook.cjs', import.meta.url))).href;
let host: Host;
let hooked: ReturnType<typeof drive>;

beforeAll(async () => {
  const main = join(fixture.folder, 'hooked.mjs');
  writeFileSync(main, `import ${JSON.stringify(hook)};\nawait import('./main.mjs');\n`);
  const env = { LATCHKEY_HOST_FACTS: JSON.stringify({ name: 'Hooked', version: '9.9.9', profile }) };
  host = await launchHost({ kind: 'standin', main, profile, env });
  const call = (name: string, args: readonly unknown[]): Promise<unknown> =>
    host.evaluateMain(
      (_electron, [method, values]) =>
        (globalThis as unknown as WithHook)[Symbol.for('latchkey.host')]?.control[method]?.(...(values as unknown[])),
      [name, args] as const,
    );
  hooked = drive(remote<Control>(call));
  await host.page();
});
afterAll(async () => {
  await host.kill();
  for (const folder of [fixture.folder, profile, `${profile}-home`]) rmSync(folder, { recursive: true, force: true });
});

it('reports the same windows and the same tray as the stand-in', async () => {
  // The page's title may not have arrived yet.
  await vi.waitFor(async () => {
    expect(await hooked.windows()).toEqual(
      (await host.windows()).map((window) => ({ ...window, webPreferences: expect.anything() as unknown })),
    );
  });
  expect(await hooked.tray()).toEqual(await host.tray());
});

it('clicks in the tray', async () => {
  await hooked.clickTrayItem(['Pause', 'A day']);
  await hooked.clickTrayItem(['Loud']);
  await hooked.clickTray();
  expect(await events(host)).toEqual(expect.arrayContaining(['day true', 'loud true', 'tray click']));
  await expect(hooked.clickTrayItem(['Never'])).rejects.toThrow('disabled');
});

it('records and clicks notifications without showing any', async () => {
  await hooked.emitPower('resume');
  await vi.waitFor(async () => expect(await hooked.notifications()).toMatchObject([{ id: 0, title: 'Back again', isShown: true }]));
  await hooked.clickNotification(0);
  await happens(host, 'notification click');
  expect(await host.notifications()).toEqual([]);
});

it('records the messages between page and main', async () => {
  const page = await host.page();
  await page.evaluate("fixture.invoke('echo', 'canary')");
  await page.evaluate("fixture.send('note', 'canary')");
  await page.evaluate("fixture.invoke('fail').catch(() => {})");
  const log = await host.evaluateMain(() => (globalThis as unknown as WithHook)[Symbol.for('latchkey.host')]?.ipcLog, null);
  expect(log).toEqual([
    { direction: 'to-main', channel: 'echo', values: ['canary'] },
    { direction: 'answer', channel: 'echo', values: [['canary']] },
    { direction: 'to-main', channel: 'note', values: ['canary'] },
    { direction: 'to-page', channel: 'pushed', values: [{ text: 'canary', at: new Date(0) }] },
    { direction: 'to-main', channel: 'fail', values: [] },
    { direction: 'answer', channel: 'fail', values: ['TypeError: told you so'] },
  ]);
});

it('calls main from a foreign frame', async () => {
  const answer = await hooked.sendFromFrame({ url: 'https://evil.example/frame' }, 'frame');
  expect(answer).toMatchObject({ ok: true, value: { url: 'https://evil.example/frame', origin: 'https://evil.example', isMain: false } });
});

it('shields programs, dialogs, login items and the network', async () => {
  await (await host.page()).locator('#help').click();
  await happens(host, 'open https://help.example/page');
  expect(await hooked.opened()).toEqual([{ method: 'openExternal', target: 'https://help.example/page' }]);
  expect(await host.opened()).toEqual([]);
  expect(await hooked.loginItem()).toBeNull();
  await hooked.setOnline(false);
  expect(await host.evaluateMain(() => (globalThis as unknown as { fixtureFacts: () => object }).fixtureFacts(), null)).toEqual({
    online: false,
    sameApp: true,
  });
});

it('runs functions in main on what the app imports, and records menus of the page and the protection of its content', async () => {
  const body = String((electron: typeof Electron) => {
    const window = new electron.BrowserWindow({ show: false });
    window.setContentProtection(true);
    electron.Menu.buildFromTemplate([{ label: 'Copy it' }]).popup({ window });
    return window.id;
  });
  const id = await host.evaluateMain(
    (_electron, source) => (globalThis as unknown as WithHook)[Symbol.for('latchkey.host')]?.evaluate(source, null),
    body,
  );
  expect(await hooked.windows()).toContainEqual(expect.objectContaining({ id, isContentProtected: true }));
  expect(await hooked.contextMenu()).toMatchObject([{ label: 'Copy it' }]);
  expect(await host.contextMenu()).toBeNull();
  await host.evaluateMain(({ BrowserWindow }, own) => BrowserWindow.fromId(own as number)?.destroy(), id);
});

it('records relaunches', async () => {
  await host.evaluateMain(
    () => (globalThis as unknown as WithHook)[Symbol.for('latchkey.host')]?.electron.app.relaunch({ args: ['main.mjs'] }),
    null,
  );
  expect(await host.relaunches()).toEqual([{ args: ['main.mjs'], execPath: null }]);
});

it('quits', async () => {
  await hooked.closeWindow(1);
  await happens(host, 'hidden');
  await host.evaluateMain(() => (globalThis as unknown as WithHook)[Symbol.for('latchkey.host')]?.control.quit?.(), null).catch(() => {});
  expect(await host.exited).toBe(0);
});
