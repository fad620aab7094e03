/** The ways in which a cloud or the keychain can fail. Decisions depend on `kind`, never on a message. */

export const CLOUD_NAMES = ['smoobu', 'the-keys'] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/** The clouds' names in sentences for the user. */
export const CLOUD_TITLES: Readonly<Record<CloudName, string>> = { smoobu: 'Smoobu', 'the-keys': 'The Keys' };

export const CLOUD_FAILURE_KINDS = [
  /** There are no credentials, so no request was sent. */
  'credentials-missing',
  /** The cloud rejected the credentials. Never retried within a run. */
  'credentials-rejected',
  /** The account has no permission for this request (HTTP 403). */
  'forbidden',
  /** The requested object does not exist (HTTP 404, or a success without data). */
  'not-found',
  /** The cloud refused the request, for instance with a form error. Nothing was changed. */
  'refused',
  /** No connection: name not resolved, connection refused or reset, certificate not trusted. */
  'unreachable',
  /** No response in time, or the run's deadline passed. */
  'timeout',
  /** HTTP 429 for every attempt. */
  'rate-limited',
  /** HTTP 5xx for every attempt. */
  'server-error',
  /** An unexpected response: HTML, cut off, or without the expected lists. */
  'bad-response',
  /** This computer's clock differs from the cloud's by more than its signature check tolerates. */
  'clock-skew',
  /** The run was stopped. */
  'aborted',
] as const;
export type CloudFailureKind = (typeof CLOUD_FAILURE_KINDS)[number];

export interface CloudFailure {
  readonly kind: CloudFailureKind;
  readonly cloud: CloudName;
  /** One sentence, without secrets, guest data or response bodies. */
  readonly message: string;
  /** Set when there was a response. */
  readonly status?: number;
  /**
   * False when a write may have been carried out although no usable response came (lost connection, timeout, 5xx, unreadable body):
   * the writer then reads the lock before it decides. Always true for reads.
   */
  readonly certain: boolean;
  /** Why the cloud refused a write, in its own words: one line, at most `MAX_SAID` characters, without PIN and guest's name. */
  readonly said?: string;
  /** Set when nothing was sent because the credentials were rejected before: when they are tried again. Epoch milliseconds. */
  readonly retryAtMs?: number;
}

/** The longest reason of a cloud that is kept. */
export const MAX_SAID = 200;

/** True when a later run may succeed without the user doing anything. */
export function isRetryable(kind: CloudFailureKind): boolean {
  switch (kind) {
    case 'unreachable':
    case 'timeout':
    case 'rate-limited':
    case 'server-error':
    case 'bad-response':
    case 'aborted':
      return true;
    case 'credentials-missing':
    case 'credentials-rejected':
    case 'forbidden':
    case 'not-found':
    case 'refused':
    case 'clock-skew':
      return false;
  }
}

export const KEYCHAIN_FAILURE_KINDS = [
  /** No keychain service or library on this machine. */
  'keychain-missing',
  /** The keychain is locked, or it returned nothing although something is stored in it. */
  'keychain-locked',
  /** Any other failure of the keychain. */
  'keychain-failed',
] as const;
export type KeychainFailureKind = (typeof KEYCHAIN_FAILURE_KINDS)[number];

/** What the user can do about a failure depends on it. */
export type KeychainSystem = 'linux' | 'mac' | 'windows';

export interface KeychainFailure {
  readonly kind: KeychainFailureKind;
  /** What to do about it on this system. */
  readonly message: string;
}

/** Why a cloud cannot be used: it failed, or the keychain did not return its credentials. */
export type AccessFailure = CloudFailure | KeychainFailure;

export function isKeychainFailure(failure: AccessFailure): failure is KeychainFailure {
  return !('cloud' in failure);
}
