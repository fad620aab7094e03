/** How each cloud fared over the last runs: in a row unreachable, rejected, or fine. Pure. */
import type { Problem, ProblemKind } from '../../../shared/domain/problem.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { isRetryable } from '../../../shared/errors.ts';
import type { CloudFailureKind, CloudName } from '../../../shared/errors.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';

export interface CloudHealth {
  /** Runs in a row in which the cloud gave no usable answer although this computer was online. */
  readonly unreachableRuns: number;
  /** End of the first of them; null when the cloud answers. Epoch milliseconds. */
  readonly unreachableSinceMs: number | null;
  /** End of the last run that the cloud served. */
  readonly lastSuccessMs: number | null;
  /** The cloud said no to the stored credentials in a run; until it accepts some or others are stored. */
  readonly isRejected: boolean;
  /** How often credentials were stored or taken out since the start: a rejection of other ones is another trouble. */
  readonly credentialsRevision: number;
}
export const UNKNOWN_HEALTH: CloudHealth = {
  unreachableRuns: 0,
  unreachableSinceMs: null,
  lastSuccessMs: null,
  isRejected: false,
  credentialsRevision: 0,
};

/** `unknown`: the run did not come so far as to tell. */
export type CloudResult = 'ok' | 'unknown' | CloudFailureKind;

export function cloudResult(report: RunReport, cloud: CloudName, settings: Settings): CloudResult {
  const failures = report.problems.filter((problem) => problem.cloud === cloud).map(failureOf);
  const failure = failures.find((kind) => !isRetryable(kind)) ?? failures.find((kind) => kind !== 'aborted');
  if (failure !== undefined) return failure;
  if (cloud === 'the-keys' && everyListFailed(report.problems, settings)) return 'unreachable';
  const { requests } = report;
  const wasAsked = (cloud === 'smoobu' ? requests.smoobu : requests.theKeys) > 0;
  return report.run.outcome === 'interrupted' || failures.length > 0 || !wasAsked ? 'unknown' : 'ok';
}

/** `isOnline`: while this computer is offline no cloud can be blamed for not answering. */
export function healthAfter(health: CloudHealth, result: CloudResult, atMs: number, isOnline: boolean): CloudHealth {
  switch (result) {
    case 'ok':
      return { ...health, unreachableRuns: 0, unreachableSinceMs: null, lastSuccessMs: atMs, isRejected: false };
    case 'credentials-rejected':
      return { ...health, unreachableRuns: 0, unreachableSinceMs: null, isRejected: true };
    case 'unreachable':
    case 'timeout':
    case 'rate-limited':
    case 'server-error':
    case 'bad-response':
      if (!isOnline) return health;
      return { ...health, unreachableRuns: health.unreachableRuns + 1, unreachableSinceMs: health.unreachableSinceMs ?? atMs };
    case 'unknown':
    case 'aborted':
    case 'credentials-missing':
    case 'forbidden':
    case 'not-found':
    case 'refused':
    case 'clock-skew':
      return health;
  }
}

/** Several failure kinds make one problem kind; a run's report has only that, so the plainest of them stands for all. */
function failureOf({ kind }: Problem): CloudFailureKind {
  const kinds: Partial<Record<ProblemKind, CloudFailureKind>> = {
    'credentials-missing': 'credentials-missing',
    'credentials-rejected': 'credentials-rejected',
    'cloud-failed': 'bad-response',
    'clock-skew': 'clock-skew',
    deadline: 'timeout',
    interrupted: 'aborted',
  };
  return kinds[kind] ?? 'unreachable';
}

/** With one lock mapped, an unreachable cloud is told as a failed list. */
function everyListFailed(problems: readonly Problem[], settings: Settings): boolean {
  const mapped = new Set(placesOf(settings.mapping).map((place) => place.lockId));
  const failed = new Set(problems.filter((problem) => problem.kind === 'list-failed').map((problem) => problem.lockId));
  return mapped.size > 0 && [...mapped].every((lockId) => failed.has(lockId));
}
