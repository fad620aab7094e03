/** Where the credentials come from: what was given from outside first, for machines without a keychain, then the keychain. */
import type { SmoobuCredentials, TheKeysCredentials } from '../../app/ports/clouds.ts';
import type { SecretName, SecretStore } from '../../app/ports/storage.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { KeychainFailure } from '../../../shared/errors.ts';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import { decodePinKey, decodeSmoobu, decodeTheKeys } from './secret-codecs.ts';

/** One thing found or not. `failure` is set when the keychain could not answer; whether that matters, `stored` tells. */
export type Credential<T> =
  | { readonly source: 'given' | 'keychain'; readonly value: T; readonly failure: null; readonly stored: boolean }
  | { readonly source: null; readonly value: null; readonly failure: KeychainFailure | null; readonly stored: boolean };

export interface Credentials {
  readonly smoobu: Credential<SmoobuCredentials>;
  readonly theKeys: Credential<TheKeysCredentials>;
  readonly pinKey: Credential<Uint8Array>;
}

/** What stands before the keychain: from the environment or a configuration file, checked by whoever read it. */
export interface GivenCredentials {
  readonly smoobu: SmoobuCredentials | null;
  readonly theKeys: TheKeysCredentials | null;
  /** Base64 of 32 bytes. */
  readonly pinKey: Secret | null;
}
export interface CredentialsInput {
  readonly given: GivenCredentials;
  readonly secrets: SecretStore;
  /** Tells what was put into the keychain. */
  readonly settings: Pick<Settings, 'stored'>;
}

/** Asks the keychain only for what is not given. One entry after the other, as the system may ask the user. Throws on a given pin key that is none. */
export async function readCredentials({ given, secrets, settings }: CredentialsInput): Promise<Credentials> {
  const { stored } = settings;
  const keychain = oncePerMissing(secrets);
  const pinKey = given.pinKey === null ? null : decodePinKey(given.pinKey);
  if (given.pinKey !== null && pinKey === null) throw new TypeError('The given pin key was not checked.');
  return {
    smoobu: await find(given.smoobu, keychain, 'smoobu', decodeSmoobu, stored.smoobu),
    theKeys: await find(given.theKeys, keychain, 'the-keys', decodeTheKeys, stored.theKeys),
    pinKey: await find(pinKey, keychain, 'pin-key', decodePinKey, stored.pinKey),
  };
}

type ReadSecret = (name: SecretName) => Promise<Result<Secret | null, KeychainFailure>>;

/** A keychain that is not there is not there for the next entry either; a locked one may just have been unlocked. */
function oncePerMissing(secrets: SecretStore): ReadSecret {
  let missing: KeychainFailure | null = null;
  return async (name) => {
    if (missing !== null) return err(missing);
    const answer = await secrets.read(name);
    if (!answer.ok && answer.error.kind === 'keychain-missing') missing = answer.error;
    return answer;
  };
}

async function find<T>(
  given: T | null,
  keychain: ReadSecret,
  name: SecretName,
  decode: (entry: Secret) => T | null,
  stored: boolean,
): Promise<Credential<T>> {
  if (given !== null) return { source: 'given', value: given, failure: null, stored };
  const entry = await keychain(name);
  if (!entry.ok) return { source: null, value: null, failure: entry.error, stored };
  if (entry.value === null) return { source: null, value: null, failure: null, stored };
  const value = decode(entry.value);
  if (value !== null) return { source: 'keychain', value, failure: null, stored };
  const failure: KeychainFailure = { kind: 'keychain-failed', message: 'The entry in the keychain cannot be read: store it again.' };
  return { source: null, value: null, failure, stored };
}
