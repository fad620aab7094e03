/** The window as a host uses it: found by the words it says, gone through by its navigation, and what the page itself knows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { windowCatalogue } from '../../shared/i18n/window-catalogue.ts';
import { createTranslate } from '../../shared/i18n/message.ts';
import type { Host } from '../host/host.ts';
import { eventually } from './app.ts';
import type { TestApp } from './app.ts';

/** Shorter than a test may take: so that a failure names its line. */
const SOON_MS = 5_000;
export const soon = (check: () => Promise<void> | void) => eventually(check, SOON_MS);

/** What the window says, in English: journeys look for the words the host sees. */
export const say = createTranslate<typeof windowCatalogue>(windowCatalogue, 'en');

/** By the tray, as a host would; at the start the app may have opened it itself. */
export async function openWindow(host: Host): Promise<Page> {
  await host.clickTrayItem({ id: 'open' });
  return shownWindow(host);
}
export async function shownWindow(host: Host): Promise<Page> {
  const page = await host.page();
  page.setDefaultTimeout(SOON_MS);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
export async function hideWindow(host: Host): Promise<void> {
  await host.closeWindow((await host.windows())[0]?.id ?? 0);
  await soon(async () => expect((await host.windows()).some((window) => window.isVisible)).toBe(false));
}

export type Place = 'first-steps' | 'today' | 'calendar' | 'doors' | 'people' | 'history' | 'settings';
/** Of the pages whose heading is not their name in the rail. */
const TITLES = { calendar: 'shell.calendar', history: 'history.title' } as const;
export async function goTo(page: Page, place: Place): Promise<void> {
  const navigation = page.getByRole('navigation', { name: say('shell.navigation') });
  // What stands behind the name says how much waits there.
  await navigation.getByRole('button', { name: new RegExp(`^${say(`shell.${place}`)}`) }).click();
  // Its heading says what there is to do, and how many guests have working codes.
  if (place === 'today') {
    await navigation.locator('[aria-current=page]', { hasText: say('shell.today') }).waitFor();
    return;
  }
  const title = place in TITLES ? say(TITLES[place as keyof typeof TITLES]) : say(`shell.${place as 'settings'}`);
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** What a plan would do without a further word: its operations as the preview lists them, without problems and what is held. */
export const planned = (page: Page) =>
  page
    .getByRole('list', { name: say('preview.list') })
    .getByRole('article')
    .filter({ hasText: OPERATION, hasNotText: say('preview.held') });
const OPERATION = new RegExp(
  (['create', 'update', 'adopt', 'move', 'delete'] as const).map((kind) => say(`operations.${kind}`, { door: '' })).join('|'),
);

/** Opens the doors and times of a unit, on the page of units and doors or in the first steps. */
export const openUnit = (page: Page, unit: string) =>
  page.getByRole('button', { name: say('doors.change-name', { unit }), expanded: false }).click();

/** Counts the clicks of the user from here on. A click on the label of a box counts twice. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate("window.clicks = 0; addEventListener('click', () => { window.clicks += 1; }, true)");
  return () => page.evaluate<number>('window.clicks');
}

/** A card of the page, by its heading. */
export const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
/** A guest's row among all guests, in one of these states. */
export const stayOf = (page: Page, guest: string, ...states: readonly GuestState[]) =>
  page.getByRole('list', { name: say('today.guests') }).getByRole('button', {
    name: new RegExp(`^(${(states.length === 0 ? STATES : states).map((state) => say(`today.${state}`)).join('|')}) ?${guest}`),
  });
const STATES = ['ready', 'on-its-way', 'check', 'action-needed', 'cancelled', 'no-door', 'left'] as const;
type GuestState = (typeof STATES)[number];
/** A card of what there is to do, by words of it. */
export const toDo = (page: Page, words: string | RegExp) =>
  section(page, say('today.to-do-title')).getByRole('listitem').filter({ hasText: words });
/** What was said last of an action. */
export const announced = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor();

/** Past the window's own code, as a page would that was taken over. `payload`: an expression. */
export function callIn<T>(page: Page, name: string, payload: string): Promise<T> {
  return page.evaluate<T>(`latchkey.call(${JSON.stringify(name)}, ${payload}).then(JSON.parse)`);
}
/** What the page is told of the app, asked for as the page does. */
export async function snapshotOf(page: Page): Promise<AppSnapshot> {
  const answer = await callIn<{ value: AppSnapshot }>(page, 'snapshot.get', 'null');
  return answer.value;
}

/** Does something, and waits until a run that came of it is over and the page has heard of it. */
export async function throughRun(page: Page, act: () => Promise<unknown>): Promise<AppSnapshot> {
  await page.evaluate(WATCH_RUN);
  await act();
  await page.evaluate('window.runIsOver');
  return snapshotOf(page);
}
/** Events reach every listener of the page at once: what this one hears, the views have heard. */
const WATCH_RUN = `latchkey.call('snapshot.get', null).then((answer) => {
  const { value } = JSON.parse(answer);
  const before = value.lastRun?.run.id ?? null;
  const known = { lastRun: value.lastRun, activity: value.activity };
  window.runIsOver = new Promise((done) => {
    const stop = latchkey.on('snapshot.changed', (change) => {
      Object.assign(known, JSON.parse(change).fields);
      if (known.activity !== 'idle' || (known.lastRun?.run.id ?? null) === before) return;
      stop();
      done(null);
    });
  });
})`;

/** Presses "Sync now" in the arrivals, and waits until that run is over. */
export async function syncHere(page: Page): Promise<AppSnapshot> {
  return throughRun(page, () =>
    page
      .getByRole('button', { name: say('sync.sync-now'), exact: true })
      .first()
      .click(),
  );
}

/** As they stand on the disk; the defaults before the first save. */
export function settingsOf({ profile }: Pick<TestApp, 'profile'>): Settings {
  return settingsSchema.strip().parse(JSON.parse(readFileSync(join(profile, 'settings.json'), 'utf8')));
}
