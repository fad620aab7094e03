/** The closed set of ways a cloud or the keychain can fail. Decisions branch on `kind`, never on a message. */

export const CLOUD_NAMES = ['smoobu', 'the-keys'] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/** How a cloud is called in sentences for the user. */
export const CLOUD_TITLES: Readonly<Record<CloudName, string>> = { smoobu: 'Smoobu', 'the-keys': 'The Keys' };

export const CLOUD_FAILURE_KINDS = [
  /** No credentials are stored or given; no request was sent. */
  'credentials-missing',
  /** The cloud said no to the credentials themselves. Never retried within a run. */
  'credentials-rejected',
  /** This account may not see or change that one thing (HTTP 403). */
  'forbidden',
  /** The thing asked for does not exist (HTTP 404, or a success without data). */
  'not-found',
  /** The cloud understood and refused, for instance a form error. Nothing was changed. */
  'refused',
  /** No connection: name not resolved, refused, reset, certificate not trusted. */
  'unreachable',
  /** No answer in time, or the run's deadline passed. */
  'timeout',
  /** 429 until the retries were used up. */
  'rate-limited',
  /** 5xx until the retries were used up. */
  'server-error',
  /** An answer that is not what the cloud is known to send: HTML, cut off, without the expected lists. */
  'bad-response',
  /** This computer's clock differs from the cloud's by more than the signature tolerates. */
  'clock-skew',
  /** The run was asked to stop. */
  'aborted',
] as const;
export type CloudFailureKind = (typeof CLOUD_FAILURE_KINDS)[number];

export interface CloudFailure {
  readonly kind: CloudFailureKind;
  readonly cloud: CloudName;
  /** One plain sentence without secrets, guest data or bodies. */
  readonly message: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /**
   * For writes: false when the request may have been carried out although no usable answer came
   * (lost connection, timeout, 5xx, unreadable body). The writer must look before it decides. Reads say true.
   */
  readonly certain: boolean;
}

/** Kinds that may pass by themselves: a later run is worth a try without the user doing anything. */
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
  /** A keychain is there but locked, or it answered empty although something was stored. */
  'keychain-locked',
  /** Anything else the keychain refused. */
  'keychain-failed',
] as const;
export type KeychainFailureKind = (typeof KEYCHAIN_FAILURE_KINDS)[number];

/** Whose keychain it is: what helps differs. */
export type KeychainSystem = 'linux' | 'mac' | 'windows';

export interface KeychainFailure {
  readonly kind: KeychainFailureKind;
  /** What to do about it on this system, in one or two sentences. */
  readonly message: string;
}

/** Why a cloud cannot be used: it failed itself, or the keychain did not give the credentials. */
export type AccessFailure = CloudFailure | KeychainFailure;

export function isKeychainFailure(failure: AccessFailure): failure is KeychainFailure {
  return !('cloud' in failure);
}
