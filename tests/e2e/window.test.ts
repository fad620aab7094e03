/** Journeys through the window, by role and label: what the host sees and does there, and that it holds in main. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Host } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { eventually, KEYCHAIN_IS_APART, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';

/** Shorter than a test may take: so that a failure names its line. */
const soon = (check: () => Promise<void> | void) => eventually(check, SOON_MS);
const SOON_MS = 5_000;
const status = (page: Page) => page.getByRole('status', { name: 'Status' });
/** Of the tray's menu, however deep. */
const trayItem = async (host: Host, id: string) =>
  ((await host.tray())?.menu ?? []).flatMap((item) => [item, ...(item.submenu ?? [])]).find((item) => item.id === id);
const settingsOf = (app: TestApp) =>
  JSON.parse(readFileSync(join(app.profile, 'settings.json'), 'utf8')) as {
    readonly [section: string]: unknown;
    schedule: { cron: string };
  };

describeOnHost('the window', (kind) => {
  let app: TestApp;
  let host: Host;
  let page: Page;
  beforeAll(async () => {
    app = await prepareApp(kind);
    host = await app.start();
  });
  afterAll(async () => {
    await app.close();
  });
  beforeEach(async () => {
    await host.clickTrayItem({ id: 'open' });
    page = await host.page();
    page.setDefaultTimeout(SOON_MS);
    await page.getByRole('heading', { name: 'Latchkey' }).waitFor();
  });
  /** Clicks, and waits until that run is over. */
  const syncHere = async () => {
    const before = app.clouds.smoobu.requestCount();
    await page.getByRole('button', { name: 'Sync now' }).click();
    await soon(() => expect(app.clouds.smoobu.requestCount()).toBeGreaterThan(before));
    await soon(async () => expect((await trayItem(host, 'sync-now'))?.enabled).toBe(true));
    // The page hears of it a moment later.
    await page.waitForTimeout(150);
    await status(page)
      .filter({ hasNotText: /^Syncing/ })
      .waitFor();
  };

  it('syncs when asked, and shows what comes of it while it happens', async () => {
    expect(await page.getByText('No arrivals.').count()).toBe(1);
    app.clouds.theKeys.setLatency(40);
    await page.getByRole('button', { name: 'Sync now' }).click();
    await status(page)
      .filter({ hasText: /^Syncing/ })
      .waitFor();
    await status(page).filter({ hasText: /^Done/ }).waitFor();
    app.clouds.theKeys.setLatency(0);
    const arrivals = page.getByRole('list', { name: 'Arrivals' }).getByRole('listitem', { name: /^Booking \d+$/ });
    await soon(async () => expect(await arrivals.count()).toBeGreaterThan(10));
    const runs = page.getByRole('list', { name: 'Runs' }).getByRole('button', { name: 'Details' });
    await soon(async () => expect(await runs.count()).toBe(1));
  });

  it('explains a cloud that fails, and that it is over', async () => {
    app.clouds.smoobu.faults.set({ all: { kind: 'server-error' } });
    await syncHere();
    expect(await status(page).textContent()).toMatch(/^Failed/);
    app.clouds.smoobu.faults.clear();
    const { password } = app.clouds.theKeys.credentials;
    app.clouds.theKeys.setPassword('another password');
    app.clouds.theKeys.expireTokens();
    await syncHere();
    const needs = page.getByRole('list', { name: 'Needs you' }).getByText(/The Keys does not accept/);
    await needs.waitFor();
    app.clouds.theKeys.setPassword(password);
    await syncHere();
    expect(await needs.count()).toBe(0);
    expect(await status(page).textContent()).not.toMatch(/^Failed/);
  });

  it('is brought back by a click on a notification, at what it is about', async () => {
    const { password } = app.clouds.theKeys.credentials;
    app.clouds.theKeys.setPassword('another password');
    app.clouds.theKeys.expireTokens();
    const shownBefore = (await host.notifications()).length;
    await syncHere();
    const id = (await host.windows())[0]?.id ?? 0;
    await host.closeWindow(id);
    await soon(async () => expect((await host.windows()).some((window) => window.isVisible)).toBe(false));
    const told = await host.notifications();
    expect(told.length).toBe(shownBefore + 1);
    await host.actOnNotification(told.at(-1)?.id ?? 0, 'click');
    page = await host.page();
    await soon(async () => expect(await page.evaluate('document.activeElement.id')).toBe('account-the-keys'));
    app.clouds.theKeys.setPassword(password);
    await syncHere();
  });

  it('works on after it was closed and opened again', async () => {
    await host.closeWindow((await host.windows())[0]?.id ?? 0);
    await soon(async () => expect((await host.windows()).some((window) => window.isVisible)).toBe(false));
    await syncNow(host, app);
    await host.clickTrayItem({ id: 'open' });
    page = await host.page();
    const runs = await page.getByRole('list', { name: 'Runs' }).getByRole('button', { name: 'Details' }).count();
    await syncHere();
    await soon(async () =>
      expect(await page.getByRole('list', { name: 'Runs' }).getByRole('button', { name: 'Details' }).count()).toBeGreaterThan(runs),
    );
  });

  it('pauses and resumes', async () => {
    await page.getByRole('button', { name: 'Pause for an hour' }).click();
    await status(page)
      .filter({ hasText: /^Paused until/ })
      .waitFor();
    await soon(async () => expect((await trayItem(host, 'resume'))?.enabled).toBe(true));
    expect(settingsOf(app).pause).toMatchObject({ kind: 'until' });
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Pause until resumed' }).waitFor();
    await soon(async () => expect(await trayItem(host, 'resume')).toBeUndefined());
    // Paused from the tray, too, the page tells.
    await host.clickTrayItem({ id: 'pause-until-resumed' });
    await status(page).filter({ hasText: 'Paused until resumed' }).waitFor();
    await host.clickTrayItem({ id: 'resume' });
    await page.getByRole('button', { name: 'Pause until resumed' }).waitFor();
  });

  it('shows when a schedule would run, and refuses what is none', async () => {
    const cron = page.getByLabel('Cron expression');
    const next = page.getByRole('list', { name: 'Next runs' }).getByRole('listitem');
    await cron.fill('0 9 * * 1');
    await soon(async () => expect(await next.allTextContents()).toEqual(Array(3).fill(expect.stringMatching(/Mon.*9:00/))));
    await cron.fill('whenever it suits');
    await page.getByRole('alert').filter({ hasText: 'not a schedule' }).waitFor();
    expect(await next.count()).toBe(0);
    const before = settingsOf(app).schedule.cron;
    await page.getByRole('button', { name: 'Save schedule' }).click();
    await page.getByRole('alert').filter({ hasText: 'This is no schedule' }).waitFor();
    expect(settingsOf(app).schedule.cron).toBe(before);
    await page.getByLabel('Preset').selectOption({ label: 'Hourly' });
    await page.getByRole('button', { name: 'Save schedule' }).click();
    await page.getByRole('form', { name: 'Schedule' }).getByText('Saved.').waitFor();
    expect(settingsOf(app).schedule.cron).toBe('0 * * * *');
    await soon(async () => expect((await trayItem(host, 'next-run'))?.label).toMatch(/:0\d/));
  });

  it('reveals one PIN, the one on the lock, and masks it again', async () => {
    await page.clock.install();
    const button = page.getByRole('button', { name: /^Reveal the PIN of booking/, disabled: false }).first();
    const name = ((await button.getAttribute('aria-label')) ?? '').replace('Reveal the ', '');
    const [, bookingId = ''] = /booking (\d+)/.exec(name) ?? [];
    const [, keypadId = ''] = /keypad (\S+)/.exec(name) ?? [];
    const pin = page.getByRole('status', { name });
    expect(await pin.textContent()).toBe('••••');
    await button.click();
    await soon(async () => expect(await pin.textContent()).toMatch(/^\d+$/));
    const code = app.clouds.theKeys
      .codes()
      .find((share) => share.accessory.stringId === keypadId && share.description?.split(' ')[0] === `Smoobu#${bookingId}`);
    expect((await pin.textContent())?.endsWith(code?.code ?? 'none')).toBe(true);
    const shown = await page.getByRole('list', { name: 'Arrivals' }).getByRole('status').allTextContents();
    expect(shown.filter((text) => text !== '••••')).toHaveLength(1);
    // Effects of the page run on its clock, too: the timer begins within these.
    await page.clock.runFor(500);
    await page.clock.fastForward(19_000);
    expect(await pin.textContent()).toMatch(/^\d+$/);
    await page.clock.fastForward(2_000);
    await soon(async () => expect(await pin.textContent()).toBe('••••'));
  });
});

describeOnHost('the first start', (kind) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await prepareApp(kind);
  });
  afterEach(async () => {
    await app.close();
  });

  it('opens the window where to begin', async () => {
    const host = await app.start({ hasAccounts: false });
    const page = await host.page();
    for (const cloud of ['Smoobu', 'The Keys']) {
      const group = page.getByRole('group', { name: cloud });
      await group.getByText('No credentials are stored.').waitFor();
      expect(await group.getByRole('button', { name: 'Save and test' }).isEnabled()).toBe(true);
      expect(await group.getByRole('button', { name: 'Remove' }).isEnabled()).toBe(false);
    }
    expect(await page.getByText('No arrivals.').count()).toBe(1);
    expect(app.clouds.smoobu.requestCount() + app.clouds.theKeys.requestCount()).toBe(0);
  });

  it('is followed by one that shows the last run', async () => {
    await syncNow(await app.start(), app);
    expect(await app.host.quit()).toBe(0);
    const host = await app.start();
    await host.clickTrayItem({ id: 'open' });
    const page = await host.page();
    await status(page).filter({ hasText: /^Done/ }).waitFor();
  });

  it.runIf(KEYCHAIN_IS_APART)('says what to do where there is no keychain, and keeps nothing', async () => {
    const host = await app.start({ hasAccounts: false });
    const page = await host.page();
    const form = page.getByRole('form', { name: 'Smoobu credentials' });
    await form.getByLabel('API key').fill('usr_live_typed_3342');
    await form.getByLabel('API secret').fill('typed-secret-9917');
    await form.getByRole('button', { name: 'Save and test' }).click();
    await page
      .getByRole('group', { name: 'Smoobu' })
      .getByRole('alert')
      .filter({ hasText: /keyring|keychain|Secret Service/i })
      .waitFor();
    expect(await page.getByRole('status', { name: 'Smoobu connection' }).textContent()).toContain('No credentials are stored.');
    expect(settingsOf(app).stored).toMatchObject({ smoobu: false });
    expect(app.clouds.smoobu.requestCount()).toBe(0);
  });
});
