/** Every control in every state, in all colours, at 200 % and by keyboard: the page is built for this test alone. */
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

it('is reached by keyboard', () => gallery.withScene(SCENE, LIGHT, async ({ page }) => expect(await walkThrough(page)).toEqual([])));
