/** Turns what failed in a run into problems for the user: what happened, what it means for guests, what to do. */
import type { CloudFailure } from '../../../shared/errors.ts';
import { CLOUD_TITLES, isRetryable } from '../../../shared/errors.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { PlannedOperation } from '../../../shared/domain/plan.ts';
import type { Problem, ProblemKind } from '../../../shared/domain/problem.ts';
import { say } from '../../../shared/i18n/problem-text.ts';
import type { ReasonKey } from '../../../shared/i18n/problem-text.ts';

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
export function cloudProblem({ kind, cloud }: CloudFailure): Problem {
  const text = say(`failure.${kind}`, { cloud: CLOUD_TITLES[cloud] });
  return { kind: KINDS[kind], ...text, retryable: isRetryable(kind), cloud, failure: kind };
}

/** One lock whose list could not be read: the others go on. */
export function listProblem(lockId: LockId, failure: CloudFailure): Problem {
  const isForbidden = failure.kind === 'forbidden' || failure.kind === 'not-found';
  return {
    kind: isForbidden ? 'forbidden-lock' : 'list-failed',
    ...say(isForbidden ? 'problem.lock-forbidden' : 'problem.list-failed', { lock: String(lockId) }),
    retryable: !isForbidden && isRetryable(failure.kind),
    failure: failure.kind,
    lockId,
  };
}

export function writeProblem(operation: PlannedOperation, failure: CloudFailure): Problem {
  return {
    kind: 'write-failed',
    ...say(`problem.write.${operation.kind}`, { ...named(operation), reason: REASONS[failure.kind] }),
    retryable: isRetryable(failure.kind),
    failure: failure.kind,
    ...placeOf(operation),
  };
}

export function unverifiedProblem(operation: PlannedOperation, how: 'missing' | 'differs' | 'still-there' | 'unread'): Problem {
  const key = how === 'unread' && operation.kind === 'delete' ? 'unread-removal' : how;
  return { kind: 'unverified', ...say(`problem.unverified.${key}`, named(operation)), retryable: true, ...placeOf(operation) };
}

export function steppedProblem(): Problem {
  return { kind: 'clock-stepped', ...say('problem.clock-stepped'), retryable: true };
}

/** `because`: in English, from the booking cloud's client; told where the program speaks English, and left out in the window's languages. */
export function incompleteProblem(because: string | null): Problem {
  const said = say('problem.incomplete');
  return {
    kind: 'bookings-incomplete',
    ...said,
    message: because === null ? said.message : `${said.message} (${because})`,
    retryable: true,
  };
}

function named({ bookingId, lockId }: PlannedOperation): { readonly booking: string; readonly lock: string } {
  return { booking: String(bookingId), lock: String(lockId) };
}

function placeOf(operation: PlannedOperation): Pick<Problem, 'bookingId' | 'lockId' | 'keypadId'> {
  return { bookingId: operation.bookingId, lockId: operation.lockId, keypadId: operation.keypadId };
}

const REASONS: Readonly<Record<CloudFailure['kind'], ReasonKey>> = {
  refused: 'reason.refused',
  forbidden: 'reason.forbidden',
  'credentials-rejected': 'reason.credentials',
  'credentials-missing': 'reason.credentials',
  aborted: 'reason.aborted',
  unreachable: 'reason.unreachable',
  timeout: 'reason.unreachable',
  'rate-limited': 'reason.rate-limited',
  'not-found': 'reason.not-found',
  'server-error': 'reason.fault',
  'bad-response': 'reason.fault',
  'clock-skew': 'reason.fault',
};
