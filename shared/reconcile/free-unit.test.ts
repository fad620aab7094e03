import { describe, expect, it } from 'vitest';
import { bookingId } from '../../tests/support/ids.ts';
import type { LocalDateTime } from '../time.ts';
import { freeUnit } from './free-unit.ts';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T12:00` as LocalDateTime;
/** The days of stays; each has the id of its place in the list. */
type Days = readonly (readonly [number, number])[];
const unit = (days: Days) =>
  freeUnit(days.map(([start, end], index) => ({ bookingId: bookingId(index + 1), start: day(start), end: day(end) })));
const LONG_AND_SHORT: Days = [
  [3, 20],
  [5, 7],
  [8, 10],
];
const TWINS: Days = [
  [5, 7],
  [5, 7],
  [5, 7],
];

describe('the next stay that begins in a unit', () => {
  it.each<readonly [string, Days, number, number, readonly [number, number] | null]>([
    [
      'is the first by its start',
      [
        [5, 7],
        [8, 10],
      ],
      3,
      20,
      [5, 1],
    ],
    [
      'in any order',
      [
        [8, 10],
        [5, 7],
      ],
      3,
      20,
      [5, 2],
    ],
    ['may have begun', LONG_AND_SHORT, 11, 20, [3, 1]],
    [
      'is none that is over by then',
      [
        [5, 7],
        [8, 10],
      ],
      7,
      20,
      [8, 2],
    ],
    ['is none that begins at the end of what is asked for', [[5, 7]], 3, 5, null],
    ['is none where all are over', [[5, 7]], 7, 20, null],
    ['of several at one moment has the lowest id', TWINS, 3, 20, [5, 1]],
  ])('%s', (_rule, days, from, until, expected) => {
    expect(unit(days).nextBegins(day(from), day(until))).toEqual(
      expected === null ? null : { at: day(expected[0]), bookingId: expected[1] },
    );
  });
});

describe('the last stay that ends in a unit', () => {
  it.each<readonly [string, Days, number, readonly [number, number] | null]>([
    [
      'is the last by its end',
      [
        [5, 7],
        [8, 10],
      ],
      20,
      [10, 2],
    ],
    [
      'in any order',
      [
        [8, 10],
        [5, 7],
      ],
      20,
      [10, 1],
    ],
    ['may end later', LONG_AND_SHORT, 11, [20, 1]],
    [
      'is none that begins at that moment',
      [
        [5, 7],
        [8, 10],
      ],
      8,
      [7, 1],
    ],
    ['is none where none has begun', [[5, 7]], 5, null],
    ['of several at one moment has the lowest id', TWINS, 20, [7, 1]],
  ])('%s', (_rule, days, at, expected) => {
    expect(unit(days).lastEnds(day(at))).toEqual(expected === null ? null : { at: day(expected[0]), bookingId: expected[1] });
  });

  it('does not depend on the order in which stays of one moment come', () => {
    const stays = [2, 1].map((id) => ({ bookingId: bookingId(id), start: day(5), end: day(7) }));
    for (const free of [freeUnit(stays), freeUnit(stays.toReversed())])
      expect([free.nextBegins(day(3), day(20))?.bookingId, free.lastEnds(day(20))?.bookingId]).toEqual([1, 1]);
  });
});
