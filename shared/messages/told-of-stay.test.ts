/** What a guest has been told, and whether it still opens. */
import { expect, test } from 'vitest';
import { nothingRemembered } from '../domain/memory.ts';

import type { ThreadMemory, Told, ToldContent } from '../domain/told.ts';
import { pin } from '../../tests/reconcile/fixtures.ts';
import { bookingId, place } from '../../tests/support/ids.ts';
import { DIGESTS, register, SECOND, windowOf } from '../../tests/support/to-tell.ts';
import { toldOfStay } from './told-of-stay.ts';
import type { DoorNow } from './told-of-stay.ts';

const ID = bookingId(12);
const FRONT = { ...place(11, 'KpAlpha1'), prefix: '18', pin: pin('4711') };
function content(digits = '4711', prefix = '18'): ToldContent {
  const doors = [{ ...place(11, 'KpAlpha1'), prefix, pin: DIGESTS.digestPin(pin(digits)) ?? '' }];
  return { doors, window: windowOf('2026-11-24T15:00', '2026-11-26T11:00'), language: 'en', version: 0 };
}
function known(told: ToldContent, state: NonNullable<Told['known']>['state'] = 'confirmed', atMs = 1): NonNullable<Told['known']> {
  return { content: told, kind: 'code', state, atMs };
}
function lines(rows: readonly Partial<Told>[], thread: Partial<ThreadMemory> | null = null, doors: readonly DoorNow[] = [FRONT]) {
  const read = { ...BLANK, ...thread };
  const remembered = { ...nothingRemembered(), told: register(...rows), thread: new Map(thread === null ? [] : [['12', read]]) };
  return toldOfStay(ID, remembered, doors, (one) => DIGESTS.digestPin(one)).map(({ way, state, atMs, agrees }) =>
    [way, state, atMs, agrees].join(' '),
  );
}
const BLANK: ThreadMemory = {
  ...{ bookingId: ID, readMs: 9, nextMs: 10, booking: 'b', doors: 'd', pins: [], isMuted: false },
  ...{ verdict: 'cannot-tell', fact: null, told: null, answer: null },
};

test('nothing, and each way, the newest first', () => {
  expect(lines([])).toEqual([]);
  const copy = { way: 'copy' as const, known: known(content(), 'told-by-user', 3) };
  const placeholder = { way: 'placeholder' as const, known: known(content(), 'confirmed', 2) };
  expect(lines([{ known: known(content()) }, copy, placeholder])).toEqual([
    'copy told-by-user 3 yes',
    'placeholder confirmed 2 yes',
    'message confirmed 1 yes',
  ]);
});

test('what is on its way counts before what was told, and what was refused counts as not sent', () => {
  const attempt = { content: content(), kind: 'correction', text: 't', state: 'accepted', sinceMs: 5, tries: 0, nextMs: 6 } as const;
  const before = known(content('8233'));
  expect(lines([{ known: before, attempt }])).toEqual(['message sent 5 yes']);
  expect(lines([{ known: before, attempt: { ...attempt, state: 'sending' } }])).toEqual(['message unclear 5 yes']);
  expect(lines([{ known: before, attempt: { ...attempt, state: 'refused' } }])).toEqual(['message confirmed 1 no']);
});

test.each<[string, ToldContent, readonly DoorNow[], string]>([
  ['the same digits', content(), [FRONT], 'yes'],
  ['another PIN', content('8233'), [FRONT], 'no'],
  ['another prefix', content('4711', '28'), [FRONT], 'no'],
  ['a door that is none of the stay’s any more', content(), [{ ...FRONT, ...SECOND }], 'no'],
  ['a PIN that is not certain', content(), [{ ...FRONT, pin: null }], 'cannot-tell'],
  ['a second door that was not told', content(), [FRONT, { ...FRONT, ...SECOND }], 'yes'],
])('%s', (_what, told, doors, agrees) => {
  expect(lines([{ known: known(told) }], null, doors)).toEqual([`message confirmed 1 ${agrees}`]);
});

test('a wrong PIN that the host wrote last counts for the host', () => {
  const right = { way: 'host' as const, known: known(content()) };
  expect(lines([right], { verdict: 'wrong', fact: 'earlier-pin', told: content('8233') })).toEqual(['host confirmed 9 no']);
  expect(lines([right], { verdict: 'cannot-tell' })).toEqual(['host confirmed 1 yes']);
});
