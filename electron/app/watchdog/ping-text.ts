/** What the last ping came to, for the command line and the doctor. Never the address. */
import type { TestFailure } from './watchdog.ts';

export const PING_TEXT: Readonly<Record<Extract<TestFailure, string>, string>> = {
  unreachable: 'The watchdog service cannot be reached.',
  timeout: 'The watchdog service did not answer in time.',
  'rate-limited': 'The watchdog service is limiting requests, so the ping did not count.',
  'server-error': 'The watchdog service reported an error.',
  'not-found': 'The watchdog service has no check under this address.',
  refused: 'The watchdog service refused the ping.',
  redirected: 'The address of the watchdog leads to another one, which is not followed.',
  unexpected: 'The answer did not come from a watchdog service.',
  unreadable: 'The address of the watchdog cannot be read from the keychain.',
  aborted: 'The ping was stopped.',
  'not-set': 'No watchdog is set. To set one: latchkey credentials set watchdog',
};
