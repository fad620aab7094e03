/** The window without a mouse, where something opens or goes away: the focus is never lost. scene-checks.ts walks through views. */
import { describe, expect, it } from 'vitest';
import { LIGHT, withScene } from './gallery.ts';
import { walkThrough } from './keyboard-walk.ts';
import { allScenes } from './scenes.ts';

const scenes = (await allScenes()).filter(({ checks }) => checks !== 'light');
describe('by keyboard', () => {
  const dialogs = scenes.flatMap((scene) => (scene.opensDialog ?? []).map((button) => ({ name: scene.name, scene, button })));
  it.each(dialogs)('opens and leaves the dialog of "$button" in $name', async ({ scene, button }) => {
    await withScene(scene, LIGHT, async (open) => {
      const { page } = open;
      const opener = page.getByRole('button', { name: button }).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
      expect(await walkThrough(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await open.settled();
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  const removals = scenes.flatMap((scene) => (scene.removesItself ?? []).map((button) => ({ name: scene.name, scene, button })));
  it.each(removals)('keeps the focus after "$button" in $name', async ({ scene, button }) => {
    await withScene(scene, LIGHT, async (open) => {
      const { page } = open;
      await page.getByRole('button', { name: button }).first().focus();
      await page.keyboard.press('Enter');
      await open.settled();
      expect(await page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)).toBe(true);
    });
  });

  const layers = scenes.filter(({ name }) => ['shell-finder', 'shell-shortcuts', 'print-dialog'].includes(name));
  it.each(layers)('leaves $name for the page that main opens', async (scene) => {
    await withScene(scene, LIGHT, async (open) => {
      const { page } = open;
      await page.getByRole('dialog').waitFor();
      await open.emit('window.goto', { view: 'call' });
      const search = page.getByRole('searchbox');
      await search.waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await open.settled();
      expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
    });
  });

  it('goes to the day that is chosen in the calendar of Today, and has the focus there', async () => {
    const today = scenes.find(({ name }) => name === 'today-small');
    if (today === undefined) throw new Error('Today has a scene.');
    await withScene(today, LIGHT, async (open) => {
      const { page, errors } = open;
      await page.getByRole('button', { name: 'Go to date' }).focus();
      await page.keyboard.press('Enter');
      // As the calendar of the system does, which no test can see.
      await page.locator('.jump input').evaluate((field: HTMLInputElement) => {
        field.value = '2026-12-01';
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Wednesday 2 December');
      expect(errors).toEqual([]);
    });
  });
});
