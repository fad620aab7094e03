import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SecretName, SecretStore } from '../../app/ports/storage.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import { readCredentials } from './credentials.ts';
import { keychainFailure } from './keychain-failures.ts';
import { decodePinKey, decodeSmoobu, decodeTheKeys, encodePinKey, encodeSmoobu, encodeTheKeys } from './secret-codecs.ts';

const PIN_KEY = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const FULL = {
  smoobu: { credentials: { apiKey: new Secret('usr_key'), apiSecret: new Secret('api secret') }, source: 'config-file' },
  theKeys: { credentials: { username: '+33600000000', password: new Secret(' swordfish ') }, source: 'environment' },
  pinKey: encodePinKey(PIN_KEY),
} as const;
const NOTHING = { smoobu: null, theKeys: null, pinKey: null };
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
  it('decode what they encoded, whatever the texts are', () => {
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

describe('readCredentials', () => {
  it('does not ask the keychain for what is given', async () => {
    const asked: SecretName[] = [];
    const read = await readCredentials({ given: FULL, secrets: createSecrets({}, asked), settings });
    expect([read.smoobu.source, read.theKeys.source, read.pinKey.source]).toEqual(['config-file', 'environment', 'environment']);
    expect(read.pinKey.value).toEqual(PIN_KEY);
    expect(asked).toEqual([]);
  });

  it('takes the rest from the keychain', async () => {
    const secrets = createSecrets({
      'the-keys': encodeTheKeys({ username: '+33600000001', password: new Secret('x') }),
      'pin-key': encodePinKey(PIN_KEY),
    });
    const stored = { smoobu: false, theKeys: true, pinKey: true, theKeysUser: null };
    const read = await readCredentials({ given: NOTHING, secrets, settings: { stored } });
    expect(read).toMatchObject({
      smoobu: { source: null, value: null, failure: null, stored: false },
      theKeys: { source: 'keychain', value: { username: '+33600000001' }, stored: true },
      pinKey: { source: 'keychain', value: PIN_KEY },
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
      const read = await readCredentials({ given: NOTHING, secrets, settings });
      expect(read).toMatchObject({ smoobu: { failure: { kind } }, theKeys: { failure: { kind } }, pinKey: { failure: { kind } } });
      expect(asked).toBe(times);
    }
  });

  it('reports an entry that cannot be decoded', async () => {
    const read = await readCredentials({ given: NOTHING, secrets: createSecrets({ smoobu: new Secret('garbage') }), settings });
    expect(read).toMatchObject({ smoobu: { source: null, failure: { kind: 'keychain-failed' } }, theKeys: { failure: null } });
    expect(JSON.stringify(read)).not.toContain('garbage');
  });

  it('throws on a given pin key that is not valid', async () => {
    const given = { ...NOTHING, pinKey: new Secret('short') };
    await expect(readCredentials({ given, secrets: createSecrets({}), settings })).rejects.toThrow(TypeError);
  });
});
