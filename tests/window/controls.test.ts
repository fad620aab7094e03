/** Every control in every state, in all colours, at 200 % and by keyboard: the page is built for this test alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyHost } from './data.ts';
import { LIGHT, openGallery } from './gallery.ts';
import type { Gallery, Look } from './gallery.ts';
import { walkThrough } from './keyboard-walk.ts';
import { axeFindings, bringAxe } from './page/axe.ts';
import { cutOff } from './page/fit.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, 'out', 'controls');
const SCENE = { name: 'controls', host: emptyHost, goto: null };
let gallery: Gallery;

beforeAll(async () => {
  await build({
    configFile: join(ROOT, 'build', 'vite.renderer.config.ts'),
    root: join(ROOT, 'renderer', 'controls'),
    build: { outDir: FOLDER },
  });
  gallery = await openGallery({ folder: FOLDER });
}, 60_000);
afterAll(() => gallery.close());

it.each<Partial<Look>>([
  { theme: 'light' },
  { theme: 'dark' },
  { theme: 'high-contrast' },
  { theme: 'forced' },
  { widthPx: 640 },
  { zoom: 2 },
])('has nothing that axe finds, and nothing cut off: %o', (look) =>
  gallery.withScene(SCENE, { ...LIGHT, ...look }, async ({ page, errors }) => {
    await bringAxe(page);
    expect([await axeFindings(page), await page.evaluate(cutOff), errors]).toEqual([[], [], []]);
  }),
);

it.each<Partial<Look>>([{ theme: 'light' }, { theme: 'dark' }, { theme: 'forced' }, { widthPx: 640 }, { zoom: 2 }])(
  'dialogs and menus have nothing that axe finds, and nothing cut off: %o',
  (look) =>
    gallery.withScene(SCENE, { ...LIGHT, ...look }, async ({ page, errors }) => {
      await bringAxe(page);
      const found = async (): Promise<readonly string[]> => [...(await axeFindings(page)), ...(await page.evaluate(cutOff))];
      for (const name of ['Ask', 'Ask before removing', 'Ask, at work']) {
        const button = page.getByRole('button', { name, exact: true });
        await button.click();
        await page.getByRole('dialog').waitFor();
        expect(await found()).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
      }
      const menu = page.getByRole('button', { name: 'More actions' });
      await menu.click();
      await page.getByRole('button', { name: 'Remove code' }).waitFor();
      expect(await found()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Remove code' }).waitFor({ state: 'hidden' });
      expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(errors).toEqual([]);
    }),
);

it('shows every component of the folder that they are in', () => {
  const folder = join(ROOT, 'renderer', 'ui');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.tsx'));
  const components = sources.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^export function ([A-Z]\w+)/gm)].map(([, component]) => component ?? ''),
  );
  expect(components.length).toBeGreaterThan(25);
  const page = readFileSync(join(ROOT, 'renderer', 'controls', 'controls.tsx'), 'utf8');
  expect(components.filter((component) => !new RegExp(`<${component}\\b`).test(page))).toEqual([]);
});

it('is reached by keyboard', () => gallery.withScene(SCENE, LIGHT, async ({ page }) => expect(await walkThrough(page)).toEqual([])));
