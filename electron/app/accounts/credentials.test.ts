import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import { maskPhone, removeCredentials, storeCredentials } from './credentials.ts';
import type { CredentialPorts, StoredCredentials } from './credentials.ts';
import type { SecretName } from '../ports/storage.ts';

const SMOOBU: StoredCredentials = { cloud: 'smoobu', credentials: { apiKey: new Secret('key'), apiSecret: new Secret('secret') } };

class FakePorts implements CredentialPorts {
  readonly kept = new Map<SecretName, string>();
  state: Settings = defaultSettings();
  fails: 'read' | 'write' | null = null;
  readonly settings = {
    recovered: null,
    read: () => this.state,
    write: (settings: Settings) => {
      this.state = settings;
    },
  };
  readonly secrets = {
    read: async (name: SecretName) => {
      if (this.fails === 'read') return err({ kind: 'keychain-failed', message: '' } as const);
      const text = this.kept.get(name);
      return ok(text === undefined ? null : new Secret(text));
    },
    write: async (name: SecretName, value: Secret) => {
      if (this.fails === 'write') return err({ kind: 'keychain-missing', message: 'Install one.' } as const);
      this.kept.set(name, value.reveal());
      return ok(null);
    },
    remove: async (name: SecretName) => {
      this.kept.delete(name);
      return ok(null);
    },
  };
  newPinKey(): Secret {
    return new Secret('fresh-pin-key');
  }
  encodeCredentials(entry: StoredCredentials): Secret {
    return new Secret(`encoded ${entry.cloud}`);
  }
}

describe('storeCredentials', () => {
  it('stores and records them, and makes a pin key the first time only', async () => {
    const ports = new FakePorts();
    expect(await storeCredentials(ports, SMOOBU, false)).toEqual(ok('made'));
    expect([...ports.kept]).toEqual([
      ['smoobu', 'encoded smoobu'],
      ['pin-key', 'fresh-pin-key'],
    ]);
    expect(ports.state.stored).toMatchObject({ smoobu: true, theKeys: false, pinKey: true });
    ports.kept.set('pin-key', 'older');
    expect(await storeCredentials(ports, SMOOBU, false)).toEqual(ok('kept'));
    expect(ports.kept.get('pin-key')).toBe('older');
  });
  it('never replaces a stored pin key that cannot be read', async () => {
    const ports = new FakePorts();
    ports.state = { ...ports.state, stored: { ...ports.state.stored, pinKey: true } };
    expect(await storeCredentials(ports, SMOOBU, false)).toEqual(ok('unavailable'));
    expect(ports.kept.has('pin-key')).toBe(false);
    const unreadable = new FakePorts();
    unreadable.fails = 'read';
    expect(await storeCredentials(unreadable, SMOOBU, false)).toEqual(ok('unavailable'));
    expect(unreadable.kept.has('pin-key')).toBe(false);
  });
  it('makes none where the environment gives one', async () => {
    const ports = new FakePorts();
    expect(await storeCredentials(ports, SMOOBU, true)).toEqual(ok('given'));
    expect(ports.kept.has('pin-key')).toBe(false);
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
    expect([...ports.kept.keys()]).toEqual(['pin-key']);
    expect(ports.state.stored).toMatchObject({ smoobu: false, theKeys: false, pinKey: true });
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
