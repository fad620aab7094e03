/** Turns what failed in a run into problems. */
import type { CloudFailure, CloudName } from '../../../shared/errors.ts';
import { isRetryable } from '../../../shared/errors.ts';
import type { BookingFetch } from '../../../shared/domain/booking.ts';
import { aboutClaim, claimOf } from '../../../shared/domain/ids.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { Remembered } from '../../../shared/domain/memory.ts';
import type { PlannedOperation } from '../../../shared/domain/plan.ts';
import type { Problem, ProblemKind } from '../../../shared/domain/problem.ts';
import type { StorageFailureKind } from '../ports/storage.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';
import { localNow } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';

const KINDS: Readonly<Record<CloudFailure['kind'], ProblemKind>> = {
  'credentials-missing': 'credentials-missing',
  'credentials-rejected': 'credentials-rejected',
  forbidden: 'cloud-failed',
  'not-found': 'cloud-failed',
  refused: 'cloud-failed',
  unreachable: 'cloud-unreachable',
  timeout: 'cloud-unreachable',
  'rate-limited': 'cloud-unreachable',
  'server-error': 'cloud-unreachable',
  'bad-response': 'cloud-failed',
  'clock-skew': 'clock-skew',
  aborted: 'interrupted',
};

/** A cloud that could not be used at all. */
function cloudProblem({ kind, cloud }: CloudFailure): Problem {
  return { kind: KINDS[kind], text: problemText(`failure.${kind}`), retryable: isRetryable(kind), cloud, failure: kind };
}

export function deadlineProblem(failure: CloudFailure): Problem {
  return { ...cloudProblem({ ...failure, kind: 'timeout' }), kind: 'deadline' };
}

/** What keeps a cloud from being asked for longer than a run, and until when. */
export interface AccessTimes {
  pausedUntilMs(cloud: CloudName): number | null;
  retryAtMs(cloud: CloudName): number | null;
}

/** The cloud asked for a pause, now or before. */
export function isPause({ kind, cloud }: CloudFailure, access: AccessTimes | undefined): boolean {
  return (kind === 'rate-limited' || kind === 'server-error') && (access?.pausedUntilMs(cloud) ?? null) !== null;
}

/** A cloud that could not be used, with the time when it is asked again where that is not the next run. */
export function accessProblem(failure: CloudFailure, access: AccessTimes | undefined, zone: string): Problem {
  const problem = cloudProblem(failure);
  const { cloud, kind } = failure;
  const pausedUntilMs = isPause(failure, access) ? (access?.pausedUntilMs(cloud) ?? null) : null;
  if (pausedUntilMs !== null) {
    const until = localNow(zone, pausedUntilMs);
    return { ...problem, kind: 'cloud-paused', text: problemText('problem.cloud-paused', { until }), retryAtMs: pausedUntilMs };
  }
  const retryAtMs = kind === 'credentials-rejected' ? (access?.retryAtMs(cloud) ?? null) : null;
  return retryAtMs === null ? problem : { ...problem, retryAtMs };
}

/** A lock that fails in this many runs in a row needs the user. */
const LASTING_RUNS = 3;

/** One lock whose list could not be read, in so many runs in a row: the others go on. */
export function listProblem(lockId: LockId, failure: CloudFailure, runs: number): Problem {
  const isForbidden = failure.kind === 'forbidden' || failure.kind === 'not-found';
  if (!isForbidden && runs >= LASTING_RUNS) {
    const text = problemText('problem.lock-unread', { count: runs });
    return { kind: 'lock-unread', text, retryable: false, failure: failure.kind, lockId };
  }
  return {
    kind: isForbidden ? 'forbidden-lock' : 'list-failed',
    text: problemText(isForbidden ? 'problem.lock-forbidden' : 'problem.list-failed'),
    retryable: !isForbidden && isRetryable(failure.kind),
    failure: failure.kind,
    lockId,
  };
}

export function writeProblem(operation: PlannedOperation, failure: CloudFailure): Problem {
  return {
    kind: 'write-failed',
    text: problemText(`problem.write.${operation.kind}`),
    retryable: isRetryable(failure.kind),
    failure: failure.kind,
    ...(failure.said === undefined ? {} : { said: failure.said }),
    ...placeOf(operation),
  };
}

export function unverifiedProblem(operation: PlannedOperation, how: 'missing' | 'differs' | 'still-there' | 'unread'): Problem {
  const key = how === 'unread' && operation.kind === 'delete' ? 'unread-removal' : how;
  return { kind: 'unverified', text: problemText(`problem.unverified.${key}`), retryable: true, ...placeOf(operation) };
}

/** There was a mapping, and the settings have none. */
export function lostMappingProblem(): Problem {
  return { kind: 'settings-recovered', text: problemText('problem.mapping-lost'), retryable: false };
}

/** The history is in memory only: the disk does not take it. */
export function unstoredProblem(kind: StorageFailureKind): Problem {
  return { kind: 'history-unstored', text: problemText(`problem.history-unstored.${kind}`), retryable: false };
}

export function steppedProblem(): Problem {
  return { kind: 'clock-stepped', text: problemText('problem.clock-stepped'), retryable: true };
}

export function clockWrongProblem(): Problem {
  return { kind: 'clock-wrong', text: problemText('problem.clock-wrong'), retryable: false };
}

export function incompleteForADayProblem(): Problem {
  return { kind: 'incomplete-for-a-day', text: problemText('problem.incomplete-for-a-day'), retryable: false };
}

/** What became of the last ping of the watchdog; it is sent after a sync, so the next one tells. */
export function pingProblems({ watchdog }: Remembered): readonly Problem[] {
  const failure = watchdog.get('ping')?.failure ?? null;
  if (failure === null) return [];
  const isPassing = failure === 'unreachable' || failure === 'timeout' || failure === 'rate-limited' || failure === 'server-error';
  const key = isPassing ? 'unheard' : failure === 'unreadable' ? 'unreadable' : 'refused';
  return [{ kind: 'watchdog-unheard', text: problemText(`problem.watchdog.${key}`), retryable: isPassing }];
}

export function noSyncProblem(since: LocalDateTime): Problem {
  return { kind: 'no-sync', text: problemText('problem.no-sync', { since }), retryable: true };
}

/** Its details are in English, from the booking cloud's client. */
export function incompleteProblem({ agreed = false, incompleteBecause: details }: BookingFetch): Problem {
  const text = problemText(agreed ? 'problem.incomplete-agreed' : 'problem.incomplete');
  return {
    kind: 'bookings-incomplete',
    text: details === null ? text : { ...text, parameters: { details } },
    retryable: true,
  };
}

function placeOf(operation: PlannedOperation): Pick<Problem, 'bookingId' | 'personId' | 'lockId' | 'keypadId'> {
  return { ...aboutClaim(claimOf(operation)), lockId: operation.lockId, keypadId: operation.keypadId };
}
