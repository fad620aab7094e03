/** Whose wish it is to be kept out, or let in again. */
import { expect, it } from 'vitest';
import { person } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, personId } from '../../../tests/support/ids.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { accessWish } from './access-wish.ts';

it('a wish is about one stay or person, and others have none', () => {
  const stays = new Map([
    [bookingId(12), { ...noStayWish(), blockedSinceMs: 1 }],
    [bookingId(13), { ...noStayWish(), letInSinceMs: 2 }],
  ]);
  const people = [person({ blockedSinceMs: 3 }), person({ id: 'zzzzz9', letInSinceMs: 4 })];
  const wishes = { ...NO_WISHES, stays, people };
  const [none, ids] = [null, [bookingId(12), bookingId(13), bookingId(14), personId('k3m9qa'), personId('zzzzz9'), personId('other1')]];
  const found = ids.map((id) => accessWish(wishes, id));
  expect(found.map(({ blockedSinceMs, letInSinceMs }) => [blockedSinceMs, letInSinceMs])).toEqual([
    [1, none],
    [none, 2],
    [none, none],
    [3, none],
    [none, 4],
    [none, none],
  ]);
});
