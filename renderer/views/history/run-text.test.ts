import { describe, expect, it } from 'vitest';
import type { Names } from '../../../shared/domain/app-state.ts';
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import { aRun } from '../../../tests/support/app/run-rows.ts';
import { NOW_MS, operation, report, snapshot, state, status } from '../../../tests/support/app/state-fixtures.ts';
import { formats, t } from '../../../tests/support/stays.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { countsText, dayText, isRunning, operationSubject, outcomeText, problemSubject, runText } from './run-text.ts';
import { bookingId, lockId, place, unitId } from '../../../tests/support/ids.ts';

describe('countsText', () => {
  it('says what was done, what waits for the user and what went wrong', () => {
    const counts = { ...NO_COUNTS, created: 2, deleted: 1, held: 1, unchanged: 30 };
    expect(countsText(t, { counts, problemCount: 1 })).toBe('2 new codes, 1 removed, 1 needs approval, 1 problem');
  });

  it('counts unchanged codes only where there is nothing else to say', () => {
    expect(countsText(t, { counts: { ...NO_COUNTS, unchanged: 2_000 }, problemCount: 0 })).toBe('2,000 codes unchanged');
    expect(countsText(t, { counts: NO_COUNTS, problemCount: 0 })).toBe('No code changed');
  });
});

describe('outcomeText', () => {
  it('says of a dry run that nothing was written, however it ended', () => {
    const ended = outcomeText(t, aRun({ mode: 'dry-run', outcome: 'held' }), false);
    expect(ended).toMatchObject({ text: 'Needs approval', icon: 'hand', meaning: t('history.means.dry-run') });
  });

  it('is green only where all is well', () => {
    const good = (['ok', 'nothing-to-do', 'partial', 'held', 'failed', 'interrupted'] as const).filter(
      (outcome) => outcomeText(t, aRun({ outcome }), false).tone === 'good',
    );
    expect(good).toEqual(['ok', 'nothing-to-do']);
  });
});

describe('a run that is not over', () => {
  const begun = aRun({ id: 'run-2', outcome: 'interrupted', startedAt: '2026-11-23T09:15:00Z', finishedAt: '2026-11-23T09:15:00Z' });
  const last = { run: aRun(), counts: NO_COUNTS, problems: [], requests: report().requests };

  it('is shown as running', () => {
    expect(isRunning(begun, { activity: 'syncing', lastRun: last })).toBe(true);
    expect(isRunning(begun, { activity: 'syncing', lastRun: null })).toBe(true);
    expect(outcomeText(t, begun, true).text).toBe('Running');
    expect(runText({ t, formats }, begun).duration).toBeNull();
  });

  it('is told apart from a run that was killed', () => {
    expect(isRunning(begun, { activity: 'idle', lastRun: last })).toBe(false);
    const killed = { ...begun, startedAt: '2026-11-23T08:00:00Z', finishedAt: '2026-11-23T08:00:00Z' };
    expect(isRunning(killed, { activity: 'syncing', lastRun: last })).toBe(false);
    expect(isRunning({ ...begun, finishedAt: '2026-11-23T09:15:02Z' }, { activity: 'syncing', lastRun: last })).toBe(false);
  });
});

it('calls days by their distance from today, and adds the year where it is another one', () => {
  const text = (day: string): string => dayText({ t, formats, nowMs: NOW_MS }, day as LocalDate).replaceAll(',', '');
  expect(text('2026-11-23')).toBe('Today');
  expect(text('2026-11-22')).toBe('Yesterday');
  expect(text('2026-11-20')).toBe('Friday 20 November');
  expect(text('2025-11-20')).toBe('Thursday 20 November 2025');
});

it('shows times of this computer', () => {
  expect(runText({ t, formats }, aRun()).time).toBe('10:00');
  expect(runText({ t, formats }, aRun()).trigger).toBe('On schedule');
  expect(runText({ t, formats }, aRun()).duration).toMatch(/^4/);
});

describe('the subject of a problem or operation', () => {
  const names: Names = {
    units: [{ unitId: unitId(101), name: 'Mill House' }],
    doors: [{ ...place(11, 'KpAlpha1'), lockName: 'Gate', keypadName: '' }],
  };
  const known = snapshot(state(), NOW_MS, { names, stays: [status(12, NOW_MS, true)] });

  it('uses names where there are any', () => {
    expect(problemSubject({ snapshot: known, t }, { unitId: unitId(101), ...place(11, 'KpAlpha1'), bookingId: bookingId(90_001) })).toEqual(
      ['Mill House', 'Gate', 'Booking 90001'],
    );
    expect(problemSubject({ snapshot: known, t }, { unitId: unitId(102), lockId: lockId(12) })).toEqual(['Lock 12']);
  });

  it('has the guest’s name from the booking, else from the code', () => {
    const changes = { name: { from: null, to: 'Ada Example' } };
    expect(operationSubject({ snapshot: known, t }, operation('a', 'done', { changes }))).toEqual(['Anna Müller', 'Mill House']);
    expect(operationSubject({ snapshot: known, t }, operation('a', 'done', { bookingId: 13, unitId: null, changes }))).toEqual([
      'Ada Example',
    ]);
    expect(operationSubject({ snapshot: known, t }, operation('a', 'done', { bookingId: 13 }))).toEqual(['Booking 13', 'Mill House']);
    expect(problemSubject({ snapshot: known, t }, { bookingId: bookingId(12) })).toEqual(['Anna Müller']);
  });
});
