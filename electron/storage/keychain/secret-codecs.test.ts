import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../shared/secret.ts';
import { decodeSecret, encodeSecret } from './secret-codecs.ts';

describe('the codecs', () => {
  it('decode what they encoded, whatever the texts are', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, fc.uint8Array({ minLength: 32, maxLength: 32 }), (one, two, key) => {
        const smoobu = decodeSecret('smoobu', encodeSecret('smoobu', { apiKey: new Secret(one), apiSecret: new Secret(two) }));
        expect([smoobu?.apiKey.reveal(), smoobu?.apiSecret.reveal()]).toEqual([one, two]);
        const theKeys = decodeSecret('the-keys', encodeSecret('the-keys', { username: one, password: new Secret(two) }));
        expect([theKeys?.username, theKeys?.password.reveal()]).toEqual([one, two]);
        expect(decodeSecret('pin-key', encodeSecret('pin-key', key))).toEqual(key);
        expect(decodeSecret('watchdog', encodeSecret('watchdog', new Secret(one)))?.reveal()).toBe(one);
      }),
    );
  });

  it.each(['', 'null', '[]', '{', '{"apiKey":"a"}', '{"username":"","password":"b"}', '{"apiKey":1,"apiSecret":"b"}'])(
    'refuse %j',
    (text) => {
      for (const name of ['smoobu', 'the-keys', 'pin-key'] as const) expect(decodeSecret(name, text)).toBeNull();
    },
  );

  it('refuse an empty address', () => {
    expect(decodeSecret('watchdog', '')).toBeNull();
  });

  it('refuse a pin key of another length', () => {
    expect(() => encodeSecret('pin-key', new Uint8Array(31))).toThrow(RangeError);
    expect(decodeSecret('pin-key', Buffer.alloc(33).toString('base64'))).toBeNull();
  });
});
