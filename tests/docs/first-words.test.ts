/** The frame of the window and Today use only words that are loaded first: others come later, and would be shown as their keys. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { firstWords } from '../../shared/i18n/en/first-words.ts';
import { windowCatalogue } from '../../shared/i18n/window-catalogue.ts';
import { ROOT } from './pages.ts';

const START = ['renderer/main.tsx', 'renderer/views/today/today.tsx'];

/** What is loaded with these files: `import()` is not followed, and types are not loaded. */
function loadedWith(files: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...files];
  for (const file of waiting) {
    if (found.has(file) || !existsSync(join(ROOT, file))) continue;
    found.add(file);
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, path = ''] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gm))
      waiting.push(join(dirname(file), path));
  }
  return found;
}

it('nothing else is said before the other words are loaded', () => {
  const files = [...loadedWith(START)].filter((file) => file.startsWith('renderer/'));
  expect(files.length).toBeGreaterThan(30);
  const used = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    // Whole keys, and the beginnings of those that are put together.
    return [...text.matchAll(/['`]([a-z][a-z-]*\.[a-z-]+)(['`]|\$\{)/g)].map(([, key = '', end]) => ({ file, key, isWhole: end !== '${' }));
  });
  const late = Object.keys(windowCatalogue).filter((key) => !(key in firstWords));
  expect(late.length).toBeGreaterThan(200);
  const wrong = used.filter(({ key, isWhole }) => late.some((other) => (isWhole ? other === key : other.startsWith(key))));
  expect(wrong.map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
});
