import { expect, it } from 'vitest';
import { phoneHint } from './phone-hint.ts';

it('says which forms there are until something is typed, and again when it is gone', () => {
  expect(phoneHint('', false)).toEqual({ kind: 'forms' });
  expect(phoneHint('  ', true)).toEqual({ kind: 'forms' });
});
it('says how a number will be used', () => {
  expect(phoneHint('06 39 98 00 12', false)).toEqual({ kind: 'used', phone: '+33639980012' });
  expect(phoneHint('0044 7700 900123', false)).toEqual({ kind: 'used', phone: '+447700900123' });
});
it('lets people finish typing before it doubts', () => {
  expect(phoneHint('0639', false)).toEqual({ kind: 'forms' });
  expect(phoneHint('0639', true)).toEqual({ kind: 'unclear' });
});
it('doubts a long number whose country would be a guess, and what is no number', () => {
  expect(phoneHint('07700 9001234', false)).toEqual({ kind: 'unclear' });
  expect(phoneHint('host@example.com', true)).toEqual({ kind: 'unclear' });
});
