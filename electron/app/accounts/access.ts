/** Why a cloud cannot be used: the cloud said no, or the keychain would not give the credentials. Decisions branch on `kind`. */
import type { CloudFailure, KeychainFailure } from '../../../shared/errors.ts';

export type AccessFailure = CloudFailure | KeychainFailure;

export function isKeychainFailure(failure: AccessFailure): failure is KeychainFailure {
  return !('cloud' in failure);
}
