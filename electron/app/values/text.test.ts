import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truncate } from './text.ts';

describe('truncate', () => {
  it('keeps what fits and marks what is missing', () => {
    expect([truncate('Flat 1', 6), truncate('Flat 12', 6), truncate(' a\n b ', 9)]).toEqual(['Flat 1', 'Flat…', 'a b']);
  });
  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, length) => {
        const found = truncate(text, length);
        expect(found.length).toBeLessThanOrEqual(length);
        expect(found.isWellFormed()).toBe(true);
      }),
    );
  });
});
