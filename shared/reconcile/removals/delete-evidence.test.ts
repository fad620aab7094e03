/** What each evidence for a delete means to the brake. */
import { describe, expect, it } from 'vitest';
import { booking, DOOR, input } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';
import type { DeleteOperation } from '../../domain/plan.ts';
import { createLocalClock } from '../zones.ts';
import { guard, isApproved } from './guard.ts';

describe('a delete', () => {
  const of = (evidence: DeleteOperation['evidence']) =>
    ({
      kind: 'delete',
      key: 'delete 900',
      bookingId: bookingId(12),
      ...DOOR,
      codeId: codeId(900),
      evidence,
      hold: null,
      startsAt: null,
    }) as unknown as DeleteOperation;
  const jumped = input({ clockStepped: true, bookings: [booking()] });
  it.each([
    ['duplicate', null],
    ['moved', null],
    ['door-replaced', null],
    ['cancelled', 'clock-stepped'],
  ] as const)('by %s after a jump of the clock: held for %s', (evidence, expected) => {
    const clock = createLocalClock(jumped.settings, jumped.nowMs);
    expect(guard([of(evidence)], { managed: [], isAnyAlive: true }, jumped, clock).deletes.map(({ hold }) => hold)).toEqual([expected]);
  });
  it.each([
    ['no-code', true],
    ['removed-by-user', true],
    ['person-removed', true],
    ['cancelled', false],
  ] as const)('by %s is what the user asked for: %s', (evidence, expected) => expect(isApproved(input(), of(evidence))).toBe(expected));
});
