import { describe, expect, it } from 'vitest';
import { booking, date, settings, wall } from '../../tests/reconcile/fixtures.ts';
import type { Booking } from '../domain/booking.ts';
import type { BookingId } from '../domain/ids.ts';
import type { Settings } from '../domain/settings.ts';
import { bookingId } from '../../tests/support/ids.ts';
import { unitWindows } from './stay-window.ts';
import type { StayTimes, TimesWish } from './stay-window.ts';

interface World {
  readonly unit?: Record<string, unknown>;
  readonly times?: Partial<Settings['times']>;
  readonly others?: readonly Booking[];
  readonly wishes?: ReadonlyMap<BookingId, TimesWish>;
}
/** The stay of booking 12, from 24 to 27 November; usually 15:00 to 12:00. */
function timesOf(stay: Booking, { unit = {}, times = {}, others = [], wishes }: World = {}): StayTimes {
  const made = settings({ unit });
  const found = unitWindows(made.mapping.units[0] ?? null, [stay, ...others], { ...made, times: { ...made.times, ...times } }, wishes).get(
    stay.id,
  );
  if (found === undefined) throw new Error('The stay has no window.');
  return found;
}
const span = ({ window: { start, end } }: StayTimes): string => `${start.slice(5)} ${end.slice(5)}`;
const opens = (checkIn: string, world?: World): StayTimes => timesOf(booking({ checkIn: wall(checkIn) }), world);
const closes = (checkOut: string, world?: World): StayTimes => timesOf(booking({ checkOut: wall(checkOut) }), world);
/** Leaves on the day of arrival of booking 12. */
const before = (changes: Parameters<typeof booking>[0] = {}): Booking =>
  booking({ id: 11, arrival: date('2026-11-20'), departure: date('2026-11-24'), ...changes });
/** Arrives on its day of departure. */
const after = (changes: Parameters<typeof booking>[0] = {}): Booking =>
  booking({ id: 13, arrival: date('2026-11-27'), departure: date('2026-11-30'), ...changes });

describe('the window of a stay that widens', () => {
  it('is the usual one without times in the booking, with the buffers, also over midnight', () => {
    expect(timesOf(booking())).toEqual({
      window: { start: '2026-11-24T15:00', end: '2026-11-27T12:00' },
      start: { source: 'default', overruled: null },
      end: { source: 'default', overruled: null },
      asks: null,
      crosses: [],
      isWishUnusable: false,
    });
    const own = timesOf(booking(), { unit: { checkIn: '16:00', bufferBeforeMinutes: 30, bufferAfterMinutes: 1_440 } });
    expect([span(own), own.start.source, own.end.source]).toEqual(['11-24T15:30 11-28T12:00', 'unit', 'default']);
    expect(timesOf(booking(), { unit: { checkOut: '11:00' } })).toMatchObject({ start: { source: 'default' }, end: { source: 'unit' } });
  });
  it('is wall time, also when the clocks change', () => {
    const stay = booking({ arrival: date('2026-03-28'), departure: date('2026-03-29'), checkIn: wall('13:00') });
    expect(timesOf(stay, { unit: { bufferAfterMinutes: 60 } }).window).toEqual({ start: '2026-03-28T13:00', end: '2026-03-29T13:00' });
  });
  it.each(['00:00', '15:00'])('says nothing of a check-in at %s', (checkIn) => {
    expect(opens(checkIn)).toEqual(timesOf(booking()));
  });
  it('never opens later, or closes earlier, because a booking says so', () => {
    const late = opens('22:00');
    expect(span(late)).toBe('11-24T15:00 11-27T12:00');
    expect(late.start).toEqual({ source: 'default', overruled: { says: '22:00', because: 'later-than-usual', otherId: null } });
    const early = closes('08:00');
    expect(span(early)).toBe('11-24T15:00 11-27T12:00');
    expect(early.end.overruled).toEqual({ says: '08:00', because: 'earlier-than-usual', otherId: null });
  });
  it('is as usual for a time at which it opens or closes anyway, whoever is inside before or after', () => {
    const usual = { source: 'default', overruled: null };
    expect(opens('14:30', { unit: { bufferBeforeMinutes: 30 }, others: [before()] }).start).toEqual(usual);
    expect(closes('12:30', { unit: { bufferAfterMinutes: 30 }, others: [after()] }).end).toEqual(usual);
  });
  it('opens earlier while the unit is free, at most by the hours of the settings', () => {
    expect([span(opens('13:00')), opens('13:00').start]).toEqual(['11-24T13:00 11-27T12:00', { source: 'booking', overruled: null }]);
    const tooEarly = opens('09:00', { others: [before({ departure: date('2026-11-23') })] });
    expect(span(tooEarly)).toBe('11-24T11:00 11-27T12:00');
    expect(tooEarly.start).toEqual({ source: 'booking', overruled: { says: '09:00', because: 'too-early', otherId: null } });
    expect(span(opens('09:00', { times: { maxEarlyMinutes: 600 } }))).toBe('11-24T09:00 11-27T12:00');
    expect(opens('09:00', { times: { maxEarlyMinutes: 0 } }).start.source).toBe('default');
    expect(span(opens('09:00', { unit: { times: { maxEarlyMinutes: 60 } } }))).toBe('11-24T14:00 11-27T12:00');
  });
  it('does not open earlier on a day on which another guest leaves, and names that guest', () => {
    const held = opens('09:00', { others: [before()] });
    expect(span(held)).toBe('11-24T15:00 11-27T12:00');
    expect(held.start).toEqual({ source: 'default', overruled: { says: '09:00', because: 'guest-leaves', otherId: 11 } });
  });
  it('opens after that guest’s usual check-out and the cleaning time, where there is one', () => {
    const soon = opens('09:00', { others: [before({ checkOut: wall('10:00') })], times: { cleaningMinutes: 60 } });
    expect([span(soon), soon.start]).toEqual([
      '11-24T13:00 11-27T12:00',
      { source: 'booking', overruled: { says: '09:00', because: 'guest-leaves', otherId: 11 } },
    ]);
    expect(opens('14:00', { others: [before()], unit: { times: { cleaningMinutes: 60 } } }).start).toEqual({
      source: 'booking',
      overruled: null,
    });
    // The guest who is inside until 14:00 keeps the hour.
    const later = opens('13:00', { others: [before({ checkOut: wall('14:00') })], times: { cleaningMinutes: 30 } });
    expect(span(later)).toBe('11-24T14:30 11-27T12:00');
  });
  it('closes later, until the next guest’s usual check-in', () => {
    expect([span(closes('18:00')), closes('18:00').end]).toEqual(['11-24T15:00 11-27T18:00', { source: 'booking', overruled: null }]);
    const next = closes('18:00', { others: [after({ checkIn: wall('20:00') })] });
    expect([span(next), next.end]).toEqual([
      '11-24T15:00 11-27T15:00',
      { source: 'booking', overruled: { says: '18:00', because: 'guest-arrives', otherId: 13 } },
    ]);
    // A buffer belongs to the usual times.
    expect(span(closes('18:00', { others: [after()], unit: { bufferBeforeMinutes: 60 } }))).toBe('11-24T14:00 11-27T14:00');
    const none = closes('13:00', { others: [after()], unit: { checkIn: '12:00' } });
    expect([span(none), none.end.source]).toEqual(['11-24T12:00 11-27T12:00', 'default']);
  });
  it('adds no buffer to a time of the booking, which never shortens the buffer either', () => {
    const unit = { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 };
    expect(span(timesOf(booking({ checkIn: wall('13:00'), checkOut: wall('14:00') }), { unit }))).toBe('11-24T13:00 11-27T14:00');
    const within = timesOf(booking({ checkIn: wall('14:30'), checkOut: wall('12:30') }), { unit });
    expect([span(within), within.start.overruled, within.end.overruled]).toEqual(['11-24T14:00 11-27T13:00', null, null]);
  });
  it.each(['14:00', '13:30', '13:31'])('is not kept from widening by a day stay from %s to 13:30, which is no window', (checkIn) => {
    const dayStay = after({ departure: date('2026-11-27'), checkIn: wall(checkIn), checkOut: wall('13:30') });
    expect(span(closes('15:00', { others: [dayStay] }))).toBe('11-24T15:00 11-27T15:00');
  });
  it('keeps clear of a day stay’s own hours, not of usual times that are none of a day', () => {
    const dayStay = (checkIn: string, checkOut: string) =>
      after({ departure: date('2026-11-27'), checkIn: wall(checkIn), checkOut: wall(checkOut) });
    expect(span(closes('15:30', { others: [dayStay('16:00', '18:00')] }))).toBe('11-24T15:00 11-27T15:30');
    expect(span(closes('17:00', { others: [dayStay('16:00', '18:00')] }))).toBe('11-24T15:00 11-27T16:00');
    const noon = { unit: { checkIn: '12:00', checkOut: '12:00' }, others: [dayStay('13:00', '15:00')] };
    expect(span(closes('12:30', noon))).toBe('11-24T12:00 11-27T12:30');
  });
  it('does not widen into a stay that it overlaps anyway, nor because of a cancelled one, but because of a blocked or unknown one', () => {
    const across = booking({ id: 14, arrival: date('2026-11-25'), departure: date('2026-11-29') });
    expect(span(closes('18:00', { others: [across] }))).toBe('11-24T15:00 11-27T12:00');
    expect(span(closes('18:00', { others: [after({ state: 'cancelled' })] }))).toBe('11-24T15:00 11-27T18:00');
    for (const state of ['blocked', 'unknown'] as const) {
      expect(span(closes('18:00', { others: [after({ state })] }))).toBe('11-24T15:00 11-27T15:00');
    }
  });
  it('keeps clear of what the user gave a neighbour, and of the usual times of one that the user shortened', () => {
    const wish = (id: number, given: Partial<TimesWish>) => new Map([[bookingId(id), { from: null, until: null, ...given }]]);
    const early = wish(13, { from: { day: 0, time: wall('13:30') } });
    expect(span(closes('18:00', { others: [after()], wishes: early }))).toBe('11-24T15:00 11-27T13:30');
    const later = wish(13, { from: { day: 0, time: wall('20:00') } });
    expect(span(closes('18:00', { others: [after()], wishes: later }))).toBe('11-24T15:00 11-27T15:00');
    const longer = wish(11, { until: { day: 0, time: wall('13:00') } });
    expect(span(opens('12:30', { others: [before()], wishes: longer, times: { cleaningMinutes: 0 } }))).toBe('11-24T13:00 11-27T12:00');
    const shorter = wish(11, { until: { day: 0, time: wall('09:00') } });
    expect(span(opens('11:00', { others: [before()], wishes: shorter, times: { cleaningMinutes: 0 } }))).toBe('11-24T12:00 11-27T12:00');
  });
  it('keeps clear of the exact time of a neighbour', () => {
    const unit = { times: { checkInMode: 'exact' } };
    expect(span(closes('18:00', { unit, others: [after({ checkIn: wall('13:00') })] }))).toBe('11-24T15:00 11-27T13:00');
  });
});

describe('times at night', () => {
  it.each(['00:01', '02:00', '05:59'])('a check-in at %s is the night after the day of arrival', (checkIn) => {
    for (const checkInMode of ['widen', 'exact'] as const) {
      const night = opens(checkIn, { times: { checkInMode } });
      expect([span(night), night.start]).toEqual([
        '11-24T15:00 11-27T12:00',
        { source: 'default', overruled: { says: checkIn, because: 'next-night', otherId: null } },
      ]);
    }
    expect(span(opens('06:00', { times: { maxEarlyMinutes: 1_440 } }))).toBe('11-24T06:00 11-27T12:00');
  });
  it.each(['00:01', '05:59'])('a check-out at %s is asked about, and the usual one counts meanwhile', (checkOut) => {
    for (const checkOutMode of ['widen', 'exact'] as const) {
      const night = closes(checkOut, { times: { checkOutMode } });
      expect([span(night), night.asks]).toEqual(['11-24T15:00 11-27T12:00', 'night-check-out']);
      expect(night.end.overruled).toEqual({ says: checkOut, because: 'asked', otherId: null });
    }
    expect(closes(checkOut, { times: { checkOutMode: 'usual' } }).asks).toBeNull();
    const answered = new Map([[bookingId(12), { from: null, until: { day: 1, time: wall('02:00') } }]]);
    const night = closes(checkOut, { wishes: answered });
    expect([span(night), night.asks, night.end]).toEqual(['11-24T15:00 11-28T02:00', null, { source: 'user', overruled: null }]);
  });
});

describe('the other modes', () => {
  it('usual ignores the times of the booking, and says so', () => {
    const usual = timesOf(booking({ checkIn: wall('13:00'), checkOut: wall('14:00') }), {
      unit: { times: { checkInMode: 'usual', checkOutMode: 'usual' } },
    });
    expect(span(usual)).toBe('11-24T15:00 11-27T12:00');
    expect([usual.start.overruled?.because, usual.end.overruled?.because]).toEqual(['usual-times', 'usual-times']);
  });
  it('exact uses them as they are, with the buffers; each end has its own mode, and the unit’s counts', () => {
    const times = { checkInMode: 'exact', checkOutMode: 'exact' } as const;
    const late = timesOf(booking({ checkIn: wall('22:00'), checkOut: wall('09:00') }), {
      times,
      unit: { bufferBeforeMinutes: 30, bufferAfterMinutes: 15 },
    });
    expect(span(late)).toBe('11-24T21:30 11-27T09:15');
    expect(late.start).toEqual({ source: 'booking', overruled: null });
    const mixed = timesOf(booking({ checkIn: wall('22:00'), checkOut: wall('09:00') }), {
      times,
      unit: { times: { checkInMode: 'widen' } },
    });
    expect(span(mixed)).toBe('11-24T15:00 11-27T09:00');
  });
});

describe('a stay within one day', () => {
  const sameDay = (checkIn: string | null, checkOut: string | null) =>
    timesOf(
      booking({
        departure: date('2026-11-24'),
        checkIn: checkIn === null ? null : wall(checkIn),
        checkOut: checkOut === null ? null : wall(checkOut),
      }),
    );
  it('has the times of its booking', () => {
    expect([span(sameDay('10:00', '14:00')), sameDay('10:00', '14:00').asks]).toEqual(['11-24T10:00 11-24T14:00', null]);
    expect(sameDay('10:00', '14:00').end.source).toBe('booking');
    const day = booking({ departure: date('2026-11-24'), checkIn: wall('10:00'), checkOut: wall('14:00') });
    expect(span(timesOf(day, { unit: { bufferBeforeMinutes: 30, bufferAfterMinutes: 45 } }))).toBe('11-24T09:30 11-24T14:45');
  });
  it('is asked about without them', () => {
    expect([span(sameDay('10:00', null)), sameDay('10:00', null).asks]).toEqual(['11-24T10:00 11-24T12:00', 'same-day']);
    expect(sameDay(null, null).asks).toBe('same-day');
    expect(sameDay('10:00', '02:00').asks).toBe('same-day');
  });
  it('is one like any other where the usual times are a window', () => {
    const stay = booking({ departure: date('2026-11-24'), checkIn: wall('10:00'), checkOut: wall('14:00') });
    const day = timesOf(stay, { unit: { checkIn: '08:00', checkOut: '20:00' } });
    expect([span(day), day.asks]).toEqual(['11-24T08:00 11-24T20:00', null]);
  });
  it('takes its hours from the stays around it', () => {
    const day = booking({
      id: 14,
      arrival: date('2026-11-27'),
      departure: date('2026-11-27'),
      checkIn: wall('13:00'),
      checkOut: wall('14:00'),
    });
    expect(span(closes('18:00', { others: [day, after()] }))).toBe('11-24T15:00 11-27T13:00');
  });
});

it('the cleaning time fills the minutes between check-out and check-in where nobody set it', () => {
  const times = { checkIn: '15:30', checkOut: '11:15' };
  expect(span(opens('09:00', { others: [before()], unit: times }))).toBe('11-24T15:30 11-27T11:15');
  expect(span(opens('09:00', { others: [before()], unit: { ...times, times: { cleaningMinutes: 225 } } }))).toBe('11-24T15:00 11-27T11:15');
});

describe('times that the user gave', () => {
  const given = (wish: TimesWish, world: World = {}) =>
    timesOf(booking({ checkIn: wall('22:00') }), { ...world, wishes: new Map([[bookingId(12), wish]]) });
  it('count from the days of the stay, without buffers, and name the stays they cross', () => {
    const wish = { from: { day: -1, time: wall('18:00') }, until: { day: 0, time: wall('17:00') } };
    const own = given(wish, { unit: { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 }, others: [before(), after()] });
    expect(span(own)).toBe('11-23T18:00 11-27T17:00');
    expect([own.start, own.end, own.crosses]).toEqual([
      { source: 'user', overruled: null },
      { source: 'user', overruled: null },
      [bookingId(11), bookingId(13)],
    ]);
    const kept = given({ from: { day: 0, time: wall('12:00') }, until: null }, { others: [before(), after()] });
    expect([span(kept), kept.crosses]).toEqual(['11-24T12:00 11-27T12:00', []]);
    const wishes = new Map([[bookingId(13), { from: { day: -1, time: wall('18:00') }, until: null }]]);
    expect(timesOf(booking(), { others: [after()], wishes }).crosses).toEqual([]);
    const day = date('2026-11-25');
    const noTime = after({ arrival: day, departure: day, checkIn: wall('13:30'), checkOut: wall('13:30') });
    expect(given(wish, { others: [noTime] }).crosses).toEqual([]);
  });
  it('are not used when they are no window, since a guest without a code would be shut out', () => {
    const wrong = given({ from: { day: 2, time: wall('18:00') }, until: { day: -2, time: wall('10:00') } });
    expect([span(wrong), wrong.isWishUnusable, wrong.start.source]).toEqual(['11-24T15:00 11-27T12:00', true, 'default']);
  });
  it('answer what was asked about a day stay', () => {
    const stay = booking({ departure: date('2026-11-24') });
    const wish = { from: { day: 0, time: wall('09:00') }, until: { day: 0, time: wall('17:00') } };
    const own = timesOf(stay, { wishes: new Map([[stay.id, wish]]) });
    expect([span(own), own.asks]).toEqual(['11-24T09:00 11-24T17:00', null]);
  });
});
