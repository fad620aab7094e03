/**
 * What holds in every scene: nothing for axe to find in any colours, one heading and its landmarks, every control reached by keyboard,
 * nothing cut off, nothing that moves, and no text that is not in a catalogue. In two halves, so that two can be looked at at once.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { LIGHT, wear, withScene } from './gallery.ts';
import type { Look, OpenScene } from './gallery.ts';
import { walkThrough } from './keyboard-walk.ts';
import { axeFindings, bringAxe } from './page/axe.ts';
import { cutOff } from './page/fit.ts';
import { pageTexts } from './page/texts.ts';
import { textsIn, uncatalogued } from './pseudo-texts.ts';
import type { Scene } from './scene.ts';
import { allScenes } from './scenes.ts';

type Findings = Record<string, readonly string[]>;

const COLOURS: readonly Look['theme'][] = ['dark', 'high-contrast'];
const WIDTHS_PX = [1600, 1280, 980, 640, 490];
/** As wide as the side panel needs to stand beside the page: what overlaps or loses the focus there is found in no narrower one. */
const WIDE_PX = [1280, 1600];
/** Built for tests, this language is the made-up one (renderer/lib/texts.ts). */
const MADE_UP = 'pl';
const THOROUGH_SCENES = 3;
/** The large portfolio's first run makes 2,000 codes. */
const PREPARING_MS = 90_000;
/** A dozen looks at a page, some seconds on a quiet computer. */
const SCENE_MS = 60_000;

/** Every other scene; all that take long to prepare are in the first half. */
export async function describeHalf(half: 0 | 1): Promise<void> {
  const all = await allScenes();
  const isOfHalf = (scene: Scene, index: number): boolean => (scene.checks === 'light' ? half === 0 : index % 2 === half);
  const isThorough = firstOfViews(all);
  // Each view in its main states is enough for every day; all hundred states take a minute more: `npm run test:scenes`.
  const isWanted = (scene: Scene): boolean => process.env.EVERY_SCENE === 'true' || isThorough(scene);
  const scenes = all.filter(isWanted).filter(isOfHalf);

  beforeAll(async () => {
    for (const { host } of scenes) await host();
  }, PREPARING_MS);

  describe('every scene', () => {
    it.each(scenes.map((scene) => ({ name: scene.name, scene })))(
      '$name',
      async ({ scene }) => {
        const check = async (open: OpenScene): Promise<void> => {
          const found: Findings = { structure: await structure(open, scene), 'at 980 px': await open.page.evaluate(cutOff) };
          await bringAxe(open.page);
          found['axe in light'] = await axeFindings(open.page);
          if (scene.checks !== 'light') Object.assign(found, await inOtherColours(open, isThorough(scene)));
          if (isThorough(scene)) Object.assign(found, await inWideWindows(open));
          if (isThorough(scene)) found['by keyboard'] = await walkThrough(open.page);
          if (scene.checks !== 'light') Object.assign(found, await inMadeUpLanguage(open));
          found['errors of the page'] = open.errors;
          expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
        };
        await withScene(scene, LIGHT, check, { isPseudo: true });
      },
      SCENE_MS,
    );
  });
}

/** The first scenes of a view have all its parts; the others differ in a part or two, unless they say that they want it all. */
function firstOfViews(all: readonly Scene[]): (scene: Scene) => boolean {
  const viewOf = ({ name }: Scene): string => name.split('-')[0] ?? name;
  return (scene) => {
    if (scene.checks !== undefined) return scene.checks === 'full';
    return all.filter((other) => viewOf(other) === viewOf(scene)).indexOf(scene) < THOROUGH_SCENES;
  };
}

/** Colours do not change with the width, nor the tree with the colours: each is looked at once. */
async function inOtherColours({ page }: OpenScene, isThorough: boolean): Promise<Findings> {
  const found: Findings = {};
  for (const theme of isThorough ? COLOURS : COLOURS.slice(0, 1)) {
    await wear(page, { ...LIGHT, theme });
    found[`axe in ${theme}`] = await axeFindings(page, { only: ['color-contrast', 'link-in-text-block'] });
  }
  if (isThorough) {
    await wear(page, { ...LIGHT, theme: 'forced' });
    found['axe in forced colours'] = await axeFindings(page);
  }
  await wear(page, LIGHT);
  return found;
}

/** Lists measure their rows again in the frame after. */
async function resize(page: Page, widthPx: number, heightPx: number): Promise<void> {
  await wear(page, { ...LIGHT, widthPx, heightPx });
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );
}

/** What the width changes: where things are, and so what is cut, too small to press, or hidden while it has the focus. */
async function inWideWindows({ page }: OpenScene): Promise<Findings> {
  const found: Record<string, readonly string[]> = {};
  for (const widthPx of WIDE_PX) {
    const focused = await page.evaluateHandle(() => document.activeElement);
    await resize(page, widthPx, 860);
    const isKept = await focused.evaluate((before) => before === document.activeElement && before?.checkVisibility() !== false);
    found[`at ${String(widthPx)} px`] = [
      ...(await page.evaluate(cutOff)),
      ...(await axeFindings(page, { without: ['color-contrast', 'link-in-text-block'] })),
      ...(isKept ? [] : ['the focus is lost when the window grows']),
    ];
  }
  await wear(page, LIGHT);
  return found;
}

/**
 * In a language a third longer than English, in each width that the window is made for, as narrow as it may be, and with what is left of it at
 * 200 %: every text comes from a catalogue, and none is cut off. What was announced before stays in the language it was said in.
 */
async function inMadeUpLanguage(open: OpenScene): Promise<Findings> {
  const { page, calls } = open;
  // Where main gives no answer at all, it does not tell a language either.
  if ((await page.locator('.shell').count()) === 0) return {};
  await open.speak(MADE_UP);
  await page.waitForFunction(() => document.querySelector('h1')?.textContent.includes('⟦') === true);
  const texts = await page.evaluate(pageTexts);
  const found: Record<string, readonly string[]> = {
    'not in a catalogue': uncatalogued(texts, textsIn([open.shown, ...calls.map(({ answer }) => answer)])),
  };
  for (const widthPx of WIDTHS_PX) {
    await resize(page, widthPx, widthPx === 490 ? 340 : LIGHT.heightPx);
    found[`made-up language at ${String(widthPx)} px`] = await page.evaluate(cutOff);
  }
  await wear(page, LIGHT);
  return found;
}

/** Led there once more by main, the focus is on the heading, or on the item that was asked for: never nowhere. */
async function structure(open: OpenScene, scene: Scene): Promise<readonly string[]> {
  const isLed = scene.goto !== null && scene.act === undefined;
  if (scene.goto !== null && isLed) {
    await open.emit('window.goto', scene.goto);
    await open.settled();
  }
  const seen = await open.page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    isMoving: document.getAnimations().some(({ playState }) => playState === 'running'),
    isFocusLost: document.activeElement === null || document.activeElement === document.body,
  }));
  return [
    ...(seen.headings === 1 ? [] : [`${String(seen.headings)} headings of the first level`]),
    ...(seen.mains === 1 ? [] : [`${String(seen.mains)} main landmarks`]),
    ...(seen.isMoving ? ['something moves although it should not'] : []),
    ...(isLed && seen.isFocusLost ? ['the focus is nowhere after going there'] : []),
  ];
}
