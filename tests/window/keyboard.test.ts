/** The window without a mouse: every control is reached in order and seen to be, and the focus is never lost. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWindow } from './built-window.ts';
import type { BuiltWindow } from './built-window.ts';
import { LIGHT, openGallery } from './gallery.ts';
import type { Gallery } from './gallery.ts';
import { beginWalk, leftOut, walkStep } from './page/walk.ts';
import { allScenes } from './scenes.ts';

/** More than any scene has that is walked. */
const STEPS = 400;

const scenes = (await allScenes()).filter(({ checks }) => checks !== 'light');
let built: BuiltWindow;
let gallery: Gallery;

beforeAll(async () => {
  built = await buildWindow('production');
  gallery = await openGallery({ folder: built.folder });
});
afterAll(async () => {
  await gallery.close();
  built.remove();
});

describe('by keyboard', () => {
  it.each(scenes.map((scene) => ({ name: scene.name, scene })))('walks through $name', async ({ scene }) => {
    await gallery.withScene(scene, LIGHT, async ({ page }) => {
      expect(await walk(page)).toEqual({ outOfOrder: [], unseen: [], leftOut: [] });
    });
  });

  const dialogs = scenes.flatMap((scene) => (scene.opensDialog ?? []).map((button) => ({ name: scene.name, scene, button })));
  it.each(dialogs)('opens and leaves the dialog of "$button" in $name', async ({ scene, button }) => {
    await gallery.withScene(scene, LIGHT, async (open) => {
      const { page } = open;
      const opener = page.getByRole('button', { name: button }).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
      expect(await walk(page)).toEqual({ outOfOrder: [], unseen: [], leftOut: [] });
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await open.settled();
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  const removals = scenes.flatMap((scene) => (scene.removesItself ?? []).map((button) => ({ name: scene.name, scene, button })));
  it.each(removals)('keeps the focus after "$button" in $name', async ({ scene, button }) => {
    await gallery.withScene(scene, LIGHT, async (open) => {
      const { page } = open;
      await page.getByRole('button', { name: button }).first().focus();
      await page.keyboard.press('Enter');
      await open.settled();
      expect(await page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)).toBe(true);
    });
  });
});

async function walk(page: Page) {
  await page.evaluate(beginWalk);
  const outOfOrder: string[] = [];
  const unseen: string[] = [];
  let hasBegun = false;
  for (let step = 0; step < STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const { at, isInOrder, isVisible, isKnown } = await page.evaluate(walkStep);
    // Behind the last control the walk leaves the page, or comes round.
    if (isKnown || (at === null && hasBegun)) break;
    if (at === null) continue;
    hasBegun = true;
    if (!isInOrder) outOfOrder.push(at);
    if (!isVisible) unseen.push(at);
  }
  return { outOfOrder, unseen, leftOut: await page.evaluate(leftOut) };
}
