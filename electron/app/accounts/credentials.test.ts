import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import { maskPhone, readCredentials, removeCredentials, storeCredentials } from './credentials.ts';
import type { CredentialPorts, StoredCredentials } from './credentials.ts';
import { NONE_GIVEN } from '../ports/storage.ts';
import type { SecretName, SecretStore, SecretValues } from '../ports/storage.ts';

const SMOOBU: StoredCredentials = { cloud: 'smoobu', credentials: { apiKey: new Secret('key'), apiSecret: new Secret('secret') } };

const FRESH_KEY = new Uint8Array(32).fill(1);
const OLDER_KEY = new Uint8Array(32).fill(2);

class FakePorts implements CredentialPorts {
  entries: Partial<SecretValues> = {};
  state: Settings = defaultSettings();
  fails: 'read' | 'write' | null = null;
  readonly settings = {
    recovered: null,
    read: () => this.state,
    write: (settings: Settings) => {
      this.state = settings;
    },
  };
  readonly secrets: SecretStore = {
    read: async (name) => {
      if (this.fails === 'read') return err({ kind: 'keychain-failed', message: '' } as const);
      return ok(this.entries[name] ?? null);
    },
    write: async (name, value) => {
      if (this.fails === 'write') return err({ kind: 'keychain-missing', message: 'Install one.' } as const);
      this.entries = { ...this.entries, [name]: value };
      return ok(null);
    },
    remove: async (name) => {
      this.entries = { ...this.entries, [name]: undefined };
      return ok(null);
    },
  };
  newPinKey(): Uint8Array {
    return FRESH_KEY;
  }
}

describe('storeCredentials', () => {
  it('stores and records them, and makes a pin key the first time only', async () => {
    const ports = new FakePorts();
    expect(await storeCredentials(ports, SMOOBU, false)).toEqual(ok('made'));
    expect(ports.entries).toEqual({ smoobu: SMOOBU.credentials, 'pin-key': FRESH_KEY });
    expect(ports.state.stored).toMatchObject({ smoobu: true, theKeys: false, pinKey: true });
    ports.entries = { 'pin-key': OLDER_KEY };
    expect(await storeCredentials(ports, SMOOBU, false)).toEqual(ok('kept'));
    expect(ports.entries['pin-key']).toBe(OLDER_KEY);
  });
  it('never replaces a stored pin key that cannot be read', async () => {
    const ports = new FakePorts();
    ports.state = { ...ports.state, stored: { ...ports.state.stored, pinKey: true } };
    expect(await storeCredentials(ports, SMOOBU, false)).toEqual(ok('unavailable'));
    expect(ports.entries['pin-key']).toBeUndefined();
    const unreadable = new FakePorts();
    unreadable.fails = 'read';
    expect(await storeCredentials(unreadable, SMOOBU, false)).toEqual(ok('unavailable'));
    expect(unreadable.entries['pin-key']).toBeUndefined();
  });
  it('makes none where the environment gives one', async () => {
    const ports = new FakePorts();
    expect(await storeCredentials(ports, SMOOBU, true)).toEqual(ok('given'));
    expect(ports.entries['pin-key']).toBeUndefined();
  });
  it('records nothing when the keychain fails', async () => {
    const ports = new FakePorts();
    ports.fails = 'write';
    expect(await storeCredentials(ports, SMOOBU, false)).toMatchObject({ ok: false, error: { kind: 'keychain-missing' } });
    expect(ports.state.stored.smoobu).toBe(false);
  });
});

describe('removeCredentials', () => {
  it('removes the cloud’s credentials and leaves the pin key', async () => {
    const ports = new FakePorts();
    await storeCredentials(ports, SMOOBU, false);
    expect(await removeCredentials(ports, 'smoobu')).toEqual(ok(null));
    expect(ports.entries).toEqual({ smoobu: undefined, 'pin-key': FRESH_KEY });
    expect(ports.state.stored).toMatchObject({ smoobu: false, theKeys: false, pinKey: true });
  });
});

describe('readCredentials', () => {
  const THE_KEYS = { username: '+33600000001', password: new Secret('x') };

  it('does not ask the keychain for what is given', async () => {
    const ports = new FakePorts();
    ports.fails = 'read';
    const given = {
      smoobu: { credentials: SMOOBU.credentials, source: 'config-file' },
      theKeys: { credentials: THE_KEYS, source: 'environment' },
      pinKey: { credentials: FRESH_KEY, source: 'environment' },
      watchdog: null,
    } as const;
    const read = await readCredentials(given, ports);
    expect([read.smoobu.source, read.theKeys.source, read.pinKey.source]).toEqual(['config-file', 'environment', 'environment']);
    expect(read.pinKey).toEqual({ source: 'environment', value: FRESH_KEY, failure: null, stored: false });
  });

  it('takes the rest from the keychain', async () => {
    const ports = new FakePorts();
    ports.entries = { 'the-keys': THE_KEYS, 'pin-key': FRESH_KEY };
    ports.state = { ...ports.state, stored: { smoobu: false, theKeys: true, pinKey: true, watchdog: false, theKeysUser: null } };
    expect(await readCredentials(NONE_GIVEN, ports)).toEqual({
      smoobu: { source: null, value: null, failure: null, stored: false },
      theKeys: { source: 'keychain', value: THE_KEYS, failure: null, stored: true },
      pinKey: { source: 'keychain', value: FRESH_KEY, failure: null, stored: true },
    });
  });

  it('asks a missing keychain once and a locked one for every entry', async () => {
    for (const [kind, times] of [
      ['keychain-missing', 1],
      ['keychain-locked', 3],
    ] as const) {
      const asked: SecretName[] = [];
      const ports = new FakePorts();
      const secrets: SecretStore = {
        ...ports.secrets,
        read: async (name) => {
          asked.push(name);
          return err({ kind, message: '' });
        },
      };
      const read = await readCredentials(NONE_GIVEN, { secrets, settings: ports.settings });
      expect(read).toMatchObject({ smoobu: { failure: { kind } }, theKeys: { failure: { kind } }, pinKey: { failure: { kind } } });
      expect(asked).toHaveLength(times);
    }
  });
});

describe('maskPhone', () => {
  it.each([
    ['+33600000042', '+33 •••••••42'],
    ['+33 6 00 00 00 42', '+33 •••••••42'],
    ['0600000042', '••••••••42'],
    ['', ''],
  ])('shows %j as %j', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });
});
