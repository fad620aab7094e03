import { expect, it } from 'vitest';
import { phoneHint } from './phone-hint.ts';

it('lists the accepted forms while the field is empty', () => {
  expect(phoneHint('', false)).toEqual({ kind: 'forms' });
  expect(phoneHint('  ', true)).toEqual({ kind: 'forms' });
});
it('shows how a number will be used', () => {
  expect(phoneHint('06 39 98 00 12', false)).toEqual({ kind: 'used', phone: '+33639980012' });
  expect(phoneHint('0044 7700 900123', false)).toEqual({ kind: 'used', phone: '+447700900123' });
});
it('waits until the user has finished typing before it calls a number unclear', () => {
  expect(phoneHint('0639', false)).toEqual({ kind: 'forms' });
  expect(phoneHint('0639', true)).toEqual({ kind: 'unclear' });
});
it('calls a long number without a clear country unclear, and text that is no number', () => {
  expect(phoneHint('07700 9001234', false)).toEqual({ kind: 'unclear' });
  expect(phoneHint('host@example.com', true)).toEqual({ kind: 'unclear' });
});
