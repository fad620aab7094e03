import { describe, expect, it } from 'vitest';
import { cleanName, comparableName } from './names.ts';

describe('the name on the lock', () => {
  it.each([
    ['Anna Müller', 'Anna Müller'],
    ['  Anna \t\n Müller ', 'Anna Müller'],
    ['Anna\u0000\u0007 Müller', 'Anna Müller'],
    ['🌟 Zoë 🇫🇷👩‍👩‍👧👍🏽', 'Zoë'],
    ['Room #3 * 7', 'Room #3 * 7'],
    ['Mül\u00adler', 'Müller'],
    ['A\u200bnna', 'Anna'],
    ['', 'Guest'],
    ['   ', 'Guest'],
    ['🌟', 'Guest'],
    ['\u0000', 'Guest'],
    ['李 伟', '李 伟'],
    ['broken \ud800 half', 'broken half'],
  ])('%j is written %j', (name, expected) => {
    expect(cleanName(name)).toBe(expected);
  });
  it('is cut to fifty characters, never inside one', () => {
    expect(cleanName('x'.repeat(70))).toBe('x'.repeat(50));
    expect([...cleanName('𠮷'.repeat(70))]).toHaveLength(50);
    expect(cleanName(`${'x'.repeat(49)} y`)).toBe('x'.repeat(49));
  });
});

describe('the name of a code made by hand', () => {
  it.each([
    'anna muller',
    'ANNA MÜLLER',
    'AnnaMüller',
    'Smoobu Anna Müller',
    'smoobu: Anna Müller',
    'Anna  Mu\u0308ller',
    '🌟 Anna Müller',
  ])('%j is Anna Müller', (name) => {
    expect(comparableName(name)).toBe(comparableName('Anna Müller'));
  });
  it.each(['Łukasz Groß', 'Lukasz Groß', 'Łukasz Gross'])('%j keeps letters that are not accents', (name) => {
    expect(comparableName(name)).toBe(name.replace(' ', '').toLowerCase());
  });
  it.each(['Anna', 'Anna Müllers', 'Anna-Müller', 'Hanna Müller', 'Anna Müller 2'])('%j is another guest', (name) => {
    expect(comparableName(name)).not.toBe(comparableName('Anna Müller'));
  });
  it.each(['', 'Guest', 'guest', 'Smoobu', 'smoobu guest', '🌟', '???', ' - '])('%j never matches', (name) => {
    expect(comparableName(name)).toBe('');
  });
});
