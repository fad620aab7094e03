/** Builds the accounts at both clouds over the keychain. */
import { randomBytes } from 'node:crypto';
import { Accounts } from '../app/accounts/accounts.ts';
import { CloudAccess } from '../app/accounts/cloud-access.ts';
import type { LastLists } from '../app/doors/last-lists.ts';
import { connectSmoobu, connectTheKeys } from './clouds.ts';
import type { CloudWorld } from './clouds.ts';
import type { Stores } from './stores.ts';
import { credentialMarks } from '../storage/keychain/credential-mark.ts';
import { createPinSource, PIN_KEY_BYTES } from '../storage/keychain/pin-source.ts';
import { createPinVault } from '../storage/keychain/pin-vault.ts';

/** `onSecret`: called with every secret that is read, so that the log can redact it. `lists`: where what is read from the locks is kept. */
export function createAccounts(
  { settings, secrets, given, addresses }: Pick<Stores, 'settings' | 'secrets' | 'given' | 'addresses'>,
  world: CloudWorld,
  access: CloudAccess,
  onSecret: (text: string) => void,
  lists: LastLists | null = null,
): Accounts {
  return new Accounts({
    settings,
    secrets,
    given,
    newPinKey,
    access,
    connectSmoobu: (credentials, gate) => connectSmoobu({ credentials, origin: addresses.smoobu, gate }, world),
    connectTheKeys: (credentials, gate) => {
      const locks = connectTheKeys({ credentials, origin: addresses.theKeys, gate }, world);
      return lists === null ? locks : lists.watch(locks);
    },
    createPinSource,
    createPinVault,
    onSecret,
  });
}

export function createAccess({ history }: Pick<Stores, 'history'>, { clock, log }: Pick<CloudWorld, 'clock' | 'log'>): CloudAccess {
  return new CloudAccess({ history, clock, log, marks: credentialMarks });
}

export function newPinKey(): Uint8Array {
  return new Uint8Array(randomBytes(PIN_KEY_BYTES));
}
