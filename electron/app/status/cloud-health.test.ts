import { describe, expect, it } from 'vitest';
import { NOW_MS, failed, rejectedProblem, report, settings, unreachableProblem } from '../../../tests/support/app/state-fixtures.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { CLOUD_FAILURE_KINDS, CLOUD_NAMES } from '../../../shared/errors.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { UNKNOWN_HEALTH, cloudResult, healthAfter } from './cloud-health.ts';
import { accessProblem, listProblem } from '../run/run-problems.ts';
import { lockId } from '../../../tests/support/ids.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';

function listFailed(lock: number): Problem {
  return { kind: 'list-failed', text: problemText('problem.list-failed'), retryable: true, failure: 'unreachable', lockId: lockId(lock) };
}
function results(run: Parameters<typeof cloudResult>[0]) {
  return CLOUD_NAMES.map((cloud) => cloudResult(run, cloud, settings()));
}

describe('how a run went for each cloud', () => {
  it.each([
    ['both served', report(), ['ok', 'ok']],
    ['one out of reach, the other served', failed(unreachableProblem('smoobu')), ['unreachable', 'ok']],
    ['one rejected', failed(rejectedProblem('the-keys')), ['ok', 'credentials-rejected']],
    ['one not asked', report({ requests: { smoobu: 1, theKeys: 0 } }), ['ok', 'unknown']],
    ['stopped', report({ outcome: 'interrupted' }), ['unknown', 'unknown']],
    ['every mapped lock failed', report({ outcome: 'failed', problems: [listFailed(11), listFailed(13)] }), ['ok', 'unreachable']],
    ['one of the locks failed', report({ outcome: 'partial', problems: [listFailed(11)] }), ['ok', 'ok']],
  ])('%s', (_name, run, expected) => {
    expect(results(run)).toEqual(expected);
  });
  it('what is sure counts more than what may pass', () => {
    const problems = [unreachableProblem('the-keys'), rejectedProblem('the-keys')];
    expect(results(report({ outcome: 'partial', problems }))).toEqual(['ok', 'credentials-rejected']);
  });
  it.each([
    ...CLOUD_FAILURE_KINDS.filter((kind) => kind !== 'aborted').map((kind) => [kind, kind] as const),
    ['aborted', 'unknown'],
  ] as const)('a cloud that failed with %s went %s', (kind, expected) => {
    const failure: CloudFailure = { kind, cloud: 'smoobu', message: '', certain: true };
    expect(cloudResult(failed(accessProblem(failure, undefined, 'UTC')), 'smoobu', settings())).toBe(expected);
  });
  it.each(['forbidden', 'not-found', 'refused', 'timeout'] as const)('every mapped lock failed with %s', (kind) => {
    const failure: CloudFailure = { kind, cloud: 'the-keys', message: '', certain: true };
    const problems = [11, 13].map((lock) => listProblem(lockId(lock), failure, 1));
    expect(results(report({ outcome: 'failed', problems }))).toEqual(['ok', kind]);
  });
});

describe('health', () => {
  it('counts runs in a row without an answer, from the first on, and forgets them with the next good one', () => {
    const first = healthAfter(UNKNOWN_HEALTH, 'unreachable', NOW_MS, true);
    const second = healthAfter(first, 'timeout', NOW_MS + 1, true);
    expect(second).toMatchObject({ unreachableRuns: 2, unreachableSinceMs: NOW_MS });
    expect(healthAfter(second, 'unknown', NOW_MS + 2, true)).toBe(second);
    expect(healthAfter(second, 'ok', NOW_MS + 3, true)).toEqual({ ...UNKNOWN_HEALTH, lastSuccessMs: NOW_MS + 3 });
  });
  it.each(['forbidden', 'not-found', 'refused'] as const)('a cloud that answers %s is not unreachable', (kind) => {
    const refused = healthAfter(UNKNOWN_HEALTH, kind, NOW_MS, true);
    expect(refused).toEqual({ ...UNKNOWN_HEALTH, refusedRuns: 1, refusedAs: kind });
    expect(healthAfter(refused, 'ok', NOW_MS, true)).toEqual({ ...UNKNOWN_HEALTH, lastSuccessMs: NOW_MS });
  });
  it('blames no cloud while this computer is offline', () => {
    expect(healthAfter(UNKNOWN_HEALTH, 'unreachable', NOW_MS, false)).toBe(UNKNOWN_HEALTH);
  });
  it('a rejection stands until something is accepted', () => {
    const rejected = healthAfter(UNKNOWN_HEALTH, 'credentials-rejected', NOW_MS, true);
    expect(healthAfter(rejected, 'unreachable', NOW_MS, true).isRejected).toBe(true);
    expect(healthAfter(rejected, 'ok', NOW_MS, true).isRejected).toBe(false);
  });
});
