/** The mapping editor in the built window: a draft that survives, a save only after its own preview, and where the focus goes. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { connectedFirstDay, smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';
import { refused } from './scene.ts';
import type { Answer, Scene } from './scene.ts';

const inEditor = (use: (open: OpenScene) => Promise<void>, parts: Partial<Scene> = {}): Promise<void> =>
  withScene({ name: 'mapping', host: smallHost, goto: { view: 'doors', unitId: null }, ...parts }, LIGHT, use);
const save = (page: Page) => page.getByRole('button', { name: 'Save the mapping' });
const prefix = (page: Page) => page.getByLabel('Digits before the PIN').first();
const saves = ({ calls }: OpenScene): number => calls.filter(({ name }) => name === 'mapping.save').length;
const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => element === document.activeElement);
/** Disabled buttons stay reachable, so that nobody loses the focus: they only say that they do nothing. */
const savable = (page: Page) => page.locator('#mapping-save-bar .button.primary:not([aria-disabled])').waitFor();

it('keeps a draft while another view is shown, and marks it', () =>
  inEditor(async (open) => {
    const { page } = open;
    await prefix(page).fill('4711');
    await page.getByRole('button', { name: 'Calendar' }).click();
    await page.getByRole('button', { name: 'Mapping not saved' }).click();
    await open.settled();
    expect(await prefix(page).inputValue()).toBe('4711');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    expect(await prefix(page).inputValue()).toBe('');
    expect(await isFocused(page, '#mapping-unit-title')).toBe(true);
    expect(saves(open)).toBe(0);
  }));

it('saves only after the preview of exactly this draft', () => {
  const waiting: ((answer: Answer<'plan.preview'>) => void)[] = [];
  const preview = () => new Promise<Answer<'plan.preview'>>((resolve) => void waiting.push(resolve));
  return inEditor(
    async (open) => {
      const { page } = open;
      const host = await smallHost();
      const answer = await host.answers['plan.preview']?.({ of: 'current' });
      if (answer === undefined) throw new Error('The user has no preview.');
      await prefix(page).fill('47');
      await save(page).press('Enter');
      expect(saves(open)).toBe(0);
      await expect.poll(() => waiting.length).toBe(1);
      // The first draft's preview comes when there is already another draft.
      await prefix(page).fill('4711');
      waiting[0]?.(answer);
      await save(page).press('Enter');
      expect(saves(open)).toBe(0);
      await expect.poll(() => waiting.length).toBe(2);
      waiting[1]?.(answer);
      await savable(page);
      await save(page).press('Enter');
      await expect.poll(() => saves(open)).toBe(1);
      const asked = open.calls.filter(({ name }) => name === 'plan.preview').at(-1)?.payload as { readonly units: unknown };
      const sent = open.calls.find(({ name }) => name === 'mapping.save')?.payload as { readonly units: unknown };
      expect(sent.units).toEqual(asked.units);
      await page.getByRole('button', { name: 'Undo the last save' }).waitFor();
      expect(await isFocused(page, '#mapping-save-bar')).toBe(true);
    },
    { answers: { 'plan.preview': preview } },
  );
});

it('asks once more where the preview failed, and never saves a mistake', () =>
  inEditor(
    async (open) => {
      const { page } = open;
      await prefix(page).fill('4a');
      await save(page).press('Enter');
      expect(saves(open)).toBe(0);
      await prefix(page).fill('4');
      await savable(page);
      await save(page).press('Enter');
      expect(saves(open)).toBe(0);
      await page.getByRole('dialog').getByRole('button', { name: 'Save the mapping' }).click();
      await expect.poll(() => saves(open)).toBe(1);
    },
    { answers: { 'plan.preview': () => refused('unreachable', 'The Keys cannot be reached.') } },
  ));

it('takes nothing over by itself, and all that is sure at once', () =>
  inEditor(
    async (open) => {
      const { page } = open;
      expect(await page.locator('#mapping-save-bar').count()).toBe(0);
      await page.getByRole('button', { name: 'Accept all' }).click();
      await page.getByText('3 units changed, not saved').waitFor();
      expect(await isFocused(page, '#mapping-unit-title')).toBe(true);
    },
    { host: connectedFirstDay },
  ));

it('adds and removes doors by keyboard alone', () =>
  inEditor(async ({ page }) => {
    const doors = page.locator('.mapping-door');
    const before = await doors.count();
    await page.getByRole('button', { name: 'Add a door' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('vieux');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await doors.count()).toBe(before + 1);
    expect(await isFocused(page, '#mapping-add-door')).toBe(true);
    await page.getByRole('button', { name: /^Remove Vieux/ }).focus();
    await page.keyboard.press('Enter');
    expect(await doors.count()).toBe(before);
    expect(await isFocused(page, '.mapping-door .button >> nth=0')).toBe(true);
  }));
