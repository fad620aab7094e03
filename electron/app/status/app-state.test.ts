import { describe, expect, it } from 'vitest';
import {
  NOW_MS,
  door,
  failed,
  hold,
  operation,
  rejectedProblem,
  report,
  settings,
  snapshot,
  state,
  stay,
  unreachableProblem,
} from '../../../tests/support/app/state-fixtures.ts';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { initialState, knownProblems, reduce } from './app-state.ts';
import type { AppEvent } from './app-event.ts';
import type { AppState } from './app-state.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { recordedText } from '../../../shared/i18n/problem-text.ts';

function play(events: readonly AppEvent[], from: AppState = state()): AppState {
  return events.reduce(reduce, from);
}
const verdicts = (of: AppState) => snapshot(of, NOW_MS).stays.map(({ stay: { booking }, verdict }) => [booking.id, verdict]);
const finished = (run: RunReport, atMs = NOW_MS): AppEvent => ({ kind: 'run-finished', report: run, atMs });
const cloudFailure = (kind: CloudFailureKind): CloudFailure => ({ kind, cloud: 'smoobu', message: '', certain: true });
const good = report({
  stays: [stay()],
  problems: [{ kind: 'overlap', text: recordedText('Two guests.'), retryable: false, bookingId: bookingId(12) }],
});

describe('activity', () => {
  it('is starting until the schedule is known, syncing during a run, and idle after it', () => {
    const start = initialState({
      settings: settings(),
      isDemo: false,
      isOnline: true,
      holds: [],
      lastRun: null,
      userNames: { smoobu: null, 'the-keys': null },
    });
    expect(start.activity).toBe('starting');
    const scheduled = reduce(start, { kind: 'schedule', nextRunAtMs: NOW_MS });
    expect([scheduled.activity, scheduled.nextRunAtMs]).toEqual(['idle', NOW_MS]);
    const syncing = play([{ kind: 'run-started' }, { kind: 'run-progress', progress: { phase: 'codes', done: 1, total: 3 } }], scheduled);
    expect([syncing.activity, syncing.progress?.done]).toEqual(['syncing', 1]);
    expect(reduce(syncing, { kind: 'schedule', nextRunAtMs: null }).activity).toBe('syncing');
    expect(reduce(syncing, finished(good))).toMatchObject({ activity: 'idle', progress: null });
    expect(reduce(syncing, { kind: 'run-refused', because: 'busy', atMs: NOW_MS })).toMatchObject({ activity: 'idle', progress: null });
  });
  it('stays quitting', () => {
    const events: AppEvent[] = [{ kind: 'quitting' }, { kind: 'run-started' }, finished(good), { kind: 'schedule', nextRunAtMs: null }];
    expect(play(events).activity).toBe('quitting');
    expect(play([...events, { kind: 'run-refused', because: 'busy', atMs: NOW_MS }]).activity).toBe('quitting');
  });
});

describe('a run for one stay', () => {
  it('replaces what is known about that stay, and leaves the last sync and everybody else as they were', () => {
    const before = play([finished(report({ stays: [stay(12), stay(13)], problems: [problemOf(12), problemOf(13)] }))]);
    const waits = door({ state: 'planned', operationKey: 'k' });
    const act = report({
      claim: bookingId(13),
      // Of others a run for one stay reads what it does not carry out.
      stays: [stay(12, [waits]), stay(13, [waits])],
      operations: [operation('k', 'failed')],
      problems: [{ ...problemOf(13), kind: 'write-failed' }],
    });
    const after = reduce(before, finished(act, NOW_MS + MINUTE_MS));
    expect(verdicts(after)).toEqual([
      [12, 'ready'],
      [13, 'action-needed'],
    ]);
    expect(knownProblems(after).map(({ kind, bookingId: id }) => [kind, id])).toEqual([
      ['overlap', 12],
      ['write-failed', 13],
    ]);
    expect([after.lastRun?.run, after.staysReadAtMs, after.silence]).toEqual([before.lastRun?.run, NOW_MS, before.silence]);
    expect(
      reduce(after, finished(report({ claim: bookingId(13), stays: [], problems: [] }))).stays.map(({ booking }) => booking.id),
    ).toEqual([12]);
  });
  it('replaces what is known about that guest where they are no stay', () => {
    const other = (id: number, why: OtherStay['why']): OtherStay => ({
      ...{ bookingId: bookingId(id), why, guestName: 'Rosalind', unitId: null, unitName: '', codes: [] },
      ...{ start: null, end: null, startMs: null, endMs: null },
    });
    const reasons = (of: AppState): readonly string[] => of.others.map(({ bookingId: id, why }) => `${String(id)} ${why}`);
    const before = play([finished({ ...report(), others: [other(12, 'no-door'), other(13, 'cancelled'), other(14, 'gone')] })]);
    const act = { ...report({ stays: [stay(15)] }), claim: bookingId(13) };
    expect(reasons(reduce(before, finished({ ...act, others: [other(12, 'left'), other(13, 'no-code')] })))).toEqual([
      ...['12 no-door', '13 no-code', '14 gone'],
    ]);
    expect(reasons(reduce(before, finished({ ...act, others: [] })))).toEqual(['12 no-door', '14 gone']);
    expect(reasons(reduce(before, finished({ ...report(), others: [other(12, 'left')] })))).toEqual(['12 left']);
  });
  it('replaces what that guest is told, and a run that could tell nobody says nothing about it', () => {
    const line = (id: number, tells: Telling['state']): Telling => ({
      ...{ bookingId: bookingId(id), way: 'message', kind: 'code', state: tells, atMs: null, reason: null },
    });
    const told = (of: AppState): readonly string[] => of.tellings.map((one) => `${String(one.bookingId)} ${one.state}`);
    const before = play([finished({ ...good, tellings: [line(12, 'due'), line(13, 'due'), line(14, 'due')] })]);
    const act = { ...report({ stays: [stay(13)] }), claim: bookingId(13) };
    expect(told(reduce(before, finished({ ...act, tellings: [line(13, 'sent')] })))).toEqual(['12 due', '13 sent', '14 due']);
    expect(told(reduce(before, finished(act)))).toEqual(told(before));
    expect(told(reduce(before, finished(good)))).toEqual(told(before));
    expect(told(reduce(before, { kind: 'told', bookingId: bookingId(12), lines: [line(12, 'told-by-user')], atMs: NOW_MS }))[0]).toBe(
      '12 told-by-user',
    );
    expect(told(reduce(before, { kind: 'settings-erased' }))).toEqual([]);
  });
  it('says nothing about stays when it could not read', () => {
    const before = play([finished(good)]);
    const after = reduce(before, finished({ ...failed(unreachableProblem('smoobu')), claim: bookingId(12) }));
    expect([after.stays, after.planProblems, after.lastRun]).toEqual([before.stays, before.planProblems, before.lastRun]);
  });
});
const problemOf = (id: number) =>
  ({ kind: 'overlap', text: recordedText('Two guests.'), retryable: false, bookingId: bookingId(id) }) as const;

describe('a run', () => {
  it('updates stays and when they were read, and the state of each cloud', () => {
    const run = report({ stays: [stay()], operations: [hold('a'), operation('b', 'done')] });
    const after = play([finished(run)]);
    expect(verdicts(after)).toEqual([[12, 'ready']]);
    expect(after).toMatchObject({ staysReadAtMs: NOW_MS, lastRun: { run: { id: 'run-1' } } });
    expect(after.connections.smoobu.lastTest).toEqual({ atMs: NOW_MS, failure: null });
  });
  it('that failed keeps stays, their time, holds and problems of the last good one', () => {
    const before = play([finished({ ...good, operations: [hold('a')] })]);
    const after = reduce(before, finished(failed(unreachableProblem('smoobu')), NOW_MS + MINUTE_MS));
    expect(after).toMatchObject({
      stays: before.stays,
      staysReadAtMs: NOW_MS,
      holds: before.holds,
      lastRun: { run: { outcome: 'failed' } },
    });
    expect(knownProblems(after).map((problem) => problem.kind)).toEqual(['cloud-unreachable', 'overlap']);
    expect(knownProblems(before)).toEqual(good.problems);
  });
  it('that was stopped before its plan keeps them too; one that found no stay does not', () => {
    const before = play([finished(good)]);
    expect(reduce(before, finished(report({ outcome: 'interrupted' }))).stays).toBe(before.stays);
    expect(reduce(before, finished(report({ outcome: 'nothing-to-do' }))).stays).toEqual([]);
  });
  it('leaves the holds as they are: they come from the history, where each stands until it is decided', () => {
    const before = play([{ kind: 'holds-changed', holds: [hold('a')] }]);
    expect(reduce(before, finished(report({ mode: 'dry-run' }))).holds).toBe(before.holds);
    expect(reduce(before, finished(report())).holds).toBe(before.holds);
  });
  it('that could not read a lock keeps its codes verified', () => {
    const unread = report({ outcome: 'partial', stays: [stay(12, [door({ state: 'blocked', codeId: null })])] });
    expect(verdicts(play([finished(good), finished(unread, NOW_MS + MINUTE_MS)]))).toEqual([[12, 'ready']]);
    expect(verdicts(play([finished(unread)]))).toEqual([[12, 'check']]);
  });
});

describe('the clouds', () => {
  it('count consecutive runs without an answer, except while offline', () => {
    const down = finished(failed(unreachableProblem('smoobu')));
    expect(
      play([down, { kind: 'online-changed', isOnline: false }, down, { kind: 'online-changed', isOnline: true }, down]).health.smoobu
        .unreachableRuns,
    ).toBe(2);
    expect(play([down, down, finished(good)]).health.smoobu.unreachableRuns).toBe(0);
    expect(play([down]).health['the-keys']).toMatchObject({ unreachableRuns: 0, lastSuccessMs: NOW_MS });
  });
  it('stay rejected until a run or test is accepted or other credentials are stored', () => {
    const rejected = play([finished(failed(rejectedProblem('smoobu')))]);
    expect([rejected.health.smoobu.isRejected, rejected.connections.smoobu.lastTest?.failure]).toEqual([true, 'credentials-rejected']);
    const resolvingEvents: AppEvent[] = [
      finished(good),
      { kind: 'connection-tested', cloud: 'smoobu', failure: null, atMs: NOW_MS },
      { kind: 'credentials-saved', cloud: 'smoobu', userName: null },
      { kind: 'credentials-removed', cloud: 'smoobu' },
    ];
    for (const event of resolvingEvents) expect(reduce(rejected, event).health.smoobu.isRejected).toBe(false);
    const failing: AppEvent = { kind: 'connection-tested', cloud: 'smoobu', failure: cloudFailure('unreachable'), atMs: NOW_MS };
    expect(reduce(rejected, failing).health.smoobu.isRejected).toBe(true);
  });
  it('show stored and removed credentials at once', () => {
    const saved = play([{ kind: 'credentials-saved', cloud: 'the-keys', userName: '+33••••••17' }]);
    expect(saved.connections['the-keys']).toEqual({ stored: true, userName: '+33••••••17', lastTest: null });
    const removed = reduce(saved, { kind: 'credentials-removed', cloud: 'the-keys' });
    expect(removed.connections['the-keys']).toEqual({ stored: false, userName: null, lastTest: null });
    expect(removed.health['the-keys'].credentialsRevision).toBe(2);
  });
});

describe('a refused run', () => {
  it('for lack of credentials shows at the cloud', () => {
    const after = play([{ kind: 'run-refused', because: cloudFailure('credentials-missing'), atMs: NOW_MS }]);
    expect([after.connections.smoobu.lastTest?.failure, after.keychain]).toEqual(['credentials-missing', null]);
  });
  it('for a locked keychain shows until a run starts or a test reads it', () => {
    const because = { kind: 'keychain-locked', message: 'Unlock it.' } as const;
    const locked = play([finished(good), { kind: 'run-refused', because, atMs: NOW_MS }]);
    expect([locked.keychain?.kind, locked.stays.length]).toEqual(['keychain-locked', 1]);
    expect(reduce(locked, finished(good)).keychain).toBeNull();
    const tested: AppEvent = { kind: 'connection-tested', cloud: 'smoobu', failure: because, atMs: NOW_MS };
    expect(reduce(locked, tested).keychain).toEqual(because);
    expect(reduce(locked, { ...tested, failure: null }).keychain).toBeNull();
  });
});

describe('the user', () => {
  it('pauses and resumes, and saves settings', () => {
    const paused = play([{ kind: 'pause-changed', pause: { kind: 'until-resumed' } }]);
    const resumed = reduce(paused, { kind: 'pause-changed', pause: { kind: 'none' } });
    expect([paused, resumed].map((of) => of.settings.pause.kind)).toEqual(['until-resumed', 'none']);
    const saved = settings({ pause: { kind: 'until', untilMs: NOW_MS } });
    expect(reduce(paused, { kind: 'settings-changed', settings: saved }).settings).toEqual(saved);
  });
  it('sees a recovered file once; saving settings acknowledges the settings only', () => {
    const events: AppEvent[] = [
      { kind: 'recovered', file: 'settings' },
      { kind: 'recovered', file: 'settings' },
      { kind: 'recovered', file: 'history' },
    ];
    const seen = play(events);
    expect(seen.recovered).toEqual(['settings', 'history']);
    expect(reduce(seen, { kind: 'settings-changed', settings: settings() }).recovered).toEqual(['history']);
  });
});
