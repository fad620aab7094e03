/**
 * What a watchdog is told of a sync. Good: both clouds were read and the program works, even if one lock is silent or something waits for the
 * user: those are told here. Bad: nobody new gets a code until it is fixed. Pure.
 */
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import type { RunReport, RunSummary } from '../../../shared/domain/run.ts';
import type { PingCause, PingNews } from '../../../shared/domain/watchdog.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import { isKeychainFailure } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';

/** The first that a sync has is its cause. */
const CAUSES: readonly (readonly [ProblemKind, PingCause])[] = [
  ['credentials-rejected', 'credentials'],
  ['credentials-missing', 'credentials'],
  // It waits for the user, and until then nothing is written.
  ['wrong-account', 'credentials'],
  ['clock-wrong', 'clock'],
  ['clock-skew', 'clock'],
  ['settings-recovered', 'settings'],
  ['history-unstored', 'disk'],
  ['cloud-unreachable', 'cloud'],
  ['cloud-paused', 'cloud'],
  ['cloud-failed', 'cloud'],
  ['deadline', 'slow'],
  ['sync-crashed', 'error'],
];

export type SyncEnd = Result<RunReport, 'busy' | 'first-steps' | AccessFailure>;

/** null: it says nothing, since it did not run, was stopped, changed nothing, or was for one stay or person. */
export function judgeSync({ mode, trigger }: Pick<RunSummary, 'mode' | 'trigger'>, end: SyncEnd): PingNews | null {
  if (mode === 'dry-run' || trigger === 'act') return null;
  if (!end.ok) return typeof end.error === 'string' ? null : causeOfRefusal(end.error);
  const { run, problems } = end.value;
  if (run.outcome === 'interrupted') return null;
  const cause = CAUSES.find(([kind]) => problems.some((problem) => problem.kind === kind))?.[1];
  return cause ?? (run.outcome === 'failed' ? 'error' : 'good');
}

function causeOfRefusal(failure: AccessFailure): PingCause {
  if (isKeychainFailure(failure)) return 'keychain';
  if (failure.kind === 'clock-skew') return 'clock';
  return failure.kind.startsWith('credentials') ? 'credentials' : 'cloud';
}
