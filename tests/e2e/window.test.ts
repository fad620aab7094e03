/** Journeys through the window, by role and label: what the host sees and does there, and that it holds in main. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Host } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { eventually, KEYCHAIN_IS_APART, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { goTo, hideWindow, openWindow, say, section, settingsOf, shownWindow, soon, syncHere } from './window.ts';

/** Of the tray's menu, however deep. */
const trayItem = async (host: Host, id: string) =>
  ((await host.tray())?.menu ?? []).flatMap((item) => [item, ...(item.submenu ?? [])]).find((item) => item.id === id);
/** How the last sync went, which the foot of the rail says when it is opened. */
const goesOn = (page: Page) => section(page, say('shell.sync'));
const said = (page: Page, words: string | RegExp) =>
  goesOn(page).locator('.sync-details .strong').filter({ hasText: words }).first().waitFor({ state: 'attached' });
const openDetails = (page: Page) => goesOn(page).locator('.sync-state').click();
const runs = (page: Page) => page.getByRole('list', { name: say('history.syncs') }).getByRole('button');

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
    page = await openWindow(host);
    await goTo(page, 'today');
  });

  it('syncs when asked, and shows what comes of it while it happens', async () => {
    await page.getByText(say('today.empty-first-run'), { exact: true }).waitFor();
    app.clouds.theKeys.setLatency(40);
    const sync = goesOn(page).getByRole('button', { name: say('sync.sync-now') });
    await sync.click();
    await goesOn(page).getByText(say('shell.syncing'), { exact: true }).waitFor();
    await openDetails(page);
    await goesOn(page).getByRole('progressbar').waitFor();
    await page.keyboard.press('Escape');
    expect(await sync.getAttribute('aria-busy')).toBe('true');
    await said(page, /^\d+ codes changed/);
    app.clouds.theKeys.setLatency(0);
    const stays = page.getByRole('list', { name: say('today.guests') }).getByRole('button');
    await soon(async () => expect(await stays.count()).toBeGreaterThan(5));
    await goTo(page, 'history');
    await soon(async () => expect(await runs(page).count()).toBe(1));
  });

  it('explains a cloud that fails, and that it is over', async () => {
    app.clouds.smoobu.faults.set({ all: { kind: 'server-error' } });
    await syncHere(page);
    await said(page, say('sync.run-unread', { clouds: 'Smoobu' }));
    app.clouds.smoobu.faults.clear();
    const { password } = app.clouds.theKeys.credentials;
    app.clouds.theKeys.setPassword('another password');
    app.clouds.theKeys.expireTokens();
    await syncHere(page);
    await said(page, say('sync.run-rejected', { cloud: 'The Keys' }));
    const needs = section(page, say('today.to-do-title')).getByText(/^The Keys does not accept/);
    await needs.waitFor();
    app.clouds.theKeys.setPassword(password);
    await syncHere(page);
    await needs.waitFor({ state: 'detached' });
    await said(page, say('sync.run-nothing'));
  });

  it('is brought back by a click on a notification, at what it is about', async () => {
    const { password } = app.clouds.theKeys.credentials;
    app.clouds.theKeys.setPassword('another password');
    app.clouds.theKeys.expireTokens();
    const shownBefore = (await host.notifications()).length;
    await syncHere(page);
    await hideWindow(host);
    const told = await host.notifications();
    expect(told.length).toBe(shownBefore + 1);
    await host.clickNotification(told.at(-1)?.id ?? 0);
    page = await shownWindow(host);
    const account = section(page, 'The Keys');
    await soon(async () => expect(await account.evaluate((card) => card === document.activeElement)).toBe(true));
    await page.getByRole('heading', { level: 1, name: say('shell.settings') }).waitFor();
    app.clouds.theKeys.setPassword(password);
    await goTo(page, 'today');
    await syncHere(page);
  });

  it('works on after it was closed and opened again', async () => {
    const allSyncs = async (): Promise<void> => {
      await goTo(page, 'history');
      await page.getByRole('radio', { name: say('history.shown-all'), exact: true }).check();
      await runs(page).first().waitFor();
    };
    await allSyncs();
    await soon(async () => expect(await runs(page).count()).toBe(app.lastRuns().length));
    const before = await runs(page).count();
    await hideWindow(host);
    await syncNow(host, app);
    page = await openWindow(host);
    await goTo(page, 'today');
    await syncHere(page);
    await allSyncs();
    await soon(async () => expect(await runs(page).count()).toBe(before + 2));
  });

  it('keeps settings that are not saved while it is closed', async () => {
    await goTo(page, 'settings');
    const times = section(page, say('settings.times'));
    await times.getByLabel(say('settings.check-in'), { exact: true }).fill('16:45');
    const before = settingsOf(app);
    await hideWindow(host);
    page = await openWindow(host);
    expect(await times.getByLabel(say('settings.check-in'), { exact: true }).inputValue()).toBe('16:45');
    expect(settingsOf(app)).toEqual(before);
    await section(page, say('settings.draft-bar'))
      .getByRole('button', { name: say('settings.draft-discard') })
      .click();
    await goTo(page, 'today');
  });

  it('pauses and resumes', async () => {
    const button = (name: string) => goesOn(page).getByRole('button', { name, exact: true });
    const state = (word: string | RegExp) => goesOn(page).locator('.sync-state').filter({ hasText: word }).waitFor();
    await openDetails(page);
    await button(say('sync.pause-hour')).click();
    await state(say('shell.paused'));
    await soon(async () => expect((await trayItem(host, 'resume'))?.enabled).toBe(true));
    expect(settingsOf(app).pause).toMatchObject({ kind: 'until' });
    await openDetails(page);
    await button(say('sync.resume')).click();
    await state(/^Synced/);
    await soon(async () => expect(await trayItem(host, 'resume')).toBeUndefined());
    // Paused from the tray, too, the page tells.
    await host.clickTrayItem({ id: 'pause-until-resumed' });
    await state(say('shell.paused'));
    await host.clickTrayItem({ id: 'resume' });
    await state(/^Synced/);
  });

  it('brings the menu of a field and of a selected text with a right click', async () => {
    await goTo(page, 'people');
    const labels = async () => (await host.contextMenu())?.map(({ label }) => label);
    await page.getByRole('heading', { level: 1 }).selectText();
    await page.getByRole('heading', { level: 1 }).click({ button: 'right' });
    await eventually(async () => expect(await labels()).toEqual(['Copy']));
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').click({ button: 'right' });
    await eventually(async () => expect(await labels()).toEqual(['Cut', 'Copy', 'Paste', 'Select All']));
    await page.keyboard.press('Escape');
  });

  it('shows when a schedule would run, and refuses what is none', async () => {
    await goTo(page, 'settings');
    const schedule = section(page, say('settings.schedule'));
    const preset = schedule.getByLabel(say('settings.preset'));
    const next = schedule.getByRole('list').getByRole('listitem');
    await preset.selectOption({ label: say('settings.own-schedule') });
    const cron = schedule.getByLabel(say('settings.cron'));
    await cron.fill('0 9 * * 1');
    await soon(async () => expect(await next.allTextContents()).toEqual(Array(3).fill(expect.stringMatching(/Mon.*9:00/))));
    const before = settingsOf(app).schedule.cron;
    await cron.fill('whenever it suits');
    await cron.press('Enter');
    await schedule.getByText(say('settings.cron-wrong'), { exact: true }).waitFor();
    await soon(async () => expect(await next.count()).toBe(0));
    expect(settingsOf(app).schedule.cron).toBe(before);
    await preset.selectOption({ label: say('settings.hourly') });
    await soon(() => expect(settingsOf(app).schedule.cron).toBe('0 * * * *'));
    await soon(async () => expect((await host.tray())?.tooltip.split('. ').at(-1)).toMatch(/:0\d/));
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
  const smoobu = (page: Page) => page.getByRole('form', { name: say('accounts.form-name', { cloud: 'Smoobu' }) });

  it('opens the window where to begin, and asks nobody for anything', async () => {
    const page = await shownWindow(await app.start({ hasAccounts: false }));
    await page.getByRole('heading', { level: 1, name: say('first-steps.accounts-title') }).waitFor();
    await smoobu(page)
      .getByRole('button', { name: say('accounts.save') })
      .waitFor();
    expect(await page.getByText(say('accounts.none'), { exact: true }).count()).toBe(2);
    const next = page.getByRole('button', { name: say('first-steps.choose-doors'), exact: true });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByRole('button', { name: say('first-steps.start'), exact: true }).count()).toBe(0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(app.clouds.smoobu.requestCount() + app.clouds.theKeys.requestCount()).toBe(0);
  });

  it('is followed by one that shows the last run', async () => {
    await syncNow(await app.start(), app);
    expect(await app.host.quit()).toBe(0);
    const page = await openWindow(await app.start());
    await said(page, /^\d+ codes changed/);
  });

  it.runIf(KEYCHAIN_IS_APART)('says what to do where there is no keychain, and keeps nothing', async () => {
    const page = await shownWindow(await app.start({ hasAccounts: false }));
    await smoobu(page).getByLabel(say('accounts.api-key')).fill('usr_live_typed_3342');
    await smoobu(page).getByLabel(say('accounts.api-secret')).fill('typed-secret-9917');
    await smoobu(page)
      .getByRole('button', { name: say('accounts.save') })
      .click();
    const account = page.getByRole('group', { name: 'Smoobu', exact: true });
    await account.getByRole('alert').getByText(say('accounts.next-keychain-missing'), { exact: true }).waitFor();
    await account.getByText(say('accounts.none'), { exact: true }).waitFor();
    await eventually(() => expect(settingsOf(app).stored).toMatchObject({ smoobu: false }));
    expect(app.clouds.smoobu.requestCount()).toBe(0);
  });
});
