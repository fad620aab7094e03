import { expect, it } from 'vitest';
import { booking, code, date, input } from '../../../tests/reconcile/fixtures.ts';
import type { Code } from '../../domain/code.ts';
import type { Claim } from '../claims.ts';
import { createCodeWish } from './code-wish.ts';
import type { StayContext } from './stay-context.ts';

const window = { start: '2026-11-24T15:00', end: '2026-11-27T12:00' };
const isInTheWay = (of: Partial<Code>, claim: object = { gap: { mayGrow: true } }): boolean =>
  createCodeWish({ booking: booking(), window, ...claim } as unknown as Claim, { input: input() } as unknown as StayContext).isInTheWay(
    code(of),
  );

it.each<readonly [string, Partial<Code>, boolean]>([
  ['as long as that is free', {}, false],
  ['for less long', { startDate: date('2026-11-25'), endDate: date('2026-11-26') }, false],
  ['from earlier on', { startDate: date('2026-11-23') }, true],
  ['until later', { endDate: date('2026-11-28') }, true],
  ['from a moment that cannot be read', { startDate: 'unknown' }, true],
  ['until a moment that cannot be read', { endDate: 'unknown' }, true],
])('a code between stays that opens %s is in the way of a guest: %s', (_what, of, expected) => {
  expect(isInTheWay(of)).toBe(expected);
  expect(isInTheWay(of, {})).toBe(false);
});
