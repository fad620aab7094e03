import { expect, it } from 'vitest';
import { updateSourceOf } from '../../build/update-source.ts';

it('has no feed when none is set', () => {
  expect(updateSourceOf({})).toEqual({ feed: '', publisher: '' });
  expect(updateSourceOf({ LATCHKEY_UPDATE_FEED: ' ', LATCHKEY_UPDATE_PUBLISHER: 'CN=Somebody' })).toEqual({ feed: '', publisher: '' });
});

it('has the https feed and the publisher', () => {
  const env = { LATCHKEY_UPDATE_FEED: 'https://downloads.example/latchkey', LATCHKEY_UPDATE_PUBLISHER: 'CN=Latchkey contributors' };
  expect(updateSourceOf(env)).toEqual({ feed: 'https://downloads.example/latchkey', publisher: 'CN=Latchkey contributors' });
});

it.each([
  'http://downloads.example/',
  'file:///tmp/',
  'downloads.example',
  'https://user@downloads.example/',
  'https://downloads.example/?a=b',
])('rejects %s as a feed', (LATCHKEY_UPDATE_FEED) => {
  expect(() => updateSourceOf({ LATCHKEY_UPDATE_FEED })).toThrow('plain https address');
});
