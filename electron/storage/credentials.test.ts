import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SecretName, SecretStore } from '../app/ports.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { err, ok } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import { readCredentials, readEnvironment } from './credentials.ts';
import { keychainFailure } from './keychain-failures.ts';
import { decodePinKey, decodeSmoobu, decodeTheKeys, encodePinKey, encodeSmoobu, encodeTheKeys } from './secret-codecs.ts';

const PIN_KEY = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const PIN_KEY_TEXT = Buffer.from(PIN_KEY).toString('base64');
const FULL = {
  LATCHKEY_SMOOBU_API_KEY: 'usr_key',
  LATCHKEY_SMOOBU_API_SECRET: 'api secret',
  LATCHKEY_THEKEYS_USERNAME: '+33600000000',
  LATCHKEY_THEKEYS_PASSWORD: ' swordfish ',
  LATCHKEY_PIN_KEY: PIN_KEY_TEXT,
};
const settings = defaultSettings();

function createSecrets(entries: Partial<Record<SecretName, Secret>>, asked: SecretName[] = []): SecretStore {
  return {
    read: async (name) => {
      asked.push(name);
      return ok(entries[name] ?? null);
    },
    write: async () => ok(null),
    remove: async () => ok(null),
  };
}

describe('the codecs', () => {
  it('read back what they wrote, whatever the texts are', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, fc.uint8Array({ minLength: 32, maxLength: 32 }), (one, two, key) => {
        const smoobu = decodeSmoobu(encodeSmoobu({ apiKey: new Secret(one), apiSecret: new Secret(two) }));
        expect([smoobu?.apiKey.reveal(), smoobu?.apiSecret.reveal()]).toEqual([one, two]);
        const theKeys = decodeTheKeys(encodeTheKeys({ username: one, password: new Secret(two) }));
        expect([theKeys?.username, theKeys?.password.reveal()]).toEqual([one, two]);
        expect(decodePinKey(encodePinKey(key))).toEqual(key);
      }),
    );
  });

  it.each(['', 'null', '[]', '{', '{"apiKey":"a"}', '{"username":"","password":"b"}', '{"apiKey":1,"apiSecret":"b"}'])(
    'refuse %j',
    (text) => {
      const entry = new Secret(text);
      expect([decodeSmoobu(entry), decodeTheKeys(entry), decodePinKey(entry)]).toEqual([null, null, null]);
    },
  );

  it('refuse a pin key of another length', () => {
    expect(() => encodePinKey(new Uint8Array(31))).toThrow(RangeError);
    expect(decodePinKey(new Secret(Buffer.alloc(33).toString('base64')))).toBeNull();
  });
});

describe('readEnvironment', () => {
  it('takes what is set, and keeps the blanks of a password', () => {
    const read = readEnvironment(FULL);
    if (!read.ok) throw new Error(read.error.message);
    const { smoobu, theKeys, pinKey } = read.value;
    expect([smoobu?.apiKey.reveal(), smoobu?.apiSecret.reveal()]).toEqual(['usr_key', 'api secret']);
    expect([theKeys?.username, theKeys?.password.reveal()]).toEqual(['+33600000000', ' swordfish ']);
    expect(pinKey).toEqual(PIN_KEY);
  });

  it('takes nothing for nothing, empty texts included', () => {
    const nothing = ok({ smoobu: null, theKeys: null, pinKey: null });
    expect(readEnvironment({})).toEqual(nothing);
    expect(readEnvironment(Object.fromEntries(Object.keys(FULL).map((name) => [name, ''])))).toEqual(nothing);
  });

  it.each(['LATCHKEY_SMOOBU_API_KEY', 'LATCHKEY_SMOOBU_API_SECRET', 'LATCHKEY_THEKEYS_USERNAME', 'LATCHKEY_THEKEYS_PASSWORD'])(
    'names %s when only its other half is set',
    (variable) => {
      const read = readEnvironment({ ...FULL, [variable]: '' });
      expect(read).toMatchObject({ ok: false, error: { kind: 'environment', variable } });
      expect(JSON.stringify(read)).not.toMatch(/swordfish|usr_key|api secret|\+33/);
    },
  );

  it.each([
    'short',
    PIN_KEY_TEXT.slice(0, -1),
    `${PIN_KEY_TEXT}x`,
    PIN_KEY_TEXT.replace('/', '!'),
    'A'.repeat(44),
    PIN_KEY_TEXT.toLowerCase() + '=',
  ])('refuses the pin key %j', (text) => {
    const read = readEnvironment({ LATCHKEY_PIN_KEY: text });
    expect(read).toMatchObject({ ok: false, error: { variable: 'LATCHKEY_PIN_KEY' } });
    expect(JSON.stringify(read)).not.toContain(text === 'short' ? 'short"' : text);
  });
});

describe('readCredentials', () => {
  it('does not ask the keychain for what the environment gives', async () => {
    const asked: SecretName[] = [];
    const read = await readCredentials({ env: FULL, secrets: createSecrets({}, asked), settings });
    expect(read.ok && [read.value.smoobu.source, read.value.theKeys.source, read.value.pinKey.source]).toEqual(
      Array(3).fill('environment'),
    );
    expect(asked).toEqual([]);
  });

  it('takes the rest from the keychain', async () => {
    const secrets = createSecrets({
      'the-keys': encodeTheKeys({ username: '+33600000001', password: new Secret('x') }),
      'pin-key': encodePinKey(PIN_KEY),
    });
    const stored = { smoobu: false, theKeys: true, pinKey: true };
    const read = await readCredentials({ env: {}, secrets, settings: { stored } });
    expect(read).toMatchObject({
      ok: true,
      value: {
        smoobu: { source: null, value: null, failure: null, stored: false },
        theKeys: { source: 'keychain', value: { username: '+33600000001' }, stored: true },
        pinKey: { source: 'keychain', value: PIN_KEY },
      },
    });
  });

  it('asks a missing keychain once and a locked one for every entry', async () => {
    for (const [kind, times] of [
      ['keychain-missing', 1],
      ['keychain-locked', 3],
    ] as const) {
      let asked = 0;
      const secrets: SecretStore = {
        ...createSecrets({}),
        read: async () => {
          asked += 1;
          return err(keychainFailure(kind, 'linux'));
        },
      };
      const read = await readCredentials({ env: {}, secrets, settings });
      expect(read).toMatchObject({
        ok: true,
        value: { smoobu: { failure: { kind } }, theKeys: { failure: { kind } }, pinKey: { failure: { kind } } },
      });
      expect(asked).toBe(times);
    }
  });

  it('says when an entry cannot be read', async () => {
    const read = await readCredentials({ env: {}, secrets: createSecrets({ smoobu: new Secret('garbage') }), settings });
    expect(read).toMatchObject({
      ok: true,
      value: { smoobu: { source: null, failure: { kind: 'keychain-failed' } }, theKeys: { failure: null } },
    });
    expect(JSON.stringify(read)).not.toContain('garbage');
  });

  it('stops at a mistake in the environment', async () => {
    const read = await readCredentials({ env: { LATCHKEY_PIN_KEY: 'x' }, secrets: createSecrets({}), settings });
    expect(read).toMatchObject({ ok: false, error: { variable: 'LATCHKEY_PIN_KEY' } });
  });
});
