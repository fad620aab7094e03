import { describe, expect, it } from 'vitest';
import { createFakeLocks } from '../../../tests/support/fake-locks.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { KeychainFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import type { BookingCloud } from '../ports/clouds.ts';
import type { Credential, Credentials } from '../ports/storage.ts';
import { Accounts } from './accounts.ts';

const LOCKED: KeychainFailure = { kind: 'keychain-locked', message: 'Unlock it.' };
const NO_KEYCHAIN: KeychainFailure = { kind: 'keychain-missing', message: 'Install one.' };
const NONE = { source: null, value: null, failure: null, stored: false } as const;
const found = <T>(value: T, source: 'environment' | 'keychain' = 'keychain'): Credential<T> => ({
  source,
  value,
  failure: null,
  stored: true,
});
const failed = (failure: KeychainFailure, stored: boolean) => ({ source: null, value: null, failure, stored }) as const;
const SMOOBU = { apiKey: new Secret('CANARY-key'), apiSecret: new Secret('CANARY-secret') };
const THE_KEYS = { username: '+33600000042', password: new Secret('CANARY-password') };

function scripted(credentials: Partial<Credentials> = {}) {
  const done: string[] = [];
  const set = {
    settings: defaultSettings(),
    credentials: { smoobu: NONE, theKeys: NONE, pinKey: NONE, ...credentials },
    keychain: null as KeychainFailure | null,
    isRejected: false,
  };
  const answer = async () => (set.keychain === null ? ok(null) : err(set.keychain));
  const rejected = { kind: 'credentials-rejected', cloud: 'smoobu', message: 'No.', certain: true } as const;
  const accounts = new Accounts({
    settings: {
      recovered: null,
      read: () => set.settings,
      write: (settings) => {
        set.settings = settings;
      },
    },
    secrets: { read: answer, write: answer, remove: answer },
    newPinKey: () => new Secret('pin key'),
    encodeCredentials: () => new Secret('encoded'),
    readCredentials: async () => {
      done.push('read');
      return set.credentials;
    },
    connectSmoobu: () => {
      done.push('connect smoobu');
      return {
        readAccount: async () => (set.isRejected ? err(rejected) : ok({ id: 1, email: null })),
        close: async () => void done.push('close smoobu'),
      } as unknown as BookingCloud;
    },
    connectTheKeys: () => createFakeLocks([]),
    createPinSource: (key) => ({ keyed: key !== null, draw: () => '1234' as never }),
    onSecret: (text) => void done.push(`redact ${text}`),
  });
  return { accounts, set, done };
}

describe('a client', () => {
  it('is the same each time, and its credentials are read once and redacted from the log', async () => {
    const { accounts, done } = scripted({ smoobu: found(SMOOBU), theKeys: found(THE_KEYS) });
    expect(await accounts.bookingCloud()).toEqual(await accounts.bookingCloud());
    expect((await accounts.lockCloud()).ok).toBe(true);
    expect(done.filter((what) => what === 'read' || what.startsWith('connect'))).toEqual(['read', 'connect smoobu']);
    expect(done).toEqual(
      expect.arrayContaining(['redact CANARY-key', 'redact CANARY-secret', 'redact CANARY-password', 'redact +33600000042']),
    );
  });

  it('is made again after a reconnect, and the old one is closed only when no run needs it', async () => {
    const { accounts, done } = scripted({ smoobu: found(SMOOBU) });
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
    const kindOf = async (smoobu: Credentials['smoobu']) => {
      const answer = await scripted({ smoobu }).accounts.bookingCloud();
      return answer.ok ? 'ok' : answer.error.kind;
    };
    expect(await kindOf(NONE)).toBe('credentials-missing');
    expect(await kindOf(failed(NO_KEYCHAIN, false))).toBe('credentials-missing');
    expect(await kindOf(failed(NO_KEYCHAIN, true))).toBe('keychain-missing');
    expect(await kindOf(failed(LOCKED, false))).toBe('keychain-locked');
  });

  it('is tried again when the keychain failed before', async () => {
    const { accounts, set } = scripted({ smoobu: failed(LOCKED, true) });
    expect((await accounts.bookingCloud()).ok).toBe(false);
    set.credentials = { ...set.credentials, smoobu: found(SMOOBU) };
    expect((await accounts.bookingCloud()).ok).toBe(true);
  });
});

describe('the pin key', () => {
  it('that is stored but cannot be read is a failure, and without one PINs are random', async () => {
    const pinsOf = async (pinKey: Credentials['pinKey']) => {
      const answer = await scripted({ pinKey }).accounts.pins();
      return answer.ok ? answer.value.keyed : answer.error.kind;
    };
    expect(await pinsOf(found(new Uint8Array(32)))).toBe(true);
    expect(await pinsOf(NONE)).toBe(false);
    expect(await pinsOf(failed(NO_KEYCHAIN, false))).toBe(false);
    expect(await pinsOf(failed(LOCKED, true))).toBe('keychain-locked');
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
    expect(done).toEqual(['read', 'read']);
  });

  it('leave everything as it was when the keychain fails', async () => {
    const { accounts, set } = scripted();
    set.keychain = LOCKED;
    expect(await accounts.store(entry)).toEqual(err(LOCKED));
    expect(await accounts.remove('the-keys')).toEqual(err(LOCKED));
    expect(set.settings).toEqual(defaultSettings());
  });

  it('are tested by one call, and rejected ones are not used by the same client again', async () => {
    const { accounts, set, done } = scripted({ smoobu: found(SMOOBU), theKeys: found(THE_KEYS) });
    expect([await accounts.test('smoobu'), await accounts.test('the-keys')]).toEqual([null, null]);
    set.isRejected = true;
    expect((await accounts.test('smoobu'))?.kind).toBe('credentials-rejected');
    await accounts.bookingCloud();
    expect(done.filter((what) => what === 'connect smoobu')).toHaveLength(2);
  });

  it('have sources that name no value', async () => {
    const { accounts } = scripted({ smoobu: found(SMOOBU, 'environment'), theKeys: failed(LOCKED, true) });
    const sources = await accounts.sources();
    expect(sources).toEqual({
      smoobu: { kind: 'environment' },
      theKeys: { kind: 'keychain-failed', failure: LOCKED },
      pinKey: { kind: 'none' },
    });
  });
});
