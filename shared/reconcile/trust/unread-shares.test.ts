import { expect, it } from 'vitest';
import { branded, codeId, place } from '../../../tests/support/ids.ts';
import type { UnreadShare } from '../../domain/code.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { createdIds, isInDoubt } from './unread-shares.ts';

const HERE = place(11, 'KpAlpha1');
const row = (parts: { codeId?: number | null; keypadId?: string | null; description?: string | null }): UnreadShare =>
  branded<UnreadShare>({ codeId: 900, keypadId: 'KpAlpha1', description: 'cleaner', ...parts });

it.each([
  ['no row', [], false],
  ['somebody else’s code', [row({})], false],
  ['a code without an id, of somebody else', [row({ codeId: null })], false],
  ['a code that this computer made', [row({ codeId: 7 })], true],
  ['a tagged code', [row({ description: 'Smoobu#12' })], true],
  ['a code with two tags', [row({ description: 'Smoobu#12 Smoobu#13' })], true],
  ['no description', [row({ description: null })], true],
  ['no keypad', [row({ keypadId: null, description: null })], true],
  ['no keypad, of somebody else', [row({ keypadId: null })], false],
  ['another keypad', [row({ keypadId: 'KpBravo2', codeId: 7, description: null })], false],
  ['one of two', [row({}), row({ description: null })], true],
] as const)('a keypad is in doubt or not: %s', (_, unread, expected) => {
  expect(isInDoubt(HERE, unread, new Set([codeId(7)]))).toBe(expected);
});

it('a lock whose rows can all be read is not in doubt', () => {
  expect(isInDoubt(HERE, undefined, new Set())).toBe(false);
});

it('the codes that this computer made are those with a known id', () => {
  const create = (id: number | null) => ({ codeId: id, atMs: 0, listed: true });
  const created = new Map([
    ['one', { creates: [create(7), create(null)] }],
    ['two', { creates: [create(8)] }],
  ]);
  const remembered = { ...nothingRemembered(), 'created-codes': created } as unknown as Remembered;
  expect([...createdIds(remembered)]).toEqual([7, 8]);
});
