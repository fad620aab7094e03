import { describe, expect, it } from 'vitest';
import { booking, date, person, personCode, summaries, wall, wishing } from '../../../tests/reconcile/fixtures.ts';
import { sent, syncs } from '../../../tests/reconcile/hand-syncs.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { LocalDateTime } from '../../time.ts';
import type { Claim } from '../claims.ts';
import { handWindow, shutsOut } from './hand-window.ts';
import type { HandWindow } from './hand-window.ts';

const window = (start: string, end: string) => ({ start: start as LocalDateTime, end: end as LocalDateTime });
const STAY = window('2026-11-24T15:00', '2026-11-27T12:00');
const claim = (changes: object = {}): Claim =>
  ({ id: 12, booking: booking(), unitId: 101, window: STAY, isDue: true, ...changes }) as unknown as Claim;
const given = (start: string, end: string, others: readonly object[] = [], of = claim(), before = STAY) => {
  const { window: found, kind } = handWindow(
    { before, window: window(start, end) },
    of,
    [of, ...others.map(claim)].filter(({ booking: stay }) => stay !== null),
  );
  return [found.start, found.end, kind];
};
const beside = (start: string, end: string, changes: object = {}) => ({ id: 13, window: window(start, end), ...changes });

describe('a code that somebody changed opens', () => {
  it.each([
    ['as it did', STAY.start, STAY.end, STAY.start, STAY.end, 'same'],
    ['until it was set to', STAY.start, '2026-11-27T16:00', STAY.start, '2026-11-27T16:00', 'longer'],
    ['24 hours longer at most', STAY.start, '2026-11-29T16:00', STAY.start, '2026-11-28T12:00', 'longer'],
    ['from when it was set to', '2026-11-24T10:00', STAY.end, '2026-11-24T10:00', STAY.end, 'longer'],
    ['24 hours earlier at most', '2026-11-20T10:00', STAY.end, '2026-11-23T15:00', STAY.end, 'longer'],
    ['later', '2026-11-24T18:00', STAY.end, '2026-11-24T18:00', STAY.end, 'shorter'],
    ['shorter', STAY.start, '2026-11-27T09:00', STAY.start, '2026-11-27T09:00', 'shorter'],
    ['shorter and longer', '2026-11-24T10:00', '2026-11-27T09:00', '2026-11-24T10:00', '2026-11-27T09:00', 'shorter'],
    ['by the booking, where it would not open at all', '2026-11-26T10:00', '2026-11-26T10:00', STAY.start, STAY.end, 'overruled'],
  ])('%s', (_what, start, end, from, to, kind) => expect(given(start, end)).toEqual([from, to, kind]));

  it.each([
    ['begins after this one', beside('2026-11-27T14:00', '2026-11-29T12:00'), '2026-11-27T14:00'],
    ['began together with it', beside(STAY.start, '2026-11-29T12:00'), '2026-11-27T16:00'],
    ['is in another unit', beside('2026-11-27T14:00', '2026-11-29T12:00', { unitId: 102 }), '2026-11-27T16:00'],
    ['has no unit', beside('2026-11-27T14:00', '2026-11-29T12:00', { unitId: null }), '2026-11-27T16:00'],
    ['overlaps it: the stay itself is not cut', beside('2026-11-26T14:00', '2026-11-29T12:00'), STAY.end],
    ['was before it', beside('2026-11-20T14:00', '2026-11-24T11:00'), '2026-11-27T16:00'],
    ['begins later and ends together with it', beside('2026-11-25T14:00', STAY.end), '2026-11-27T16:00'],
  ])('longer, but for a stay that %s', (_what, other, end) =>
    expect(given(STAY.start, '2026-11-27T16:00', [other])).toEqual([STAY.start, end, end === STAY.end ? 'same' : 'longer']),
  );
  it.each([
    ['ended before this one', beside('2026-11-20T14:00', '2026-11-24T11:00'), '2026-11-24T11:00'],
    ['ends together with it', beside('2026-11-20T14:00', STAY.end), '2026-11-24T09:00'],
    ['is in another unit', beside('2026-11-20T14:00', '2026-11-24T11:00', { unitId: 102 }), '2026-11-24T09:00'],
    ['overlaps it: the stay itself is not cut', beside('2026-11-20T14:00', '2026-11-25T11:00'), STAY.start],
    ['is after it', beside('2026-11-27T14:00', '2026-11-29T12:00'), '2026-11-24T09:00'],
    ['begins together with it and ends earlier', beside(STAY.start, '2026-11-25T11:00'), '2026-11-24T09:00'],
  ])('earlier, but for a stay that %s', (_what, other, start) =>
    expect(given('2026-11-24T09:00', STAY.end, [other])).toEqual([start, STAY.end, start === STAY.start ? 'same' : 'longer']),
  );
  it('until the nearest of several stays, whichever was read first', () => {
    const after = ['2026-11-27T14:00', '2026-11-27T13:00'].map((start) => beside(start, '2026-11-29T12:00', { id: start }));
    expect(given(STAY.start, '2026-11-27T16:00', after)[1]).toBe('2026-11-27T13:00');
    const before = ['2026-11-24T11:00', '2026-11-24T10:00'].map((end) => beside('2026-11-20T12:00', end, { id: end }));
    expect(given('2026-11-24T09:00', STAY.end, before)[0]).toBe('2026-11-24T11:00');
  });
  it('shorter only until the booking’s own dates change, at each end for itself', () => {
    const moved = claim({ window: window('2026-11-24T14:00', '2026-11-27T11:00') });
    expect(given('2026-11-24T18:00', STAY.end, [], moved)).toEqual([moved.window.start, moved.window.end, 'overruled']);
    expect(given(STAY.start, '2026-11-27T09:00', [], moved)).toEqual([moved.window.start, moved.window.end, 'overruled']);
    expect(given(STAY.start, STAY.end, [], moved)).toEqual([moved.window.start, moved.window.end, 'same']);
    expect(given(moved.window.start, moved.window.end, [], moved)).toEqual([moved.window.start, moved.window.end, 'same']);
    const later = claim({ window: { ...STAY, end: '2026-11-28T12:00' as LocalDateTime } });
    expect(given('2026-11-24T18:00', STAY.end, [], later)).toEqual(['2026-11-24T18:00', later.window.end, 'shorter']);
  });
});

it('a code that would not open at all has the usual times, where neither the user’s nor a hand’s count', () => {
  const hand = { before: STAY, window: window('2026-11-26T10:00', '2026-11-26T10:00') };
  const kind = (usual: typeof STAY) => handWindow(hand, claim(), [], usual);
  expect(kind(STAY)).toEqual({ window: STAY, kind: 'overruled' });
  for (const usual of [window(STAY.start, '2026-11-27T10:00'), window('2026-11-24T16:00', STAY.end)])
    expect(kind(usual)).toEqual({ window: usual, kind: 'usual' });
});

describe('a code between stays', () => {
  const gap = claim({ id: 'k3m9qa', booking: null, unitId: null, gap: { mayGrow: true } });
  it('opens no longer than the unit is free, whoever changed it', () => {
    expect(given('2026-11-24T09:00', '2026-11-27T16:00', [], gap)).toEqual([STAY.start, STAY.end, 'same']);
    expect(given('2026-11-24T18:00', '2026-11-27T09:00', [], gap)).toEqual(['2026-11-24T18:00', '2026-11-27T09:00', 'shorter']);
  });
  it('is set back when somebody lets it open while a guest is there', () => {
    const cleaner = person({ name: 'Cleaner', schedule: { kind: 'between-stays', unitId: 101 } });
    const bookings = [
      booking({ id: 1, arrival: date('2026-11-20'), departure: date('2026-11-23') }),
      booking({ id: 2, arrival: date('2026-11-23'), departure: date('2026-11-27') }),
    ];
    const times = { startDate: date('2026-11-23'), startTime: wall('12:00'), endDate: date('2026-11-23'), endTime: wall('15:00') };
    const own = personCode({ name: 'Cleaner', ...times });
    const longer = { ...own, endDate: date('2026-11-24') };
    const known = sent([own])['read-back'].get('950')!;
    const remembered = { ...sent([]), 'read-back': new Map([['950', { ...known, claimId: cleaner.id }]]) };
    const parts = { bookings, wishes: { ...NO_WISHES, ...wishing(cleaner) } };
    const { plans } = syncs(remembered, [
      { codes: [longer], parts },
      { codes: [longer], parts },
    ]);
    expect(plans.map((one) => summaries(one).filter((line) => line.includes('950')))).toEqual([['update 950'], ['update 950']]);
  });
});

it.each([
  ['a guest who arrives tomorrow, and gets in later', 'shorter', { start: '2026-11-24T18:00' }, true],
  ['a guest who leaves tomorrow, and gets in less long', 'shorter', { end: '2026-11-25T10:00' }, true],
  ['not yet a guest who leaves in three days', 'shorter', { end: '2026-11-26T11:00' }, false],
  ['nobody, where the code opens longer', 'longer', { end: '2026-11-25T10:00' }, false],
] as const)('shuts out %s', (_who, kind, changes, expected) => {
  const found = { window: { ...STAY, ...changes }, kind } as HandWindow;
  expect(shutsOut(found, claim(), '2026-11-23T10:00' as LocalDateTime)).toBe(expected);
  expect(shutsOut(found, claim({ isDue: false }), '2026-11-23T10:00' as LocalDateTime)).toBe(false);
  expect(shutsOut(found, claim(), '2026-11-21T10:00' as LocalDateTime)).toBe(false);
  const twoDaysBefore = { window: { ...STAY, start: '2026-11-24T18:00' }, kind: 'shorter' } as HandWindow;
  expect(shutsOut(twoDaysBefore, claim(), '2026-11-22T15:00' as LocalDateTime)).toBe(true);
});
