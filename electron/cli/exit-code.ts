/** Exit codes of the command line, decided from kinds only. Scripts rely on them. */
import type { Check } from '../app/doctor/doctor.ts';
import { waitsForUser } from '../app/run/report.ts';
import type { Problem } from '../../shared/domain/problem.ts';
import { PROBLEM_WEIGHTS } from '../../shared/domain/problem-weight.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import type { AccessFailure } from '../../shared/errors.ts';

export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  credentialsRejected: 3,
  cloudUnreachable: 4,
  held: 5,
  keychain: 6,
  bug: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The cause that the user must fix first decides; failures come before held operations. */
export function exitCodeOfReport({ run, operations, problems }: Pick<RunReport, 'run' | 'operations' | 'problems'>): ExitCode {
  const has = (kind: Problem['kind']): boolean => problems.some((problem) => problem.kind === kind);
  if (has('credentials-rejected')) return EXIT.credentialsRejected;
  if (run.outcome === 'failed') {
    if (has('keychain')) return EXIT.keychain;
    if (has('credentials-missing')) return EXIT.usage;
    if (has('settings-recovered')) return EXIT.failed;
    // A cloud that hangs uses up the whole run's time, and nothing is read.
    return has('cloud-unreachable') || has('cloud-paused') || has('deadline') ? EXIT.cloudUnreachable : EXIT.failed;
  }
  if (run.outcome === 'partial' && (has('cloud-unreachable') || has('cloud-paused'))) return EXIT.cloudUnreachable;
  if (run.outcome === 'partial' || run.outcome === 'interrupted') return EXIT.failed;
  if (problems.some(({ kind }) => PROBLEM_WEIGHTS[kind] === 'at-risk')) return EXIT.failed;
  if (operations.some(({ status }) => status === 'failed' || status === 'unverified')) return EXIT.failed;
  const isWaiting = run.outcome === 'held' || operations.some(({ status }) => status === 'held') || problems.some(waitsForUser);
  return isWaiting ? EXIT.held : EXIT.ok;
}

export const EXIT_OF_FAILURE: Readonly<Record<AccessFailure['kind'], ExitCode>> = {
  'credentials-rejected': EXIT.credentialsRejected,
  'credentials-missing': EXIT.usage,
  // For the user a service that fails is as good as unreachable.
  unreachable: EXIT.cloudUnreachable,
  timeout: EXIT.cloudUnreachable,
  'rate-limited': EXIT.cloudUnreachable,
  'server-error': EXIT.cloudUnreachable,
  'keychain-missing': EXIT.keychain,
  'keychain-locked': EXIT.keychain,
  'keychain-failed': EXIT.keychain,
  forbidden: EXIT.failed,
  'not-found': EXIT.failed,
  refused: EXIT.failed,
  'bad-response': EXIT.failed,
  'clock-skew': EXIT.failed,
  aborted: EXIT.failed,
};

/** Of several failures, the one that the user must fix first. */
export function exitCodeOfFailures(kinds: readonly AccessFailure['kind'][]): ExitCode {
  return mostUrgent(kinds.map((kind) => EXIT_OF_FAILURE[kind]));
}

/** Warnings are not failures. A mapping that cannot work is a wrong configuration. */
export function exitCodeOfChecks(checks: readonly Check[]): ExitCode {
  const bad = checks.filter(({ state }) => state === 'bad');
  return mostUrgent(
    bad.map(({ failure, topic }) => (failure !== null ? EXIT_OF_FAILURE[failure] : topic === 'mapping' ? EXIT.usage : EXIT.failed)),
  );
}

function mostUrgent(codes: readonly ExitCode[]): ExitCode {
  const order: readonly ExitCode[] = [EXIT.credentialsRejected, EXIT.keychain, EXIT.cloudUnreachable, EXIT.usage, EXIT.failed, EXIT.held];
  return order.find((code) => codes.includes(code)) ?? EXIT.ok;
}
