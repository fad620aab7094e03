import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../tests/support/hostile-text.ts';
import { cleanText, compareText, isFoundIn, plainText } from './text.ts';

it.each([
  ['  Ström ß Øre\tŁódź ', 'strom ss ore lodz'],
  ['ÆGIR Œuvre Đorđe ISPARTA ılık', 'aegir oeuvre dorde isparta ilik'],
  ['E\u0301cluse', 'ecluse'],
  ['李 伟', '李 伟'],
])('%j is searched as %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

it('finds a part of any text, and everything for an empty search', () => {
  expect(isFoundIn(['Mill House', 'Łukasz'], 'LUK')).toBe(true);
  expect(isFoundIn(['Mill House', 'Łukasz'], 'house lukasz')).toBe(false);
  expect(isFoundIn([''], '  ')).toBe(true);
});

it('sorts by code units', () => {
  expect(['b', 'a', 'Z', 'é', 'a'].sort(compareText)).toEqual(['Z', 'a', 'a', 'b', 'é']);
});

describe('a text from a cloud', () => {
  it('is one line that shows what it contains, and never half a character', () => {
    expect(cleanText('Zoë\u0000 \u202Etxet\u2069\nLine\u200B\uD800', 100)).toBe('Zoë   txet  Line \uFFFD');
    expect(cleanText('x'.repeat(9), 5)).toBe('xxxx…');
    expect(cleanText('ab👨‍👩‍👧‍👦', 6)).toBe('ab…');
    expect(cleanText(`e${'\u0301'.repeat(5_000)}`, 20)).toHaveLength(20);
  });

  it('fits, whatever it is', () => {
    fc.assert(
      fc.property(hostileText(), fc.integer({ min: 1, max: 300 }), (text, length) => {
        const found = cleanText(text, length);
        expect(found.length).toBeLessThanOrEqual(length);
        expect(found.isWellFormed()).toBe(true);
        expect(found).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u);
        expect(cleanText(found, length)).toBe(found);
      }),
    );
  });

  it('takes no time to clean, however long it is', () => {
    const startMs = performance.now();
    for (const part of ['\u0301', '\uD800', 'Ω', '\u202E', '👨‍']) cleanText(part.repeat(5_000_000), 200);
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });
});
