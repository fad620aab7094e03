/** Builds the accounts at both clouds over the keychain. */
import { randomBytes } from 'node:crypto';
import { Accounts } from '../app/accounts/accounts.ts';
import { connectSmoobu, connectTheKeys } from './clouds.ts';
import type { CloudWorld } from './clouds.ts';
import type { Stores } from './stores.ts';
import { createPinSource, PIN_KEY_BYTES } from '../storage/keychain/pin-source.ts';

/** `onSecret`: called with every secret that is read, so that the log can redact it. */
export function createAccounts(
  { settings, secrets, given, addresses }: Pick<Stores, 'settings' | 'secrets' | 'given' | 'addresses'>,
  world: CloudWorld,
  onSecret: (text: string) => void,
): Accounts {
  return new Accounts({
    settings,
    secrets,
    given,
    newPinKey,
    connectSmoobu: (credentials) => connectSmoobu({ credentials, origin: addresses.smoobu }, world),
    connectTheKeys: (credentials) => connectTheKeys({ credentials, origin: addresses.theKeys }, world),
    createPinSource,
    onSecret,
  });
}

export function newPinKey(): Uint8Array {
  return new Uint8Array(randomBytes(PIN_KEY_BYTES));
}
