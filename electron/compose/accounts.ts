/** Builds the accounts at both clouds over the keychain. */
import { randomBytes } from 'node:crypto';
import { Accounts } from '../app/accounts/accounts.ts';
import type { StoredCredentials } from '../app/accounts/credentials.ts';
import { connectSmoobu, connectTheKeys } from './clouds.ts';
import type { CloudWorld } from './clouds.ts';
import type { Stores } from './stores.ts';
import { readCredentials } from '../storage/keychain/credentials.ts';
import { createPinSource } from '../storage/keychain/pin-source.ts';
import { encodePinKey, encodeSmoobu, encodeTheKeys } from '../storage/keychain/secret-codecs.ts';
import type { Secret } from '../../shared/secret.ts';

/** `onSecret`: called with every secret that is read, so that the log can redact it. */
export function createAccounts(
  { settings, secrets, given, addresses }: Pick<Stores, 'settings' | 'secrets' | 'given' | 'addresses'>,
  world: CloudWorld,
  onSecret: (text: string) => void,
): Accounts {
  return new Accounts({
    settings,
    secrets,
    newPinKey,
    encodeCredentials,
    readCredentials: () => readCredentials({ given, secrets, settings: settings.read() }),
    connectSmoobu: (credentials) => connectSmoobu({ credentials, origin: addresses.smoobu }, world),
    connectTheKeys: (credentials) => connectTheKeys({ credentials, origin: addresses.theKeys }, world),
    createPinSource,
    onSecret,
  });
}

export function newPinKey(): Secret {
  return encodePinKey(randomBytes(32));
}

export function encodeCredentials(entry: StoredCredentials): Secret {
  return entry.cloud === 'smoobu' ? encodeSmoobu(entry.credentials) : encodeTheKeys(entry.credentials);
}
