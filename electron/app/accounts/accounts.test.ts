import { describe, expect, it } from 'vitest';
import { createAccess } from '../../../tests/support/access.ts';
import { createFakeLocks } from '../../../tests/support/fake-locks.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { KeychainFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { Secret } from '../../../shared/secret.ts';
import type { BookingCloud } from '../ports/clouds.ts';
import { NONE_GIVEN } from '../ports/storage.ts';
import type { GivenCredentials, SecretStore, SecretValues } from '../ports/storage.ts';
import { createPinVault } from '../../storage/keychain/pin-vault.ts';
import { Accounts } from './accounts.ts';

const LOCKED: KeychainFailure = { kind: 'keychain-locked', message: 'Unlock it.' };
const NO_KEYCHAIN: KeychainFailure = { kind: 'keychain-missing', message: 'Install one.' };
const SMOOBU = { apiKey: new Secret('CANARY-key'), apiSecret: new Secret('CANARY-secret') };
const THE_KEYS = { username: '+33600000042', password: new Secret('CANARY-password') };
const KEY = new Uint8Array(32);
const BOTH = { smoobu: SMOOBU, 'the-keys': THE_KEYS };

interface Scene {
  readonly entries?: Partial<SecretValues>;
  readonly given?: Partial<GivenCredentials>;
  /** Of the keychain. */
  readonly failure?: KeychainFailure;
  /** By the settings. */
  readonly isStored?: boolean;
}
function scripted({ entries = {}, given = {}, failure, isStored = false }: Scene = {}) {
  const done: string[] = [];
  const stored = { smoobu: isStored, theKeys: isStored, pinKey: isStored, watchdog: false, theKeysUser: null };
  const set = {
    settings: { ...defaultSettings(), stored } as Settings,
    entries,
    failure: failure ?? null,
    isRejected: false,
  };
  const unlessFailed = <T>(value: T) => (set.failure === null ? ok(value) : err(set.failure));
  const secrets: SecretStore = {
    read: async (name) => {
      done.push(`read ${name}`);
      return unlessFailed(set.entries[name] ?? null);
    },
    write: async () => unlessFailed(null),
    remove: async () => unlessFailed(null),
  };
  const rejected = { kind: 'credentials-rejected', cloud: 'smoobu', message: 'No.', certain: true } as const;
  const access = createAccess();
  const accounts = new Accounts({
    settings: {
      recovered: null,
      read: () => set.settings,
      write: (settings) => {
        set.settings = settings;
      },
    },
    secrets,
    given: { ...NONE_GIVEN, ...given },
    newPinKey: () => KEY,
    access,
    connectSmoobu: () => {
      done.push('connect smoobu');
      return {
        readAccount: async () => (set.isRejected ? err(rejected) : ok({ id: 1, email: null })),
        close: async () => void done.push('close smoobu'),
      } as unknown as BookingCloud;
    },
    connectTheKeys: () => createFakeLocks([]),
    createPinVault,
    createPinSource: (key) => ({ keyed: key !== null, draw: () => '1234' as never }),
    onSecret: (text) => void done.push(`redact ${text}`),
  });
  return { accounts, set, done, access };
}

describe('a client', () => {
  it('is the same each time, and its credentials are read once and redacted from the log', async () => {
    const { accounts, done } = scripted({ entries: BOTH });
    expect(await accounts.bookingCloud()).toEqual(await accounts.bookingCloud());
    expect((await accounts.lockCloud()).ok).toBe(true);
    expect(done.filter((what) => what === 'read smoobu' || what.startsWith('connect'))).toEqual(['read smoobu', 'connect smoobu']);
    expect(done).toEqual(
      expect.arrayContaining(['redact CANARY-key', 'redact CANARY-secret', 'redact CANARY-password', 'redact +33600000042']),
    );
  });

  it('is made again after a reconnect, and the old one is closed only when no run needs it', async () => {
    const { accounts, done } = scripted({ entries: BOTH });
    await accounts.bookingCloud();
    accounts.reconnect();
    await accounts.bookingCloud();
    expect(done.filter((what) => what === 'connect smoobu')).toHaveLength(2);
    expect(done).not.toContain('close smoobu');
    await accounts.closeRetired();
    await accounts.close();
    expect(done.filter((what) => what === 'close smoobu')).toHaveLength(2);
  });

  it('fails without credentials, or where the keychain does not give what was stored', async () => {
    const kindOf = async (scene: Scene) => {
      const answer = await scripted(scene).accounts.bookingCloud();
      return answer.ok ? 'ok' : answer.error.kind;
    };
    expect(await kindOf({})).toBe('credentials-missing');
    expect(await kindOf({ failure: NO_KEYCHAIN })).toBe('credentials-missing');
    expect(await kindOf({ failure: NO_KEYCHAIN, isStored: true })).toBe('keychain-missing');
    expect(await kindOf({ failure: LOCKED })).toBe('keychain-locked');
  });

  it('is tried again when the keychain failed before', async () => {
    const { accounts, set } = scripted({ entries: BOTH, failure: LOCKED });
    expect((await accounts.bookingCloud()).ok).toBe(false);
    set.failure = null;
    expect((await accounts.bookingCloud()).ok).toBe(true);
  });
});

describe('the pin key', () => {
  it('that is stored but cannot be read is a failure, and without one PINs are random', async () => {
    const pinsOf = async (scene: Scene) => {
      const { accounts } = scripted(scene);
      const [pins, vault] = [await accounts.pins(), await accounts.pinVault()].map((answer) =>
        answer.ok ? answer.value.keyed : answer.error.kind,
      );
      expect(vault).toBe(pins);
      return pins;
    };
    expect(await pinsOf({ entries: { 'pin-key': KEY } })).toBe(true);
    expect(await pinsOf({})).toBe(false);
    expect(await pinsOf({ failure: NO_KEYCHAIN })).toBe(false);
    expect(await pinsOf({ failure: LOCKED, isStored: true })).toBe('keychain-locked');
  });
});

describe('credentials', () => {
  const entry = { cloud: 'the-keys', credentials: THE_KEYS } as const;

  it('are stored with a masked user name, used at once, and forgotten when removed', async () => {
    const { accounts, set, done } = scripted();
    expect(await accounts.store(entry)).toEqual(ok('+33 •••••••42'));
    expect(set.settings.stored).toMatchObject({ theKeys: true, theKeysUser: '+33 •••••••42' });
    await accounts.sources();
    expect(await accounts.remove('the-keys')).toEqual(ok(null));
    expect(set.settings.stored).toMatchObject({ theKeys: false, theKeysUser: null });
    await accounts.sources();
    expect(done.filter((what) => what === 'read the-keys')).toHaveLength(2);
  });

  it('leave everything as it was when the keychain fails', async () => {
    const { accounts, set } = scripted({ failure: LOCKED });
    expect(await accounts.store(entry)).toEqual(err(LOCKED));
    expect(await accounts.remove('the-keys')).toEqual(err(LOCKED));
    expect(set.settings).toEqual(defaultSettings());
  });

  it('are tested by one call, and rejected ones are not used by the same client again', async () => {
    const { accounts, set, done } = scripted({ entries: BOTH });
    expect([await accounts.test('smoobu'), await accounts.test('the-keys')]).toEqual([null, null]);
    set.isRejected = true;
    expect((await accounts.test('smoobu'))?.kind).toBe('credentials-rejected');
    await accounts.bookingCloud();
    expect(done.filter((what) => what === 'connect smoobu')).toHaveLength(2);
  });

  it('have sources that name no value', async () => {
    const given = { smoobu: { credentials: SMOOBU, source: 'environment' } } as const;
    expect(await scripted({ given, entries: { 'the-keys': THE_KEYS } }).accounts.sources()).toEqual({
      smoobu: { kind: 'environment' },
      theKeys: { kind: 'keychain' },
      pinKey: { kind: 'none' },
    });
    expect(await scripted({ given, failure: LOCKED }).accounts.sources()).toEqual({
      smoobu: { kind: 'environment' },
      theKeys: { kind: 'keychain-failed', failure: LOCKED },
      pinKey: { kind: 'keychain-failed', failure: LOCKED },
    });
  });
});

describe('before a run', () => {
  it('rejected credentials are read again, and nothing is sent until they are due or changed', async () => {
    const { accounts, set, done, access } = scripted({ entries: BOTH });
    expect(await accounts.admit('schedule')).toBeNull();
    await access.gateFor('smoobu', 'CANARY-key\nCANARY-secret').rejected();
    expect(await accounts.admit('schedule')).toMatchObject({ kind: 'credentials-rejected', cloud: 'smoobu', retryAtMs: 15 * MINUTE_MS });
    expect(done.filter((what) => what === 'read smoobu')).toHaveLength(2);
    expect(await accounts.admit('manual')).toBeNull();
    set.entries = { ...BOTH, smoobu: { ...SMOOBU, apiKey: new Secret('another-key') } };
    expect(await accounts.admit('schedule')).toBeNull();
    expect(access.retryAtMs('smoobu')).toBeNull();
  });
});
