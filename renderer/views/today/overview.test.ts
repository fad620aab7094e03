import { describe, expect, it } from 'vitest';
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { ProblemKind, ShownProblem } from '../../../shared/domain/problem.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { formats, NOW_MS, snapshotOf, stayOf, t } from '../../../tests/support/stays.ts';
import { headlineOf, whyNoStays } from './overview.ts';
import { sampleSnapshot } from '../../../tests/support/snapshot.ts';
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
const headline = (snapshot: AppSnapshot) => headlineOf({ snapshot, t, formats, nowMs: NOW_MS });
const homeless = (id: number): OtherStay => ({
  ...{ bookingId: bookingId(id), why: 'no-door', guestName: 'Ada', unitId: unitId(44), unitName: '', codes: [] },
  ...{ start: '2026-11-24T15:00' as LocalDateTime, end: '2026-11-26T11:00' as LocalDateTime },
  ...{ startMs: Date.parse('2026-11-24T15:00+01:00'), endMs: Date.parse('2026-11-26T11:00+01:00') },
});
const { attention } = sampleSnapshot();

describe('the headline', () => {
  it('says “all” only of guests within the week, including those who stay now', () => {
    const stays = [stayOf(inHouse), stayOf(soon), stayOf({ ...later, verdict: 'on-its-way' })];
    expect(headline(snapshotOf({ stays }))).toEqual({ title: 'All 2 guests of the next 7 days have working codes', lead: null });
  });
  it('counts what there is to do, and says below how many have working codes', () => {
    const stays = [stayOf(inHouse), stayOf({ ...soon, verdict: 'action-needed' }), stayOf({ ...other, verdict: 'on-its-way' })];
    const urgent = attention.map((item) => ({ ...item, severity: 'urgent' as const }));
    expect(headline(snapshotOf({ stays, attention: [...urgent, ...attention] }))).toEqual({
      title: '2 to do, 1 urgent',
      lead: '1 of 3 guests of the next 7 days have working codes. 1 code is on its way.',
    });
    expect(headline(snapshotOf({ stays, attention })).title).toBe('1 to do');
  });
  it('counts a code as working where only the battery or what the guest was told is doubtful', () => {
    const checked = (name: 'battery' | 'gateway') => ({
      ...stayOf({ ...soon, verdict: 'check' }),
      worst: name,
      links: [{ name, state: 'doubtful' as const, message: 'Look.' }],
    });
    expect(headline(snapshotOf({ stays: [checked('battery')] })).title).toBe('The one guest of the next 7 days has a working code');
    expect(headline(snapshotOf({ stays: [checked('gateway')] })).title).toBe('0 of 1 guest of the next 7 days has a working code');
  });
  it('counts guests who have no door yet', () => {
    expect(headline(snapshotOf({ stays: [stayOf(inHouse)], others: [homeless(8)] })).title).toBe(
      '1 of 2 guests of the next 7 days have working codes',
    );
  });
  it('does not say “all” where a booking cannot be read', () => {
    const snapshot = snapshotOf({ stays: [stayOf(inHouse), stayOf(soon)] });
    const shown = headline(withProblems(snapshot, [problem('booking-unreadable', 9), problem('booking-unreadable', 9)]));
    expect(shown).toEqual({
      title: '2 guests of the next 7 days have working codes',
      lead: '1 booking cannot be read, so its guest is not listed.',
    });
  });
  it('does not say “all” of an incomplete list, nor “nobody” of a list without any booking', () => {
    const snapshot = snapshotOf({ stays: [stayOf(inHouse)] });
    expect(headline(withProblems(snapshot, [problem('bookings-incomplete')])).title).toBe('1 guest of the next 7 days has a working code');
    expect(headline(snapshotOf()).title).toBe('Nobody arrives in the next 7 days');
    expect(headline(withProblems(snapshotOf(), [problem('no-bookings')])).title).toBe('It is not known who arrives');
  });
  it('says when the guests were read if the last sync could not read them or was over an hour ago, and then not “all”', () => {
    const stays = [stayOf(inHouse)];
    const read = snapshotOf({ stays, staysReadAtMs: Date.parse('2026-11-23T08:15:00Z') });
    expect(headline(read)).toEqual({ title: '1 guest of the next 7 days has a working code', lead: 'As of 09:15.' });
    const old = snapshotOf({ stays, lastRun: null, staysReadAtMs: NOW_MS - 3_600_001 });
    expect(headline(old).lead).toBe('As of 08:59.');
    expect(headline(snapshotOf({ stays, staysReadAtMs: Date.parse('2026-11-23T08:45:00.900Z') })).lead).toBeNull();
  });
});

it('knows why the list is empty', () => {
  const unread = { staysReadAtMs: null, lastRun: null } as const;
  const why = (fields: Parameters<typeof snapshotOf>[0]) => whyNoStays({ snapshot: snapshotOf(fields) });
  expect(why({ stays: [stayOf({ id: 1, start: '2026-11-23T15:00', end: '2026-11-24T12:00' })] })).toBeNull();
  expect(why({})).toBe('none');
  expect(why({ ...unread, firstStepsDone: false })).toBe('first-steps');
  expect(why({ ...unread, activity: 'starting' })).toBe('loading');
  expect(why(unread)).toBe('first-run');
  expect(why({ ...unread, pause: { kind: 'until-resumed' } })).toBe('paused');
  expect(why({ ...unread, isOnline: false })).toBe('offline');
});
