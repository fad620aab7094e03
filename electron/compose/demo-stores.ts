/** The stores of the demo: pretend clouds on this computer, and everything else in memory. */
import { maskPhone } from '../app/accounts/credentials.ts';
import { NONE_GIVEN } from '../app/ports/storage.ts';
import type { SecretStore, SecretValues, SettingsStore } from '../app/ports/storage.ts';
import { NO_RUN_LOCK } from '../app/ports/system.ts';
import type { Clock } from '../app/ports/system.ts';
import { newPinKey } from './accounts.ts';
import type { Stores } from './stores.ts';
import { startDemoClouds } from '../demo/clouds.ts';
import type { DemoClouds } from '../demo/clouds.ts';
import type { DemoOptions } from '../demo/demo-arguments.ts';
import { appPortfolio } from '../demo/portfolio/app-portfolio.ts';
import { openHistoryStore } from '../storage/history/history-store.ts';
import { memoryWishes } from '../storage/wishes/wishes-in-memory.ts';
import type { Mapping } from '../../shared/domain/mapping.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { ok } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';

/** For the app's demo. */
export async function demoStores({ size, faults }: DemoOptions, clock: Clock): Promise<Stores> {
  const { seed, mapping } = appPortfolio(size, clock.nowMs());
  const clouds = await startDemoClouds({ seed, clock });
  for (const { cloud, faults: played } of faults) (cloud === 'smoobu' ? clouds.smoobu : clouds.theKeys).faults.set(played);
  return memoryStores(clouds, size === 'first-steps' ? null : mapping, clock);
}

/** `mapping`: of an installation that is set up; null for a new one. */
export function memoryStores(clouds: DemoClouds, mapping: Mapping | null, clock: Clock): Stores {
  const { smoobu, theKeys } = clouds;
  const [{ apiKey, apiSecret }, { username, password }] = [smoobu.credentials, theKeys.credentials];
  const settings = defaultSettings();
  const stored = { smoobu: true, theKeys: true, pinKey: true, watchdog: false, theKeysUser: maskPhone(username) };
  return {
    settings: memorySettings(mapping === null ? settings : { ...settings, mapping, stored, setup: { done: true, sinceMs: 0 } }),
    wishes: memoryWishes(),
    history: openHistoryStore({ file: ':memory:', clock }),
    secrets: memorySecrets(
      mapping === null
        ? {}
        : {
            smoobu: { apiKey: new Secret(apiKey), apiSecret: new Secret(apiSecret) },
            'the-keys': { username, password: new Secret(password) },
            'pin-key': newPinKey(),
          },
    ),
    runLock: NO_RUN_LOCK,
    given: NONE_GIVEN,
    addresses: { smoobu: smoobu.url, theKeys: theKeys.url },
    close: () => clouds.close(),
  };
}

function memorySettings(initial: Settings): SettingsStore {
  let settings = initial;
  return {
    read: () => settings,
    write: (next) => {
      settings = next;
    },
    recovered: null,
  };
}

function memorySecrets(initial: Partial<SecretValues>): SecretStore {
  let entries = initial;
  return {
    read: async (name) => ok(entries[name] ?? null),
    write: async (name, value) => {
      entries = { ...entries, [name]: value };
      return ok(null);
    },
    remove: async (name) => {
      const { [name]: _removed, ...rest } = entries;
      entries = rest;
      return ok(null);
    },
  };
}
