import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeTexts, short, trayTexts } from './texts.ts';

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

describe('texts', () => {
  it('count in words that fit the number', () => {
    expect([trayTexts.outcome.ok(1), trayTexts.outcome.ok(2), trayTexts.needsAttention(1), trayTexts.needsAttention(3)]).toEqual([
      '1 change',
      '2 changes',
      'One thing needs you',
      '3 things need you',
    ]);
  });
  it('find words for a unit without a name', () => {
    expect([noticeTexts.recoveredArrival(null), noticeTexts.recoveredArrival(' ')]).toEqual(
      Array(2).fill('A unit: the code is confirmed on the lock.'),
    );
  });
});
