import { expect, it } from 'vitest';
import { memoize } from './memoize.ts';

it('computes once per key', () => {
  const asked: string[] = [];
  const upper = memoize(
    (text: string) => {
      asked.push(text);
      return text.toUpperCase();
    },
    (text) => text.trim(),
  );
  expect([upper('a'), upper('b'), upper(' a ')]).toEqual(['A', 'B', 'A']);
  expect(asked).toEqual(['a', 'b']);
});
