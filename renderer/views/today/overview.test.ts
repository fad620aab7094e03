import { describe, expect, it } from 'vitest';
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { ProblemKind, ShownProblem } from '../../../shared/domain/problem.ts';
import { formats, NOW_MS, snapshotOf, stayOf, t } from '../../../tests/support/stays.ts';
import { overviewText, whyNoStays } from './overview.ts';
import { bookingId, unitId } from '../../../tests/support/ids.ts';

const inHouse = { id: 1, start: '2026-11-20T15:00', end: '2026-11-24T12:00' };
const soon = { id: 2, start: '2026-11-25T15:00', end: '2026-11-27T12:00' };
const other = { id: 3, start: '2026-11-26T15:00', end: '2026-11-27T12:00' };
const later = { id: 4, start: '2026-12-20T15:00', end: '2026-12-24T12:00' };
const problem = (kind: ProblemKind, booking?: number): ShownProblem => ({
  kind,
  message: '',
  retryable: false,
  ...(booking === undefined ? {} : { bookingId: bookingId(booking) }),
});
function withProblems(snapshot: AppSnapshot, problems: readonly ShownProblem[]): AppSnapshot {
  return snapshot.lastRun === null ? snapshot : { ...snapshot, lastRun: { ...snapshot.lastRun, problems } };
}
const textOf = (snapshot: AppSnapshot) => overviewText({ snapshot, t, formats, nowMs: NOW_MS });

describe('the line above the list', () => {
  it('says “all” only of stays within the week, including guests who stay now', () => {
    const stays = [stayOf(inHouse), stayOf(soon), stayOf({ ...later, verdict: 'on-its-way' })];
    expect(textOf(snapshotOf({ stays }))).toEqual({ tone: 'good', text: 'All 2 guests of the next 7 days get in', notes: [] });
  });
  it('counts stays that need the user, and mentions later ones and codes on their way', () => {
    const stays = [
      stayOf(inHouse),
      stayOf({ ...soon, verdict: 'action-needed' }),
      stayOf({ ...other, verdict: 'on-its-way' }),
      stayOf({ ...later, verdict: 'action-needed' }),
    ];
    expect(textOf(snapshotOf({ stays }))).toEqual({
      tone: 'urgent',
      text: '1 of 3 guests of the next 7 days needs you',
      notes: ['1 code is on its way.', '1 later stay needs you.'],
    });
  });
  it('counts codes on their way apart from codes in place', () => {
    const onItsWay = stayOf({ ...soon, verdict: 'on-its-way' });
    expect(textOf(snapshotOf({ stays: [stayOf(inHouse), onItsWay] })).text).toBe(
      '1 of 2 guests of the next 7 days can get in, 1 code is on its way',
    );
    expect(textOf(snapshotOf({ stays: [onItsWay] })).text).toBe('The code of the one guest of the next 7 days is on its way');
  });
  it('does not say “all” where a booking gets no code', () => {
    const snapshot = snapshotOf({ stays: [stayOf(inHouse), stayOf(soon)] });
    const shown = textOf(
      withProblems(snapshot, [problem('unmapped-unit', 8), problem('bad-booking-dates', 9), problem('unmapped-unit', 8)]),
    );
    expect([shown.tone, shown.text]).toEqual(['warning', '2 guests of the next 7 days get in']);
    expect(shown.notes.join()).toContain('2 more bookings get no code');
  });
  it('does not say “all” of an incomplete list, nor “nobody” of a list without any booking', () => {
    const snapshot = snapshotOf({ stays: [stayOf(inHouse)] });
    expect(textOf(withProblems(snapshot, [problem('bookings-incomplete')])).text).toBe('1 guest of the next 7 days gets in');
    expect(textOf(snapshotOf()).text).toBe('Nobody arrives in the next 7 days');
    expect(textOf(withProblems(snapshotOf(), [problem('no-bookings')]))).toMatchObject({
      tone: 'warning',
      text: 'Who arrives is not known',
    });
  });
  it('says when the stays were read if the last sync could not read them or was over an hour ago', () => {
    const stays = [stayOf(inHouse)];
    const read = snapshotOf({ stays, staysReadAtMs: Date.parse('2026-11-23T08:15:00Z') });
    expect(textOf(read)).toMatchObject({ tone: 'waiting', notes: ['As of 09:15.'] });
    const old = snapshotOf({ stays, lastRun: null, staysReadAtMs: NOW_MS - 3_600_001 });
    expect(textOf(old).notes).toEqual(['As of 08:59.']);
    expect(textOf(snapshotOf({ stays, staysReadAtMs: Date.parse('2026-11-23T08:45:00.900Z') })).notes).toEqual([]);
  });
  it('takes units without doors from the attention items when the last sync could not read the bookings', () => {
    const [item] = snapshotOf().attention.concat([
      {
        key: 'problem:unmapped-unit:44',
        kind: 'problem',
        severity: 'warning',
        cloud: null,
        bookingId: bookingId(8),
        unitId: unitId(44),
        lockId: null,
        message: '',
        target: { view: 'doors', unitId: unitId(44) },
        question: null,
      },
    ]);
    const snapshot = snapshotOf({
      stays: [stayOf(inHouse)],
      staysReadAtMs: NOW_MS - 1_800_000,
      attention: item === undefined ? [] : [item],
    });
    expect(textOf(snapshot)).toMatchObject({ tone: 'warning', text: '1 guest of the next 7 days gets in' });
    expect(textOf(snapshot).notes.at(-1)).toBe('More bookings get no code: their units have no door.');
  });
});

it('knows why the list is empty', () => {
  const unread = { staysReadAtMs: null, lastRun: null } as const;
  const why = (fields: Parameters<typeof snapshotOf>[0]) => whyNoStays({ snapshot: snapshotOf(fields), formats, nowMs: NOW_MS });
  expect(why({ stays: [stayOf({ id: 1, start: '2026-11-23T15:00', end: '2026-11-24T12:00' })] })).toBeNull();
  expect(why({})).toBe('none');
  expect(why({ ...unread, firstStepsDone: false })).toBe('first-steps');
  expect(why({ ...unread, activity: 'starting' })).toBe('loading');
  expect(why(unread)).toBe('first-run');
  expect(why({ ...unread, pause: { kind: 'until-resumed' } })).toBe('paused');
  expect(why({ ...unread, isOnline: false })).toBe('offline');
});
