/** One finding of the doctor, for people and for scripts. */
import type { AccessFailure } from '../../../shared/errors.ts';

export type CheckState = 'ok' | 'warn' | 'bad' | 'skipped';
export type CheckTopic = 'clock' | 'network' | 'keychain' | 'credentials' | 'mapping' | 'files';

export interface Check {
  readonly topic: CheckTopic;
  readonly state: CheckState;
  /** What was found, in one sentence. */
  readonly finding: string;
  /** What it means; null when there is nothing to say. */
  readonly meaning: string | null;
  /** What to do; null when nothing is to be done. */
  readonly action: string | null;
  /** Set where a cloud or the keychain failed, for deciding and not for reading. */
  readonly failure: AccessFailure['kind'] | null;
}

export function check(
  topic: CheckTopic,
  state: CheckState,
  finding: string,
  rest: Partial<Pick<Check, 'meaning' | 'action' | 'failure'>> = {},
): Check {
  return { topic, state, finding, meaning: rest.meaning ?? null, action: rest.action ?? null, failure: rest.failure ?? null };
}
