/** Closed sets in words. */
import type { ConnectionTest, Verdict } from '../../shared/domain/app-state.ts';
import type { RunOutcome, RunPhase } from '../../shared/domain/run.ts';
import type { Pause } from '../../shared/domain/settings.ts';
import { formatInstant } from './format.ts';

export const VERDICTS: Readonly<Record<Verdict, string>> = {
  ready: 'Ready: the code is on the door',
  'on-its-way': 'On its way',
  'needs-you': 'Needs you',
};

export const OUTCOMES: Readonly<Record<RunOutcome, string>> = {
  ok: 'Done',
  'nothing-to-do': 'Nothing to do',
  partial: 'Done in part',
  held: 'Waits for your word',
  failed: 'Failed',
  interrupted: 'Interrupted',
};

export const PHASES: Readonly<Record<RunPhase, string>> = {
  bookings: 'reading bookings',
  codes: 'reading codes',
  plan: 'comparing',
  apply: 'changing codes',
  verify: 'checking the doors',
  done: 'finishing',
};

const FAILURES: Readonly<Record<NonNullable<ConnectionTest['failure']>, string>> = {
  'credentials-missing': 'No credentials are stored.',
  'credentials-rejected': 'The credentials were rejected.',
  forbidden: 'This account may not see what is needed.',
  'not-found': 'The account was not found.',
  refused: 'The service refused.',
  unreachable: 'The service cannot be reached.',
  timeout: 'The service did not answer in time.',
  'rate-limited': 'The service asks to wait.',
  'server-error': 'The service has trouble of its own.',
  'bad-response': 'The service answered something unexpected.',
  'clock-skew': 'The clock of this computer is wrong.',
  aborted: 'The test was stopped.',
  'keychain-missing': 'This computer has no keychain.',
  'keychain-locked': 'The keychain is locked.',
  'keychain-failed': 'The keychain refused.',
};

export function testWords(test: ConnectionTest | null): string {
  if (test === null) return 'Not tested yet.';
  return test.failure === null ? 'The connection works.' : FAILURES[test.failure];
}

export function pauseWords(pause: Pause): string | null {
  switch (pause.kind) {
    case 'none':
      return null;
    case 'until':
      return `Paused until ${formatInstant(pause.untilMs)}`;
    case 'until-resumed':
      return 'Paused until resumed';
  }
}
