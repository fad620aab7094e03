import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson } from './json.ts';

it('reads any JSON as JSON.parse does, with or without a byte order mark', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text));
      expect(parseJson(`\u{feff}${text}`)).toEqual(JSON.parse(text));
    }),
  );
});

it('is undefined for any other text', () => {
  for (const text of ['', '{', 'null null', '"', '"\\', '[1,]', '<html>']) expect(parseJson(text)).toBeUndefined();
});

it('does not parse what is nested out of all proportion, and brackets in texts do not nest', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  expect(parseJson(nested(100))).toBeDefined();
  expect(parseJson(nested(101))).toBeUndefined();
  expect(parseJson('[{"":'.repeat(800_000))).toBeUndefined();
  expect(parseJson(`["${'['.repeat(200)}","\\"${'{'.repeat(200)}"]`)).toHaveLength(2);
});
