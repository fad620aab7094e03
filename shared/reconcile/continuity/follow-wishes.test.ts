import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { Secret } from '../../secret.ts';
import { booking, code, date, input, NOW_MS, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { plan } from '../plan.ts';
import { carriesWishes } from './carries-wishes.ts';
import { followWishes } from './follow-wishes.ts';

type Changes = Parameters<typeof booking>[0];
const by = (changes: Changes, email = 'anna@demo.invalid'): Booking => ({
  ...booking(changes),
  contact: { email: new Secret(email), phone: null, guestId: null },
});
const former = (changes: Changes = {}) => by({ id: 12, state: 'cancelled', ...changes });
const next = (changes: Changes = {}) => by({ id: 13, ...changes });
const late = { day: 0, time: wall('14:00') };

/** What follows for booking 13 from the wish for booking 12, and what a plan tells of it. */
function followed(wish: Partial<StayWish>, bookings = [former(), next()], own: Partial<StayWish> = {}, parts: InputParts = {}) {
  const stays = new Map([12, 13].map((id, index) => [bookingId(id), { ...noStayWish(), ...[wish, own][index] }]));
  const found = followWishes(input({ bookings, codes: [code()], wishes: { ...NO_WISHES, stays }, ...parts }));
  const planned = plan(found.input);
  return {
    wish: found.wishes.get(bookingId(13)) ?? null,
    left: found.remember.flatMap(({ value }) => (value !== null && 'left' in value ? value.left : [])),
    told: planned.problems.filter(({ kind }) => kind === 'wish-left').map(({ text }) => text.key),
    ends: planned.operations.map((one) => (one.kind === 'delete' ? one.kind : one.record.endTime)),
    found,
  };
}

it.each<readonly [string, Partial<StayWish>, boolean]>([
  ['nothing', {}, false],
  ['a block, which has rules of its own', { blockedSinceMs: 1 }, false],
  ['an earlier start', { from: late }, true],
  ['a later end', { until: late }, true],
  ['a note', { note: 'Late train.' }, true],
  ['no code', { noCode: true }, true],
  ['no messages', { noMessages: true }, true],
])('a guest who books again may expect what the user decided: %s', (_what, wish, expected) => {
  expect(carriesWishes({ ...noStayWish(), ...wish })).toBe(expected);
});

describe('for a guest who booked again', () => {
  it('a guest who was to be told nothing is told nothing', () => {
    expect(followed({ noMessages: true })).toMatchObject({ wish: { noMessages: true }, left: [], told: [] });
  });
  it('the note follows, and a later end, in the same sync', () => {
    const result = followed({ note: 'Late train.', until: late });
    expect(result).toMatchObject({ wish: { note: 'Late train.', from: null, until: late }, left: [], told: [], ends: ['14:00'] });
  });
  it('no code does not, since it would lock out the guest, and the user is told', () => {
    const result = followed({ noCode: true, note: 'Key safe.' });
    expect(result).toMatchObject({ wish: { note: 'Key safe.' }, left: ['no-code'], told: ['problem.no-code-left'], ends: ['12:00'] });
    expect(followed({ noCode: true }, [former(), next()], {}, { codes: [] })).toMatchObject({
      told: ['problem.no-code-left'],
      ends: ['12:00'],
    });
  });
  it.each([
    ['would let the guest in for less time', { until: { day: 0, time: wall('09:00') } }, {}, []],
    ['belong to a day that is another one now', { until: late }, { departure: date('2026-11-28') }, []],
    ['belong to another unit', { until: late }, { unitId: 102 }, []],
    [
      'would cross another stay',
      { until: { day: 0, time: wall('16:00') } },
      {},
      [booking({ id: 14, guestName: 'Otto', arrival: date('2026-11-27'), departure: date('2026-11-29') })],
    ],
  ] as const)('times do not that %s', (_what, wish, changes, others) => {
    const units = [101, 102].map((unitId) => ({ unitId, doors: settings().mapping.units[0]?.doors ?? [] }));
    const result = followed(wish, [former(), next(changes), ...others], {}, { settings: settings({ units }) });
    expect(result).toMatchObject({ wish: { from: null, until: null }, left: ['own-times'], told: ['problem.own-times-left'] });
  });
  it('an earlier start follows on the same day of arrival', () => {
    const early = { day: 0, time: wall('13:00') };
    expect(followed({ from: early }, [former(), next({ departure: date('2026-11-28') })])).toMatchObject({
      wish: { from: early },
      left: [],
    });
  });
  it('nothing replaces what the user decided about the new booking', () => {
    const own = { note: 'Mine.', until: { day: 0, time: wall('13:00') } };
    expect(followed({ note: 'Old.', until: late }, [former(), next()], own)).toMatchObject({ wish: own, left: [], told: [] });
    expect(followed({ noCode: true }, [former(), next()], { noCode: true }).left).toEqual([]);
  });
  it('nothing follows twice, and the user is told until a day after the arrival or they decided', () => {
    const first = followed({ until: { day: 0, time: wall('09:00') } }).found.input;
    const wishes = { ...NO_WISHES, stays: new Map([...first.wishes.stays, [bookingId(13), noStayWish()]]) };
    const again = { ...first, wishes };
    expect([followWishes(again).wishes.size, plan(again).problems.map(({ kind }) => kind)]).toEqual([0, ['wish-left']]);
    expect(plan({ ...again, nowMs: NOW_MS + 2.5 * 86_400_000 }).problems.map(({ kind }) => kind)).not.toContain('wish-left');
    const decided = { ...wishes, stays: new Map([...wishes.stays, [bookingId(13), { ...noStayWish(), until: late }]]) };
    expect(plan({ ...again, wishes: decided }).problems).toEqual([]);
    expect(plan({ ...again, bookings: input({}).bookings }).remember).toContainEqual({ kind: 'wishes-followed', key: '13', value: null });
  });
  it.each([
    ['another guest', [former(), by({ id: 13 }, 'other@demo.invalid')]],
    ['a booking that is alive', [former({ state: 'live' }), next()]],
  ])('nothing follows from %s', (_what, bookings) => {
    expect(followed({ note: 'x', until: late }, bookings).wish).toBeNull();
  });
  it('with the name alone it follows once the user said that it is the same guest', () => {
    const nameless = [booking({ id: 12, state: 'cancelled' }), booking({ id: 13 })];
    expect(followed({ note: 'x' }, nameless).wish).toBeNull();
    const remembered = { ...nothingRemembered(), 'booked-again': new Map([['13', { from: bookingId(12), guest: 'same' as const }]]) };
    expect(followed({ note: 'x' }, nameless, {}, { memory: { remembered } }).wish).toMatchObject({ note: 'x' });
  });
});
