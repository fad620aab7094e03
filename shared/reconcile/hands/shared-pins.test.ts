import { expect, it } from 'vitest';
import { booking, code, date, DOOR, input, SECOND_DOOR, settings } from '../../../tests/reconcile/fixtures.ts';
import type { Code } from '../../domain/code.ts';
import { plan } from '../plan.ts';

const shared = (other: Parameters<typeof code>[0], own: Parameters<typeof code>[0] = {}, bookings = [booking()]) =>
  plan(
    input({
      bookings,
      codes: [code(own), code({ id: 901, description: 'By hand', ...other })],
      settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }),
    }),
  ).problems.filter(({ kind }) => kind === 'shared-pin');

it('a PIN that opens longer by another code is told, with the code', () => {
  expect(shared({ endDate: date('2026-12-01') })).toEqual([
    {
      kind: 'shared-pin',
      text: { key: 'problem.shared-pin', parameters: { otherCode: '901' } },
      retryable: false,
      bookingId: 12,
      ...DOOR,
      codeId: 900,
    },
  ]);
});
it.each<[string, Partial<Code>, boolean]>([
  ['begins earlier', { startDate: date('2026-11-22') }, true],
  ['begins earlier and ends earlier', { startDate: date('2026-11-22'), endDate: date('2026-11-25') }, true],
  ['begins later and ends later', { startDate: date('2026-11-25'), endDate: date('2026-12-01') }, true],
  ['has no end that can be read', { endDate: 'unknown' }, true],
  ['has no start that can be read', { startDate: 'unknown' }, true],
  ['has the same times', {}, false],
  ['begins later and ends earlier', { startDate: date('2026-11-25'), endDate: date('2026-11-26') }, false],
  ['is off', { endDate: date('2026-12-01'), active: false }, false],
  ['is over', { startDate: date('2026-11-20'), endDate: date('2026-11-22') }, false],
  ['is on another keypad', { endDate: date('2026-12-01'), ...SECOND_DOOR }, false],
])('where the other code %s', (_what, other, expected) => expect(shared(other).length > 0).toBe(expected));
it('where times of the guest’s code cannot be read, the other opens no longer', () => {
  expect(shared({}, { startDate: 'unknown', endDate: 'unknown' })).toEqual([]);
});
it('two codes of one guest are no matter of anybody else', () => {
  expect(shared({ description: 'Smoobu#12', endDate: date('2026-12-01') })).toEqual([]);
});
it('of two guests, the one whose code ends first is told', () => {
  const next = booking({ id: 13, arrival: date('2026-11-24'), departure: date('2026-11-28') });
  const found = shared({ description: 'Smoobu#13', endDate: date('2026-11-28') }, {}, [booking(), next]);
  expect(found.map(({ bookingId, text }) => [bookingId, text.parameters])).toEqual([[12, { otherCode: '901' }]]);
});
