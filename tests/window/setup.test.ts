/** Accounts and first steps in the built window: what is asked of main, what is kept of secrets, and where the focus goes. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { connectedFirstDay, firstDay, mappedFirstDay, NOW_MS, smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';
import { broken, ok, refused } from './scene.ts';
import type { Scene } from './scene.ts';

const WORKS = { stored: true, userName: null, lastTest: { atMs: NOW_MS, failure: null } };
const onFirstDay = (use: (open: OpenScene) => Promise<void>, parts: Partial<Scene> = {}): Promise<void> =>
  withScene({ name: 'first day', host: firstDay, goto: null, ...parts }, LIGHT, use);
const payloads = ({ calls }: OpenScene, name: string): readonly unknown[] =>
  calls.filter((call) => call.name === name).map(({ payload }) => payload);
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.id === '' ? activeElement.textContent : (activeElement?.id ?? '');
  });
const choose = async (open: OpenScene, name: string): Promise<void> => {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from('invented: true\n') };
  await open.page.locator('input[type=file]').first().setInputFiles(file);
  await open.page.getByRole('group', { name: 'What the file contains' }).waitFor();
  await open.settled();
};

it('sends credentials once, keeps nothing of them, and leads on once both accounts work', () =>
  onFirstDay(async (open) => {
    const { page } = open;
    const next = page.getByRole('button', { name: 'Choose doors' });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await next.click({ force: true });
    await page.getByLabel('API key').fill(' invented-key ');
    await page.getByLabel('API secret').fill('invented-secret');
    await page.keyboard.press('Enter');
    await open.change({ connections: { smoobu: WORKS, 'the-keys': { stored: false, userName: null, lastTest: null } } });
    await page.getByText('Found: 7 apartments').first().waitFor();
    expect(payloads(open, 'credentials.save')).toEqual([{ cloud: 'smoobu', apiKey: 'invented-key', apiSecret: 'invented-secret' }]);
    await page.getByText('Change sign-in').click();
    expect(await page.getByLabel('API secret').inputValue()).toBe('');
    expect(await page.content()).not.toContain('invented-secret');
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await open.change({ connections: { smoobu: WORKS, 'the-keys': WORKS } });
    // The page stays, so that the result can be read.
    await next.click();
    await page.getByRole('heading', { level: 1, name: 'Which doors do guests open?' }).waitFor();
    await expect.poll(() => focused(page)).toBe('view-title');
  }));

it('empties the fields also where the account says no, but not where nothing was stored', async () => {
  const fill = async ({ page }: OpenScene): Promise<void> => {
    await page.getByLabel('API key').fill('invented-key');
    await page.getByLabel('API secret').fill('invented-secret');
    await page.getByRole('button', { name: 'Save and test' }).first().click();
  };
  const rejected = { ...WORKS, lastTest: { atMs: NOW_MS, failure: 'credentials-rejected' as const } };
  await onFirstDay(
    async (open) => {
      await fill(open);
      await open.settled();
      expect(await open.page.getByLabel('API secret').inputValue()).toBe('');
    },
    { answers: { 'credentials.save': () => ok(rejected) } },
  );
  await onFirstDay(
    async (open) => {
      await fill(open);
      await open.page.getByRole('alert').getByText('The keychain of this computer is locked').waitFor();
      expect(await open.page.getByLabel('API secret').inputValue()).toBe('invented-secret');
    },
    { answers: { 'credentials.save': () => refused('keychain-locked', 'Unlock the login keyring.') } },
  );
});

it('starts nothing before the plan is shown, starts once, and offers to start at login', async () => {
  const start = ({ page }: OpenScene) => page.getByRole('button', { name: 'Start', exact: true });
  await onFirstDay(
    async (open) => {
      expect(await start(open).getAttribute('aria-disabled')).toBe('true');
      await start(open).click({ force: true });
      await open.settled();
      expect(payloads(open, 'setup.finish')).toEqual([]);
    },
    { host: mappedFirstDay, answers: { 'plan.preview': broken } },
  );
  await onFirstDay(
    async (open) => {
      await start(open).click();
      await open.change({ firstStepsDone: true });
      expect(payloads(open, 'setup.finish')).toEqual([null]);
      await expect.poll(() => focused(open.page)).toBe('view-title');
      await open.page.getByLabel('Start Latchkey at login').click();
      await expect.poll(() => payloads(open, 'settings.save')).toEqual([{ app: { startAtLogin: true } }]);
    },
    { host: mappedFirstDay },
  );
});

it('saves the doors of ticked units only, and nothing by itself', () =>
  onFirstDay(
    async (open) => {
      const { page } = open;
      const use = page.getByRole('button', { name: /^Use th/ });
      await page.getByRole('button', { name: 'Use these 6 matches' }).waitFor();
      expect(payloads(open, 'mapping.save')).toEqual([]);
      await page.getByLabel('Use these doors for Canal – Loft').uncheck();
      await page.getByRole('button', { name: 'Use these 5 matches' }).waitFor();
      await page.getByRole('button', { name: 'Change the doors of Marais' }).click();
      await page.getByRole('button', { name: 'Prefix and digits of Marais, porte' }).click();
      await page.getByLabel('Prefix (typed before the PIN)').fill('1x');
      expect(await use.getAttribute('aria-disabled')).toBe('true');
      await page.getByLabel('Prefix (typed before the PIN)').fill('18');
      await use.click();
      await open.settled();
      const [saved] = payloads(open, 'mapping.save') as {
        readonly units: readonly { readonly doors: readonly { readonly prefix: string }[] }[];
      }[];
      expect(saved?.units.map(({ doors }) => doors.length).sort()).toEqual([1, 2, 2, 2, 2]);
      expect(saved?.units.flatMap(({ doors }) => doors.map(({ prefix }) => prefix)).filter((prefix) => prefix !== '')).toEqual(['18']);
    },
    { host: connectedFirstDay },
  ));

it('shows nothing but the setup until it is done, and no mark before the first sync is over', () =>
  onFirstDay(
    async (open) => {
      const { page } = open;
      expect(await page.getByRole('navigation').count()).toBe(0);
      const attention = await smallHost().then(({ snapshot }) => snapshot.attention);
      await open.change({ firstStepsDone: true, activity: 'syncing', attention });
      const today = page.getByRole('navigation').getByRole('button', { name: /^Today/ });
      expect(await today.textContent()).toBe('Today');
      const { lastRun } = await smallHost().then(({ snapshot }) => snapshot);
      await open.change({ lastRun, activity: 'idle' });
      expect(await today.textContent()).toContain(String(attention.length));
    },
    { host: mappedFirstDay },
  ));

it('leads back to the setup from a page that a menu opened', () =>
  onFirstDay(async (open) => {
    await open.emit('window.goto', { view: 'settings' });
    await open.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await open.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'First steps' }).click();
    await open.page.getByRole('heading', { level: 1, name: 'Connect your accounts' }).waitFor();
  }));

it('takes an imported file over with the secret that was missing', () =>
  onFirstDay(
    async (open) => {
      const { page } = open;
      await page.getByRole('button', { name: 'Back' }).click();
      await page.getByRole('button', { name: 'Import the Python' }).click();
      await choose(open, 'config.yml');
      await page.getByRole('group', { name: 'What the file contains' }).getByLabel('API secret').fill('invented-secret');
      await page.getByRole('group', { name: 'What the file contains' }).getByRole('button', { name: 'Import this file' }).click();
      await open.settled();
      expect(payloads(open, 'candidate.apply')).toEqual([{ withCredentials: true, apiSecret: 'invented-secret' }]);
      expect(payloads(open, 'candidate.drop')).toEqual([]);
      await expect.poll(() => focused(page)).toBe('view-title');
    },
    { host: connectedFirstDay },
  ));

it('lets main forget a file when the user leaves without taking it over', () =>
  onFirstDay(async (open) => {
    await open.page.getByRole('button', { name: 'Import the Python' }).click();
    await choose(open, 'config.yml');
    await open.emit('window.goto', { view: 'history', runId: null });
    await open.settled();
    expect(payloads(open, 'candidate.drop')).toEqual([null]);
  }));

it('tells how to open the demo’s accounts in the demo, and nowhere else', async () => {
  const hint = 'In this demo the key is demo-key and the secret is demo-secret.';
  await onFirstDay(async ({ page }) => {
    await page.getByLabel('API key').waitFor();
    expect(await page.getByText(hint).count()).toBe(0);
  });
  await onFirstDay(async ({ page }) => page.getByText(hint).waitFor(), { snapshot: (ofHost) => ({ ...ofHost, isDemo: true }) });
});
