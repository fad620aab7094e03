/** Reads the LATCHKEY_* variables: credentials that stand before the keychain, and other addresses of the services. Pure. */
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import type { SmoobuCredentials, TheKeysCredentials } from '../app/ports/clouds.ts';
import type { Environment } from './home.ts';

/** Credentials that stand before the keychain, each with where it came from. */
export interface GivenCredentials {
  readonly smoobu: { readonly credentials: SmoobuCredentials; readonly source: GivenSource } | null;
  readonly theKeys: { readonly credentials: TheKeysCredentials; readonly source: GivenSource } | null;
  /** Base64 of exactly 32 bytes; checked. */
  readonly pinKey: Secret | null;
}
export type GivenSource = 'config-file' | 'environment';

/** Origins such as "https://login.example.org", checked: https, or http on a loopback address. null is the service's own. */
export interface ServiceAddresses {
  readonly smoobu: string | null;
  readonly theKeys: string | null;
}

export interface EnvironmentSettings {
  readonly given: GivenCredentials;
  readonly addresses: ServiceAddresses;
}

const PIN_KEY_BYTES = 32;
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '[::1]']);

/** Every mistake as one sentence that names the variable and quotes no value. */
export function readEnvironment(environment: Environment): Result<EnvironmentSettings, readonly string[]> {
  const mistakes: string[] = [];
  const pair = (one: string, other: string): readonly [string, string] | null => {
    const [first, second] = [value(environment, one), value(environment, other)];
    if (first !== null && second !== null) return [first, second];
    if (first !== null || second !== null) mistakes.push(`${one} and ${other} belong together: set both, or neither.`);
    return null;
  };
  const smoobu = pair('LATCHKEY_SMOOBU_API_KEY', 'LATCHKEY_SMOOBU_API_SECRET');
  const theKeys = pair('LATCHKEY_THEKEYS_USERNAME', 'LATCHKEY_THEKEYS_PASSWORD');
  const pinKey = value(environment, 'LATCHKEY_PIN_KEY');
  if (pinKey !== null && !isPinKey(pinKey)) {
    mistakes.push('LATCHKEY_PIN_KEY must be base64 of 32 random bytes, as `openssl rand -base64 32` prints it.');
  }
  const address = (name: string): string | null => {
    const text = value(environment, name);
    if (text === null) return null;
    const origin = readOrigin(text);
    if (origin === null) mistakes.push(`${name} must be an https address without a path (http on this computer only).`);
    return origin;
  };
  const addresses = { smoobu: address('LATCHKEY_SMOOBU_URL'), theKeys: address('LATCHKEY_THEKEYS_URL') };
  if (mistakes.length > 0) return err(mistakes);
  return ok({
    given: {
      smoobu:
        smoobu === null
          ? null
          : { credentials: { apiKey: new Secret(smoobu[0]), apiSecret: new Secret(smoobu[1]) }, source: 'environment' },
      theKeys: theKeys === null ? null : { credentials: { username: theKeys[0], password: new Secret(theKeys[1]) }, source: 'environment' },
      pinKey: pinKey === null ? null : new Secret(pinKey),
    },
    addresses,
  });
}

/** The origin of an https address, or of an http one on a loopback address; null for anything else. */
export function readOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  const isLoopback = LOOPBACK_HOSTS.has(url.hostname) || /^127(\.\d{1,3}){3}$/.test(url.hostname);
  return isBare && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback)) ? url.origin : null;
}

/** Strictly, since the platform's own reading skips what it does not know and would give another key. */
function isPinKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === PIN_KEY_BYTES && bytes.toString('base64') === text;
}

/** Trims what was copied with white space around it, since Smoobu would answer with a plain 401 (cloud-facts S4). */
function value(environment: Environment, name: string): string | null {
  const text = environment[name] ?? '';
  if (text.trim() === '') return null;
  // A password may well begin or end with a space.
  return name === 'LATCHKEY_THEKEYS_PASSWORD' ? text : text.trim();
}
