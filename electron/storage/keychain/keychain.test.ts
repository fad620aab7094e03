import { describe, expect, it, vi } from 'vitest';
import { KEYCHAIN_FAILURE_KINDS } from '../../../shared/errors.ts';
import { Secret } from '../../../shared/secret.ts';
import { classifyKeychainError, keychainFailure } from './keychain-failures.ts';
import { openKeychain } from './keychain.ts';
import type { KeytarLike } from './keychain.ts';

function createFakeKeytar(over: Partial<KeytarLike> = {}): KeytarLike {
  const entries = new Map<string, string>();
  return {
    getPassword: async (service, account) => entries.get(`${service}/${account}`) ?? null,
    setPassword: async (service, account, password) => {
      entries.set(`${service}/${account}`, password);
    },
    deletePassword: async (service, account) => entries.delete(`${service}/${account}`),
    ...over,
  };
}
const open = (keytar: KeytarLike, wasStored = false, timeoutMs = 1000) =>
  openKeychain({ loadKeytar: async () => keytar, wasStored: () => wasStored, platform: 'linux', timeoutMs });
const rejecting = (message: string) => async (): Promise<never> => {
  throw new Error(message);
};

const SMOOBU = { apiKey: new Secret('key'), apiSecret: new Secret('swordfish') };

describe('openKeychain', () => {
  it('has one entry per name under its own service', async () => {
    const keytar = createFakeKeytar();
    const store = open(keytar);
    expect(await store.read('smoobu')).toEqual({ ok: true, value: null });
    expect(await store.write('smoobu', SMOOBU)).toEqual({ ok: true, value: null });
    const read = await store.read('smoobu');
    expect(read.ok && read.value?.apiSecret.reveal()).toBe('swordfish');
    expect(await keytar.getPassword('Latchkey', 'smoobu')).toBe('{"apiKey":"key","apiSecret":"swordfish"}');
    expect(await store.read('the-keys')).toEqual({ ok: true, value: null });
    expect(await store.remove('smoobu')).toEqual({ ok: true, value: null });
    expect(await store.remove('smoobu')).toEqual({ ok: true, value: null });
    expect(await store.read('smoobu')).toEqual({ ok: true, value: null });
  });

  it('reports an entry that cannot be decoded', async () => {
    const read = await open(createFakeKeytar({ getPassword: async () => 'garbage' })).read('smoobu');
    expect(read).toMatchObject({ ok: false, error: { kind: 'keychain-failed' } });
    expect(JSON.stringify(read)).not.toContain('garbage');
  });

  it('is locked when it is empty although something was stored', async () => {
    const store = open(createFakeKeytar(), true);
    expect(await store.read('pin-key')).toMatchObject({ ok: false, error: { kind: 'keychain-locked' } });
    expect(await store.remove('pin-key')).toMatchObject({ ok: false, error: { kind: 'keychain-locked' } });
  });

  it('reports a write that cannot be read back as locked', async () => {
    const store = open(createFakeKeytar({ setPassword: async () => {} }));
    expect(await store.write('smoobu', SMOOBU)).toMatchObject({ ok: false, error: { kind: 'keychain-locked' } });
  });

  it('is missing when the library does not load, and tries again next time', async () => {
    const loadKeytar = vi
      .fn<() => Promise<KeytarLike>>()
      .mockRejectedValueOnce(new Error('no libsecret'))
      .mockResolvedValue(createFakeKeytar());
    const store = openKeychain({ loadKeytar, wasStored: () => false, platform: 'linux' });
    expect(loadKeytar).not.toHaveBeenCalled();
    expect(await store.read('smoobu')).toMatchObject({
      ok: false,
      error: { kind: 'keychain-missing', message: expect.stringContaining('libsecret-1-0') as string },
    });
    expect(await store.read('smoobu')).toMatchObject({ ok: true });
    await store.read('smoobu');
    expect(loadKeytar).toHaveBeenCalledTimes(2);
  });

  it('gives up on a keychain that does not respond', async () => {
    const store = open(createFakeKeytar({ getPassword: () => new Promise(() => {}) }), false, 20);
    expect(await store.read('smoobu')).toMatchObject({ ok: false, error: { kind: 'keychain-locked' } });
  });

  it('shows no message of the library', async () => {
    const failing = rejecting('refused to store {"password":"swordfish"}');
    const store = open({ getPassword: failing, setPassword: failing, deletePassword: failing });
    for (const answer of [await store.read('smoobu'), await store.write('smoobu', SMOOBU), await store.remove('smoobu')]) {
      expect(answer).toMatchObject({ ok: false, error: { kind: 'keychain-failed' } });
      expect(JSON.stringify(answer)).not.toContain('swordfish');
    }
  });
});

describe('classifyKeychainError', () => {
  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-missing'],
    ['Could not connect: No such file or directory', 'keychain-missing'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-missing'],
    ['Cannot create an item in a locked collection', 'keychain-locked'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'keychain-locked'],
    ['User interaction is not allowed.', 'keychain-locked'],
    ['something nobody has seen', 'keychain-failed'],
    ['', 'keychain-failed'],
  ])('%j is %s', (message, kind) => {
    expect(classifyKeychainError(message)).toBe(kind);
  });
});

describe('keychainFailure', () => {
  it('has advice for every kind on every system', () => {
    const messages = KEYCHAIN_FAILURE_KINDS.flatMap((kind) =>
      ['linux', 'darwin', 'win32'].map((platform) => keychainFailure(kind, platform).message),
    );
    expect(new Set(messages).size).toBe(9);
    expect(keychainFailure('keychain-missing', 'freebsd').message).toBe(keychainFailure('keychain-missing', 'linux').message);
  });
});
