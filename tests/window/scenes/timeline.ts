/** The doors over the next weeks. */
import { emptyHost, firstDay, largeHost, smallHost } from '../data.ts';
import { broken, never } from '../scene.ts';
import type { Scene, Stage } from '../scene.ts';

const goto = { view: 'timeline' } as const;
const asTable = async ({ page }: Stage): Promise<void> => page.locator('.view-header button').last().click();
const search =
  (text: string) =>
  async ({ page }: Stage): Promise<void> =>
    page.getByRole('searchbox').fill(text);

export const scenes: readonly Scene[] = [
  { name: 'timeline-small', host: smallHost, goto },
  {
    name: 'timeline-picked',
    host: smallHost,
    goto,
    act: async ({ page }) => {
      await page.locator('.bar[tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
    },
  },
  { name: 'timeline-table', host: smallHost, goto, act: asTable },
  { name: 'timeline-empty', host: emptyHost, goto },
  { name: 'timeline-no-doors', host: firstDay, goto },
  { name: 'timeline-none-found', host: smallHost, goto, act: search('nobody at all') },
  { name: 'timeline-loading', host: smallHost, goto, answers: { 'codes.list': never } },
  { name: 'timeline-error', host: smallHost, goto, answers: { 'codes.list': broken } },
  { name: 'timeline-large', host: largeHost, goto, checks: 'light' },
];
