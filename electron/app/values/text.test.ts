import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALIZATION } from '../../../tests/support/app/state-fixtures.ts';
import { short } from './text.ts';
import { unitWords } from './unit-words.ts';

describe('short', () => {
  it('keeps what fits and shows what is missing', () => {
    expect([short('Flat 1', 6), short('Flat 12', 6), short(' a\n b ', 9)]).toEqual(['Flat 1', 'Flat…', 'a b']);
  });
  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, length) => {
        const found = short(text, length);
        expect([...found].length).toBeLessThanOrEqual(length);
        expect(found.isWellFormed()).toBe(true);
      }),
    );
  });
});

it('a unit without a name is told in words', () => {
  expect([unitWords(null, LOCALIZATION.text), unitWords(' ', LOCALIZATION.text), unitWords('Flat 1', LOCALIZATION.text)]).toEqual([
    'A unit',
    'A unit',
    'Flat 1',
  ]);
});
