/** Whose placeholders go before the first write. */
import { describe, expect, test } from 'vitest';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { toldKey } from '../../domain/told.ts';
import type { KeptPlaceholder } from '../../domain/told.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { plan } from '../../reconcile/plan.ts';
import { booking, code, DOOR, input, NOW_MS, pin, SECOND_DOOR, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import { DIGESTS, register, windowOf } from '../../../tests/support/to-tell.ts';
import { bookingsToClear, clearTargets } from './before-writes.ts';

const ID = booking().id;
const KEPT: KeptPlaceholder = { bookingId: ID, key: 'latchkeyPin', state: 'set', text: 'x', untilMs: NOW_MS, tries: 0, nextMs: 0 };
/** It says 4711. */
function said(prefix = ''): Partial<Remembered> {
  const doors = [{ ...DOOR, prefix, pin: DIGESTS.digestPin(pin('4711')) ?? '' }];
  const content = { doors, window: windowOf('2026-11-24T15:00', '2026-11-27T12:00'), language: 'en', version: 0 } as const;
  return {
    placeholder: new Map([['12 latchkeyPin', KEPT]]),
    told: register({ bookingId: ID, way: 'placeholder', known: { content, kind: 'code', state: 'confirmed', atMs: 1 } }),
  };
}
function clears(parts: Parameters<typeof input>[0], remembered: Partial<Remembered> | null, isOn = true): boolean {
  const read: PlanInput = input({ ...parts, memory: { remembered: { ...nothingRemembered(), ...remembered } } });
  return bookingsToClear(plan(read), read, DIGESTS, isOn).has(ID);
}
const blocked = { ...NO_WISHES, stays: new Map([[ID, { ...noStayWish(), blockedSinceMs: NOW_MS }]]) };
const retired = {
  ...NO_WISHES,
  digestOf: (digits: ReturnType<typeof pin>) => DIGESTS.digestPin(digits),
  stays: new Map([[ID, { ...noStayWish(), pin: { typed: null, retired: [{ digest: DIGESTS.digestPin(pin('4711')) ?? '' }] } }]]),
};

describe('with a placeholder of ours', () => {
  test.each([
    ['nothing changes', false, { bookings: [booking()], codes: [code()] }],
    ['only the times change', false, { bookings: [booking()], codes: [code({ endTime: wall('10:00') })] }],
    ['only the name changes', false, { bookings: [booking({ guestName: 'Ana' })], codes: [code()] }],
    ['another PIN', true, { bookings: [booking()], codes: [code()], wishes: retired }],
    ['blocked', true, { bookings: [booking()], codes: [code()], wishes: blocked }],
    ['cancelled', true, { bookings: [booking({ state: 'cancelled' })], codes: [code()] }],
    [
      'cancelled, and the removal waits for the user',
      false,
      { bookings: [booking({ state: 'cancelled', arrival: '2026-11-22' as never })], codes: [code({ startDate: '2026-11-22' as never })] },
    ],
    ['moved to another door', true, { settings: settings({ unit: { doors: [SECOND_DOOR] } }), bookings: [booking()], codes: [code()] }],
    [
      'a second door with the same PIN',
      false,
      { settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }), bookings: [booking()], codes: [code()] },
    ],
    ['the code is missing, and its draw is another PIN', true, { bookings: [booking()], codes: [] }],
    [
      'another prefix',
      true,
      { settings: settings({ unit: { doors: [{ ...DOOR, prefix: '28' }] } }), bookings: [booking()], codes: [code()] },
    ],
  ] as const)('%s: %s', (_name, expected, parts) => {
    expect(clears(parts as never, said())).toBe(expected);
    // Also what was switched off since is not left saying something untrue.
    expect(clears(parts as never, said(), false)).toBe(expected);
  });
});

describe('without a record, since it was lost or another installation set it', () => {
  test.each([
    ['another PIN', true, { bookings: [booking()], codes: [code()], wishes: retired }],
    ['cancelled', true, { bookings: [booking({ state: 'cancelled' })], codes: [code()] }],
    ['a first code', false, { bookings: [booking()], codes: [] }],
    [
      'over',
      false,
      {
        bookings: [booking({ arrival: '2026-11-01' as never, departure: '2026-11-04' as never })],
        codes: [code({ startDate: '2026-11-01' as never, endDate: '2026-11-04' as never })],
      },
    ],
  ] as const)('%s: %s, and only while placeholders are on', (_name, expected, parts) => {
    expect([clears(parts as never, null), clears(parts as never, null, false)]).toEqual([expected, false]);
  });
});

test('goes under every key that the register names, and the present ones', () => {
  const remembered = { ...nothingRemembered(), ...said() };
  const read = input({ codes: [code()], memory: { remembered }, settings: settings() });
  const set = { ...read.settings.messages, placeholder: { ...read.settings.messages.placeholder, key: 'doorPin', doorsKey: 'doors' } };
  const targets = clearTargets(new Set([ID]), { ...read, settings: { ...read.settings, messages: set } }, DIGESTS);
  expect(targets.map(({ key, want, kept }) => [key, want, kept?.state])).toEqual([
    ['latchkeyPin', null, 'set'],
    ['doorPin', null, undefined],
    ['doors', null, undefined],
  ]);
  expect(targets[0]?.known.digests).toEqual(new Set([DIGESTS.digestPin(pin('4711'))]));
  expect(read.memory.remembered.told.has(toldKey(ID, 'placeholder'))).toBe(true);
});
