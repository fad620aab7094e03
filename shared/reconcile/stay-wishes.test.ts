/** The window of a stay for which the user gave times, and while bookings are missing that may be neighbours. */
import { describe, expect, it } from 'vitest';
import { booking, date, input, settings, wall } from '../../tests/reconcile/fixtures.ts';
import type { Booking } from '../domain/booking.ts';
import { NO_WISHES } from '../domain/plan.ts';
import type { StayWindow } from '../domain/plan.ts';
import { noStayWish } from '../domain/wishes.ts';
import type { LocalDateTime } from '../time.ts';
import { plan } from './plan.ts';
import { unitWindows } from './stay-window.ts';
import type { StayTimes, TimesWish } from './stay-window.ts';

const made = settings();
const [unit = null] = made.mapping.units;
const at = (day: number, time: string) => ({ day, time: wall(time) });
const span = ({ window: { start, end } }: StayTimes): string => `${start.slice(5)} ${end.slice(5)}`;
function timesOf(stay: Booking, wish: Partial<TimesWish>, others: readonly Booking[] = []): StayTimes | undefined {
  return unitWindows(unit, [stay, ...others], made, new Map([[stay.id, { from: null, until: null, ...wish }]])).get(stay.id);
}
const night = booking({ departure: date('2026-11-25') });
const day = booking({ departure: date('2026-11-24') });

describe('times that the user gave', () => {
  it.each<readonly [string, Booking, Partial<TimesWish>, string, boolean]>([
    ['an end at which the stay begins', night, { until: at(-1, '15:00') }, '11-24T15:00 11-25T12:00', true],
    ['a start at which the stay ends', night, { from: at(1, '12:00') }, '11-24T15:00 11-25T12:00', true],
    ['a start after their own end', night, { from: at(0, '20:00'), until: at(-1, '19:00') }, '11-24T15:00 11-25T12:00', true],
    ['one minute', night, { from: at(1, '11:59') }, '11-25T11:59 11-25T12:00', false],
    ['none, for a stay that has no window', day, {}, '11-24T15:00 11-24T12:00', false],
  ])('are used where they leave a window, else this is told: %s', (_what, stay, wish, window, isUnusable) => {
    const times = timesOf(stay, wish);
    expect([times === undefined ? '' : span(times), times?.isWishUnusable]).toEqual([window, isUnusable]);
  });

  const nightly = booking({ checkOut: wall('02:00') });
  it.each<readonly [string, Booking, Partial<TimesWish>, StayTimes['asks']]>([
    ['the start alone', nightly, { from: at(0, '14:00') }, 'night-check-out'],
    ['the end', nightly, { until: at(0, '10:00') }, null],
    ['the start of a stay within one day', day, { from: at(0, '10:00') }, 'same-day'],
    ['the end of a stay within one day', day, { until: at(0, '22:00') }, 'same-day'],
    ['both times of a stay within one day', day, { from: at(0, '10:00'), until: at(0, '22:00') }, null],
  ])('leave nothing to ask once they say what was open: %s', (_what, stay, wish, asks) => {
    expect(timesOf(stay, wish)?.asks).toBe(asks);
  });

  it('name the stays that they cross, by number', () => {
    const stay = (id: number, changes: Parameters<typeof booking>[0]) => booking({ id, ...changes });
    const others = [
      stay(30, { arrival: date('2026-11-27'), departure: date('2026-11-29') }),
      stay(13, { arrival: date('2026-11-20'), departure: date('2026-11-24') }),
      stay(14, { arrival: date('2026-11-27'), departure: date('2026-11-28'), state: 'cancelled' }),
      stay(15, { arrival: date('2026-11-29'), departure: date('2026-11-30') }),
      stay(16, { arrival: date('2026-11-27'), departure: date('2026-11-27') }),
    ];
    const crosses = (wish: Partial<TimesWish>) => timesOf(booking(), wish, others)?.crosses;
    expect(crosses({ from: at(0, '10:00'), until: at(0, '18:00') })).toEqual([13, 30]);
    expect([crosses({ from: at(0, '10:00') }), crosses({ until: at(0, '18:00') }), crosses({})]).toEqual([[13], [30], []]);
  });
});

describe('while the list of bookings is incomplete', () => {
  const wider = booking({ checkIn: wall('13:00'), checkOut: wall('14:00') });
  const given = (start: string, end: string): StayWindow => ({ start: start as LocalDateTime, end: end as LocalDateTime });
  const incomplete = (says: string) => ({ says, because: 'incomplete', otherId: null });
  it.each<readonly [string, Booking, StayWindow | null, string, readonly unknown[]]>([
    ['nothing grows', wider, null, '11-24T15:00 11-27T12:00', [incomplete('13:00'), incomplete('14:00')]],
    ['what has grown is kept', wider, given('2026-11-24T13:00', '2026-11-27T14:00'), '11-24T13:00 11-27T14:00', [null, null]],
    ['and not more', wider, given('2026-11-24T09:00', '2026-11-27T20:00'), '11-24T13:00 11-27T14:00', [null, null]],
    [
      'nor less than usual',
      wider,
      given('2026-11-24T14:00', '2026-11-27T13:00'),
      '11-24T15:00 11-27T12:00',
      [incomplete('13:00'), incomplete('14:00')],
    ],
    [
      'no more is told without a time in the booking',
      booking({ checkOut: wall('14:00') }),
      given('2026-11-24T16:00', '2026-11-27T11:00'),
      '11-24T15:00 11-27T12:00',
      [null, incomplete('14:00')],
    ],
  ])('%s', (_rule, stay, before, window, told) => {
    const times = unitWindows(unit, [stay], made, new Map(), () => before).get(stay.id);
    expect([times === undefined ? '' : span(times), [times?.start.overruled, times?.end.overruled]]).toEqual([window, told]);
  });
});

it('a time in the booking at which it is usual to come or go with the buffer or without changes nothing, and nothing is told', () => {
  const buffered = settings({ unit: { bufferBeforeMinutes: 30, bufferAfterMinutes: 45 } });
  const usual = { source: 'default', overruled: null };
  for (const [checkIn, checkOut] of [
    ['14:30', '12:45'],
    ['15:00', '12:00'],
  ] as const) {
    const stay = booking({ checkIn: wall(checkIn), checkOut: wall(checkOut) });
    const times = unitWindows(buffered.mapping.units[0] ?? null, [stay], buffered).get(stay.id);
    expect([times?.start, times?.end]).toEqual([usual, usual]);
  }
});

it.each<readonly [string, Booking, Partial<TimesWish>, object]>([
  [
    'a stay within one day without times',
    day,
    {},
    { kind: 'bad-booking-dates', text: { key: 'problem.same-day-no-code', parameters: { day: '2026-11-24' } } },
  ],
  [
    'dates in a wrong order',
    booking({ departure: date('2026-11-23') }),
    {},
    { kind: 'bad-booking-dates', text: { key: 'problem.bad-dates', parameters: { arrival: '2026-11-24', departure: '2026-11-23' } } },
  ],
  [
    'own times that are no window',
    night,
    { until: at(-1, '15:00') },
    {
      kind: 'unclear-times',
      text: {
        key: 'problem.own-times-unused',
        parameters: { arrival: '2026-11-24', departure: '2026-11-25', until: '2026-11-25T12:00' },
      },
    },
  ],
])('are told as what they are: %s', (_what, stay, wish, problem) => {
  const stays = new Map([[stay.id, { ...noStayWish(), ...wish }]]);
  const { problems } = plan(input({ bookings: [stay], wishes: { ...NO_WISHES, stays } }));
  expect(problems).toContainEqual({ ...problem, retryable: false, bookingId: 12, unitId: 101 });
});
