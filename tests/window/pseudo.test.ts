/** The window in a made-up language that is a third longer: every text comes from a catalogue, and none is cut off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWindow } from './built-window.ts';
import type { BuiltWindow } from './built-window.ts';
import { LIGHT, openGallery, wear } from './gallery.ts';
import type { Gallery } from './gallery.ts';
import { cutOff } from './page/fit.ts';
import { pageTexts } from './page/texts.ts';
import { textsIn, uncatalogued } from './pseudo-texts.ts';
import { allScenes } from './scenes.ts';

const WIDTHS_PX = [980, 640, 490];

const scenes = (await allScenes()).filter(({ checks }) => checks !== 'light');
let built: BuiltWindow;
let gallery: Gallery;

beforeAll(async () => {
  built = await buildWindow('pseudo');
  gallery = await openGallery({ folder: built.folder });
});
afterAll(async () => {
  await gallery.close();
  built.remove();
});

describe('in the made-up language', () => {
  it.each(scenes.map((scene) => ({ name: scene.name, scene })))('$name', async ({ scene }) => {
    // Actions go by the names of controls, which nobody knows in this language.
    const { act: _act, ...atRest } = scene;
    await gallery.withScene(atRest, LIGHT, async ({ page, calls }) => {
      const texts = await page.evaluate(pageTexts);
      expect(texts.some(({ text }) => text.includes('⟦'))).toBe(true);
      const found: Record<string, readonly string[]> = {
        'not in a catalogue': uncatalogued(texts, textsIn(calls.map(({ answer }) => answer))),
      };
      for (const widthPx of WIDTHS_PX) {
        await wear(page, { ...LIGHT, widthPx, heightPx: widthPx === 490 ? 340 : LIGHT.heightPx });
        found[`at ${String(widthPx)} px`] = await page.evaluate(cutOff);
      }
      expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
    });
  });
});

describe('what may stand outside the catalogue', () => {
  const found = (text: string): readonly string[] => uncatalogued([{ where: '<p>', text }], ['Lyon, portail commun', 'held']);
  it('is what main has told, days and times, and names of products', () => {
    expect(['⟦Ýéš ⟦ñö⟧ ··⟧ 15:00', 'Lyon, portail commun', 'Mon 23 Nov at 15:00', 'Latchkey', '4719 · 12'].flatMap(found)).toEqual([]);
  });
  it('is no word of the code, and no kind that main has told', () => {
    expect(['Save', '⟦Šávé ··⟧ now or never', 'held'].flatMap(found)).toHaveLength(3);
  });
});
