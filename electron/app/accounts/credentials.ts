/** Stores credentials in the keychain and removes them. The settings record what is stored, and the first ones bring a pin key along. */
import type { CloudName, KeychainFailure } from '../../../shared/errors.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import type { SmoobuCredentials, TheKeysCredentials } from '../ports/clouds.ts';
import type { SecretName, SecretStore, SettingsStore } from '../ports/storage.ts';

export interface CredentialPorts {
  readonly secrets: SecretStore;
  readonly settings: SettingsStore;
  /** 32 random bytes as base64. */
  newPinKey(): Secret;
  /** As the keychain stores them. */
  encodeCredentials(entry: StoredCredentials): Secret;
}

/** What happened to the pin key when credentials were stored. */
export type PinKeyOutcome =
  | 'made'
  /** There was one already. A new one would change the PINs of codes that have to be made again. */
  | 'kept'
  /** The environment gives one. */
  | 'given'
  /** The keychain failed. Codes get random PINs until it works. */
  | 'unavailable';

export type StoredCredentials =
  | { readonly cloud: 'smoobu'; readonly credentials: SmoobuCredentials }
  | { readonly cloud: 'the-keys'; readonly credentials: TheKeysCredentials };

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
  // A locked keyring looks empty, so a key that was stored once is never replaced.
  if (ports.settings.read().stored.pinKey) return 'unavailable';
  const written = await ports.secrets.write('pin-key', ports.newPinKey());
  if (!written.ok) return 'unavailable';
  rememberStored(ports.settings, 'pin-key', true);
  return 'made';
}

/** The names of the keychain's entries in the settings. */
const STORED_AS = { smoobu: 'smoobu', 'the-keys': 'theKeys', 'pin-key': 'pinKey' } as const satisfies Record<SecretName, string>;

/** Whether an entry was put into the keychain: a locked keyring looks empty. */
export function wasStored(store: SettingsStore, name: SecretName): boolean {
  return store.read().stored[STORED_AS[name]];
}

function rememberStored(store: SettingsStore, name: SecretName, isStored: boolean): void {
  const settings = store.read();
  const field = STORED_AS[name];
  if (settings.stored[field] !== isStored) store.write({ ...settings, stored: { ...settings.stored, [field]: isStored } });
}

const SHOWN_DIGITS = 2;

/** A phone number as it may be shown: enough to tell two accounts apart, too little to call. "+33 •••••••00". */
export function maskPhone(phone: string): string {
  const compact = phone.replaceAll(/[\s().-]/gu, '');
  const country = /^\+\d{2}/.exec(compact)?.[0] ?? '';
  const hidden = Math.max(compact.length - country.length - SHOWN_DIGITS, 0);
  return `${country === '' ? '' : `${country} `}${'•'.repeat(Math.min(hidden, 12))}${compact.slice(-SHOWN_DIGITS)}`;
}
