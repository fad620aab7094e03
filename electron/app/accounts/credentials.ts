/**
 * Reads credentials from where they were given or from the keychain, stores them there and removes them. The settings record what is stored,
 * and the first ones bring a pin key along.
 */
import type { CloudName, KeychainFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { SmoobuCredentials, TheKeysCredentials } from '../ports/clouds.ts';
import type { Given, GivenCredentials, GivenSource, SecretName, SecretStore, SecretValues, SettingsStore } from '../ports/storage.ts';

export interface CredentialPorts {
  readonly secrets: SecretStore;
  readonly settings: SettingsStore;
  newPinKey(): Uint8Array;
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
  const { secrets } = ports;
  const written = await (entry.cloud === 'smoobu'
    ? secrets.write('smoobu', entry.credentials)
    : secrets.write('the-keys', entry.credentials));
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
const STORED_AS = { smoobu: 'smoobu', 'the-keys': 'theKeys', 'pin-key': 'pinKey', watchdog: 'watchdog' } as const satisfies Record<
  SecretName,
  string
>;

/** `failure`: the keychain could not answer. `stored`: something was put into it. */
export type Credential<T> =
  | { readonly source: GivenSource | 'keychain'; readonly value: T; readonly failure: null; readonly stored: boolean }
  | { readonly source: null; readonly value: null; readonly failure: KeychainFailure | null; readonly stored: boolean };
export interface Credentials {
  readonly smoobu: Credential<SmoobuCredentials>;
  readonly theKeys: Credential<TheKeysCredentials>;
  readonly pinKey: Credential<Uint8Array>;
}

/** Reads from the keychain only what is not given; one entry after the other, since the system may ask the user. */
export async function readCredentials(
  given: GivenCredentials,
  { secrets, settings }: Pick<CredentialPorts, 'secrets' | 'settings'>,
): Promise<Credentials> {
  let missing: KeychainFailure | null = null;
  const read = async <N extends SecretName>(name: N, own: Given<SecretValues[N]> | null): Promise<Credential<SecretValues[N]>> => {
    const stored = wasStored(settings, name);
    if (own !== null) return { source: own.source, value: own.credentials, failure: null, stored };
    // A missing keychain is asked once; a locked one for every entry, since the user may unlock it meanwhile.
    const entry = missing === null ? await secrets.read(name) : err(missing);
    if (!entry.ok) {
      if (entry.error.kind === 'keychain-missing') missing = entry.error;
      return { source: null, value: null, failure: entry.error, stored };
    }
    const { value } = entry;
    return value === null ? { source: null, value, failure: null, stored } : { source: 'keychain', value, failure: null, stored };
  };
  return {
    smoobu: await read('smoobu', given.smoobu),
    theKeys: await read('the-keys', given.theKeys),
    pinKey: await read('pin-key', given.pinKey),
  };
}

/** Whether an entry was put into the keychain: a locked keyring looks empty. */
export function wasStored(store: SettingsStore, name: SecretName): boolean {
  return store.read().stored[STORED_AS[name]];
}

export function rememberStored(store: SettingsStore, name: SecretName, isStored: boolean): void {
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
