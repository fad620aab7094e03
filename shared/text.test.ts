import { expect, it } from 'vitest';
import { compareText, isFoundIn, plainText } from './text.ts';

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
