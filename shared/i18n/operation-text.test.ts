import { describe, expect, it } from 'vitest';
import { booking, code, date, FORMER_DOOR, input, pin } from '../../tests/reconcile/fixtures.ts';
import { operationReport } from '../../electron/app/run/report.ts';
import { bookingId, personId } from '../../tests/support/ids.ts';
import { NO_WISHES } from '../domain/plan.ts';
import type { PlannedOperation } from '../domain/plan.ts';
import { noStayWish } from '../domain/wishes.ts';
import { englishReason } from './operation-text.ts';
import { plan } from '../reconcile/plan.ts';

const BLOCKED = { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: 1 }]]) };
const [create] = plan(input({ bookings: [booking()] })).operations as readonly [PlannedOperation];

function reasons(parts: Parameters<typeof input>[0]): readonly string[] {
  return plan(input({ ...parts, bookings: parts?.bookings ?? [booking()] })).operations.map(reason);
}
function reason(operation: PlannedOperation): string {
  return englishReason(operationReport(operation, 'planned', null));
}

describe('the reason of', () => {
  it.each([
    ['a create', {}, 'The booking has no code on this door yet (from 2026-11-24 15:00).'],
    [
      'an adoption',
      { codes: [code({ description: '' })] },
      'A code created by hand has the same name and start. It is linked to the booking and keeps its PIN.',
    ],
    [
      'an update',
      { codes: [code({ name: 'x', startDate: date('2026-11-25'), endDate: null })] },
      'The stay and its code differ in start, end and name.',
    ],
    ['a code that is switched off for a blocked guest', { wishes: BLOCKED, codes: [code()] }, 'The code is switched off.'],
    [
      'a move',
      { codes: [code(FORMER_DOOR)] },
      'The booking moved to another door: the new code is created first, then code 900 is removed.',
    ],
    ['a duplicate', { codes: [code(), code({ id: 901 })] }, 'The booking has another code on this keypad, which stays.'],
    ['a cancellation', { bookings: [booking({ state: 'cancelled' })], codes: [code()] }, 'The booking was cancelled.'],
    [
      'a hold',
      { bookings: [booking({ state: 'cancelled', arrival: date('2026-11-22') })], codes: [code({ startDate: date('2026-11-22') })] },
      'The booking was cancelled. Needs your approval: the stay has begun, and someone may be inside.',
    ],
  ] as const)('%s', (_what, parts, expected) => {
    expect(reasons(parts)).toEqual([expected]);
  });
  it('any operation never contains a PIN', () => {
    const secret = pin('8362');
    const codes = [code({ pin: secret, name: 'x' }), code({ id: 901, pin: secret }), code({ id: 902, pin: secret, ...FORMER_DOOR })];
    const result = plan(input({ bookings: [booking()], codes }));
    expect(result.operations).toHaveLength(3);
    expect(
      JSON.stringify([result.operations.map(reason), result.operations.map(({ key, changes }) => [key, changes]), result.problems]),
    ).not.toContain(secret);
  });
});

it('of another PIN says so, since the changes do not', () => {
  expect(englishReason({ ...operationReport(create, 'planned', null), kind: 'update', changes: {} })).toBe('The code gets another PIN.');
});

it('of a person names no booking', () => {
  const about = (changes: object): string =>
    englishReason({
      ...operationReport(create, 'planned', null),
      bookingId: null,
      personId: personId('k3m9qa'),
      ...changes,
    });
  const reasons = [
    about({}),
    about({ kind: 'adopt' }),
    about({ kind: 'update', changes: { end: { from: 'a', to: 'b' } } }),
    about({ kind: 'update', changes: {} }),
    about({ kind: 'move' }),
    ...['ended', 'moved', 'duplicate', 'person-removed'].map((evidence) => about({ kind: 'delete', evidence })),
  ];
  expect(new Set(reasons).size).toBe(reasons.length);
  for (const sentence of reasons) expect(sentence).toMatch(/^(?!.*booking)[A-Z].*\.$/);
});

it('of a code that belongs to nobody here names no booking', () => {
  const about = { ...operationReport(create, 'planned', null), bookingId: null };
  expect(englishReason(about)).toBe('You took its removal back.');
  expect(englishReason({ ...about, kind: 'delete', evidence: 'removed-by-user' })).toBe('You removed this code.');
});
