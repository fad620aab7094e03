import { describe, expect, it } from 'vitest';
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Problem, ProblemKind } from '../../../shared/domain/problem.ts';
import { overviewWords } from './overview-words.ts';
import { formats, NOW_MS, snapshotOf, stayOf, t } from '../../../tests/support/stays.ts';

const inHouse = { id: 1, start: '2026-11-20T15:00', end: '2026-11-24T12:00' };
const soon = { id: 2, start: '2026-11-25T15:00', end: '2026-11-27T12:00' };
const other = { id: 3, start: '2026-11-26T15:00', end: '2026-11-27T12:00' };
const later = { id: 4, start: '2026-12-20T15:00', end: '2026-12-24T12:00' };
const problem = (kind: ProblemKind, bookingId?: number): Problem => ({
  kind,
  message: '',
  retryable: false,
  ...(bookingId === undefined ? {} : { bookingId }),
});
function withProblems(snapshot: AppSnapshot, problems: readonly Problem[]): AppSnapshot {
  return snapshot.lastRun === null ? snapshot : { ...snapshot, lastRun: { ...snapshot.lastRun, problems } };
}
const words = (snapshot: AppSnapshot) => overviewWords({ snapshot, t, formats, nowMs: NOW_MS });

describe('the line above the list', () => {
  it('says all only of stays within the week, the guests in the house included', () => {
    const stays = [stayOf(inHouse), stayOf(soon), stayOf({ ...later, verdict: 'on-its-way' })];
    expect(words(snapshotOf({ stays }))).toEqual({ tone: 'good', text: 'All 2 guests of the next 7 days get in', notes: [] });
  });
  it('counts those who need the user, and tells of later ones and of codes on their way', () => {
    const stays = [
      stayOf(inHouse),
      stayOf({ ...soon, verdict: 'needs-you' }),
      stayOf({ ...other, verdict: 'on-its-way' }),
      stayOf({ ...later, verdict: 'needs-you' }),
    ];
    expect(words(snapshotOf({ stays }))).toEqual({
      tone: 'urgent',
      text: '1 of 3 guests of the next 7 days needs you',
      notes: ['1 code is on its way.', '1 later stay needs you.'],
    });
  });
  it('tells codes on their way from codes in place', () => {
    const onItsWay = stayOf({ ...soon, verdict: 'on-its-way' });
    expect(words(snapshotOf({ stays: [stayOf(inHouse), onItsWay] })).text).toBe(
      '1 of 2 guests of the next 7 days can get in, 1 code is on its way',
    );
    expect(words(snapshotOf({ stays: [onItsWay] })).text).toBe('The code of the one guest of the next 7 days is on its way');
  });
  it('does not say all where a booking gets no code', () => {
    const snapshot = snapshotOf({ stays: [stayOf(inHouse), stayOf(soon)] });
    const said = words(withProblems(snapshot, [problem('unmapped-unit', 8), problem('bad-booking-dates', 9), problem('unmapped-unit', 8)]));
    expect([said.tone, said.text]).toEqual(['warning', '2 guests of the next 7 days get in']);
    expect(said.notes.join()).toContain('2 more bookings get no code');
  });
  it('does not say all of an incomplete list, and nobody only of one that is believed', () => {
    const snapshot = snapshotOf({ stays: [stayOf(inHouse)] });
    expect(words(withProblems(snapshot, [problem('bookings-incomplete')])).text).toBe('1 guest of the next 7 days gets in');
    expect(words(snapshotOf()).text).toBe('Nobody arrives in the next 7 days');
    expect(words(withProblems(snapshotOf(), [problem('no-bookings')]))).toMatchObject({
      tone: 'warning',
      text: 'Who arrives is not known',
    });
  });
  it('says from when it is where the last run could not look, or none did for an hour', () => {
    const stays = [stayOf(inHouse)];
    const read = snapshotOf({ stays, staysReadAtMs: Date.parse('2026-11-23T08:15:00Z') });
    expect(words(read)).toMatchObject({ tone: 'waiting', notes: ['As of 09:15.'] });
    const old = snapshotOf({ stays, lastRun: null, staysReadAtMs: NOW_MS - 3_600_001 });
    expect(words(old).notes).toEqual(['As of 08:59.']);
    expect(words(snapshotOf({ stays, staysReadAtMs: Date.parse('2026-11-23T08:45:00.900Z') })).notes).toEqual([]);
  });
  it('knows of units without doors from what needs the user, where the last run could not look', () => {
    const [item] = snapshotOf().attention.concat([
      {
        key: 'problem:unmapped-unit:44',
        kind: 'problem',
        severity: 'warning',
        cloud: null,
        bookingId: 8,
        unitId: 44,
        lockId: null,
        message: '',
        target: { view: 'mapping', unitId: 44 },
      },
    ]);
    const snapshot = snapshotOf({
      stays: [stayOf(inHouse)],
      staysReadAtMs: NOW_MS - 1_800_000,
      attention: item === undefined ? [] : [item],
    });
    expect(words(snapshot)).toMatchObject({ tone: 'warning', text: '1 guest of the next 7 days gets in' });
    expect(words(snapshot).notes.at(-1)).toBe('More bookings get no code: their units have no door.');
  });
});
