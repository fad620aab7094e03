import { describe, expect, it } from 'vitest';
import { check } from '../app/doctor/doctor.ts';
import type { ProblemKind } from '../../shared/domain/problem.ts';
import type { OperationReport, OperationStatus, RunOutcome } from '../../shared/domain/run.ts';
import { exitCodeOfChecks, EXIT_OF_FAILURE, exitCodeOfFailures, exitCodeOfReport } from './exit-code.ts';
import { branded } from '../../tests/support/ids.ts';
import { recordedText } from '../../shared/i18n/problem-text.ts';

function report(outcome: RunOutcome, statuses: readonly OperationStatus[] = [], problems: readonly ProblemKind[] = []) {
  return {
    run: { id: 'r', mode: 'live', trigger: 'command', outcome, startedAt: '', finishedAt: '' } as const,
    operations: statuses.map((status) =>
      branded<OperationReport>({
        ...{ key: status, kind: 'create', status, bookingId: 1, unitId: 1, lockId: 1, keypadId: 'K', codeId: null },
        ...{ changes: {}, evidence: null, hold: null },
      }),
    ),
    problems: problems.map((kind) => ({ kind, text: recordedText(''), retryable: false })),
  };
}

describe('exitCodeOfReport', () => {
  it.each([
    ['ok', ['done'], [], 0],
    ['nothing-to-do', [], [], 0],
    ['ok', ['done'], ['unmapped-unit'], 0],
    ['ok', ['planned'], [], 0],
    ['ok', ['done'], ['keychain'], 0],
    ['partial', ['failed', 'done'], ['write-failed'], 1],
    ['ok', ['unverified'], ['unverified'], 1],
    ['partial', ['held', 'failed'], [], 1],
    ['interrupted', ['done'], ['interrupted'], 1],
    ['failed', [], ['cloud-failed'], 1],
    ['failed', [], ['settings-recovered'], 1],
    ['nothing-to-do', [], ['mapping-unconfirmed'], 5],
    ['ok', ['failed'], ['mapping-unconfirmed'], 1],
    ['failed', [], ['credentials-missing'], 2],
    ['failed', [], ['credentials-rejected'], 3],
    ['partial', ['failed'], ['credentials-rejected'], 3],
    ['failed', [], ['cloud-unreachable', 'credentials-rejected'], 3],
    ['failed', [], ['cloud-unreachable'], 4],
    ['partial', ['failed'], ['cloud-unreachable'], 4],
    ['failed', [], ['deadline'], 4],
    ['partial', ['failed'], ['deadline'], 1],
    ['held', ['held', 'done'], [], 5],
    ['ok', ['held'], [], 5],
    ['held', [], ['no-bookings'], 5],
    ['failed', [], ['keychain', 'credentials-missing'], 6],
  ] as const)('%s with %j and %j is %i', (outcome, statuses, problems, code) => {
    expect(exitCodeOfReport(report(outcome, statuses, problems))).toBe(code);
  });
});

describe('EXIT_OF_FAILURE', () => {
  it.each([
    ['credentials-rejected', 3],
    ['credentials-missing', 2],
    ['unreachable', 4],
    ['timeout', 4],
    ['server-error', 4],
    ['keychain-locked', 6],
    ['refused', 1],
    ['clock-skew', 1],
  ] as const)('%s is %i', (kind, code) => {
    expect(EXIT_OF_FAILURE[kind]).toBe(code);
  });
  it('is the most urgent of several, and 0 of none', () => {
    expect(exitCodeOfFailures(['unreachable', 'credentials-rejected'])).toBe(3);
    expect(exitCodeOfFailures([])).toBe(0);
  });
});

describe('exitCodeOfChecks', () => {
  it('counts failed checks only', () => {
    expect(exitCodeOfChecks([check('clock', 'warn', ''), check('network', 'skipped', '')])).toBe(0);
    expect(exitCodeOfChecks([check('clock', 'bad', '')])).toBe(1);
    expect(exitCodeOfChecks([check('mapping', 'bad', ''), check('clock', 'bad', '')])).toBe(2);
    expect(exitCodeOfChecks([check('network', 'bad', '', { failure: 'timeout' })])).toBe(4);
  });
});
