import { expect, it } from 'vitest';
import { currentSection } from './current-section.ts';

const at = (...tops: readonly number[]) => tops.map((topPx, id) => ({ id, topPx }));

it('is the last section whose heading has reached the top', () => {
  expect([at(40, 300), at(-500, -10, 400), at(-500, 96, 400), at(-500, 97, 400)].map((places) => currentSection(places, false))).toEqual([
    0, 1, 1, 0,
  ]);
});
it('is the first one above all headings, and the last one at the end of the page', () => {
  expect(currentSection(at(150, 600), false)).toBe(0);
  expect(currentSection(at(-900, 100, 400), true)).toBe(2);
  expect(currentSection(at(), true)).toBeNull();
});
