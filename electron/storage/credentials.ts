/** Where the credentials come from: the environment first, for machines without a keychain, then the keychain. */
import type { SecretName, SecretStore, SmoobuCredentials, TheKeysCredentials } from '../app/ports.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { KeychainFailure } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import { decodePinKey, decodeSmoobu, decodeTheKeys, parsePinKey } from './secret-codecs.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is missing its other half, or does not say what it must. */
export interface EnvironmentError {
  readonly kind: 'environment';
  readonly variable: string;
  /** One sentence that names the variable and never its value. */
  readonly message: string;
}

/** One thing found or not. `failure` is set when the keychain could not answer; whether that matters, `stored` tells. */
export type Credential<T> =
  | { readonly source: 'environment' | 'keychain'; readonly value: T; readonly failure: null; readonly stored: boolean }
  | { readonly source: null; readonly value: null; readonly failure: KeychainFailure | null; readonly stored: boolean };

export interface Credentials {
  readonly smoobu: Credential<SmoobuCredentials>;
  readonly theKeys: Credential<TheKeysCredentials>;
  readonly pinKey: Credential<Uint8Array>;
}

export interface CredentialsInput {
  readonly env: Environment;
  readonly secrets: SecretStore;
  /** Tells what was put into the keychain. */
  readonly settings: Pick<Settings, 'stored'>;
}

/** Asks the keychain only for what the environment does not give. One entry after the other, as the system may ask the user. */
export async function readCredentials({ env, secrets, settings }: CredentialsInput): Promise<Result<Credentials, EnvironmentError>> {
  const fromEnvironment = readEnvironment(env);
  if (!fromEnvironment.ok) return fromEnvironment;
  const given = fromEnvironment.value;
  const { stored } = settings;
  const keychain = oncePerMissing(secrets);
  return ok({
    smoobu: await find(given.smoobu, keychain, 'smoobu', decodeSmoobu, stored.smoobu),
    theKeys: await find(given.theKeys, keychain, 'the-keys', decodeTheKeys, stored.theKeys),
    pinKey: await find(given.pinKey, keychain, 'pin-key', decodePinKey, stored.pinKey),
  });
}

export interface EnvironmentCredentials {
  readonly smoobu: SmoobuCredentials | null;
  readonly theKeys: TheKeysCredentials | null;
  readonly pinKey: Uint8Array | null;
}

/** Pure. An empty variable counts as not set. */
export function readEnvironment(env: Environment): Result<EnvironmentCredentials, EnvironmentError> {
  const smoobu = readPair(env, 'LATCHKEY_SMOOBU_API_KEY', 'LATCHKEY_SMOOBU_API_SECRET');
  if (!smoobu.ok) return smoobu;
  const theKeys = readPair(env, 'LATCHKEY_THEKEYS_USERNAME', 'LATCHKEY_THEKEYS_PASSWORD');
  if (!theKeys.ok) return theKeys;
  const pinKeyText = (env.LATCHKEY_PIN_KEY ?? '').trim();
  const pinKey = pinKeyText === '' ? null : parsePinKey(pinKeyText);
  if (pinKeyText !== '' && pinKey === null) {
    return err({
      kind: 'environment',
      variable: 'LATCHKEY_PIN_KEY',
      message: 'LATCHKEY_PIN_KEY must be base64 of exactly 32 random bytes (for instance from: openssl rand -base64 32).',
    });
  }
  return ok({
    smoobu: smoobu.value && { apiKey: new Secret(smoobu.value[0].trim()), apiSecret: new Secret(smoobu.value[1].trim()) },
    // Blanks may belong to a password.
    theKeys: theKeys.value && { username: theKeys.value[0].trim(), password: new Secret(theKeys.value[1]) },
    pinKey,
  });
}

function readPair(env: Environment, firstName: string, secondName: string): Result<readonly [string, string] | null, EnvironmentError> {
  const first = env[firstName] ?? '';
  const second = env[secondName] ?? '';
  const isSet = [first.trim() !== '', second !== ''];
  if (isSet[0] && isSet[1]) return ok([first, second]);
  if (!isSet[0] && !isSet[1]) return ok(null);
  const [variable, other] = isSet[0] ? [secondName, firstName] : [firstName, secondName];
  return err({
    kind: 'environment',
    variable,
    message: `${variable} is missing: ${other} is set, and one does not work without the other.`,
  });
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
  if (given !== null) return { source: 'environment', value: given, failure: null, stored };
  const entry = await keychain(name);
  if (!entry.ok) return { source: null, value: null, failure: entry.error, stored };
  if (entry.value === null) return { source: null, value: null, failure: null, stored };
  const value = decode(entry.value);
  if (value !== null) return { source: 'keychain', value, failure: null, stored };
  const failure: KeychainFailure = { kind: 'keychain-failed', message: 'The entry in the keychain cannot be read: store it again.' };
  return { source: null, value: null, failure, stored };
}
