/** How each cloud fared over the last runs: in a row unreachable, rejected, or fine. Pure. */
import type { Problem } from '../../../shared/domain/problem.ts';
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
  /** Runs in a row in which the cloud answered and refused everything, and how. It has answered, so it is not unreachable. */
  readonly refusedRuns: number;
  readonly refusedAs: Refusal | null;
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
  refusedRuns: 0,
  refusedAs: null,
  lastSuccessMs: null,
  isRejected: false,
  credentialsRevision: 0,
};

type Refusal = Extract<CloudFailureKind, 'forbidden' | 'not-found' | 'refused'>;
const NOT_REFUSED = { refusedRuns: 0, refusedAs: null } as const;

/** `unknown`: the run did not come so far as to tell. */
export type CloudResult = 'ok' | 'unknown' | CloudFailureKind;

export function cloudResult(report: RunReport, cloud: CloudName, settings: Settings): CloudResult {
  const ofCloud = report.problems.filter((problem) => problem.cloud === cloud);
  const failures = [...ofCloud, ...(cloud === 'the-keys' ? failedLists(report.problems, settings) : [])].flatMap(
    ({ failure }) => failure ?? [],
  );
  const failure = failures.find((kind) => !isRetryable(kind)) ?? failures.find((kind) => kind !== 'aborted');
  if (failure !== undefined) return failure;
  const { requests } = report;
  const wasAsked = (cloud === 'smoobu' ? requests.smoobu : requests.theKeys) > 0;
  return report.run.outcome === 'interrupted' || failures.length > 0 || !wasAsked ? 'unknown' : 'ok';
}

/** `isOnline`: while this computer is offline no cloud can be blamed for not answering. */
export function healthAfter(health: CloudHealth, result: CloudResult, atMs: number, isOnline: boolean): CloudHealth {
  switch (result) {
    case 'ok':
      return { ...health, ...NOT_REFUSED, unreachableRuns: 0, unreachableSinceMs: null, lastSuccessMs: atMs, isRejected: false };
    case 'credentials-rejected':
      return { ...health, ...NOT_REFUSED, unreachableRuns: 0, unreachableSinceMs: null, isRejected: true };
    case 'unreachable':
    case 'timeout':
    case 'rate-limited':
    case 'server-error':
    case 'bad-response':
      if (!isOnline) return health;
      return { ...health, unreachableRuns: health.unreachableRuns + 1, unreachableSinceMs: health.unreachableSinceMs ?? atMs };
    // A refusal is an answer, but no proof that the cloud works again.
    case 'forbidden':
    case 'not-found':
    case 'refused':
      return { ...health, refusedRuns: health.refusedRuns + 1, refusedAs: result };
    case 'unknown':
    case 'aborted':
    case 'credentials-missing':
    case 'clock-skew':
      return health;
  }
}

/** The problems of the locks when none of them could be read: then it is the cloud that failed. */
function failedLists(problems: readonly Problem[], settings: Settings): readonly Problem[] {
  const failed = problems.filter(({ kind }) => kind === 'list-failed' || kind === 'lock-unread' || kind === 'forbidden-lock');
  const lockIds = new Set(failed.map(({ lockId }) => lockId));
  return placesOf(settings.mapping).every(({ lockId }) => lockIds.has(lockId)) ? failed : [];
}
