/** Whether an account is connected, and which texts say what went wrong with it. Pure. */
import type { Connection } from '../../../shared/domain/app-state.ts';
import { KEYCHAIN_FAILURE_KINDS } from '../../../shared/errors.ts';
import type { CloudFailureKind, CloudName, KeychainFailureKind } from '../../../shared/errors.ts';

export type FailureKind = CloudFailureKind | KeychainFailureKind;
export type ConnectionState =
  | { readonly kind: 'none' }
  /** Stored, but not tested since the start: counts as connected until a test fails. */
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

/** Failures with the same text: they mean the same to the user, and need the same. */
const TEXT_OF = {
  'credentials-missing': 'missing',
  'credentials-rejected': 'rejected',
  forbidden: 'forbidden',
  unreachable: 'unreachable',
  timeout: 'slow',
  'rate-limited': 'limited',
  'server-error': 'broken',
  'bad-response': 'broken',
  'not-found': 'broken',
  refused: 'broken',
  'clock-skew': 'clock',
  aborted: 'stopped',
  'keychain-missing': 'keychain-missing',
  'keychain-locked': 'keychain-locked',
  'keychain-failed': 'keychain-failed',
} as const satisfies Readonly<Record<FailureKind, string>>;

/** Keys of the catalogue: what happened, and what to do next. */
export function failureKeys(cloud: CloudName, kind: FailureKind) {
  const text = TEXT_OF[kind];
  return {
    what: `accounts.failed-${text}`,
    next: text === 'rejected' ? (`accounts.next-rejected-${cloud}` as const) : (`accounts.next-${text}` as const),
  } as const;
}

/** The keychain's failure when a call was refused because of it; `detail` of the call's error. */
export function keychainKind(detail: string | null): KeychainFailureKind | null {
  return KEYCHAIN_FAILURE_KINDS.find((kind) => kind === detail) ?? null;
}
