/** When a guest may be in a unit: by its bookings, and by every code that opens it. */
import { expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  person,
  personCode,
  SECOND_DOOR,
  settings,
  wall,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { unitId } from '../../../tests/support/ids.ts';
import type { LocalDateTime } from '../../time.ts';
import { observe } from '../observe.ts';
import { sortBookings } from '../stays.ts';
import { EVER, NEVER } from '../windows.ts';
import { createLocalClock } from '../zones.ts';
import { gapsOf, occupancyOf, withoutStays } from './between-stays.ts';

const GATE = FORMER_DOOR;
const units = [
  { unitId: 101, doors: [DOOR, GATE] },
  { unitId: 102, doors: [SECOND_DOOR, GATE] },
];
function occupancy(parts: InputParts, id = 101) {
  const read = input({ settings: settings({ units }), ...parts });
  const observation = observe(read);
  const sorted = sortBookings(read, observation, createLocalClock(read.settings, read.nowMs));
  const { busy, checkOuts } = occupancyOf(unitId(id), read, observation, sorted);
  return [busy.map(({ start, end }) => [start, end]), checkOuts];
}
const STAY = ['2026-11-24T15:00', '2026-11-27T12:00'];
const OTHER = { startDate: date('2026-12-01'), startTime: wall('15:00'), endDate: date('2026-12-03'), endTime: wall('12:00') };
const TIMES = ['2026-12-01T15:00', '2026-12-03T12:00'];
const unread = { startTime: 'unknown', endTime: 'unknown' } as const;
/** Of a booking that is not known. */
const stranger = code({ description: 'Smoobu#77', ...OTHER });
const theirs = booking({ id: 77, unitId: 102 });
const theirWindow = [STAY, TIMES];

it('is in the order of time, whatever was read first', () => {
  const days = [4, 1, 3, 2].map((day) =>
    booking({ id: day, arrival: date(`2026-12-0${String(day)}`), departure: date(`2026-12-0${String(day + 1)}`) }),
  );
  const long = booking({ id: 9, arrival: date('2026-12-02'), departure: date('2026-12-03'), checkOut: wall('18:00') });
  expect(occupancy({ bookings: [...days, long] })[0]).toEqual([
    ['2026-12-01T15:00', '2026-12-02T12:00'],
    ['2026-12-02T15:00', '2026-12-04T12:00'],
    ['2026-12-04T15:00', '2026-12-05T12:00'],
  ]);
});

it('is in the order of time beside a code of earlier days', () => {
  const earlier = code({ description: 'Smoobu#77', startDate: date('2026-11-20'), endDate: date('2026-11-22') });
  expect(occupancy({ bookings: [booking()], codes: [earlier] })[0]).toEqual([['2026-11-20T15:00', '2026-11-22T12:00'], STAY]);
});

it.each<readonly [string, InputParts, readonly unknown[], readonly string[]]>([
  ['a stay', { bookings: [booking()] }, [STAY], [STAY[1] ?? '']],
  ['no stay that is cancelled', { bookings: [booking({ state: 'cancelled' })] }, [], []],
  ['no stay of another unit', { bookings: [theirs] }, [], []],
  ['blocked days, which end with no check-out', { bookings: [booking({ state: 'blocked' })] }, [STAY], []],
  [
    'the whole days of a booking of an unknown type',
    { bookings: [booking({ state: 'unknown' })] },
    [['2026-11-24T00:00', '2026-11-27T23:59']],
    [],
  ],
  [
    'the whole days of dates in a wrong order',
    { bookings: [booking({ departure: date('2026-11-22') })] },
    [['2026-11-22T00:00', '2026-11-24T23:59']],
    [],
  ],
  [
    'the whole day of a stay within one',
    { bookings: [booking({ departure: date('2026-11-24') })] },
    [['2026-11-24T00:00', '2026-11-24T23:59']],
    [],
  ],
  [
    'the whole day also where it would begin and end at once',
    {
      bookings: [booking({ departure: date('2026-11-24') })],
      settings: settings({ units, times: { checkIn: '12:00', checkOut: '12:00' } }),
    },
    [['2026-11-24T00:00', '2026-11-24T23:59']],
    [],
  ],
  ['a code of the stay that opens at other times', { bookings: [booking()], codes: [code(OTHER)] }, [STAY, TIMES], [STAY[1] ?? '']],
  ['not one that is off', { bookings: [booking()], codes: [code({ ...OTHER, active: false })] }, [STAY], [STAY[1] ?? '']],
  ['not one whose times a list leaves out', { bookings: [booking()], codes: [code({ ...OTHER, ...unread })] }, [STAY], [STAY[1] ?? '']],
  [
    'that of a cancelled stay, for whole days',
    { bookings: [booking({ state: 'cancelled' })], codes: [code({ ...OTHER, ...unread })] },
    [['2026-12-01T00:00', '2026-12-03T23:59']],
    [],
  ],
  [
    'that of a stay of another unit, for whole days',
    { bookings: [theirs], codes: [{ ...stranger, ...unread }] },
    [['2026-12-01T00:00', '2026-12-03T23:59']],
    [],
  ],
  ['a code without limits', { codes: [code({ startDate: null, startTime: null, endDate: null, endTime: null })] }, [[EVER, NEVER]], []],
  ['a code with unknown limits', { codes: [code({ startDate: 'unknown', endDate: 'unknown' })] }, [[EVER, NEVER]], []],
  [
    'no code that ends when it begins, or before',
    { codes: [code({ endDate: date('2026-11-24'), endTime: wall('15:00') }), code({ id: 901, endDate: date('2026-11-23') })] },
    [],
    [],
  ],
  ['a code of a booking that is not known', { codes: [stranger] }, [TIMES], []],
  ['also on the gate', { codes: [{ ...stranger, ...GATE }] }, [TIMES], []],
  ['not on a door of another unit', { codes: [{ ...stranger, ...SECOND_DOOR }] }, [], []],
  ['one of another unit’s guest', { bookings: [theirs], codes: [stranger] }, [TIMES], []],
  ['not on a gate of both', { bookings: [theirs], codes: [{ ...stranger, ...GATE }] }, [], []],
  [
    'on that gate one of a booking without a unit',
    { bookings: [booking({ id: 77, unitId: null })], codes: [{ ...stranger, ...GATE }] },
    [TIMES],
    [],
  ],
  ['no code of a person', { codes: [personCode()], wishes: wishing(person()) }, [], []],
])('counts %s', (_what, parts, busy, checkOuts) => {
  expect(occupancy(parts)).toEqual([busy, checkOuts]);
});

it('counts own bookings and their codes alone in a unit that is not mapped', () => {
  const bookings = [booking({ unitId: 999 }), theirs];
  expect(occupancy({ bookings, codes: [code(OTHER), { ...stranger, id: code({ id: 901 }).id }] }, 999)).toEqual([theirWindow, [STAY[1]]]);
});

it('puts windows that meet or overlap together, in the order of time', () => {
  const stay = (id: number, arrival: string, departure: string) => booking({ id, arrival: date(arrival), departure: date(departure) });
  const exact = settings({ units, times: { checkIn: '12:00', checkOut: '12:00' } });
  const bookings = [
    stay(4, '2026-12-10', '2026-12-12'),
    stay(1, '2026-11-24', '2026-11-30'),
    stay(2, '2026-11-25', '2026-11-27'),
    stay(3, '2026-11-30', '2026-12-02'),
  ];
  expect(occupancy({ bookings, settings: exact })[0]).toEqual([
    ['2026-11-24T12:00', '2026-12-02T12:00'],
    ['2026-12-10T12:00', '2026-12-12T12:00'],
  ]);
});

const on = (time: string) => `2026-11-${time}` as LocalDateTime;
const spans = (windows: readonly (readonly [string, string])[]) => windows.map(([start, end]) => ({ start: on(start), end: on(end) }));

it.each<readonly [string, readonly (readonly [string, string])[], readonly string[], readonly (readonly [string, string])[]]>([
  ['from the check-out, for twelve hours', [['20T15:00', '23T08:00']], ['23T08:00'], [['23T08:00', '23T20:00']]],
  ['from the last of several', [['20T15:00', '23T12:00']], ['23T12:00', '23T08:00'], [['23T12:00', '24T00:00']]],
  [
    'until the next guest may come',
    [
      ['20T15:00', '23T08:00'],
      ['23T14:00', '25T12:00'],
    ],
    ['23T08:00'],
    [['23T08:00', '23T14:00']],
  ],
  ['until then, where a code opens longer than the stay', [['20T15:00', '23T14:00']], ['23T12:00'], [['23T14:00', '24T00:00']]],
  ['not where it opens for twelve hours more', [['20T15:00', '24T00:00']], ['23T12:00'], []],
  ['not where it opens for longer', [['20T15:00', '24T12:00']], ['23T12:00'], []],
  [
    'not after what ends with no check-out',
    [
      ['20T15:00', '23T12:00'],
      ['23T14:00', '23T18:00'],
    ],
    ['23T12:00'],
    [['23T12:00', '23T14:00']],
  ],
  ['not after what begins with one', [['23T12:00', '23T18:00']], ['23T12:00'], []],
])('a unit is free %s', (_what, busy, checkOuts, gaps) => {
  expect(gapsOf({ busy: spans(busy), checkOuts: checkOuts.map(on) }, 12, 'Europe/Paris')).toEqual(spans(gaps));
});

it.each<readonly [string, string, readonly (readonly [string, string])[], readonly [string, string] | null]>([
  ['all of it without stays', '23T09:00', [], ['23T10:00', '23T20:00']],
  ['what comes before a stay', '23T09:00', [['23T14:00', '25T12:00']], ['23T10:00', '23T14:00']],
  ['what comes after one that began as it does', '23T09:00', [['23T10:00', '23T12:00']], ['23T12:00', '23T20:00']],
  ['what comes after one that has begun', '23T15:00', [['23T14:00', '23T16:00']], ['23T16:00', '23T20:00']],
  ['what comes after one that begins now', '23T14:00', [['23T14:00', '23T16:00']], ['23T16:00', '23T20:00']],
  ['nothing, where a stay begins before it and ends with it', '23T09:00', [['23T08:00', '23T20:00']], null],
  ['nothing once it is over', '23T20:00', [], null],
])('of a window is left %s', (_what, now, busy, left) => {
  const { start, end } = { start: on('23T10:00'), end: on('23T20:00') };
  const found = withoutStays({ start, end }, { busy: spans(busy), checkOuts: [] }, on(now));
  expect(found).toEqual(left === null ? null : spans([left])[0]);
});
