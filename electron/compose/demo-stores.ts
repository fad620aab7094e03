/** The app's demo: pretend clouds on this computer, and everything else in memory. Nothing is kept, no keychain is asked. */
import { randomBytes } from 'node:crypto';
import { maskPhone } from '../app/accounts/mask.ts';
import type { SecretName, SecretStore, SettingsStore } from '../app/ports/storage.ts';
import type { Clock } from '../app/ports/system.ts';
import type { Stores } from './stores.ts';
import { startDemoClouds } from '../demo/clouds.ts';
import type { DemoOptions } from '../demo/demo-arguments.ts';
import { appPortfolio } from '../demo/portfolio/app-portfolio.ts';
import { openHistoryStore } from '../storage/history/history-store.ts';
import { encodePinKey, encodeSmoobu, encodeTheKeys } from '../storage/keychain/secret-codecs.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { ok } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';

export async function memoryStores({ size, faults }: DemoOptions, clock: Clock): Promise<Stores> {
  const { seed, mapping } = appPortfolio(size, clock.nowMs());
  const clouds = await startDemoClouds({ seed, clock });
  for (const { cloud, faults: played } of faults) (cloud === 'smoobu' ? clouds.smoobu : clouds.theKeys).faults.set(played);
  const { credentials: smoobu } = clouds.smoobu;
  const { credentials: theKeys } = clouds.theKeys;
  const isSetUp = size !== 'first-steps';
  const settings = defaultSettings();
  const stored = { smoobu: true, theKeys: true, pinKey: true, theKeysUser: maskPhone(theKeys.username) };
  return {
    settings: memorySettings(isSetUp ? { ...settings, mapping, stored, setup: { done: true, sinceMs: 0 } } : settings),
    history: openHistoryStore({ file: ':memory:', clock }),
    secrets: memorySecrets(
      isSetUp
        ? [
            ['smoobu', encodeSmoobu({ apiKey: new Secret(smoobu.apiKey), apiSecret: new Secret(smoobu.apiSecret) })],
            ['the-keys', encodeTheKeys({ username: theKeys.username, password: new Secret(theKeys.password) })],
            ['pin-key', encodePinKey(randomBytes(32))],
          ]
        : [],
    ),
    given: { smoobu: null, theKeys: null, pinKey: null },
    addresses: { smoobu: clouds.smoobu.url, theKeys: clouds.theKeys.url },
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
  const kept = new Map(initial);
  return {
    read: async (name) => ok(kept.get(name) ?? null),
    write: async (name, value) => {
      kept.set(name, value);
      return ok(null);
    },
    remove: async (name) => {
      kept.delete(name);
      return ok(null);
    },
  };
}
