import { expect, it } from 'vitest';
import { readFile } from './read-file.ts';

const file = (text: string, size = text.length) => ({ size, text: () => Promise.resolve(text) });

it('returns the text of a file', async () => {
  expect(await readFile(file('a: 1'))).toEqual({ kind: 'text', text: 'a: 1' });
});
it('does not read a file that is too large', async () => {
  const huge = { size: 3_200_001, text: () => Promise.reject(new Error('must not be read')) };
  expect(await readFile(huge)).toEqual({ kind: 'too-large' });
  expect(await readFile(file('x'.repeat(800_001)))).toEqual({ kind: 'too-large' });
  expect(await readFile(file('x'.repeat(800_000)))).toMatchObject({ kind: 'text' });
});
it('reports a file that cannot be read', async () => {
  expect(await readFile({ size: 3, text: () => Promise.reject(new Error('gone')) })).toEqual({ kind: 'unreadable' });
});
