/** The settings in the built window: what is saved at once and what after a preview, what is asked before, and where the focus goes. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';
import { broken, refused } from './scene.ts';
import type { Scene } from './scene.ts';

const inSettings = (use: (open: OpenScene) => Promise<void>, parts: Partial<Scene> = {}): Promise<void> =>
  withScene({ name: 'settings', host: smallHost, goto: { view: 'settings' }, ...parts }, LIGHT, use);
const payloads = ({ calls }: OpenScene, name: string): readonly unknown[] =>
  calls.filter((call) => call.name === name).map(({ payload }) => payload);
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.id === '' ? activeElement.textContent : (activeElement?.id ?? '');
  });

it('saves a harmless change at once, alone, takes it back by Undo, and shows what changes elsewhere meanwhile', () =>
  inSettings(async (open) => {
    const { settings } = await smallHost().then(({ snapshot }) => snapshot);
    await open.page.getByLabel('Theme', { exact: true }).selectOption('dark');
    await open.page.getByText('Language and theme: saved').waitFor();
    expect(payloads(open, 'settings.save')).toEqual([{ app: { theme: 'dark' } }]);
    expect(await open.page.getByLabel('Theme', { exact: true }).inputValue()).toBe('dark');
    await open.page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => open.page.getByLabel('Theme', { exact: true }).inputValue()).toBe('system');
    expect(payloads(open, 'settings.save').at(-1)).toEqual({ app: { theme: 'system' } });
    await open.change({ settings: { ...settings, app: { ...settings.app, startAtLogin: true } } });
    await expect.poll(() => open.page.getByLabel('Start Latchkey at login').isChecked()).toBe(true);
  }));

it('saves times of a switch that is on when their field is left, also by another page', () =>
  inSettings(async (open) => {
    await open.page.getByLabel('Quiet hours').check();
    await open.page.getByLabel('Quiet until').fill('08:30');
    expect(payloads(open, 'settings.save')).toHaveLength(1);
    await open.page.keyboard.press('Control+4');
    await open.page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    const hours = { enabled: true, from: '22:00', to: '08:30' };
    expect(payloads(open, 'settings.save').at(-1)).toEqual({ notifications: { quietHours: hours } });
  }));

it('warns of check-in times that leave no time to clean, and saves them all the same', () =>
  inSettings(async ({ page }) => {
    const bar = page.getByRole('region', { name: 'Unsaved settings' });
    await page.getByLabel('Check-in', { exact: true }).fill('12:00');
    await page.getByText('the next code opens as the last one ends').waitFor();
    const checkOut = page.getByLabel('Check-out', { exact: true });
    expect(await checkOut.getAttribute('aria-invalid')).toBe(null);
    const id = (await checkOut.getAttribute('aria-describedby')) ?? '';
    expect(id.split(' ').at(-1)).toMatch(/-warning$/);
    await checkOut.fill('13:00');
    await page.getByText('the codes of both open from 12:00 until 13:00').waitFor();
    await expect
      .poll(() => bar.getByRole('button', { name: 'Save changes' }).getAttribute('aria-disabled'), { timeout: 15_000 })
      .toBe(null);
    await checkOut.fill('11:00');
    await page.getByText('There is no time to clean').waitFor({ state: 'detached' });
  }));

it('saves what guests would feel only after it has shown which codes change, and only the changed fields', () =>
  inSettings(async (open) => {
    const { page } = open;
    await page.getByLabel('Check-in', { exact: true }).fill('13:00');
    await page.getByLabel('Days ahead').fill('30');
    const bar = page.getByRole('region', { name: 'Unsaved settings' });
    await bar.getByText('2 unsaved changes').waitFor();
    const save = bar.getByRole('button', { name: 'Save changes' });
    await page.getByRole('region', { name: 'What would change' }).getByRole('list').first().waitFor();
    await expect.poll(() => save.getAttribute('aria-disabled'), { timeout: 15_000 }).toBe(null);
    expect(payloads(open, 'settings.save')).toEqual([]);
    expect(payloads(open, 'plan.preview').at(-1)).toMatchObject({
      of: 'settings',
      times: { checkIn: '13:00' },
      codes: { horizonDays: 30 },
    });
    await save.click();
    await expect.poll(() => bar.count()).toBe(0);
    expect(payloads(open, 'settings.save')).toEqual([{ times: { checkIn: '13:00' }, codes: { horizonDays: 30 } }]);
  }));

it('asks before it saves what could not be previewed', () =>
  inSettings(
    async (open) => {
      const { page } = open;
      await page.getByLabel('Days ahead').fill('30');
      await page.getByText('Latchkey could not check which codes would change.').first().waitFor();
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      expect(payloads(open, 'settings.save')).toEqual([]);
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click();
      await expect.poll(() => payloads(open, 'settings.save')).toEqual([{ codes: { horizonDays: 30 } }]);
    },
    { answers: { 'plan.preview': broken } },
  ));

it('sends nothing that cannot be, and leads to the field', () =>
  inSettings(async (open) => {
    const codes = open.page.getByRole('region', { name: 'Codes', exact: true });
    await codes.getByLabel('Days ahead').fill('1000');
    await codes.getByText('Enter a whole number from 1 to 730.').waitFor();
    await open.page.getByRole('button', { name: 'Save changes' }).click({ force: true });
    await open.page.getByRole('button', { name: 'Show field' }).click();
    await expect.poll(() => codes.getByLabel('Days ahead').evaluate((field) => field === document.activeElement)).toBe(true);
    expect([...payloads(open, 'settings.save'), ...payloads(open, 'plan.preview')]).toEqual([]);
  }));

it('leaves a draft behind only when told to', () =>
  inSettings(async (open) => {
    const { page } = open;
    await page.getByLabel('Days ahead').fill('30');
    await page.getByRole('button', { name: 'People', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByLabel('Days ahead').inputValue()).toBe('30');
    await open.emit('window.goto', { view: 'calendar' });
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor();
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    expect(await page.getByLabel('Days ahead').inputValue()).toBe('90');
    // Nothing is asked any more.
    await page.getByRole('button', { name: 'People', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    expect(payloads(open, 'settings.save')).toEqual([]);
  }));

it('deletes history only when told to', () =>
  inSettings(async (open) => {
    const { page } = open;
    const days = page.getByLabel('Days to keep the history');
    await days.fill('30');
    await days.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep history' }).click();
    await expect.poll(() => days.inputValue()).toBe('365');
    await days.fill('400');
    await days.press('Enter');
    await expect.poll(() => payloads(open, 'settings.save')).toEqual([{ history: { keepDays: 400 } }]);
  }));

it('puts a switch back that could not be saved, and says why one cannot be used', async () => {
  await inSettings(
    async (open) => {
      const start = open.page.getByLabel('Start Latchkey at login');
      await start.click();
      await open.page.getByText('This computer: not saved').waitFor();
      expect(await start.isChecked()).toBe(false);
    },
    { answers: { 'settings.save': broken } },
  );
  await inSettings(
    async (open) => {
      const start = open.page.getByLabel('Start Latchkey at login');
      await start.click({ force: true });
      expect([await start.isChecked(), payloads(open, 'settings.save')]).toEqual([false, []]);
      await open.page.getByText('Not available: Latchkey is not installed on this computer.').waitFor();
    },
    { snapshot: (ofHost) => ({ ...ofHost, canStartAtLogin: false }) },
  );
});

it('marks the part of the settings that is read', () =>
  inSettings(async ({ page }) => {
    const current = () => page.locator('.settings-nav [aria-current=location]').allTextContents();
    expect(await current()).toEqual(['Accounts']);
    await page.getByRole('region', { name: 'Notifications', exact: true }).evaluate((section) => section.scrollIntoView());
    await expect.poll(current).toEqual(['Notifications']);
    await page.locator('.settings-nav').getByRole('link', { name: 'Reset' }).click();
    await expect.poll(current).toEqual(['Reset']);
    expect(await focused(page)).toBe('settings-reset');
  }));

it('resets only after the question, and begins again', async () => {
  await inSettings(async (open) => {
    await open.page.getByRole('button', { name: 'Erase all settings' }).click();
    // Before it is there, Escape would close nothing.
    await open.page.getByRole('dialog').waitFor();
    await open.page.keyboard.press('Escape');
    await expect.poll(() => focused(open.page)).toBe('Erase all settings');
    expect(payloads(open, 'settings.reset')).toEqual([]);
    await open.page.keyboard.press('Enter');
    await open.page.getByRole('dialog').getByRole('button', { name: 'Erase all settings' }).click();
    await open.change({ firstStepsDone: false });
    await open.page.getByRole('heading', { level: 1, name: 'Your first plan' }).waitFor();
    expect(payloads(open, 'settings.reset')).toEqual([null]);
  });
  await inSettings(
    async (open) => {
      await open.page.getByRole('button', { name: 'Erase all settings' }).click();
      await open.page.getByRole('dialog').getByRole('button', { name: 'Erase all settings' }).click();
      await open.page.getByText('The settings were not erased').waitFor();
      expect(await open.page.getByRole('heading', { level: 1 }).textContent()).toBe('Settings');
    },
    { answers: { 'settings.reset': () => refused('keychain-locked', 'Unlock the login keyring.') } },
  );
});

it('leads to the account a notification is about', () =>
  inSettings(async (open) => {
    await open.emit('window.goto', { view: 'accounts', cloud: 'the-keys' });
    await expect.poll(() => focused(open.page)).toBe('account-the-keys');
    await open.page.getByRole('button', { name: 'Remove the credentials of The Keys' }).click();
    await open.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => open.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('The Keys');
    expect(payloads(open, 'credentials.remove')).toEqual([{ cloud: 'the-keys' }]);
  }));
