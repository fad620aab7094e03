import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import { mainText } from '../../../shared/i18n/main-texts.ts';
import { StorageFailure } from '../ports/storage.ts';
import { storageRefusal } from './refusal.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';

const FRENCH = settingsSchema.parse({ app: { language: 'fr' }, stored: { smoobu: true, theKeys: true, pinKey: true } });
const french = mainText({ language: 'fr', locale: 'fr' });
const CONFIG = `
thekeys: { username: "+33600000077", password: "p" }
apartment_locks: { "1": [11] }
lock_accessoires: { 11: "KpNew" }
`;

describe('a keychain that fails is reported in the language of the settings', () => {
  const locked = { ok: false, error: { detail: 'keychain-locked', message: french('keychain-locked.linux') } };

  it('by credentials.save and credentials.remove', async () => {
    const host = desktopHost(FRENCH);
    host.set.keychainFails = 'smoobu';
    expect(await host.calls['credentials.save']({ cloud: 'smoobu', apiKey: 'k', apiSecret: 's' })).toEqual(locked);
    expect(await host.calls['credentials.remove']({ cloud: 'smoobu' })).toEqual(locked);
  });

  it('by settings.reset', async () => {
    const host = desktopHost(FRENCH);
    host.set.keychainFails = 'smoobu';
    expect(await host.calls['settings.reset'](null)).toEqual(locked);
  });

  it('by candidate.apply', async () => {
    const host = desktopHost(FRENCH);
    host.set.keychainFails = 'the-keys';
    await host.calls['import.read']({ text: CONFIG });
    expect(await host.calls['candidate.apply']({ withCredentials: true, apiSecret: null })).toEqual(locked);
  });
});

describe('a disk that takes nothing', () => {
  it.each(['full', 'read-only', 'failing'] as const)('%s: is a refusal of any call, in the language of the settings', (kind) => {
    expect(storageRefusal(french, new StorageFailure(kind))).toEqual({ detail: `disk-${kind}`, message: french(`refusal.disk-${kind}`) });
    expect(storageRefusal(french, new Error('a bug'))).toBeNull();
  });
});
