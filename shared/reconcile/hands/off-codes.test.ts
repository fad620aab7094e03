/** Which codes count as off, and which of them somebody switched off. */
import { expect, it } from 'vitest';
import { code } from '../../../tests/reconcile/fixtures.ts';
import { sent } from '../../../tests/reconcile/hand-syncs.ts';
import type { Code } from '../../domain/code.ts';
import { isOff, isSwitchedOff } from './off-codes.ts';
import type { SentCode } from './sent-codes.ts';

const off = code({ active: false });
const says = { description: 'Smoobu#12 blocked' };
const written = sent([code()])['read-back'].get('900') as SentCode;
it.each<readonly [string, Code, SentCode | null, readonly [boolean, boolean]]>([
  ['is on', code(), null, [false, false]],
  ['does not tell', code({ active: 'unknown' }), null, [false, false]],
  ['is off', off, null, [true, true]],
  ['is on, and says that it is blocked', code(says), null, [true, true]],
  ['was read as on before', off, { ...written, wasOn: true }, [true, true]],
  ['was written as on, and never read so', off, { ...written, wasOn: false }, [true, false]],
  ['was written as off', off, { ...written, isActive: false, wasOn: false }, [true, true]],
  ['says that it is blocked, and was never read as on', code(says), { ...written, wasOn: false }, [true, true]],
])('a code that %s', (_what, present, before, expected) => {
  const remembered = { 'read-back': new Map(before === null ? [] : [['900', before]]) };
  expect([isOff(present), isSwitchedOff(present, remembered)]).toEqual(expected);
});
