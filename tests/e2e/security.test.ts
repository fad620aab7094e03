/** What a page of the app cannot do even when it tries, and what main refuses whoever asks: a page taken over must stay harmless. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { mainText } from '../../shared/i18n/main-texts.ts';
import { CALLS } from '../../shared/ipc/channels.ts';
import type { CallName } from '../../shared/ipc/channels.ts';
import { MAX_PAYLOAD_BYTES } from '../../shared/ipc/contract.ts';
import type { Host } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { KEYCHAIN_IS_APART, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { HONEST } from './honest-calls.ts';
import { callFrom, ipcOf } from './ipc-log.ts';
import { NETWORK_WAYS, networkAttempts, startListener } from './network-attempts.ts';
import type { Listener } from './network-attempts.ts';
import { openWindow, say, shownWindow } from './window.ts';

describeOnHost('a page of the app', (kind) => {
  let app: TestApp;
  let host: Host;
  let page: Page;
  let listener: Listener;
  let address: string;
  beforeAll(async () => {
    listener = await startListener();
    ({ address } = listener);
    app = await prepareApp(kind);
    // No run comes by itself between those that the tests ask for.
    host = await app.start({ env: { LATCHKEY_RUN_DELAY_MS: '600000' } });
    await openWindow(host);
  });
  afterAll(async () => {
    await app.close();
    await listener.close();
  });
  beforeEach(async () => {
    listener.heard();
    page = await shownWindow(host);
  });

  const inPage = <T>(expression: string): Promise<T> => page.evaluate<T>(expression);
  const call = (name: string, payload: string): Promise<unknown> =>
    inPage(`latchkey.call(${JSON.stringify(name)}, ${payload}).then(JSON.parse).catch((error) => String(error))`);
  /** Long enough for a navigation or a request to have begun: the server of this test answers within a few milliseconds. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
  const stayed = async () => {
    await settle();
    expect(new URL(page.url()).pathname).toBe('/index.html');
    expect(await page.getByRole('navigation', { name: say('shell.navigation') }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1, name: say('shell.today') }).count()).toBe(1);
    expect((await host.windows()).map(({ url }) => url)).toEqual(['app://latchkey/index.html']);
    expect(listener.heard()).toEqual([]);
  };

  it('came with a content policy that leaves nothing open', async () => {
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/index.html')),
      host.clickApplicationMenuItem(['Developer', 'Reload']),
    ]);
    const headers = response.headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
    const directives = new Map(policy.split('; ').map((text) => [text.split(' ')[0], text.split(' ').slice(1).join(' ')] as const));
    expect(Object.fromEntries(directives)).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'none'",
      'frame-src': "'none'",
      'object-src': "'none'",
      'form-action': "'none'",
      'base-uri': "'none'",
    });
    expect(headers['x-content-type-options']).toBe('nosniff');
    await page.getByRole('heading', { level: 1, name: say('shell.today') }).waitFor();
  });

  it('lives in a sandbox, apart from its preload, without Node', async () => {
    expect((await host.windows())[0]?.webPreferences).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    const found = '[typeof window.require, typeof window.process, typeof window.module, typeof window.Buffer, typeof window.global]';
    expect(await inPage(found)).toEqual(Array(5).fill('undefined'));
  });

  it('has no way out by WebRTC: no UDP, and a proxy that leads nowhere', async () => {
    const ways = await host.evaluateMain(async ({ BrowserWindow, session }) => {
      const policies = BrowserWindow.getAllWindows().map((window) => window.webContents.getWebRTCIPHandlingPolicy());
      return { policies, proxy: await session.defaultSession.resolveProxy('https://somewhere.example/') };
    }, null);
    expect(ways).toEqual({ policies: ['disable_non_proxied_udp'], proxy: 'PROXY 127.0.0.1:9' });
  });

  it('has two functions of the app, and cannot change them', async () => {
    expect(await inPage('Object.keys(latchkey).sort()')).toEqual(['call', 'on']);
    expect(await inPage('Object.isFrozen(latchkey)')).toBe(true);
    const write = (statement: string) =>
      `(() => { 'use strict'; try { ${statement}; return 'done'; } catch (error) { return error.name; } })()`;
    expect(await inPage(write('window.latchkey = {}'))).toBe('TypeError');
    expect(await inPage(write('latchkey.call = () => {}'))).toBe('TypeError');
    expect(await inPage(write('delete window.latchkey'))).toBe('TypeError');
    expect(await inPage("['ipcRenderer', 'electron', 'Electron', 'webFrame', 'contextBridge'].filter((name) => name in window)")).toEqual(
      [],
    );
  });

  it('runs no text as code, and no code written into it', async () => {
    const evaluate = "new Promise((done) => setTimeout(() => { try { done((0, eval)('1')); } catch (error) { done(error.name); } }))";
    expect(await inPage(evaluate)).toBe('EvalError');
    await inPage(
      "(() => { const script = document.createElement('script'); script.textContent = 'window.inlineRan = true'; document.body.append(script); })()",
    );
    await inPage(
      "(() => { const box = document.createElement('div'); box.innerHTML = '<img src=x onerror=\"window.inlineRan = true\">'; document.body.append(box); })()",
    );
    await settle();
    expect(await inPage('typeof window.inlineRan')).toBe('undefined');
  });

  it('goes nowhere', async () => {
    const add = (html: string, then: string) =>
      inPage(`(() => {
        const box = document.createElement('div');
        box.innerHTML = ${JSON.stringify(html)};
        document.body.append(box);
        const added = box.firstElementChild;
        ${then};
      })()`);
    const away = `http://${address}/away`;
    await inPage(`void (location.href = '${away}')`);
    await stayed();
    await inPage(`void location.replace('${away}')`);
    await add(`<a href="${away}">away</a>`, 'added.click()');
    await add('<a href="https://elsewhere.example/">elsewhere</a>', 'added.click()');
    await add(`<form method="post" action="${away}"><input name="a" value="b"></form>`, 'added.submit()');
    await add(`<form action="${away}"></form>`, 'added.requestSubmit()');
    await stayed();
    await add(`<meta http-equiv="refresh" content="0; url=${away}">`, 'document.head.append(added)');
    await inPage("void (location.href = 'data:text/html,<h1>gone</h1>')");
    await inPage("void (location.href = 'file:///etc/hostname')");
    await inPage("void (location.href = 'javascript:void(window.ranAddress = true)')");
    await inPage("void (location.href = 'mailto:somebody@elsewhere.example')");
    await inPage("void (location.href = 'ms-settings:')");
    await add(`<webview src="${away}"></webview>`, "window.isWebview = 'loadURL' in added");
    await stayed();
    expect(await inPage('[window.isWebview, typeof window.ranAddress]')).toEqual([false, 'undefined']);
    expect(await host.opened()).toEqual([]);
  });

  it('opens no window, and outside only what is on the list', async () => {
    const open = (url: string) => inPage(`window.open('${url}') === null`);
    expect(await open(`http://${address}/popup`)).toBe(true);
    expect(await open('https://elsewhere.example/')).toBe(true);
    expect(await open('about:blank')).toBe(true);
    expect(await open('app://latchkey/index.html')).toBe(true);
    expect(await open('https://login.smoobu.com/?next=https://elsewhere.example/')).toBe(true);
    await inPage(
      `(() => { const link = document.createElement('a'); link.href = 'https://elsewhere.example/'; link.target = '_blank'; document.body.append(link); link.click(); })()`,
    );
    await stayed();
    expect(await host.opened()).toEqual([]);
    expect(await open('https://login.smoobu.com/')).toBe(true);
    await settle();
    expect(await host.opened()).toEqual([{ method: 'openExternal', target: 'https://login.smoobu.com/' }]);
  });

  it('gets no permission', async () => {
    const refused = (promise: string) => inPage(`Promise.resolve().then(() => ${promise}).then((value) => String(value), () => 'refused')`);
    expect(await refused('Notification.requestPermission()')).not.toBe('granted');
    expect(await inPage('new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(0), ({ code }) => done(code)))')).toBe(
      1,
    );
    expect(await refused('navigator.clipboard.readText()')).toBe('refused');
    expect(await refused('navigator.mediaDevices.getUserMedia({ audio: true, video: true })')).toBe('refused');
    expect(await refused('navigator.mediaDevices.getDisplayMedia()')).toBe('refused');
    expect(await refused('navigator.requestMIDIAccess({ sysex: true })')).toBe('refused');
  });

  it('reaches nobody over the network', async () => {
    const started = await inPage<string[]>(networkAttempts(address));
    expect(started).toHaveLength(NETWORK_WAYS);
    expect(started.filter((line) => !line.endsWith(': refused'))).toEqual([]);
    await settle();
    expect(listener.heard()).toEqual([]);
    // It would have been heard.
    await fetch(`http://${address}/heard`);
    expect(listener.heard()).toEqual(['GET /heard']);
  });

  it('is heard only from the main frame of its own window', async () => {
    const ask = (url: string, isMainFrame: boolean) => callFrom(host, { url, isMainFrame }, 'snapshot.get', null);
    const notTrusted = { ok: true, value: { ok: false, error: { kind: 'not-trusted', detail: null } } };
    expect(await ask('https://evil.example/', true)).toMatchObject(notTrusted);
    expect(await ask('https://evil.example/frame', false)).toMatchObject(notTrusted);
    expect(await ask('app://latchkey/index.html', false)).toMatchObject(notTrusted);
    expect(await ask('app://latchkey.evil.example/index.html', true)).toMatchObject(notTrusted);
    expect(await ask('file:///tmp/index.html', true)).toMatchObject(notTrusted);
    // The same question is answered where it comes from the right place: the refusals above are about the sender.
    expect(await call('snapshot.get', 'null')).toMatchObject({ ok: true });
  });

  it('knows one channel, and on it the calls of the contract alone', async () => {
    const from = { url: 'app://latchkey/index.html', isMainFrame: true };
    for (const channel of ['latchkey:event', 'snapshot.get', 'credentials.read', 'ELECTRON_BROWSER_REQUIRE']) {
      expect(await host.sendFromFrame(from, channel, null)).toMatchObject({
        ok: false,
        message: expect.stringContaining('No handler') as string,
      });
    }
    // Nor does anything listen to what has no answer, or is answered at once (`sendSync`).
    expect(await host.evaluateMain(({ ipcMain }) => ipcMain.eventNames().filter((name) => name !== 'error'), null)).toEqual([]);
    // Past the preload, as if it had been taken over, too.
    for (const name of ['credentials.read', 'toString', '__proto__', '', 7, null, ['snapshot.get'], { name: 'snapshot.get' }]) {
      expect(await callFrom(host, from, name, null)).toMatchObject({
        value: { ok: false, error: { kind: 'bad-request', detail: 'unknown-call' } },
      });
    }
    expect(await callFrom(host, from, 'snapshot.get', null, 'surplus')).toMatchObject({
      value: { error: { kind: 'bad-request', detail: 'unknown-call' } },
    });
    expect(await call('credentials.read', 'null')).toMatch(/There is no such call/);
    const listen = "(() => { try { latchkey.on('anything', () => {}); return 'listens'; } catch (error) { return error.message; } })()";
    expect(await inPage(listen)).toMatch(/There is no such event/);
  });

  it('is refused what is too large, too deep or not plain', async () => {
    const refused = (detail: string) => ({
      ok: false,
      error: { kind: 'bad-request', detail, message: mainText({ language: 'en', locale: 'en' })('refusal.bad-request') },
    });
    const long = `{ cron: 'x'.repeat(${MAX_PAYLOAD_BYTES}) }`;
    expect(await call('schedule.preview', long)).toEqual(refused('too-large'));
    expect(await call('holds.apply', `{ keys: Array(${MAX_PAYLOAD_BYTES}).fill('k') }`)).toEqual(refused('too-large'));
    expect(
      await call('schedule.preview', '(() => { let deep = {}; for (let i = 0; i < 50; i += 1) deep = { deep }; return deep; })()'),
    ).toEqual(refused('malformed'));
    expect(await call('schedule.preview', '(() => { const ring = {}; ring.cron = ring; return ring; })()')).toEqual(refused('malformed'));
    for (const odd of [
      'new Map([["cron", "0 * * * *"]])',
      'new Date()',
      'new Uint8Array(8)',
      '7n',
      '[]',
      '"text"',
      'undefined',
      'NaN',
      '{}',
    ]) {
      expect(await call('schedule.preview', odd), odd).toEqual(refused('malformed'));
    }
  });

  it('is refused every field that the contract does not list', async () => {
    const names = Object.keys(HONEST) as CallName[];
    expect(names.sort()).toEqual([...CALLS].sort());
    for (const name of names) {
      const honest = HONEST[name];
      const surplus = JSON.stringify({ ...honest, surplus: 1 });
      expect(await call(name, surplus), name).toMatchObject({ ok: false, error: { kind: 'bad-request', detail: 'malformed' } });
      if (honest === null) continue;
      const [field = ''] = Object.keys(honest);
      expect(await call(name, JSON.stringify({ ...honest, [field]: { surplus: 1 } })), name).toMatchObject({
        error: { kind: 'bad-request' },
      });
    }
  });

  it('is shown ten PINs in a minute, then the user is asked in a box of the system', async () => {
    await host.answerDialog({ method: 'showMessageBox', value: { response: 1 } });
    const asked = await inPage<string[]>(
      "Promise.all(Array.from({ length: 330 }, () => latchkey.call('code.reveal', { lockId: 1, codeId: 1 }).then((answer) => JSON.parse(answer).error?.detail ?? '')))",
    );
    expect(asked.filter((detail) => detail === 'too-often')).toHaveLength(320);
    const text = mainText({ language: 'en', locale: 'en' });
    expect((await host.dialogs()).map(({ options }) => options.message)).toEqual([text('reveal.title')]);
  });

  it('is told no credential by any call', async () => {
    await syncNow(host, app);
    for (const _file of ['history', 'backup'])
      await host.answerDialog({ method: 'showSaveDialog', value: { canceled: true, filePath: '' } });
    // Nothing of these comes back to the page but a refusal, or they end the app: last of all.
    const lasting = CALLS.filter((name) => !/^(settings\.reset|demo\..*)$/.test(name));
    for (const name of lasting) {
      if (!KEYCHAIN_IS_APART && /^credentials\.(save|remove)$/.test(name)) continue;
      await call(name, JSON.stringify(HONEST[name]));
    }
    if (KEYCHAIN_IS_APART) await call('settings.reset', 'null');
    await inPage("void latchkey.call('demo.start', null), void latchkey.call('demo.leave', null)");
    expect(await host.exited).toBe(0);
    expect((await host.relaunches()).length).toBeGreaterThan(0);
    const { smoobu, theKeys } = app.clouds;
    const known = [smoobu.credentials.apiKey, smoobu.credentials.apiSecret, theKeys.credentials.username, theKeys.credentials.password];
    const told = JSON.stringify((await ipcOf(host)).filter(({ direction }) => direction !== 'to-main'));
    expect(told).toContain('"connections"');
    for (const secret of [...known, 'never stored', '+33600000077']) expect(told.includes(secret)).toBe(false);
  });
});
