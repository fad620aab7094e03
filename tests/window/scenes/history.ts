/** Past syncs, and the panel of one. */
import { emptyHost, largeHost, shortHost, smallHost } from '../data.ts';
import { broken, never, ok } from '../scene.ts';
import type { Scene, Stage } from '../scene.ts';

const goto = { view: 'history', runId: null } as const;

/** Opens the newest sync that ended so. */
async function openRun({ page }: Stage, outcome: string): Promise<void> {
  await page
    .getByRole('listitem')
    .getByRole('button', { name: new RegExp(`\\b${outcome}\\b`) })
    .first()
    .click();
  await page.locator('.side-panel .run-facts').waitFor();
}

export const scenes: readonly Scene[] = [
  { name: 'history-small', host: smallHost, goto },
  {
    name: 'history-run',
    host: smallHost,
    goto,
    act: async (stage) => {
      await openRun(stage, 'Partly done');
      await stage.page.getByRole('button', { name: 'Copy report for support' }).click();
      await stage.page.getByText('What was copied').waitFor();
    },
  },
  {
    name: 'history-all',
    host: shortHost,
    goto,
    act: async ({ page }) => page.getByRole('radio', { name: 'All syncs' }).check(),
  },
  { name: 'history-empty', host: emptyHost, goto },
  { name: 'history-loading', host: smallHost, goto, answers: { 'history.runs': never } },
  { name: 'history-broken', host: smallHost, goto, answers: { 'history.runs': broken } },
  { name: 'history-large', host: largeHost, goto, checks: 'light' },
  {
    name: 'history-filtered',
    host: smallHost,
    goto,
    act: async ({ page }) => {
      await page.getByLabel('Action').selectOption('delete');
      await page
        .getByRole('status')
        .filter({ hasText: /result/ })
        .waitFor();
    },
    removesItself: ['Clear filters'],
  },
  {
    name: 'history-none-fits',
    host: smallHost,
    goto,
    act: async ({ page }) => {
      await page.getByRole('searchbox').fill('12345');
      await page.getByText('No matches').waitFor();
    },
    removesItself: ['Clear filters'],
  },
  { name: 'history-run-first', host: smallHost, goto, act: (stage) => openRun(stage, 'Done'), checks: 'light' },
  {
    name: 'history-run-gone',
    host: smallHost,
    goto: { view: 'history', runId: 'run-of-long-ago' },
    answers: { 'history.run': () => ok(null) },
  },
];
