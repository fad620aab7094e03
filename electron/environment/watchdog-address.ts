/** An address for the watchdog, as it is typed, piped in or given in a variable. Pure; mistakes quote nothing of it. */
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import { readAddress } from '../clouds/watchdog/address.ts';
import type { AddressMistake } from '../clouds/watchdog/address.ts';

const MISTAKES: Readonly<Record<AddressMistake, string>> = {
  'not-address': 'must be a whole address, such as https://hc-ping.com/…',
  plain: 'must begin with https. http is allowed to this computer, private IP addresses and names that end in .local',
  'signed-in': 'must not contain a user name or a password',
};

/** The error completes a sentence that begins with what was read. */
export function readWatchdogAddress(text: string): Result<Secret, string> {
  const read = readAddress(text.trim());
  return read.ok ? ok(new Secret(text.trim())) : err(`${MISTAKES[read.error]}.`);
}
