/** Reads the LATCHKEY_* variables: credentials that are used instead of the keychain's, and other addresses of the services. Pure. */
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import type { GivenCredentials } from '../app/ports/storage.ts';
import { readOrigin } from '../clouds/http/origin.ts';
import { readWatchdogAddress } from './watchdog-address.ts';
import { decodePinKey } from '../storage/keychain/secret-codecs.ts';
import type { Environment } from './home.ts';

/** Origins such as "https://login.example.org", checked: https, or http on a loopback address. null is the service's own. */
export interface ServiceAddresses {
  readonly smoobu: string | null;
  readonly theKeys: string | null;
}

export interface EnvironmentSettings {
  readonly given: GivenCredentials;
  readonly addresses: ServiceAddresses;
}

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
  const pinKeyBytes = pinKey === null ? null : decodePinKey(pinKey);
  if (pinKey !== null && pinKeyBytes === null) {
    mistakes.push('LATCHKEY_PIN_KEY must be base64 of 32 random bytes, as `openssl rand -base64 32` prints it.');
  }
  const watchdog = value(environment, 'LATCHKEY_WATCHDOG_URL');
  const watched = watchdog === null ? null : readWatchdogAddress(watchdog);
  if (watched?.ok === false) mistakes.push(`LATCHKEY_WATCHDOG_URL ${watched.error}`);
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
      pinKey: pinKeyBytes === null ? null : { credentials: pinKeyBytes, source: 'environment' },
      watchdog: watched?.ok === true ? { credentials: watched.value, source: 'environment' } : null,
    },
    addresses,
  });
}

/** Trims what was copied with white space around it, since Smoobu would answer with a plain 401 (cloud-facts S4). */
function value(environment: Environment, name: string): string | null {
  const text = environment[name] ?? '';
  if (text.trim() === '') return null;
  // A password may begin or end with a space.
  return name === 'LATCHKEY_THEKEYS_PASSWORD' ? text : text.trim();
}
