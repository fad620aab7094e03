/** Turns what failed in a run into problems for the host: what happened, what it means for guests, what to do. */
import type { CloudFailure } from '../../shared/errors.ts';
import { CLOUD_TITLES, isRetryable } from '../../shared/errors.ts';
import type { LockId } from '../../shared/domain/ids.ts';
import type { PlannedOperation } from '../../shared/domain/plan.ts';
import type { Problem, ProblemKind } from '../../shared/domain/problem.ts';

/** A cloud that could not be used at all. */
export function cloudProblem(failure: CloudFailure): Problem {
  const cloud = CLOUD_TITLES[failure.cloud];
  const kinds: Record<CloudFailure['kind'], { kind: ProblemKind; text: string }> = {
    'credentials-missing': {
      kind: 'credentials-missing',
      text: `No credentials for ${cloud} are stored. Codes stay as they are until you connect it.`,
    },
    'credentials-rejected': {
      kind: 'credentials-rejected',
      text: `${cloud} does not accept the credentials. Codes stay as they are and new bookings get none until you correct them.`,
    },
    forbidden: { kind: 'cloud-failed', text: `${cloud} refused access. Codes stay as they are.` },
    'not-found': { kind: 'cloud-failed', text: `${cloud} did not know what it was asked for. Codes stay as they are.` },
    refused: { kind: 'cloud-failed', text: `${cloud} refused the request. Codes stay as they are.` },
    unreachable: { kind: 'cloud-unreachable', text: `${cloud} cannot be reached. Codes stay as they are; the next run tries again.` },
    timeout: { kind: 'cloud-unreachable', text: `${cloud} did not answer in time. Codes stay as they are; the next run tries again.` },
    'rate-limited': { kind: 'cloud-unreachable', text: `${cloud} asked for a pause. Codes stay as they are; the next run tries again.` },
    'server-error': {
      kind: 'cloud-unreachable',
      text: `${cloud} has a fault of its own. Codes stay as they are; the next run tries again.`,
    },
    'bad-response': {
      kind: 'cloud-failed',
      text: `${cloud} sent an answer that makes no sense. Codes stay as they are; the next run tries again.`,
    },
    'clock-skew': {
      kind: 'clock-skew',
      text: `This computer’s clock differs too much from ${cloud}’s. Set it right; until then new bookings get no code.`,
    },
    aborted: { kind: 'interrupted', text: `The run was stopped before ${cloud} had answered. The next run goes on.` },
  };
  const { kind, text } = kinds[failure.kind];
  return { kind, message: text, retryable: isRetryable(failure.kind), cloud: failure.cloud };
}

/** One lock whose list could not be read: the others go on. */
export function listProblem(lockId: LockId, failure: CloudFailure): Problem {
  const isForbidden = failure.kind === 'forbidden' || failure.kind === 'not-found';
  return {
    kind: isForbidden ? 'forbidden-lock' : 'list-failed',
    message: isForbidden
      ? `Lock ${String(lockId)} cannot be seen with this account. Its codes are not kept up; correct the mapping.`
      : `The codes of lock ${String(lockId)} could not be read, so nothing is changed there. The other locks are served.`,
    retryable: !isForbidden && isRetryable(failure.kind),
    lockId,
  };
}

export function writeProblem(operation: PlannedOperation, failure: CloudFailure): Problem {
  const what = { create: 'created', update: 'updated', adopt: 'taken over', move: 'moved', delete: 'removed' }[operation.kind];
  return {
    kind: 'write-failed',
    message: `The code of booking ${String(operation.bookingId)} could not be ${what} on lock ${String(operation.lockId)}: ${reasonWords(failure)}.`,
    retryable: isRetryable(failure.kind),
    ...placeOf(operation),
  };
}

export function unverifiedProblem(operation: PlannedOperation, how: 'missing' | 'differs' | 'still-there' | 'unread'): Problem {
  const texts = {
    missing: 'was written but is not on the lock',
    differs: 'stands on the lock with another PIN or window than was sent',
    'still-there': 'was removed but is still on the lock',
    unread: 'was written but could not be read back',
  };
  return {
    kind: 'unverified',
    message: `The code of booking ${String(operation.bookingId)} on lock ${String(operation.lockId)} ${texts[how]}. ${operation.kind === 'delete' ? 'It may still open the door.' : 'Do not rely on it yet.'}`,
    retryable: true,
    ...placeOf(operation),
  };
}

function placeOf(operation: PlannedOperation): Pick<Problem, 'bookingId' | 'lockId' | 'keypadId'> {
  return { bookingId: operation.bookingId, lockId: operation.lockId, keypadId: operation.keypadId };
}

function reasonWords(failure: CloudFailure): string {
  switch (failure.kind) {
    case 'refused':
      return 'The Keys refused it';
    case 'forbidden':
      return 'this account may not change that lock';
    case 'credentials-rejected':
    case 'credentials-missing':
      return 'The Keys does not accept the credentials';
    case 'aborted':
      return 'the run was stopped';
    case 'unreachable':
    case 'timeout':
      return 'The Keys could not be reached';
    case 'rate-limited':
      return 'The Keys asked for a pause';
    case 'not-found':
      return 'The Keys does not know that lock or keypad';
    case 'server-error':
    case 'bad-response':
    case 'clock-skew':
      return 'The Keys has a fault of its own';
  }
}
