/** What the app needs of its host inside the window. Runs on both hosts: the stand-in is useful only as long as it behaves like Electron. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { events, happens, launcher } from './fixture/start.ts';
import type { WithFixture } from './fixture/start.ts';
import type { Host } from '../host/host.ts';
import { describeOnEachHost } from '../host/kinds.ts';

describeOnEachHost('the window', (kind) => {
  const { launch, clear } = launcher(kind);
  afterAll(clear);
  let host: Host;
  let page: Page;
  beforeAll(async () => {
    host = await launch();
  });
  beforeEach(async () => {
    page = await host.page();
  });
  const inPage = <T>(expression: string): Promise<T> => page.evaluate<T>(expression);

  it('isolates the preload, and keeps Node out of the page', async () => {
    expect(await page.locator('#early').textContent()).toBe('object undefined undefined undefined');
    expect(await inPage('fixture.refused')).toMatch(/module not found: node:fs/);
  });

  it("exposes frozen values over the bridge before the page's first script", async () => {
    expect(await inPage('fixture.version')).toBe(3);
    expect(await inPage('JSON.stringify(fixture.nested)')).toBe('{"list":[1,"two",null,null]}');
    expect(await inPage('fixture.nested.list[3] === undefined')).toBe(true);
    expect(await inPage('Object.isFrozen(fixture.nested) && fixture.add(2, 3)')).toBe(5);
    expect(await inPage("(() => { 'use strict'; try { window.fixture = 1; } catch (error) { return error.name; } })()")).toBe('TypeError');
  });

  it('carries errors, promises and callbacks over the bridge', async () => {
    expect(await inPage('(() => { try { fixture.fail(); } catch (error) { return [error instanceof Error, error.message]; } })()')).toEqual(
      [true, expect.stringContaining('from the preload')],
    );
    expect(await inPage("fixture.later('yes')")).toBe('yes');
    expect(await inPage('fixture.laterNot().catch((error) => error.message)')).toContain('later, not');
    expect(await inPage('fixture.twice((value) => value * 10, 4)')).toEqual([40, 50]);
  });

  it('clones values to main and back, and rejects functions', async () => {
    const check = `fixture.invoke('echo', undefined, null, NaN, new Date(7), new Map([['a', new Set([1])]]), new Uint8Array([1, 255]), { b: 2n })
        .then(([u, n, nan, date, map, bytes, { b }]) => [
          u === undefined, n === null, Number.isNaN(nan), date.getTime(), map.get('a').has(1), bytes instanceof Uint8Array && bytes[1], b === 2n,
        ])`;
    expect(await inPage(check)).toEqual([true, true, true, 7, true, 255, true]);
    expect(await inPage("fixture.invoke('echo', { run() {} }).catch((error) => error.message)")).toMatch(/could not be cloned/);
  });

  it('tells main which frame a call comes from', async () => {
    expect(await inPage("fixture.invoke('frame')")).toEqual({
      url: 'app://fixture/index.html',
      origin: 'app://fixture',
      isMain: true,
      isDetached: false,
      topUrl: 'app://fixture/index.html',
      knowsWindow: true,
    });
    const foreign = await host.sendFromFrame({ url: 'https://evil.example/frame' }, 'frame');
    expect(foreign).toMatchObject({
      ok: true,
      value: { url: 'https://evil.example/frame', origin: 'https://evil.example', isMain: false },
    });
    expect(await host.sendFromFrame({ url: 'https://evil.example/', isMainFrame: true }, 'frame')).toMatchObject({
      value: { isMain: true },
    });
  });

  it('gives a frame of another origin no bridge', async () => {
    const frame = page.frames().find((one) => one.parentFrame() !== null && !one.url().startsWith('about:'));
    expect(await frame?.locator('p').textContent()).toBe('Foreign');
    expect(await frame?.evaluate('typeof globalThis.fixture')).toBe('undefined');
  });

  it('sends only the message of a failing handler, and has no other channels', async () => {
    const failure = "fixture.invoke('fail').catch((error) => [error.message, error.code ?? null])";
    expect(await inPage(failure)).toEqual(["Error invoking remote method 'fail': TypeError: told you so", null]);
    expect(await inPage("fixture.invoke('nobody').catch((error) => error.message)")).toContain("No handler registered for 'nobody'");
  });

  it('sends from main to the page until the page unsubscribes', async () => {
    await inPage('(() => { window.heard = []; window.stop = fixture.onPushed((payload) => window.heard.push(payload)); })()');
    await inPage("fixture.send('note', 'first')");
    await page.waitForFunction('window.heard.length === 1');
    expect(await inPage('[window.heard[0].text, window.heard[0].at.getTime()]')).toEqual(['first', 0]);
    await inPage("(() => { window.stop(); fixture.send('note', 'second'); })()");
    await happens(host, 'note second');
    expect(await inPage("fixture.invoke('echo').then(() => window.heard.length)")).toBe(1);
  });

  it('passes an oversized payload to the handler unchanged', async () => {
    expect(await inPage("fixture.invoke('size', 'x'.repeat(5_000_000))")).toBe(5_000_000);
  });

  it('records all messages in both directions', async () => {
    await inPage("fixture.invoke('echo', 'canary')");
    const log = await host.ipcLog();
    expect(log).toContainEqual({ direction: 'to-main', channel: 'echo', values: ['canary'] });
    expect(log).toContainEqual({ direction: 'answer', channel: 'echo', values: [['canary']] });
    expect(log).toContainEqual({ direction: 'to-page', channel: 'pushed', values: [{ text: 'first', at: new Date(0) }] });
  });

  it('lets the app block a navigation', async () => {
    const before = page.url();
    await page.locator('#away').click();
    await happens(host, 'navigate https://elsewhere.example/');
    expect(page.url()).toBe(before);
    expect(await inPage('fixture.version')).toBe(3);
    expect((await host.windows())[0]?.url).toBe('app://fixture/index.html');
  });

  it('asks the app about new windows, and opens none', async () => {
    expect(await inPage("window.open('https://other.example/')")).toBeNull();
    await page.locator('#help').click();
    await happens(host, 'open https://other.example/');
    await happens(host, 'open https://help.example/page');
    expect(await host.windows()).toHaveLength(1);
    expect(await host.opened()).toEqual([{ method: 'openExternal', target: 'https://help.example/page' }]);
  });

  it('asks the app about permissions', async () => {
    const ask = 'new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(0), ({ code }) => done(code)))';
    expect(await inPage(ask)).toBe(1);
    await happens(host, 'permission geolocation');
  });

  it('enforces the content policy of the protocol handler', async () => {
    expect(await page.title()).toBe('Fixture window');
    // In a separate task: code run by the developer tools may evaluate anything.
    const evaluate = "new Promise((done) => setTimeout(() => { try { done((0, eval)('1')); } catch (error) { done(error.name); } }))";
    expect(await inPage(evaluate)).toBe('EvalError');
    expect(await inPage("fetch('https://other.example/').catch((error) => error.name)")).toBe('TypeError');
  });

  it('asks the app about requests that the policy would allow', async () => {
    const port = await host.evaluateMain(() => (globalThis as WithFixture).fixture.server?.port, null);
    expect(port).toBeGreaterThan(0);
    expect(await inPage(`fetch('http://127.0.0.1:${port}/', { mode: 'no-cors' }).catch((error) => error.name)`)).toBe('TypeError');
    expect(await host.evaluateMain(() => (globalThis as WithFixture).fixture.blocked, null)).toEqual([`http://127.0.0.1:${port}/`]);
    expect(await events(host)).not.toContain('network reached');
  });

  it("passes the handler's 404 on", async () => {
    expect(await inPage("fetch('/none').then(async (answer) => [answer.status, await answer.text()])")).toEqual([404, 'nothing here']);
  });

  it('draws text', async () => {
    expect((await page.locator('h1').boundingBox())?.height).toBeGreaterThan(10);
    const width =
      "(() => { const span = document.createElement('span'); span.textContent = 'wide'; document.body.append(span); return span.getBoundingClientRect().width; })()";
    expect(await inPage(width)).toBeGreaterThan(5);
  });
});
