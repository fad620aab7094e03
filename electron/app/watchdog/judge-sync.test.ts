import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { report } from '../../../tests/support/cli/sample-run.ts';
import { recordedText } from '../../../shared/i18n/problem-text.ts';
import { PROBLEM_KINDS } from '../../../shared/domain/problem.ts';
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import { RUN_OUTCOMES } from '../../../shared/domain/run.ts';
import type { RunOutcome } from '../../../shared/domain/run.ts';
import { PING_CAUSES } from '../../../shared/domain/watchdog.ts';
import { CLOUD_FAILURE_KINDS, KEYCHAIN_FAILURE_KINDS } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { judgeSync } from './judge-sync.ts';

const LIVE = { mode: 'live', trigger: 'schedule' } as const;
const end = (outcome: RunOutcome, ...kinds: readonly ProblemKind[]) =>
  ok(report(outcome, { problems: kinds.map((kind) => ({ kind, text: recordedText(''), retryable: false })) }));

describe('judgeSync', () => {
  it.each<[string, RunOutcome, readonly ProblemKind[], string | null]>([
    ['all is well', 'ok', [], 'good'],
    ['nothing to do', 'nothing-to-do', ['overlap'], 'good'],
    ['something waits for the user', 'held', ['removal-held', 'no-bookings'], 'good'],
    ['one lock is silent', 'partial', ['lock-unread', 'list-failed'], 'good'],
    ['a write failed', 'partial', ['write-failed', 'unverified'], 'good'],
    ['the last ping failed', 'ok', ['watchdog-unheard'], 'good'],
    ['a cloud is unreachable', 'failed', ['cloud-unreachable', 'no-sync'], 'cloud'],
    ['a cloud asked for a pause', 'partial', ['cloud-paused'], 'cloud'],
    ['an account is rejected, and the other cloud is down', 'failed', ['cloud-unreachable', 'credentials-rejected'], 'credentials'],
    ['the clock is wrong, though nothing failed', 'nothing-to-do', ['clock-wrong'], 'clock'],
    ['the mapping is lost', 'failed', ['settings-recovered'], 'settings'],
    ['the history is not stored', 'ok', ['history-unstored'], 'disk'],
    ['it takes too long', 'partial', ['deadline'], 'slow'],
    ['it crashed', 'failed', ['sync-crashed'], 'error'],
    ['the account is not the user’s', 'held', ['wrong-account'], 'credentials'],
    ['it failed for another reason', 'failed', ['list-failed'], 'error'],
    ['it was stopped', 'interrupted', ['interrupted', 'cloud-unreachable'], null],
  ])('%s', (_case, outcome, kinds, news) => {
    expect(judgeSync(LIVE, end(outcome, ...kinds))).toBe(news);
  });

  it('says nothing of a dry run, an act for one stay, and a sync that did not begin', () => {
    expect(judgeSync({ mode: 'dry-run', trigger: 'command' }, end('failed', 'cloud-unreachable'))).toBeNull();
    expect(judgeSync({ mode: 'live', trigger: 'act' }, end('ok'))).toBeNull();
    expect(judgeSync(LIVE, err('busy'))).toBeNull();
    expect(judgeSync(LIVE, err('first-steps'))).toBeNull();
  });

  it('takes every refusal before a sync as bad', () => {
    const refused = (kind: (typeof CLOUD_FAILURE_KINDS)[number]) =>
      judgeSync(LIVE, err({ kind, cloud: 'smoobu', message: 'Unit 12', certain: true } as const));
    expect(CLOUD_FAILURE_KINDS.map(refused).filter((news) => news === null || news === 'good')).toEqual([]);
    expect([refused('credentials-missing'), refused('clock-skew'), refused('timeout')]).toEqual(['credentials', 'clock', 'cloud']);
    for (const kind of KEYCHAIN_FAILURE_KINDS) expect(judgeSync(LIVE, err({ kind, message: '' }))).toBe('keychain');
  });

  it('never calls a failed sync good, and says words without digits only', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RUN_OUTCOMES), fc.subarray([...PROBLEM_KINDS]), (outcome, kinds) => {
        const news = judgeSync(LIVE, end(outcome, ...kinds));
        if (outcome === 'failed') expect(PING_CAUSES).toContain(news);
        if (outcome === 'interrupted') expect(news).toBeNull();
      }),
    );
    for (const cause of PING_CAUSES) expect(cause).toMatch(/^[a-z]+$/);
  });
});
