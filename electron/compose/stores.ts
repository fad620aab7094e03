/** Everything that is stored, and which clouds it belongs to: in files for the app and the command line, in memory for the demo. */
import { join } from 'node:path';
import { wasStored } from '../app/accounts/credentials.ts';
import type { GivenCredentials, HistoryStore, SecretStore, SettingsStore, WishStore } from '../app/ports/storage.ts';
import type { Clock, Logger, RunLock } from '../app/ports/system.ts';
import type { ServiceAddresses } from '../environment/environment.ts';
import { openHistoryStore } from '../storage/history/history-store.ts';
import { openKeychain } from '../storage/keychain/keychain.ts';
import { createRunLock } from '../storage/run-lock.ts';
import { openSettingsStore } from '../storage/settings/settings-store.ts';
import { openWishStore } from '../storage/wishes/wish-store.ts';

export interface Stores {
  readonly settings: SettingsStore;
  readonly wishes: WishStore;
  readonly history: HistoryStore;
  readonly secrets: SecretStore;
  readonly runLock: RunLock;
  readonly given: GivenCredentials;
  readonly addresses: ServiceAddresses;
  /** Closes everything but the history. */
  close(): Promise<void>;
}
export interface FileStoresOptions extends Pick<Stores, 'given' | 'addresses'> {
  readonly homeFolder: string;
  readonly log: Logger;
  /** Throws what a disk that takes nothing would throw; for tests. */
  readonly beforeWrite?: () => void;
}

/** Throws when the folder cannot be used. */
export function fileStores({ homeFolder, addresses, given, log, ...disk }: FileStoresOptions, clock: Clock): Stores {
  const { beforeWrite = () => undefined } = disk;
  const settings = openSettingsStore({ folder: homeFolder, clock, log, beforeWrite });
  return {
    settings,
    wishes: openWishStore({ folder: homeFolder, clock, log, beforeWrite }),
    history: openHistoryStore({ file: join(homeFolder, 'history.sqlite'), clock, log, beforeWrite }),
    secrets: openKeychain({ wasStored: (name) => wasStored(settings, name), platform: process.platform }),
    runLock: createRunLock({ file: join(homeFolder, 'run.lock'), beforeWrite }),
    given,
    addresses,
    close: () => Promise.resolve(),
  };
}
