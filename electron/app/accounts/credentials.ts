/** The one way to put credentials into the keychain and to take them out: the settings remember, and a pin key comes with the first. */
import type { CloudName, KeychainFailure } from '../../../shared/errors.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import type { SmoobuCredentials, TheKeysCredentials } from '../ports/clouds.ts';
import type { SecretName, SecretStore, SettingsStore } from '../ports/storage.ts';

export interface CredentialPorts {
  readonly secrets: SecretStore;
  readonly settings: SettingsStore;
  /** 32 fresh random bytes as base64. */
  newPinKey(): Secret;
  /** The text that the keychain keeps for a cloud's credentials. */
  encodeCredentials(entry: StoredCredentials): Secret;
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
  const written = await ports.secrets.write(entry.cloud, ports.encodeCredentials(entry));
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

/** Under which name the settings remember that an entry was put into the keychain. */
const STORED_AS = { smoobu: 'smoobu', 'the-keys': 'theKeys', 'pin-key': 'pinKey' } as const satisfies Record<SecretName, string>;

/** Whether an entry was put into the keychain once: a locked keyring answers as if it never had been. */
export function wasStored(store: SettingsStore, name: SecretName): boolean {
  return store.read().stored[STORED_AS[name]];
}

function rememberStored(store: SettingsStore, name: SecretName, isStored: boolean): void {
  const settings = store.read();
  const field = STORED_AS[name];
  if (settings.stored[field] !== isStored) store.write({ ...settings, stored: { ...settings.stored, [field]: isStored } });
}
