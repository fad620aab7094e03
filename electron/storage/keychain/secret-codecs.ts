/** How each keychain entry is encoded as text and decoded. Pure. An entry that cannot be decoded is null and has to be stored again. */
import * as z from 'zod';
import type { SecretName, SecretValues } from '../../app/ports/storage.ts';
import { parseJson } from '../../../shared/json.ts';
import { Secret } from '../../../shared/secret.ts';
import { PIN_KEY_BYTES } from './pin-source.ts';

interface Codec<T> {
  encode(value: T): string;
  decode(text: string): T | null;
}

const smoobuSchema = z.object({ apiKey: z.string().min(1), apiSecret: z.string().min(1) });
const theKeysSchema = z.object({ username: z.string().min(1), password: z.string().min(1) });

const CODECS: { readonly [N in SecretName]: Codec<SecretValues[N]> } = {
  smoobu: {
    encode: ({ apiKey, apiSecret }) => JSON.stringify({ apiKey: apiKey.reveal(), apiSecret: apiSecret.reveal() }),
    decode: (text) => {
      const { data } = smoobuSchema.safeParse(parseJson(text));
      return data === undefined ? null : { apiKey: new Secret(data.apiKey), apiSecret: new Secret(data.apiSecret) };
    },
  },
  'the-keys': {
    encode: ({ username, password }) => JSON.stringify({ username, password: password.reveal() }),
    decode: (text) => {
      const { data } = theKeysSchema.safeParse(parseJson(text));
      return data === undefined ? null : { username: data.username, password: new Secret(data.password) };
    },
  },
  'pin-key': {
    encode: (key) => {
      if (key.length !== PIN_KEY_BYTES) throw new RangeError(`The pin key must have ${String(PIN_KEY_BYTES)} bytes.`);
      return Buffer.from(key).toString('base64');
    },
    decode: decodePinKey,
  },
  watchdog: {
    encode: (address) => address.reveal(),
    decode: (text) => (text === '' ? null : new Secret(text)),
  },
};

export function encodeSecret<N extends SecretName>(name: N, value: SecretValues[N]): string {
  return CODECS[name].encode(value);
}
export function decodeSecret<N extends SecretName>(name: N, text: string): SecretValues[N] | null {
  return CODECS[name].decode(text);
}

/** Strict base64: Node's decoder skips invalid characters, which would give another key. */
export function decodePinKey(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === PIN_KEY_BYTES && bytes.toString('base64') === text ? new Uint8Array(bytes) : null;
}
