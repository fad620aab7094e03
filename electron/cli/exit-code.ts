/** Exit codes of the command line, decided from kinds alone. Scripts rely on them. */
import type { AccessFailure } from '../app/accounts/access.ts';
import type { CodesFailure } from '../app/codes/codes.ts';
import type { Check } from '../app/doctor/doctor-check.ts';
import type { Problem } from '../../shared/domain/problem.ts';
import type { RunReport } from '../../shared/domain/run.ts';

export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  credentialsRejected: 3,
  cloudUnreachable: 4,
  waiting: 5,
  keychain: 6,
  bug: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The cause that the user must mend first decides; what failed comes before what waits. */
export function exitCodeOfReport({ run, operations, problems }: Pick<RunReport, 'run' | 'operations' | 'problems'>): ExitCode {
  const has = (kind: Problem['kind']): boolean => problems.some((problem) => problem.kind === kind);
  if (has('credentials-rejected')) return EXIT.credentialsRejected;
  if (run.outcome === 'failed') {
    if (has('keychain')) return EXIT.keychain;
    if (has('credentials-missing')) return EXIT.usage;
    // A cloud that hangs uses up the whole run's time: nothing was read then.
    return has('cloud-unreachable') || has('deadline') ? EXIT.cloudUnreachable : EXIT.failed;
  }
  if (run.outcome === 'partial' && has('cloud-unreachable')) return EXIT.cloudUnreachable;
  if (run.outcome === 'partial' || run.outcome === 'interrupted') return EXIT.failed;
  if (operations.some(({ status }) => status === 'failed' || status === 'unverified')) return EXIT.failed;
  return run.outcome === 'held' || operations.some(({ status }) => status === 'held') ? EXIT.waiting : EXIT.ok;
}

export function exitCodeOfFailure(kind: AccessFailure['kind']): ExitCode {
  switch (kind) {
    case 'credentials-rejected':
      return EXIT.credentialsRejected;
    case 'credentials-missing':
      return EXIT.usage;
    // Down is down, whether the network or the service's own fault says so.
    case 'unreachable':
    case 'timeout':
    case 'rate-limited':
    case 'server-error':
      return EXIT.cloudUnreachable;
    case 'keychain-missing':
    case 'keychain-locked':
    case 'keychain-failed':
      return EXIT.keychain;
    case 'forbidden':
    case 'not-found':
    case 'refused':
    case 'bad-response':
    case 'clock-skew':
    case 'aborted':
      return EXIT.failed;
  }
}

/** Of several failures, the one that the user must mend first. */
export function exitCodeOfFailures(kinds: readonly AccessFailure['kind'][]): ExitCode {
  return mostPressing(kinds.map(exitCodeOfFailure));
}

export function exitCodeOfCodes(failure: CodesFailure): ExitCode {
  return failure.kind === 'cloud' ? exitCodeOfFailure(failure.failure.kind) : EXIT.failed;
}

/** Warnings are no failure. A mapping that cannot work is a wrong configuration. */
export function exitCodeOfChecks(checks: readonly Check[]): ExitCode {
  const bad = checks.filter(({ state }) => state === 'bad');
  return mostPressing(
    bad.map(({ failure, topic }) => (failure !== null ? exitCodeOfFailure(failure) : topic === 'mapping' ? EXIT.usage : EXIT.failed)),
  );
}

function mostPressing(codes: readonly ExitCode[]): ExitCode {
  const order: readonly ExitCode[] = [
    EXIT.credentialsRejected,
    EXIT.keychain,
    EXIT.cloudUnreachable,
    EXIT.usage,
    EXIT.failed,
    EXIT.waiting,
  ];
  return order.find((code) => codes.includes(code)) ?? EXIT.ok;
}
