/** Where an app keeps things and which clouds it calls: what stays apart between the real thing and the demo. */
import { join } from 'node:path';
import { wasStored } from '../app/accounts/credentials.ts';
import type { HistoryStore, SecretStore, SettingsStore } from '../app/ports/storage.ts';
import type { Clock, Logger } from '../app/ports/system.ts';
import type { AccountsOptions } from './accounts.ts';
import { openHistoryStore } from '../storage/history/history-store.ts';
import { openKeychain } from '../storage/keychain/keychain.ts';
import { openSettingsStore } from '../storage/settings/settings-store.ts';

export interface Stores {
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly secrets: SecretStore;
  readonly given: AccountsOptions['given'];
  readonly addresses: AccountsOptions['addresses'];
  close(): Promise<void>;
}
export interface RealKeeping extends Pick<Stores, 'given' | 'addresses'> {
  readonly homeFolder: string;
  readonly log: Logger;
}

export function fileStores({ homeFolder, addresses, given, log }: RealKeeping, clock: Clock): Stores {
  const settings = openSettingsStore({ folder: homeFolder, clock, log });
  return {
    settings,
    history: openHistoryStore({ file: join(homeFolder, 'history.sqlite'), clock, log }),
    secrets: openKeychain({ wasStored: (name) => wasStored(settings, name), platform: process.platform }),
    given,
    addresses,
    close: () => Promise.resolve(),
  };
}
