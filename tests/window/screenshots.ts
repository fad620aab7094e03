/**
 * `npm run screenshots`: a picture of every view in every state, light and dark, some narrow and some at 200 %, in out/screenshots.
 * It says what is cut off in a picture. For one's own look: `--only <parts of names>`, `--out <folder>`, `--renderer <a built window>`, `--language en,de,fr,pl`,
 * `--looks light,dark,medium,wide,narrow,zoomed,forced,contrast`.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../../shared/i18n/languages.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { BUILT_WINDOW, buildWindowWhenStale } from './built-window.ts';
import { LIGHT, openGallery } from './gallery.ts';
import type { Look, OpenScene } from './gallery.ts';
import { localizationOf } from './data/localization.ts';
import { cutOff } from './page/fit.ts';
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
/** Whose dates are shown. */
const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', pl: 'pl-PL' };

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    out: { type: 'string' },
    renderer: { type: 'string' },
    looks: { type: 'string' },
    language: { type: 'string' },
  },
});
const out = resolve(values.out ?? fileURLToPath(new URL('../../out/screenshots', import.meta.url)));
mkdirSync(out, { recursive: true });
const languageOf = (asked: string): Language => {
  const language = LANGUAGES.find((known) => known === asked);
  if (language === undefined) throw new Error(`No language is called ${asked}: there are ${LANGUAGES.join(', ')}.`);
  return language;
};
const languages = values.language?.split(',').map(languageOf) ?? [null];
const parts = (values.only ?? '').split(',');
const scenes = (await allScenes()).filter(({ name }) => parts.some((part) => name.includes(part)));
if (scenes.length === 0) throw new Error(`No scene is called anything like ${values.only ?? ''}.`);
if (values.renderer === undefined) await buildWindowWhenStale();
const gallery = await openGallery({ folder: resolve(values.renderer ?? BUILT_WINDOW) });
try {
  const viewOf = ({ name }: Scene): string => name.split('-')[0] ?? name;
  const isFirstOfView = (scene: Scene): boolean => scenes.find((other) => viewOf(other) === viewOf(scene)) === scene;
  const pictures = scenes.flatMap((scene) => {
    const looks = values.looks?.split(',') ?? ['light', 'dark', ...(isFirstOfView(scene) ? WIDTHS : [])];
    return looks.flatMap((name) => languages.map((language) => ({ scene, name, language })));
  });
  const waiting = pictures.values();
  const work = async (): Promise<void> => {
    for (const { scene, name, language } of waiting) {
      const look = LOOKS[name];
      if (look === undefined) throw new Error(`No look is called ${name}: there are ${Object.keys(LOOKS).join(', ')}.`);
      const draw = async (open: OpenScene): Promise<void> => {
        const { page, errors } = open;
        if (language !== null) await open.speak(language, REGIONS[language]);
        const file = `${scene.name}-${name}${language === null ? '' : `-${language}`}.png`;
        await page.screenshot({ path: join(out, file), animations: 'disabled', caret: 'hide' });
        for (const error of [...errors, ...(await page.evaluate(cutOff))]) process.stderr.write(`${file}: ${error}\n`);
      };
      await gallery.withScene(scene, look, draw, language === null ? undefined : localizationOf(language, REGIONS[language]));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  process.stdout.write(`${String(pictures.length)} pictures in ${out}\n`);
} finally {
  await gallery.close();
}
