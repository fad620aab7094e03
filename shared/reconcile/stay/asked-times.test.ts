import { describe, expect, it } from 'vitest';
import { booking, date, DOOR, input, NOW_MS, problemKinds, SECOND_DOOR, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import type { Booking } from '../../domain/booking.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { Plan } from '../../domain/plan.ts';
import { noStayWish, noWishes, withTimes } from '../../domain/wishes.ts';
import { answerEffect } from '../../questions/registry.ts';
import { plan } from '../plan.ts';

const NIGHT = booking({ checkOut: wall('02:00') });
const WITHIN_A_DAY = booking({ departure: date('2026-11-24') });
const at = (moment: string) => Date.parse(moment);
const next = (changes: Parameters<typeof booking>[0] = {}) =>
  booking({ id: 13, guestName: 'Otto Berg', arrival: date('2026-11-27'), departure: date('2026-11-29'), ...changes });

function asked(parts: InputParts) {
  const planned = plan(input(parts));
  return { planned, choices: planned.problems.find(({ kind }) => kind === 'times-asked')?.question?.choices ?? null };
}
/** What the next sync knows. */
function after({ remember }: Plan, known = nothingRemembered()): Remembered {
  const values = new Map(known['asked-times']);
  for (const one of remember) {
    if (one.kind !== 'asked-times') continue;
    if (one.value === null) values.delete(one.key);
    else values.set(one.key, one.value);
  }
  return { ...known, 'asked-times': values };
}
function answered(planned: Plan, choice: string) {
  const remembered = after(planned);
  const effect = answerEffect(
    { memory: input({ memory: { remembered } }).memory, settings: settings(), wishes: noWishes() },
    'times:12',
    choice,
  );
  if (!effect.ok) return expect.fail(effect.error);
  const { times, remember } = effect.value;
  const wishes = times === undefined ? noWishes() : withTimes(noWishes(), times.id, times);
  return {
    memory: { remembered: after({ remember } as Plan, remembered) },
    wishes: { ...NO_WISHES, stays: new Map(wishes.stays.map(({ bookingId: id, wish }) => [id, wish])) },
  };
}
const ends = ({ operations }: Plan) =>
  operations.map((one) =>
    one.kind === 'delete' ? one.kind : `${one.record.startDate} ${one.record.startTime} ${one.record.endDate} ${one.record.endTime}`,
  );

describe('a check-out at night', () => {
  it.each([
    ['usual', '2026-11-24 15:00 2026-11-27 12:00'],
    ['morning-of-departure', '2026-11-24 15:00 2026-11-27 02:00'],
    ['night-after', '2026-11-24 15:00 2026-11-28 02:00'],
  ])('is asked about until the user answers: %s', (choice, window) => {
    const { planned, choices } = asked({ bookings: [NIGHT] });
    expect([choices, ends(planned)]).toEqual([['usual', 'morning-of-departure', 'night-after'], ['2026-11-24 15:00 2026-11-27 12:00']]);
    const then = answered(planned, choice);
    const result = asked({ bookings: [NIGHT], ...then });
    expect([result.choices, ends(result.planned), problemKinds(result.planned)]).toEqual([null, [window], []]);
  });
  it('is asked about again when the booking says another time or day, and not while the bookings are incomplete', () => {
    const usual = answered(asked({ bookings: [NIGHT] }).planned, 'usual');
    for (const changes of [{ checkOut: wall('03:00') }, { departure: date('2026-11-28') }])
      expect(asked({ bookings: [{ ...NIGHT, ...changes }], ...usual }).choices).not.toBeNull();
    const gone = asked({ bookings: [], complete: false, ...usual }).planned;
    expect(gone.remember.filter(({ kind }) => kind === 'asked-times')).toEqual([]);
    for (const bookings of [[], [booking()]])
      expect(asked({ bookings, ...usual }).planned.remember).toContainEqual({ kind: 'asked-times', key: '12', value: null });
  });
  it('offers no night in which another guest is there', () => {
    const units = [
      { unitId: 101, doors: [DOOR] },
      { unitId: 102, doors: [DOOR, SECOND_DOOR] },
      { unitId: 103, doors: [SECOND_DOOR] },
    ];
    const choices = (other: ReturnType<typeof next>) => asked({ settings: settings({ units }), bookings: [NIGHT, other] }).choices;
    expect(choices(next())).toEqual(['usual', 'morning-of-departure']);
    expect(choices(next({ unitId: 102 }))).toEqual(['usual', 'morning-of-departure']);
    for (const other of [next({ unitId: 103 }), next({ state: 'cancelled' }), next({ arrival: date('2026-11-28') })])
      expect(choices(other)).toContain('night-after');
  });
  it('offers no longer stay where another guest is there when it begins', () => {
    const before = booking({ id: 11, guestName: 'Otto Berg', arrival: date('2026-11-20'), departure: date('2026-11-24') });
    const late = settings({ unit: { bufferAfterMinutes: 300 } });
    expect(asked({ settings: late, bookings: [NIGHT, before] }).choices).toEqual(['usual', 'morning-of-departure']);
  });
  it('offers no moment that has passed, and asks nothing of a stay that is over or is to have no code', () => {
    const left = { bookings: [booking({ arrival: date('2026-11-20'), departure: date('2026-11-23'), checkOut: wall('02:00') })] };
    expect(asked(left).choices).toEqual(['usual', 'night-after']);
    expect(asked({ ...left, nowMs: NOW_MS + 4 * 3_600_000 }).choices).toBeNull();
    const none = withTimes(noWishes(), bookingId(12), { from: null, until: null }).stays.map(({ wish }) => ({ ...wish, noCode: true }));
    const wishes = { ...NO_WISHES, stays: new Map(none.map((wish) => [bookingId(12), wish])) };
    expect(asked({ bookings: [NIGHT], wishes }).choices).toBeNull();
  });
});

describe('a stay within one day', () => {
  it.each([
    ['between-guests', ['2026-11-24 12:00 2026-11-24 15:00'], []],
    ['whole-day', ['2026-11-24 06:00 2026-11-24 23:59'], []],
    // Without a code, which is told all the same.
    ['usual', [], ['bad-booking-dates']],
  ])('is asked about: %s', (choice, window, kinds) => {
    const { planned, choices } = asked({ bookings: [WITHIN_A_DAY] });
    expect(choices).toEqual(['usual', 'between-guests', 'whole-day']);
    expect([ends(planned), problemKinds(planned)]).toEqual([[], ['bad-booking-dates', 'times-asked']]);
    const result = asked({ bookings: [WITHIN_A_DAY], ...answered(planned, choice) });
    expect([ends(result.planned), problemKinds(result.planned)]).toEqual([window, kinds]);
  });
  it('offers the hours between two guests on a day that has others', () => {
    const others = [next({ arrival: date('2026-11-24') }), next({ id: 11, arrival: date('2026-11-20'), departure: date('2026-11-24') })];
    expect(asked({ bookings: [WITHIN_A_DAY, ...others] }).choices).toEqual(['usual', 'between-guests']);
  });
  it('asks nothing with its own times, nor once its day is over', () => {
    expect(asked({ bookings: [{ ...WITHIN_A_DAY, checkIn: wall('10:00'), checkOut: wall('18:00') }] }).choices).toBeNull();
    expect(asked({ bookings: [WITHIN_A_DAY], nowMs: NOW_MS + 2 * 86_400_000 }).choices).toBeNull();
  });
});

describe('what is asked', () => {
  const CHECK_IN = at('2026-11-24T15:00:00+01:00');
  const noCode = { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), noCode: true }]]) };
  const noDoors = settings({
    units: [
      { unitId: 101, doors: [] },
      { unitId: 102, doors: [DOOR] },
    ],
  });
  it.each<readonly [string, InputParts]>([
    ['is cancelled', { bookings: [{ ...NIGHT, state: 'cancelled' }, next()] }],
    ['is within one day and cancelled', { bookings: [{ ...WITHIN_A_DAY, state: 'cancelled' }] }],
    ['is within one day and of an unknown type', { bookings: [{ ...WITHIN_A_DAY, state: 'unknown' }] }],
    ['is to have no code', { bookings: [NIGHT], wishes: noCode }],
    ['is within one day and to have no code', { bookings: [WITHIN_A_DAY], wishes: noCode }],
    ['is in a unit without doors', { bookings: [NIGHT], settings: noDoors }],
    ['is within one day in a unit without doors', { bookings: [WITHIN_A_DAY], settings: noDoors }],
    ['is within one day in a unit that is not mapped', { bookings: [booking({ ...WITHIN_A_DAY, unitId: 999 })] }],
    [
      'is over, while another is not',
      { bookings: [booking({ ...NIGHT, arrival: date('2026-11-20'), departure: date('2026-11-22') }), next()] },
    ],
  ])('is nothing about a stay that %s', (_what, parts) => {
    const { planned, choices } = asked(parts);
    expect([choices, planned.remember.filter(({ kind }) => kind === 'asked-times')]).toEqual([null, []]);
  });

  it('is remembered once, with what is said and offered', () => {
    const planned = plan(input({ bookings: [NIGHT] }));
    const remembered = after(planned);
    const offers = [
      { choice: 'morning-of-departure', from: null, until: { day: 0, time: '02:00' } },
      { choice: 'night-after', from: null, until: { day: 1, time: '02:00' } },
    ];
    const about = { bookingId: 12, day: '2026-11-27', until: '2026-11-27T12:00', isAnswered: false };
    expect([...remembered['asked-times']]).toEqual([['12', { ...about, asks: 'night-check-out', says: '02:00', offers }]]);
    const again = plan(input({ bookings: [NIGHT], memory: { remembered } }));
    expect([again.remember.filter(({ kind }) => kind === 'asked-times'), problemKinds(again)]).toEqual([[], ['times-asked']]);
  });
  it.each<readonly [string, Booking, string | null]>([
    ['no time', WITHIN_A_DAY, null],
    ['only its check-out', { ...WITHIN_A_DAY, checkOut: wall('18:00') }, '2026-11-24T18:00'],
  ])('about a stay within one day is both times, where the booking says %s', (_what, one, until) => {
    // Between these nothing is left.
    const planned = plan(input({ bookings: [one], settings: settings({ times: { checkIn: '12:00', checkOut: '12:00' } }) }));
    const offers = [{ choice: 'whole-day', from: { day: 0, time: '06:00' }, until: { day: 0, time: '23:59' } }];
    const value = { bookingId: 12, asks: 'same-day', says: null, day: '2026-11-24', until, offers, isAnswered: false };
    expect(after(planned)['asked-times'].get('12')).toEqual(value);
  });
  it('about a stay within one day is asked until its day is over at the lock', () => {
    const evening = at('2026-11-24T23:30:00+01:00');
    const athens = settings({ locks: [{ lockId: 11, timeZone: 'Europe/Athens' }] });
    expect(asked({ bookings: [WITHIN_A_DAY], nowMs: evening }).choices).toEqual(['usual', 'whole-day']);
    expect(asked({ bookings: [WITHIN_A_DAY], nowMs: evening, settings: athens }).choices).toBeNull();
    expect(asked({ bookings: [WITHIN_A_DAY], nowMs: CHECK_IN - 60_000 }).choices).toEqual(['usual', 'between-guests', 'whole-day']);
    expect(asked({ bookings: [WITHIN_A_DAY], nowMs: CHECK_IN }).choices).toEqual(['usual', 'whole-day']);
  });
});
