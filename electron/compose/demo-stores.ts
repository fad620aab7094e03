/** The stores of the demo: pretend clouds on this computer, and everything else in memory. */
import { randomBytes } from 'node:crypto';
import { maskPhone } from '../app/accounts/credentials.ts';
import type { SecretName, SecretStore, SettingsStore } from '../app/ports/storage.ts';
import { NO_RUN_LOCK } from '../app/ports/system.ts';
import type { Clock } from '../app/ports/system.ts';
import type { Stores } from './stores.ts';
import { startDemoClouds } from '../demo/clouds.ts';
import type { DemoClouds } from '../demo/clouds.ts';
import type { DemoOptions } from '../demo/demo-arguments.ts';
import { appPortfolio } from '../demo/portfolio/app-portfolio.ts';
import { openHistoryStore } from '../storage/history/history-store.ts';
import { encodePinKey, encodeSmoobu, encodeTheKeys } from '../storage/keychain/secret-codecs.ts';
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
  const stored = { smoobu: true, theKeys: true, pinKey: true, theKeysUser: maskPhone(username) };
  return {
    settings: memorySettings(mapping === null ? settings : { ...settings, mapping, stored, setup: { done: true, sinceMs: 0 } }),
    history: openHistoryStore({ file: ':memory:', clock }),
    secrets: memorySecrets(
      mapping === null
        ? []
        : [
            ['smoobu', encodeSmoobu({ apiKey: new Secret(apiKey), apiSecret: new Secret(apiSecret) })],
            ['the-keys', encodeTheKeys({ username, password: new Secret(password) })],
            ['pin-key', encodePinKey(randomBytes(32))],
          ],
    ),
    runLock: NO_RUN_LOCK,
    given: { smoobu: null, theKeys: null, pinKey: null },
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

function memorySecrets(initial: readonly (readonly [SecretName, Secret])[]): SecretStore {
  const entries = new Map(initial);
  return {
    read: async (name) => ok(entries.get(name) ?? null),
    write: async (name, value) => {
      entries.set(name, value);
      return ok(null);
    },
    remove: async (name) => {
      entries.delete(name);
      return ok(null);
    },
  };
}
