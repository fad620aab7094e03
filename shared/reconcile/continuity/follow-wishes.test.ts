import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { Secret } from '../../secret.ts';
import { booking, code, date, DOOR, input, NOW_MS, SECOND_DOOR, settings, wall } from '../../../tests/reconcile/fixtures.ts';
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
    expect(result).toMatchObject({ left: [], told: [], ends: ['14:00'] });
    expect(result.wish).toEqual({ note: 'Late train.', from: null, until: late });
    const value = { bookingId: 13, from: 12, left: [] };
    expect(result.found.remember).toEqual([{ kind: 'wishes-followed', key: '13', value }]);
  });
  it('no code does not, since it would lock out the guest, and the user is told', () => {
    const result = followed({ noCode: true, note: 'Key safe.' });
    const about = { text: { key: 'problem.no-code-left', parameters: { other: '12' } }, retryable: false, bookingId: 13 };
    expect(plan(result.found.input).problems).toEqual([{ kind: 'wish-left', ...about }]);
    expect(result).toMatchObject({ wish: { note: 'Key safe.' }, left: ['no-code'], told: ['problem.no-code-left'], ends: ['12:00'] });
    expect(followed({ noCode: true }, [former(), next()], {}, { codes: [] })).toMatchObject({
      told: ['problem.no-code-left'],
      ends: ['12:00'],
    });
  });
  const at = (time: string) => ({ day: 0, time: wall(time) });
  const otto = (changes: Changes) => booking({ id: 14, guestName: 'Otto', ...changes });
  it.each<readonly [string, Partial<StayWish>, Changes, readonly Booking[]]>([
    ['let the guest in for less time', { until: at('09:00') }, {}, []],
    ['let the guest in later', { from: at('18:00') }, {}, []],
    ['belong to a day of departure that is another one now', { until: late }, { departure: date('2026-11-28') }, []],
    ['belong to a day of arrival that is another one now', { from: at('13:00') }, { arrival: date('2026-11-25') }, []],
    ['belong to another unit', { from: at('13:00'), until: late }, { unitId: 102 }, []],
    ['would cross the next stay', { until: at('16:00') }, {}, [otto({ arrival: date('2026-11-27'), departure: date('2026-11-29') })]],
    ['would cross the stay before', { from: at('11:00') }, {}, [otto({ arrival: date('2026-11-20'), departure: date('2026-11-24') })]],
  ])('times do not that %s', (_what, wish, changes, others) => {
    const units = [101, 102].map((unitId) => ({ unitId, doors: [unitId === 101 ? DOOR : SECOND_DOOR] }));
    const result = followed(wish, [...others, former(), next(changes)], {}, { settings: settings({ units }) });
    expect(result).toMatchObject({ wish: { from: null, until: null }, left: ['own-times'], told: ['problem.own-times-left'] });
  });
  it('times do not of a booking that is gone, whose days are not certain', () => {
    const gone: InputParts = {
      lookups: new Map([[12, { kind: 'missing' }]]),
      memory: {
        missingSinceMs: new Map([[12, NOW_MS - 3_600_000]]),
        remembered: { ...nothingRemembered(), 'booked-again': new Map([['13', { from: bookingId(12), guest: 'same' }]]) },
      },
    };
    expect(followed({ from: at('13:00'), until: late }, [next()], {}, gone)).toMatchObject({ wish: { from: null }, left: ['own-times'] });
  });
  it.each<readonly [string, Partial<StayWish>, Changes]>([
    ['an earlier start follows on the same day of arrival', { from: at('13:00') }, { departure: date('2026-11-28') }],
    ['a later end follows on the same day of departure', { until: late }, { arrival: date('2026-11-25') }],
    ['those that are as usual follow', { from: at('15:00'), until: at('12:00') }, {}],
    ['both follow, beside other stays that are not in the way', { from: at('13:00'), until: late }, {}],
  ])('%s', (_what, wish, changes) => {
    const others = [
      otto({ arrival: date('2026-11-20'), departure: date('2026-11-24') }),
      otto({ id: 15, arrival: date('2026-11-28'), departure: date('2026-11-30') }),
    ];
    const result = followed(wish, [...others, former(), next(changes)]);
    expect(result).toMatchObject({ wish, left: [], told: [] });
  });
  it('what the user decided about the new booking besides stays', () => {
    const retired = { typed: null, retired: [{ digest: 'x' }] };
    const { found } = followed({ note: 'Old.' }, [former(), next()], { pin: retired });
    expect(found.input.wishes.stays.get(bookingId(13))).toMatchObject({ note: 'Old.', pin: retired });
  });
  it('nothing replaces what the user decided about the new booking', () => {
    const own = { note: 'Mine.', until: { day: 0, time: wall('13:00') } };
    expect(followed({ note: 'Old.', until: late }, [former(), next()], own)).toMatchObject({ wish: own, left: [], told: [] });
    expect(followed({ noCode: true }, [former(), next()], { noCode: true }).left).toEqual([]);
    expect(followed({ until: at('09:00') }, [former(), next()], own).left).toEqual([]);
  });
  it('nothing follows where the user decided nothing', () => {
    const read = input({ bookings: [former(), next()], codes: [code()] });
    expect(followWishes(read)).toEqual({ input: read, wishes: new Map(), remember: [] });
  });
  it('nothing follows twice', () => {
    const first = followed({ until: at('09:00') }).found.input;
    const again = { ...first, wishes: { ...NO_WISHES, stays: new Map([...first.wishes.stays, [bookingId(13), noStayWish()]]) } };
    expect([followWishes(again).wishes.size, plan(again).problems.map(({ kind }) => kind)]).toEqual([0, ['wish-left']]);
    const value = { bookingId: bookingId(15), from: bookingId(14), left: [] };
    const remembered = { ...nothingRemembered(), 'wishes-followed': new Map([['15', value]]) };
    const { input: then } = followed({ note: 'x' }, [former(), next()], {}, { memory: { remembered } }).found;
    expect([...then.memory.remembered['wishes-followed'].keys()]).toEqual(['15', '13']);
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

describe('what did not follow', () => {
  const DAY_LATER = Date.parse('2026-11-25T15:00:00+01:00');
  const both = { bookingId: bookingId(13), from: bookingId(12), left: ['own-times', 'no-code'] as const };
  function told(own: Partial<StayWish>, parts: InputParts = {}) {
    const wishes = { ...NO_WISHES, stays: new Map([[bookingId(13), { ...noStayWish(), ...own }]]) };
    const remembered = { ...nothingRemembered(), 'wishes-followed': new Map([['13', { ...both, left: [...both.left] }]]) };
    const other = booking({ id: 11, guestName: 'Otto', arrival: date('2026-12-01'), departure: date('2026-12-02') });
    const { problems, remember } = plan(input({ bookings: [other, next()], wishes, ...parts, memory: { remembered } }));
    return [
      problems.flatMap(({ kind, text }) => (kind === 'wish-left' ? [text.key.replace('problem.', '')] : [])),
      remember.filter(({ kind }) => kind === 'wishes-followed').map(({ key, value }) => [key, value]),
    ];
  }
  const ALL = ['own-times-left', 'no-code-left'];
  const FORGOTTEN = [['13', null]];
  it.each<readonly [string, Partial<StayWish>, InputParts, readonly unknown[]]>([
    ['is told', {}, {}, [ALL, []]],
    ['is told without own wishes', {}, { wishes: NO_WISHES }, [ALL, []]],
    ['is told until a day after the stay began', {}, { nowMs: DAY_LATER - 60_000 }, [ALL, []]],
    ['is told no more then', {}, { nowMs: DAY_LATER }, [[], []]],
    [
      'is told no more a day after it began at the lock',
      {},
      { nowMs: DAY_LATER - 60_000, settings: settings({ locks: [{ lockId: 11, timeZone: 'Europe/Athens' }] }) },
      [[], []],
    ],
    ['is told no more of times once the user chose a start', { from: late }, {}, [['no-code-left'], []]],
    ['is told no more of times once the user chose an end', { until: late }, {}, [['no-code-left'], []]],
    ['is told no more of times once the user blocked the guest', { blockedSinceMs: 1 }, {}, [['no-code-left'], []]],
    [
      'is told no more of a stay that is over',
      {},
      { bookings: [next({ arrival: date('2026-11-21'), departure: date('2026-11-22') })] },
      [[], []],
    ],
    ['is forgotten with the booking', {}, { bookings: [booking({ id: 11 })] }, [[], FORGOTTEN]],
    ['is kept while the list of bookings is incomplete', {}, { bookings: [booking({ id: 11 })], complete: false }, [[], []]],
  ])('%s: %j', (_rule, own, parts, expected) => {
    expect(told(own, parts)).toEqual(expected);
  });
});
