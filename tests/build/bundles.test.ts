/** The bundles that `npm run build` made. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('are ASCII: a single letter beyond Latin-1 would double the memory of their text', () => {
  const cwd = fileURLToPath(new URL('../../out', import.meta.url));
  const bundles = globSync(['*.js', 'chunks/*.js', 'main/*.js'], { cwd });
  expect(bundles).toEqual(expect.arrayContaining(['cli.js', 'main.js']));
  const others = bundles.filter((path) => readFileSync(`${cwd}/${path}`).some((byte) => byte > 127));
  expect(others).toEqual([]);
});
