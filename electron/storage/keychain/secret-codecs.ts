/** How each keychain entry is encoded and decoded. Pure. An entry that cannot be decoded is null and has to be stored again. */
import * as z from 'zod';
import type { SmoobuCredentials, TheKeysCredentials } from '../../app/ports/clouds.ts';
import { parseJson } from '../../../shared/json.ts';
import { Secret } from '../../../shared/secret.ts';
import { PIN_KEY_BYTES } from './pin-source.ts';

const smoobuSchema = z.object({ apiKey: z.string().min(1), apiSecret: z.string().min(1) });
const theKeysSchema = z.object({ username: z.string().min(1), password: z.string().min(1) });

export function encodeSmoobu({ apiKey, apiSecret }: SmoobuCredentials): Secret {
  return new Secret(JSON.stringify({ apiKey: apiKey.reveal(), apiSecret: apiSecret.reveal() }));
}
export function decodeSmoobu(entry: Secret): SmoobuCredentials | null {
  const parsed = smoobuSchema.safeParse(parseJson(entry.reveal()));
  return parsed.success ? { apiKey: new Secret(parsed.data.apiKey), apiSecret: new Secret(parsed.data.apiSecret) } : null;
}

export function encodeTheKeys({ username, password }: TheKeysCredentials): Secret {
  return new Secret(JSON.stringify({ username, password: password.reveal() }));
}
export function decodeTheKeys(entry: Secret): TheKeysCredentials | null {
  const parsed = theKeysSchema.safeParse(parseJson(entry.reveal()));
  return parsed.success ? { username: parsed.data.username, password: new Secret(parsed.data.password) } : null;
}

/** Base64 of the 32 bytes. */
export function encodePinKey(key: Uint8Array): Secret {
  if (key.length !== PIN_KEY_BYTES) throw new RangeError(`The pin key must have ${String(PIN_KEY_BYTES)} bytes.`);
  return new Secret(Buffer.from(key).toString('base64'));
}
export function decodePinKey(entry: Secret): Uint8Array | null {
  return parsePinKey(entry.reveal());
}

/** Strict: Node's decoder skips invalid characters, which would give another key. */
export function parsePinKey(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === PIN_KEY_BYTES && bytes.toString('base64') === text ? new Uint8Array(bytes) : null;
}
