/** Reads the credentials: those that were given (for machines without a keychain), and the rest from the keychain. */
import type { Credential, Credentials, GivenCredentials, GivenSource, SecretName, SecretStore } from '../../app/ports/storage.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { KeychainFailure } from '../../../shared/errors.ts';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import { decodePinKey, decodeSmoobu, decodeTheKeys } from './secret-codecs.ts';

export interface CredentialsInput {
  readonly given: GivenCredentials;
  readonly secrets: SecretStore;
  /** What was put into the keychain. */
  readonly settings: Pick<Settings, 'stored'>;
}

/** Asks the keychain only for what is not given; one entry after the other, since the system may ask the user. */
export async function readCredentials({ given, secrets, settings }: CredentialsInput): Promise<Credentials> {
  const { stored } = settings;
  const keychain = oncePerMissing(secrets);
  const pinKey = given.pinKey === null ? null : decodePinKey(given.pinKey);
  if (given.pinKey !== null && pinKey === null) throw new TypeError('The given pin key was not checked.');
  const givenPinKey = pinKey === null ? null : ({ credentials: pinKey, source: 'environment' } as const);
  return {
    smoobu: await find(given.smoobu, keychain, 'smoobu', decodeSmoobu, stored.smoobu),
    theKeys: await find(given.theKeys, keychain, 'the-keys', decodeTheKeys, stored.theKeys),
    pinKey: await find(givenPinKey, keychain, 'pin-key', decodePinKey, stored.pinKey),
  };
}

type ReadSecret = (name: SecretName) => Promise<Result<Secret | null, KeychainFailure>>;

/** A missing keychain is asked once; a locked one for every entry, since the user may unlock it meanwhile. */
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
  given: { readonly credentials: T; readonly source: GivenSource } | null,
  keychain: ReadSecret,
  name: SecretName,
  decode: (entry: Secret) => T | null,
  stored: boolean,
): Promise<Credential<T>> {
  if (given !== null) return { source: given.source, value: given.credentials, failure: null, stored };
  const entry = await keychain(name);
  if (!entry.ok) return { source: null, value: null, failure: entry.error, stored };
  if (entry.value === null) return { source: null, value: null, failure: null, stored };
  const value = decode(entry.value);
  if (value !== null) return { source: 'keychain', value, failure: null, stored };
  const failure: KeychainFailure = { kind: 'keychain-failed', message: 'The entry in the keychain cannot be read: store it again.' };
  return { source: null, value: null, failure, stored };
}
