/** What is known of a connection, and the words for what went wrong with it. Pure. */
import type { Connection } from '../../../shared/domain/app-state.ts';
import { KEYCHAIN_FAILURE_KINDS } from '../../../shared/errors.ts';
import type { CloudFailureKind, CloudName, KeychainFailureKind } from '../../../shared/errors.ts';

export type FailureKind = CloudFailureKind | KeychainFailureKind;
export type ConnectionState =
  | { readonly kind: 'none' }
  /** Stored, and not tried since the start: as good as connected until a test says otherwise. */
  | { readonly kind: 'untried' }
  | { readonly kind: 'works'; readonly atMs: number }
  | { readonly kind: 'fails'; readonly atMs: number; readonly failure: FailureKind };

export function connectionState({ stored, lastTest }: Connection): ConnectionState {
  if (lastTest === null) return { kind: stored ? 'untried' : 'none' };
  const { atMs, failure } = lastTest;
  if (failure === null) return { kind: 'works', atMs };
  return failure === 'credentials-missing' && !stored ? { kind: 'none' } : { kind: 'fails', atMs, failure };
}
export function isConnected(connection: Connection): boolean {
  const { kind } = connectionState(connection);
  return kind === 'works' || kind === 'untried';
}

/** Kinds that say the same to a user, and ask for the same. */
export type FailureGroup =
  | 'missing'
  | 'rejected'
  | 'forbidden'
  | 'unreachable'
  | 'slow'
  | 'limited'
  | 'broken'
  | 'clock'
  | 'stopped'
  | KeychainFailureKind;

function failureGroup(kind: FailureKind): FailureGroup {
  switch (kind) {
    case 'credentials-missing':
      return 'missing';
    case 'credentials-rejected':
      return 'rejected';
    case 'timeout':
      return 'slow';
    case 'rate-limited':
      return 'limited';
    case 'server-error':
    case 'bad-response':
    case 'not-found':
    case 'refused':
      return 'broken';
    case 'clock-skew':
      return 'clock';
    case 'aborted':
      return 'stopped';
    case 'forbidden':
    case 'unreachable':
    case 'keychain-missing':
    case 'keychain-locked':
    case 'keychain-failed':
      return kind;
  }
}

/** Keys of the catalogue: what happened, and what to do next. */
export function failureKeys(cloud: CloudName, kind: FailureKind) {
  const group = failureGroup(kind);
  return {
    what: `accounts.failed-${group}`,
    next: group === 'rejected' ? (`accounts.next-rejected-${cloud}` as const) : (`accounts.next-${group}` as const),
  } as const;
}

/** The keychain's no to saving or removing, where a refused call names one. */
export function keychainKind(detail: string | null): KeychainFailureKind | null {
  return KEYCHAIN_FAILURE_KINDS.find((kind) => kind === detail) ?? null;
}
