/** Credentials as they stand in the keychain, and the one way to store and remove them. The keychain's texts are opaque to everyone else. */
import type { CloudName, KeychainFailure } from '../../shared/errors.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import type { SecretName, SecretStore, SettingsStore, SmoobuCredentials, TheKeysCredentials } from './ports.ts';

export function encodeSmoobu(credentials: SmoobuCredentials): Secret {
  return new Secret(JSON.stringify({ apiKey: credentials.apiKey.reveal(), apiSecret: credentials.apiSecret.reveal() }));
}

/** null for a text that is not ours: treat it as nothing stored. */
export function decodeSmoobu(stored: Secret): SmoobuCredentials | null {
  const fields = readFields(stored);
  const apiKey = fields?.apiKey;
  const apiSecret = fields?.apiSecret;
  if (!isFilled(apiKey) || !isFilled(apiSecret)) return null;
  return { apiKey: new Secret(apiKey), apiSecret: new Secret(apiSecret) };
}

export function encodeTheKeys(credentials: TheKeysCredentials): Secret {
  return new Secret(JSON.stringify({ username: credentials.username, password: credentials.password.reveal() }));
}

/** null for a text that is not ours: treat it as nothing stored. */
export function decodeTheKeys(stored: Secret): TheKeysCredentials | null {
  const fields = readFields(stored);
  const username = fields?.username;
  const password = fields?.password;
  if (!isFilled(username) || !isFilled(password)) return null;
  return { username, password: new Secret(password) };
}

export interface CredentialPorts {
  readonly secrets: SecretStore;
  readonly settings: SettingsStore;
  /** 32 fresh random bytes as base64. */
  newPinKey(): Secret;
}

/** What became of the pin key when credentials were stored. */
export type PinKeyOutcome =
  /** None was there: one was made. */
  | 'made'
  /** One was there and stays: another would change the PINs of codes that have to be made again. */
  | 'kept'
  /** The environment gives one, so none is needed here. */
  | 'given'
  /** The keychain would not tell or keep it. Codes get random PINs until it does. */
  | 'unavailable';

export type StoredCredentials =
  | { readonly cloud: 'smoobu'; readonly credentials: SmoobuCredentials }
  | { readonly cloud: 'the-keys'; readonly credentials: TheKeysCredentials };

/** Puts one cloud's credentials into the keychain, and a pin key with them when there is none yet. */
export async function storeCredentials(
  ports: CredentialPorts,
  entry: StoredCredentials,
  pinKeyIsGiven: boolean,
): Promise<Result<PinKeyOutcome, KeychainFailure>> {
  const value = entry.cloud === 'smoobu' ? encodeSmoobu(entry.credentials) : encodeTheKeys(entry.credentials);
  const written = await ports.secrets.write(entry.cloud, value);
  if (!written.ok) return written;
  rememberStored(ports.settings, entry.cloud, true);
  return ok(pinKeyIsGiven ? 'given' : await ensurePinKey(ports));
}

export async function removeCredentials(
  ports: Pick<CredentialPorts, 'secrets' | 'settings'>,
  cloud: CloudName,
): Promise<Result<null, KeychainFailure>> {
  const removed = await ports.secrets.remove(cloud);
  if (removed.ok) rememberStored(ports.settings, cloud, false);
  return removed;
}

async function ensurePinKey(ports: CredentialPorts): Promise<PinKeyOutcome> {
  const present = await ports.secrets.read('pin-key');
  if (!present.ok) return 'unavailable';
  if (present.value !== null) return 'kept';
  // A locked keyring answers as if it were empty: a key that was stored once is never replaced on such a word.
  if (ports.settings.read().stored.pinKey) return 'unavailable';
  const written = await ports.secrets.write('pin-key', ports.newPinKey());
  if (!written.ok) return 'unavailable';
  rememberStored(ports.settings, 'pin-key', true);
  return 'made';
}

function rememberStored(store: SettingsStore, name: SecretName, isStored: boolean): void {
  const settings = store.read();
  const field = name === 'smoobu' ? 'smoobu' : name === 'the-keys' ? 'theKeys' : 'pinKey';
  if (settings.stored[field] !== isStored) store.write({ ...settings, stored: { ...settings.stored, [field]: isStored } });
}

function readFields(stored: Secret): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(stored.reveal());
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
