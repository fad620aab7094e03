/** The bundles that `npm run build` made. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/i18n/languages.ts';
import { BUILT_WINDOW, firstFiles } from '../window/built-window.ts';

it('are ASCII: a single letter beyond Latin-1 would double the memory of their text', () => {
  const cwd = fileURLToPath(new URL('../../out', import.meta.url));
  const bundles = globSync(['*.js', 'chunks/*.js', 'main/*.js'], { cwd });
  expect(bundles).toEqual(expect.arrayContaining(['cli.js', 'main.js']));
  const others = bundles.filter((path) => readFileSync(`${cwd}/${path}`).some((byte) => byte > 127));
  expect(others).toEqual([]);
});

const importsOf = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, name = '']) => name);

it('name in the page every file that the window opens with: the browser asks for all of them at once', () => {
  const named = firstFiles(BUILT_WINDOW).filter((path) => path.endsWith('.js'));
  const names = named.map((path) => basename(path).replace(/-.{8}\.js$/, ''));
  expect(names).toEqual(expect.arrayContaining(['index', 'kit', 'today']));
  const imported = named.flatMap(importsOf);
  expect(imported.length).toBeGreaterThan(names.length);
  expect(named.map((path) => basename(path))).toEqual(expect.arrayContaining(imported));
});

it('have the first words of each language in one file that needs no other', () => {
  const words = globSync(join(BUILT_WINDOW, 'assets', 'first-words-*.js'));
  expect(words).toHaveLength(LANGUAGES.length);
  expect(words.flatMap(importsOf)).toEqual([]);
});
