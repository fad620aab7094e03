/** A blocked guest who books again: the block goes with them, whoever made the code of the new booking. */
import { expect, it } from 'vitest';
import { booking, code, input } from '../../../tests/reconcile/fixtures.ts';
import { sent, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { plan } from '../plan.ts';

it.each([
  [1, [['update', false]]],
  [null, []],
] as const)('with a block since %s, the code that Latchkey made for the new booking is off: %j', (blockedSinceMs, expected) => {
  const own = code({ description: 'Smoobu#13' });
  const stays = new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs }]]);
  const remembered = { ...sent([own]), 'booked-again': new Map([['13', { from: bookingId(12), guest: 'same' as const }]]) };
  const bookings = [booking({ state: 'cancelled' }), booking({ id: 13 })];
  const { operations } = plan(input({ bookings, codes: [own], wishes: { ...WISHES, stays }, memory: { remembered } }));
  expect(operations.map((one) => [one.kind, one.kind === 'delete' ? null : one.record.active])).toEqual(expected);
});
