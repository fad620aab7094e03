/** Settings and accounts. */
import { calmHost, connectedFirstDay, NOW_MS, smallHost } from '../data.ts';
import { DIAGNOSTICS, READY } from '../data/about.ts';
import { broken, ok, refused } from '../scene.ts';
import type { Scene, Stage } from '../scene.ts';

const goto = { view: 'settings' } as const;
/** To a section, by its link. */
const to =
  (section: string) =>
  async ({ page }: Stage): Promise<void> =>
    page.getByRole('navigation', { name: 'Sections of the settings' }).getByRole('link', { name: section, exact: true }).click();

const restore = async (stage: Stage): Promise<void> => {
  await to('Backup')(stage);
  const section = stage.page.getByRole('region', { name: 'Backup', exact: true });
  await section
    .locator('input[type=file]')
    .setInputFiles({ name: 'latchkey-backup.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await section.locator('.file-import-result').waitFor();
  await stage.settled();
  await section.locator('.file-import-result').scrollIntoViewIfNeeded();
};

export const scenes: readonly Scene[] = [
  { name: 'settings-all', host: smallHost, goto },
  { name: 'settings-accounts', host: smallHost, goto: { view: 'accounts', cloud: 'the-keys' } },
  {
    name: 'settings-account-rejected',
    host: smallHost,
    goto: { view: 'accounts', cloud: 'the-keys' },
    snapshot: (ofHost) => ({
      ...ofHost,
      connections: {
        ...ofHost.connections,
        'the-keys': { ...ofHost.connections['the-keys'], lastTest: { atMs: NOW_MS, failure: 'credentials-rejected' } },
      },
    }),
  },
  {
    name: 'settings-account-found',
    host: smallHost,
    goto: { view: 'accounts', cloud: 'the-keys' },
    act: async ({ page }) => page.getByRole('button', { name: 'Test again: The Keys' }).click(),
  },
  {
    name: 'settings-account-replace',
    host: smallHost,
    goto: { view: 'accounts', cloud: 'smoobu' },
    act: async ({ page }) => page.getByText('Change sign-in').first().click(),
  },
  {
    name: 'settings-account-remove',
    host: smallHost,
    goto: { view: 'accounts', cloud: 'the-keys' },
    act: async ({ page }) => page.getByRole('button', { name: 'Remove the credentials of The Keys' }).click(),
  },
  { name: 'settings-schedule', host: smallHost, goto, act: to('Schedule') },
  {
    name: 'settings-schedule-own',
    host: smallHost,
    goto,
    act: async (stage) => {
      await to('Schedule')(stage);
      await stage.page.getByLabel('How often').selectOption('own');
      await stage.page.getByLabel('Cron expression').fill('*/15 *');
      await stage.page.keyboard.press('Tab');
      await stage.page.getByText('This isn’t a valid schedule').waitFor();
    },
  },
  {
    name: 'settings-draft',
    host: smallHost,
    goto,
    checks: 'full',
    act: async (stage) => {
      await to('Times')(stage);
      await stage.page.getByLabel('Check-in', { exact: true }).fill('12:00');
      await stage.page.getByRole('region', { name: 'What would change', exact: true }).getByRole('status').waitFor();
      await stage.settled();
    },
  },
  {
    name: 'settings-draft-leave',
    // A question stays in the language it was asked in, as this check would not have it.
    checks: 'light',
    host: smallHost,
    goto,
    act: async (stage) => {
      await to('Codes')(stage);
      await stage.page.getByLabel('Days ahead').fill('30');
      await stage.page.getByRole('button', { name: 'People', exact: true }).click();
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'settings-codes-wrong',
    host: smallHost,
    goto,
    act: async (stage) => {
      await to('Codes')(stage);
      await stage.page.getByLabel('Digits of a new PIN').fill('12');
      await stage.page.getByText('Fix 1 field to save.').waitFor();
    },
  },
  {
    name: 'settings-not-saved',
    host: smallHost,
    goto,
    answers: { 'settings.save': broken },
    act: async (stage) => {
      await to('Notifications')(stage);
      await stage.page.getByLabel('A code needs your approval').click();
      await stage.page.getByText('Notifications: not saved').waitFor();
    },
  },
  {
    name: 'settings-quiet-hours',
    host: smallHost,
    goto,
    act: async (stage) => {
      await to('Notifications')(stage);
      await stage.page.getByLabel('Quiet hours').check();
    },
  },
  { name: 'settings-look', host: smallHost, goto, act: to('Language and theme') },
  {
    name: 'settings-no-start-at-login',
    host: smallHost,
    goto,
    snapshot: (ofHost) => ({ ...ofHost, canStartAtLogin: false }),
    act: to('This computer'),
  },
  { name: 'settings-history', host: smallHost, goto, act: to('History') },
  { name: 'settings-restore', host: smallHost, goto, act: restore },
  { name: 'settings-restore-before-first-plan', host: connectedFirstDay, goto, act: restore },
  {
    name: 'settings-restore-newer',
    host: smallHost,
    goto,
    answers: { 'backup.read': () => ok({ kind: 'unreadable', because: 'newer' }) },
    act: restore,
  },
  {
    name: 'settings-import',
    host: calmHost,
    goto,
    act: async (stage) => {
      await to('Import')(stage);
      const section = stage.page.getByRole('region', { name: 'Import', exact: true });
      await section
        .locator('input[type=file]')
        .setInputFiles({ name: 'config.yml', mimeType: 'text/plain', buffer: Buffer.from('invented: true\n') });
      await section.locator('.file-import-result').waitFor();
      await stage.settled();
    },
  },
  {
    name: 'settings-backup-failed',
    host: smallHost,
    goto,
    answers: { 'backup.save': () => refused('not-saved', 'The disk is full. Choose another folder.') },
    act: async (stage) => {
      await to('Backup')(stage);
      await stage.page.getByRole('button', { name: 'Save a backup' }).click();
    },
  },
  {
    name: 'settings-reset',
    host: smallHost,
    goto,
    act: async (stage) => {
      await to('Reset')(stage);
      await stage.page.getByRole('button', { name: 'Erase all settings' }).click();
    },
  },
  {
    name: 'settings-about',
    host: smallHost,
    goto,
    snapshot: (ofHost) => ({ ...ofHost, update: READY, limits: ['no-sandbox', 'no-notifications'] }),
    answers: { 'diagnostics.read': () => ok({ text: DIAGNOSTICS }) },
    act: async (stage) => {
      await to('About')(stage);
      await stage.page.getByRole('button', { name: 'Show diagnostics' }).click();
      await stage.settled();
      await stage.page.getByRole('region', { name: 'Diagnostics', exact: true }).scrollIntoViewIfNeeded();
    },
  },
];
