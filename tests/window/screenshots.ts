/**
 * `npm run screenshots`: a picture of every view in every state, light and dark, some narrow and some at 200 %, in out/screenshots.
 * For one's own look: `--only <part of a name>`, `--out <folder>`, `--renderer <a built window>`, `--looks light,dark,medium,wide,narrow,zoomed,forced,contrast`.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BUILT_WINDOW, buildWindowWhenStale } from './built-window.ts';
import { LIGHT, openGallery } from './gallery.ts';
import type { Look } from './gallery.ts';
import type { Scene } from './scene.ts';
import { allScenes } from './scenes.ts';

const LOOKS: Readonly<Record<string, Look>> = {
  light: { ...LIGHT, widthPx: 1280, heightPx: 860 },
  dark: { ...LIGHT, widthPx: 1280, heightPx: 860, theme: 'dark' },
  medium: LIGHT,
  wide: { ...LIGHT, widthPx: 1600, heightPx: 960 },
  narrow: { ...LIGHT, widthPx: 640 },
  zoomed: { ...LIGHT, zoom: 2 },
  forced: { ...LIGHT, theme: 'forced' },
  contrast: { ...LIGHT, theme: 'high-contrast' },
};
/** Beside light and dark, which every scene has: one scene of each view is enough to see what the width does. */
const WIDTHS = ['medium', 'wide', 'narrow', 'zoomed'];
const AT_ONCE = 2;

const { values } = parseArgs({
  options: { only: { type: 'string' }, out: { type: 'string' }, renderer: { type: 'string' }, looks: { type: 'string' } },
});
const out = resolve(values.out ?? fileURLToPath(new URL('../../out/screenshots', import.meta.url)));
mkdirSync(out, { recursive: true });
const scenes = (await allScenes()).filter(({ name }) => name.includes(values.only ?? ''));
if (scenes.length === 0) throw new Error(`No scene is called anything like ${values.only ?? ''}.`);
if (values.renderer === undefined) await buildWindowWhenStale();
const gallery = await openGallery({ folder: resolve(values.renderer ?? BUILT_WINDOW) });
try {
  const viewOf = ({ name }: Scene): string => name.split('-')[0] ?? name;
  const isFirstOfView = (scene: Scene): boolean => scenes.find((other) => viewOf(other) === viewOf(scene)) === scene;
  const pictures = scenes.flatMap((scene) => {
    const looks = values.looks?.split(',') ?? ['light', 'dark', ...(isFirstOfView(scene) ? WIDTHS : [])];
    return looks.map((name) => ({ scene, name }));
  });
  const waiting = pictures.values();
  const work = async (): Promise<void> => {
    for (const { scene, name } of waiting) {
      const look = LOOKS[name];
      if (look === undefined) throw new Error(`No look is called ${name}: there are ${Object.keys(LOOKS).join(', ')}.`);
      await gallery.withScene(scene, look, async ({ page, errors }) => {
        await page.screenshot({ path: join(out, `${scene.name}-${name}.png`), animations: 'disabled', caret: 'hide' });
        for (const error of errors) process.stderr.write(`${scene.name} (${name}): ${error}\n`);
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  process.stdout.write(`${String(pictures.length)} pictures in ${out}\n`);
} finally {
  await gallery.close();
}
