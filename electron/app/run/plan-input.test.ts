/** What a plan gets of a run: what was observed, remembered and wished, and nothing that was not approved. */
import { expect, it } from 'vitest';
import { input, NOW_MS, wishing } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { NO_WISHES } from '../../../shared/domain/plan.ts';
import { NO_BOOKINGS } from '../../../shared/reconcile/scope.ts';
import { inputOf } from './plan-input.ts';

it('a plan gets what was observed, with what is remembered and wished', () => {
  const known = input();
  const observed = { bookings: known.bookings, lists: known.lists, accounts: known.accounts, unread: new Map(), clockErrorMs: 5 };
  const drawn: unknown[] = [];
  const wishes = wishing();
  const ports = {
    history: { memory: () => known.memory },
    pins: { draw: (...given: readonly unknown[]) => (drawn.push(given), '4711') },
    wishes: () => wishes,
  } as never;
  const { drawPin, ...made } = inputOf(observed, known.settings, NOW_MS, ports);
  const { bookings, lists, accounts, memory, settings } = known;
  expect(made).toEqual({
    ...{ bookings, lists, accounts, memory, settings, wishes, unread: new Map(), nowMs: NOW_MS },
    ...{ lookups: new Map(), released: new Set(), clockStepped: false, clockIsWrong: false },
  });
  expect([drawPin(bookingId(12), 3, 4), drawn]).toEqual(['4711', [[12, 3, 4]]]);
  const none = inputOf({ ...observed, bookings: null }, settings, NOW_MS, { ...(ports as object), wishes: undefined } as never);
  expect([none.bookings, none.wishes]).toEqual([NO_BOOKINGS, NO_WISHES]);
});
