import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worlds } from '../../../tests/reconcile/arbitraries.ts';
import { assure, timeLimitMs } from '../../../tests/reconcile/assure.ts';
import { booking, code, date, input, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { inputOf } from '../../../tests/reconcile/world.ts';
import { bookingId, lockId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import type { LocalDate } from '../../time.ts';
import { plan } from '../plan.ts';
import { pastWishes } from './past-wishes.ts';

const CASES = 200;
const WISH = { ...noStayWish(), note: 'Late train.', until: { day: 1, time: wall('02:00') }, noCode: true };

function withWish(parts: InputParts, departure: LocalDate | null, wish: Partial<StayWish> = {}, memory = {}): PlanInput {
  const noted = departure === null ? [] : [['12', { bookingId: bookingId(12), departure }] as const];
  const remembered = { ...nothingRemembered(), 'wished-stay': new Map(noted), ...memory };
  const wishes = { ...NO_WISHES, stays: new Map([[bookingId(12), { ...WISH, ...wish }]]) };
  return input({ wishes, ...parts, memory: { remembered } });
}
const past = (...args: Parameters<typeof withWish>) => pastWishes(withWish(...args)).ids;

describe('a wish for a stay', () => {
  it('goes 32 days after the day of departure, with what is remembered of it', () => {
    expect(past({}, date('2026-10-21'))).toEqual([12]);
    expect(past({}, date('2026-10-22'))).toEqual([]);
    expect(past({ unread: new Map() }, date('2026-10-21'))).toEqual([12]);
    const noCode = { 'no-code': new Map([['12', { codeIds: [] }]]) };
    expect(pastWishes(withWish({}, date('2026-10-01'), {}, noCode)).remember).toEqual([
      { kind: 'wished-stay', key: '12', value: null },
      { kind: 'no-code', key: '12', value: null },
    ]);
  });
  it.each([
    ['the guest is blocked', {}, { blockedSinceMs: 1 }, {}],
    ['its booking is read, on other days now', { bookings: [booking()] }, {}, {}],
    ['its booking cannot be read', { bookings: [], complete: false }, {}, {}],
    ['a code of it is left', { codes: [code()] }, {}, {}],
    ['a lock was not read', { failed: [12] }, {}, {}],
    ['a lock was not read whole', { unread: new Map([[lockId(12), [{ codeId: null, keypadId: null, description: null }]]]) }, {}, {}],
    ['the clock is wrong', { clockIsWrong: true }, {}, {}],
    ['the clock jumped', { clockStepped: true }, {}, {}],
    ['its guest booked again', {}, {}, { 'booked-again': new Map([['13', { from: 12, guest: 'same' }]]) }],
  ] as const)('stays while %s', (_why, parts, wish, memory) => {
    expect(past(parts, date('2026-01-01'), wish, memory)).toEqual([]);
  });
  it('stays while the wishes may be older than what the user decided', () => {
    const read = withWish({}, date('2026-01-01'));
    expect(pastWishes({ ...read, wishes: { ...read.wishes, recovery: 'copy' } }).ids).toEqual([]);
  });
  it('stays where nobody knows when its stay ends, which is noted as soon as its booking is read', () => {
    expect(past({}, null)).toEqual([]);
    const noted = { kind: 'wished-stay', key: '12', value: { bookingId: 12, departure: '2026-11-27' } };
    expect(pastWishes(withWish({ bookings: [booking()] }, null)).remember).toEqual([noted]);
    expect(pastWishes(withWish({ bookings: [booking()] }, date('2026-01-01'))).remember).toEqual([noted]);
    expect(pastWishes(withWish({ bookings: [booking()] }, date('2026-11-27'))).remember).toEqual([]);
    expect(pastWishes(withWish({ wishes: NO_WISHES }, date('2026-11-27'))).remember).toEqual([
      { kind: 'wished-stay', key: '12', value: null },
    ]);
  });
});

const wish: fc.Arbitrary<StayWish> = fc
  .record({ noCode: fc.boolean(), note: fc.constantFrom('', 'x'), isBlocked: fc.boolean(), isLetIn: fc.boolean(), isLate: fc.boolean() })
  .map(({ noCode, note, isBlocked, isLetIn, isLate }) => ({
    ...noStayWish(),
    noCode,
    note,
    blockedSinceMs: isBlocked ? 1 : null,
    letInSinceMs: isLetIn ? 2 : null,
    until: isLate ? { day: 1, time: wall('10:00') } : null,
    pin: { typed: null, retired: [{ attempt: 0, length: 4 }] },
  }));

it(
  'dropping them changes no plan of today',
  () => {
    let dropped = 0;
    assure(
      CASES,
      fc.property(fc.oneof(worlds(), worlds({ clean: true })), fc.array(fc.tuple(fc.nat(), wish), { maxLength: 8 }), (world, wishes) => {
        const seen = inputOf(world);
        const ids = [...seen.bookings.bookings.map(({ id }) => id), ...seen.memory.pinDraws.keys(), bookingId(1), bookingId(999_999)];
        const stays = new Map(
          wishes.flatMap(([index, one]) => {
            const id = ids[index % ids.length];
            return typeof id === 'number' ? [[id, one] as const] : [];
          }),
        );
        const ended = new Map([...stays.keys()].map((id) => [String(id), { bookingId: id, departure: date('2020-01-01') }]));
        const before: PlanInput = {
          ...seen,
          wishes: { ...seen.wishes, stays },
          memory: { ...seen.memory, remembered: { ...seen.memory.remembered, 'wished-stay': ended } },
        };
        const past = new Set(pastWishes(before).ids);
        dropped += past.size;
        const after = { ...before, wishes: { ...before.wishes, stays: new Map([...stays].filter(([id]) => !past.has(id))) } };
        const shown = ({ remember: _remember, ...rest }: ReturnType<typeof plan>) => rest;
        expect(shown(plan(after))).toEqual(shown(plan(before)));
      }),
    );
    expect(dropped).toBeGreaterThan(0);
  },
  timeLimitMs(CASES),
);
