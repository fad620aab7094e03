import { expect, it } from 'vitest';
import { updateSourceOf } from '../../build/update-source.ts';

it('nobody named a feed: none', () => {
  expect(updateSourceOf({})).toEqual({ feed: '', publisher: '' });
  expect(updateSourceOf({ LATCHKEY_UPDATE_FEED: ' ', LATCHKEY_UPDATE_PUBLISHER: 'CN=Somebody' })).toEqual({ feed: '', publisher: '' });
});

it('a feed on https, and who signs', () => {
  const env = { LATCHKEY_UPDATE_FEED: 'https://downloads.example/latchkey', LATCHKEY_UPDATE_PUBLISHER: 'CN=Latchkey contributors' };
  expect(updateSourceOf(env)).toEqual({ feed: 'https://downloads.example/latchkey', publisher: 'CN=Latchkey contributors' });
});

it.each([
  'http://downloads.example/',
  'file:///tmp/',
  'downloads.example',
  'https://user@downloads.example/',
  'https://downloads.example/?a=b',
])('the build does not take %s', (LATCHKEY_UPDATE_FEED) => {
  expect(() => updateSourceOf({ LATCHKEY_UPDATE_FEED })).toThrow('plain https address');
});
