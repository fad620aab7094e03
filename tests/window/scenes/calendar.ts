/** The doors over the next weeks. */
import { emptyHost, firstDay, largeHost, smallHost } from '../data.ts';
import { broken, never } from '../scene.ts';
import type { Scene, Stage } from '../scene.ts';

const goto = { view: 'calendar' } as const;
const asTable = async ({ page }: Stage): Promise<void> => page.locator('.view-header button').last().click();
const search =
  (text: string) =>
  async ({ page }: Stage): Promise<void> =>
    page.getByRole('searchbox').fill(text);

export const scenes: readonly Scene[] = [
  { name: 'calendar-small', host: smallHost, goto },
  {
    name: 'calendar-picked',
    host: smallHost,
    goto,
    act: async ({ page }) => {
      await page.locator('.bar[tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
    },
  },
  { name: 'calendar-table', host: smallHost, goto, act: asTable },
  { name: 'calendar-empty', host: emptyHost, goto },
  { name: 'calendar-no-doors', host: firstDay, goto },
  { name: 'calendar-none-found', host: smallHost, goto, act: search('nobody at all') },
  { name: 'calendar-loading', host: smallHost, goto, answers: { 'codes.list': never } },
  { name: 'calendar-error', host: smallHost, goto, answers: { 'codes.list': broken } },
  { name: 'calendar-large', host: largeHost, goto, checks: 'light' },
];
