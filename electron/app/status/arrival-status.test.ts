import { describe, expect, it } from 'vitest';
import { NOW_MS, door, local, operation, report, settings, stay, unreachableProblem } from '../../../tests/support/app/state-fixtures.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { DOOR, SECOND_DOOR } from '../../../tests/reconcile/fixtures.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import type { Problem, ProblemKind } from '../../../shared/domain/problem.ts';
import type { OperationStatus } from '../../../shared/domain/run.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { isVerified, lastVerifiedAfter, stayStatuses, statusesAt } from './arrival-status.ts';
import { bookingId, lockId } from '../../../tests/support/ids.ts';
import { recordedText } from '../../../shared/i18n/problem-text.ts';

const SECOND = { ...SECOND_DOOR, codeId: 901 };
function problem(kind: ProblemKind, rest: Partial<Problem> = { bookingId: bookingId(12) }): Problem {
  return { kind, text: recordedText(kind), retryable: false, ...rest };
}
function judge(doors: readonly StayDoor[], statuses: Record<string, OperationStatus> = {}, problems: readonly Problem[] = []) {
  const operations = Object.entries(statuses).map(([key, status]) => operation(key, status));
  const [found] = stayStatuses(report({ stays: [stay(12, doors)], operations, problems }), settings(), NOW_MS);
  return { verdict: found?.verdict, because: found?.because?.kind ?? null, verified: found?.verifiedPlaces.map((place) => place.keypadId) };
}
const planned = door({ state: 'planned', codeId: null, operationKey: 'a' });

describe('the verdict', () => {
  it('is ready when every door has its code, in place or just written and verified', () => {
    const doors = [door(), door({ ...SECOND, state: 'planned', operationKey: 'a' })];
    expect(judge(doors, { a: 'done' })).toEqual({ verdict: 'ready', because: null, verified: ['KpAlpha1', 'KpBravo2'] });
  });
  it.each([['planned'], ['held']] as const)('is on its way: %s, not carried out yet', (status) => {
    expect(judge([door(SECOND), planned], { a: status })).toEqual({ verdict: 'on-its-way', because: null, verified: ['KpBravo2'] });
  });
  it.each([['failed'], ['unverified']] as const)('needs the user: %s', (status) => {
    expect(judge([planned], { a: status })).toEqual({ verdict: 'needs-you', because: 'unverified', verified: [] });
  });
  it.each([
    ['no-free-pin', null],
    ['unreadable-code', 900],
    ['scheduled-code', 900],
  ] as const)('needs the user: %s', (kind, codeId) => {
    const found = judge([door({ state: 'blocked', codeId })], {}, [problem('overlap'), problem(kind)]);
    expect(found).toEqual({ verdict: 'needs-you', because: kind, verified: [] });
  });
  it('needs the user for two PINs, although both codes are in place', () => {
    expect(judge([door(), door(SECOND)], {}, [problem('different-pins')])).toMatchObject({
      verdict: 'needs-you',
      because: 'different-pins',
    });
  });
  it('ignores an overlap, another booking’s problem and an old code that could not be removed', () => {
    const problems = [
      problem('overlap'),
      problem('no-free-pin', { bookingId: bookingId(99) }),
      problem('write-failed'),
      problem('unverified'),
    ];
    expect(judge([door()], { old: 'failed' }, problems).verdict).toBe('ready');
  });
});

describe('the reason', () => {
  it('is about the door whose code is wrong', () => {
    const doors = [door(), door({ ...SECOND, state: 'planned', operationKey: 'a' })];
    const own = (place: KeypadPlace) => problem('unverified', { bookingId: bookingId(12), ...place });
    const operations = [operation('a', 'unverified')];
    const problems = [own(DOOR), own(SECOND_DOOR)];
    const [found] = stayStatuses(report({ stays: [stay(12, doors)], operations, problems }), settings(), NOW_MS);
    expect(found?.because?.keypadId).toBe('KpBravo2');
  });
  it.each([
    ['its lock', [problem('list-failed', { lockId: lockId(99) }), problem('list-failed', { lockId: lockId(11) })], 'list-failed'],
    ['the cloud', [unreachableProblem('smoobu'), unreachableProblem('the-keys')], 'cloud-unreachable'],
    ['unknown', [], 'unverified'],
  ] as const)('is %s, where the booking itself has none', (_name, problems, kind) => {
    expect(judge([door({ state: 'blocked', codeId: null })], {}, problems)).toMatchObject({ verdict: 'needs-you', because: kind });
  });
});

describe('time', () => {
  it('start and end are in the lock’s time zone, else the unit’s, else the settings’', () => {
    const starts = ['Asia/Tokyo', null].map((timeZone) => {
      const base = settings();
      const mapping = { ...base.mapping, locks: [{ lockId: lockId(11), name: '', timeZone, keypads: [] }] };
      const [found] = stayStatuses(report({ stays: [stay()] }), { ...base, mapping }, NOW_MS);
      return [found?.startMs, found?.endMs].map((at) => new Date(at ?? 0).toISOString().slice(5, 16));
    });
    expect(starts).toEqual([
      ['11-24T06:00', '11-27T03:00'],
      ['11-24T14:00', '11-27T11:00'],
    ]);
  });
  it('stays are sorted by start, then booking', () => {
    const later = door({ window: { start: local('2026-11-25T15:00'), end: local('2026-11-27T12:00') } });
    const statuses = stayStatuses(report({ stays: [stay(3, [later]), stay(2), stay(1)] }), settings(), NOW_MS);
    expect(statuses.map((found) => found.stay.booking.id)).toEqual([1, 2, 3]);
  });
  it('a code still on its way at check-in needs the user; a stay that is over is left out; otherwise nothing changes', () => {
    const statuses = stayStatuses(report({ stays: [stay(12, [planned])], operations: [operation('a', 'planned')] }), settings(), NOW_MS);
    const startMs = statuses[0]?.startMs ?? 0;
    expect(statusesAt(statuses, startMs - 1)).toBe(statuses);
    expect(statusesAt(statuses, startMs)[0]).toMatchObject({ verdict: 'needs-you', because: { kind: 'unverified', bookingId: 12 } });
    expect(statusesAt(statuses, statuses[0]?.endMs ?? 0)).toEqual([]);
  });
});

describe('a lock that could not be read for a while', () => {
  const inPlace = report({ stays: [stay(12), stay(13, [planned])], operations: [operation('a', 'planned')] });
  const unread = report({ outcome: 'partial', stays: [stay(12, [door({ state: 'blocked', codeId: null })])] });
  const seen = lastVerifiedAfter(inPlace, NOW_MS, new Map());
  it('keeps its codes verified for a while', () => {
    const [found] = stayStatuses(unread, settings(), NOW_MS + 5 * HOUR_MS, seen);
    expect([found?.verdict, found !== undefined && isVerified(found)]).toEqual(['ready', true]);
  });
  it('keeps them for six hours at most, however many runs there were', () => {
    const again = lastVerifiedAfter(unread, NOW_MS + 5 * HOUR_MS, seen);
    const [found] = stayStatuses(unread, settings(), NOW_MS + 7 * HOUR_MS, again);
    expect(found?.verdict).toBe('needs-you');
  });
  it('does not keep a code whose times changed', () => {
    const window = { start: local('2026-11-24T11:00'), end: local('2026-11-27T12:00') };
    const moved = report({ stays: [stay(12, [door({ state: 'blocked', codeId: null, window })])] });
    expect(stayStatuses(moved, settings(), NOW_MS, seen)[0]?.verdict).toBe('needs-you');
  });
  it('does not hide a blocked code, a missing PIN or a failed write', () => {
    const blocked = report({ stays: [stay(12, [door({ state: 'blocked' })])] });
    const noPin = report({ stays: unread.stays, problems: [problem('no-free-pin')] });
    const failed = report({ stays: [stay(12, [planned])], operations: [operation('a', 'failed')] });
    for (const later of [blocked, noPin, failed]) expect(stayStatuses(later, settings(), NOW_MS, seen)[0]?.verdict).toBe('needs-you');
    for (const later of [blocked, noPin, failed]) expect(lastVerifiedAfter(later, NOW_MS, seen).size).toBe(0);
  });
  it('forgets stays that are gone', () => {
    expect(seen.size).toBe(1);
    expect(lastVerifiedAfter(report(), NOW_MS, seen).size).toBe(0);
  });
});
