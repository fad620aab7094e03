/** What goes wrong in a run: each cloud and lock is told once, in words for what is to be done, and never as the wrong cause. */
import { describe, expect, it } from 'vitest';
import { NOW_MS } from '../../../tests/reconcile/fixtures.ts';
import { lockId } from '../../../tests/support/ids.ts';
import { create, remove } from '../../../tests/support/writes.ts';
import { CLOUD_FAILURE_KINDS } from '../../../shared/errors.ts';
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import { RunFindings } from './run-findings.ts';
import * as problems from './run-problems.ts';
import type { AccessTimes } from './run-problems.ts';

const failure = (kind: CloudFailureKind, changes: Partial<CloudFailure> = {}): CloudFailure => ({
  ...{ kind, cloud: 'the-keys', message: '', certain: true, status: 503 },
  ...changes,
});
const PAUSED_MS = Date.parse('2026-11-23T11:00:00Z');
const access = (pausedUntilMs: number | null = null, retryAtMs: number | null = null): AccessTimes => ({
  pausedUntilMs: () => pausedUntilMs,
  retryAtMs: () => retryAtMs,
});

function found({ times, isLate = false }: { readonly times?: AccessTimes; readonly isLate?: boolean } = {}) {
  const logged: unknown[] = [];
  const made = new RunFindings({
    ...(times === undefined ? {} : { access: times }),
    log: { log: (...given) => logged.push(given) },
    zone: 'Europe/Paris',
    isLate: () => isLate,
  });
  return { made, logged, kinds: () => made.problems.map(({ kind }) => kind) };
}
const LOCK = lockId(11);

describe('a list that fails', () => {
  it.each<[CloudFailureKind, number, string]>([
    ['timeout', 1, 'list-failed'],
    ['timeout', 2, 'list-failed'],
    ['timeout', 3, 'lock-unread'],
    ['unreachable', 3, 'lock-unread'],
    ['forbidden', 3, 'forbidden-lock'],
    ['not-found', 1, 'forbidden-lock'],
    ['unreachable', 1, 'cloud-unreachable'],
    ['credentials-rejected', 9, 'credentials-rejected'],
    ['credentials-missing', 1, 'credentials-missing'],
    ['aborted', 1, 'interrupted'],
    ['clock-skew', 1, 'clock-skew'],
    ['rate-limited', 1, 'list-failed'],
  ])('%s, for the %i. time, is told as %s', (kind, runs, expected) => {
    const { made, kinds, logged } = found();
    expect(made.isPartial).toBe(false);
    made.listFailed(LOCK, failure(kind), 2, runs);
    expect([kinds(), made.isPartial]).toEqual([[expected], true]);
    expect(logged[0]).toEqual(['warn', 'lock list failed', { lockId: 11, kind, status: 503 }]);
  });
  it('is told again where the cloud asks for a pause by then', () => {
    let untilMs: number | null = null;
    const times = { ...access(), pausedUntilMs: () => untilMs };
    const { made, kinds } = found({ times });
    made.cloudFailed(failure('rate-limited'));
    untilMs = PAUSED_MS;
    made.cloudFailed(failure('rate-limited'));
    expect(kinds()).toEqual(['cloud-unreachable', 'cloud-paused']);
  });
  it('of one cloud is not taken for one of the other', () => {
    const { made, kinds } = found();
    made.cloudFailed(failure('credentials-rejected'));
    made.cloudFailed(failure('credentials-rejected', { cloud: 'smoobu' }));
    made.cloudFailed(failure('credentials-rejected', { cloud: 'smoobu' }));
    expect(kinds()).toEqual(['credentials-rejected', 'credentials-rejected']);
  });
  it('of the only lock is one of that lock', () => {
    const { made, kinds } = found();
    made.listFailed(LOCK, failure('unreachable'), 1, 1);
    expect(kinds()).toEqual(['list-failed']);
  });
  it('while the cloud asks for a pause is told as that', () => {
    const { made, kinds } = found({ times: access(PAUSED_MS) });
    made.listFailed(LOCK, failure('rate-limited'), 2, 1);
    expect(kinds()).toEqual(['cloud-paused']);
  });
  it('says for which lock, why, in how many runs, and whether it may pass', () => {
    expect(problems.listProblem(LOCK, failure('timeout'), 1)).toEqual({
      ...{ kind: 'list-failed', text: { key: 'problem.list-failed', parameters: {} }, retryable: true, failure: 'timeout', lockId: 11 },
    });
    expect(problems.listProblem(LOCK, failure('refused'), 1).retryable).toBe(false);
    expect(problems.listProblem(LOCK, failure('timeout'), 3)).toEqual({
      ...{ kind: 'lock-unread', text: { key: 'problem.lock-unread', parameters: { count: 3 } } },
      ...{ retryable: false, failure: 'timeout', lockId: 11 },
    });
    expect(problems.listProblem(LOCK, failure('forbidden'), 1)).toEqual({
      ...{
        kind: 'forbidden-lock',
        text: { key: 'problem.lock-forbidden', parameters: {} },
        retryable: false,
        failure: 'forbidden',
        lockId: 11,
      },
    });
  });
});

describe('a cloud that fails', () => {
  it('is told once for each cause, and logged each time', () => {
    const { made, kinds, logged } = found();
    for (const each of [failure('timeout'), failure('timeout'), failure('unreachable'), failure('timeout', { cloud: 'smoobu' })])
      made.cloudFailed(each);
    expect([kinds(), logged.length]).toEqual([['cloud-unreachable', 'cloud-unreachable', 'cloud-unreachable'], 4]);
    made.cloudFailed(failure('refused'));
    expect(kinds()).toHaveLength(4);
    expect(logged[3]).toEqual(['warn', 'cloud failed', { cloud: 'smoobu', kind: 'timeout', status: 503 }]);
  });
  it('is out of time where the run is, and interrupted otherwise', () => {
    const late = found({ isLate: true });
    late.made.cloudFailed(failure('aborted'));
    late.made.cloudFailed(failure('refused'));
    expect(late.kinds()).toEqual(['deadline', 'cloud-failed']);
    expect(late.made.problems[0]).toMatchObject({
      failure: 'timeout',
      cloud: 'the-keys',
      retryable: true,
      text: { key: 'failure.timeout' },
    });
    const other = found();
    other.made.cloudFailed(failure('aborted'));
    expect(other.kinds()).toEqual(['interrupted']);
  });
  it.each(CLOUD_FAILURE_KINDS)('is told with its cause: %s', (kind) => {
    const told = problems.accessProblem(failure(kind), undefined, 'Europe/Paris');
    expect([told.text.key, told.failure, told.cloud, told.retryAtMs]).toEqual([`failure.${kind}`, kind, 'the-keys', undefined]);
    expect(told.kind).toBe(
      {
        unreachable: 'cloud-unreachable',
        timeout: 'cloud-unreachable',
        'rate-limited': 'cloud-unreachable',
        'server-error': 'cloud-unreachable',
        forbidden: 'cloud-failed',
        'not-found': 'cloud-failed',
        refused: 'cloud-failed',
        'bad-response': 'cloud-failed',
        aborted: 'interrupted',
        'clock-skew': 'clock-skew',
        'credentials-missing': 'credentials-missing',
        'credentials-rejected': 'credentials-rejected',
      }[kind],
    );
  });
  it.each<[CloudFailureKind, boolean]>([
    ['rate-limited', true],
    ['server-error', true],
    ['timeout', false],
  ])('%s is a pause where the cloud asked for one: %s', (kind, isPause) => {
    const paused = problems.accessProblem(failure(kind), access(PAUSED_MS), 'Europe/Paris');
    expect(problems.isPause(failure(kind), access(PAUSED_MS))).toBe(isPause);
    expect([problems.isPause(failure(kind), access()), problems.isPause(failure(kind), undefined)]).toEqual([false, false]);
    if (isPause)
      expect(paused).toMatchObject({
        ...{ kind: 'cloud-paused', text: { key: 'problem.cloud-paused', parameters: { until: '2026-11-23T12:00' } }, retryAtMs: PAUSED_MS },
      });
    else expect(paused.kind).toBe('cloud-unreachable');
  });
  it('that rejects the credentials says when it is asked again', () => {
    const told = (kind: CloudFailureKind, times?: AccessTimes) => problems.accessProblem(failure(kind), times, 'Europe/Paris').retryAtMs;
    expect([told('credentials-rejected', access(null, 5)), told('credentials-rejected', access())]).toEqual([5, undefined]);
    expect([told('credentials-rejected'), told('credentials-missing', access(null, 5))]).toEqual([undefined, undefined]);
  });
});

describe('what guests were told', () => {
  it('is kept with what went wrong', () => {
    const { made, kinds } = found();
    made.toldGuests(null);
    expect([made.told, made.tellings, kinds()]).toEqual([[], null, []]);
    const [told, lines] = [[{ told: 1 }], [{ line: 1 }]] as never[];
    made.toldGuests({ told, lines, problems: [problems.steppedProblem()] } as never);
    expect([made.told, made.tellings, kinds()]).toEqual([told, lines, ['clock-stepped']]);
  });
});

describe('other problems of a run', () => {
  const place = { bookingId: 7, lockId: 1, keypadId: 'Kp1' };
  it('of a write', () => {
    const text = { key: 'problem.write.create', parameters: {} };
    expect(problems.writeProblem(create(7), failure('refused', { said: 'Non' }))).toEqual({
      ...{ kind: 'write-failed', text, retryable: false, failure: 'refused', said: 'Non', ...place },
    });
    expect(problems.writeProblem(create(7), failure('timeout'))).toEqual({
      kind: 'write-failed',
      text,
      retryable: true,
      failure: 'timeout',
      ...place,
    });
  });
  it.each([
    ['missing', create(7), 'missing'],
    ['unread', create(7), 'unread'],
    ['unread', remove(7, 500), 'unread-removal'],
    ['still-there', remove(7, 500), 'still-there'],
  ] as const)('of a write that reads as %s', (how, operation, key) => {
    const text = { key: `problem.unverified.${key}`, parameters: {} };
    expect(problems.unverifiedProblem(operation, how)).toEqual({ kind: 'unverified', text, retryable: true, ...place });
  });
  it('of the whole run', () => {
    const told = [
      problems.lostMappingProblem(),
      problems.unstoredProblem('full'),
      problems.steppedProblem(),
      problems.clockWrongProblem(),
      problems.incompleteForADayProblem(),
      problems.noSyncProblem('2026-11-23T10:00' as never),
    ];
    expect(told.map(({ kind, text, retryable }) => [kind, text.key, text.parameters, retryable])).toEqual([
      ['settings-recovered', 'problem.mapping-lost', {}, false],
      ['history-unstored', 'problem.history-unstored.full', {}, false],
      ['clock-stepped', 'problem.clock-stepped', {}, true],
      ['clock-wrong', 'problem.clock-wrong', {}, false],
      ['incomplete-for-a-day', 'problem.incomplete-for-a-day', {}, false],
      ['no-sync', 'problem.no-sync', { since: '2026-11-23T10:00' }, true],
    ]);
  });
  it('of a list of bookings that is not whole', () => {
    const list = { complete: false, bookings: [], incompleteBecause: null };
    expect(problems.incompleteProblem(list)).toEqual({
      ...{ kind: 'bookings-incomplete', text: { key: 'problem.incomplete', parameters: {} }, retryable: true },
    });
    expect(problems.incompleteProblem({ ...list, agreed: true, incompleteBecause: 'a page came twice' }).text).toEqual({
      ...{ key: 'problem.incomplete-agreed', parameters: { details: 'a page came twice' } },
    });
  });
  it.each([
    [null, []],
    ['unreachable', ['problem.watchdog.unheard', true]],
    ['timeout', ['problem.watchdog.unheard', true]],
    ['rate-limited', ['problem.watchdog.unheard', true]],
    ['server-error', ['problem.watchdog.unheard', true]],
    ['unreadable', ['problem.watchdog.unreadable', false]],
    ['refused', ['problem.watchdog.refused', false]],
  ] as const)('of a watchdog whose ping failed: %s', (ping, expected) => {
    const watchdog = new Map([['ping', { failure: ping, atMs: NOW_MS }]]) as never;
    const told = problems.pingProblems({ ...nothingRemembered(), watchdog });
    expect(told.flatMap(({ text, retryable }) => [text.key, retryable])).toEqual(expected);
    expect(told.every(({ kind }) => kind === 'watchdog-unheard')).toBe(true);
    expect(problems.pingProblems(nothingRemembered())).toEqual([]);
  });
});
