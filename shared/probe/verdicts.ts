/** What an account shows of each open fact. The table is closed: a verdict is one of the words of its question, or that it was not seen. */
import { factOf } from './question.ts';
import type { Question } from './question.ts';
import type { AllSeen } from './seen.ts';
import { SMOOBU_QUESTIONS } from './smoobu-questions.ts';
import { THE_KEYS_QUESTIONS } from './the-keys-questions.ts';

export const QUESTIONS: readonly Question[] = [...THE_KEYS_QUESTIONS, ...SMOOBU_QUESTIONS];

/** Rows that are not certain and that the probe leaves open, and why. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  S5: 'Requests with a wrong time would have to be sent, which look like an attack.',
  S6: 'A nonce would have to be sent twice, which looks like an attack.',
  S9: 'Requests would have to be sent under another name.',
  S27: 'It is only seen when Smoobu fails.',
  S31: 'A guest would get a message.',
  S32: 'A guest would get messages.',
  K6: 'A wrong password could lock the account.',
  K14: 'A code whose dates are left out could work for ever.',
  K16: 'Latchkey sends neither, so the answer would change nothing.',
  K21: 'Only the keypad knows.',
  K25: "Somebody else's lock would have to be read.",
  K27: 'The service would have to be flooded.',
  W4: 'A watchdog belongs to another account.',
  W6: 'A watchdog belongs to another account.',
  W7: 'A watchdog belongs to another account.',
  W8: 'A watchdog belongs to another account.',
};

export interface Verdict {
  readonly id: string;
  readonly fact: string;
  readonly asks: string;
  /** null: not seen. */
  readonly shows: string | null;
}

export function verdictsOf(seen: AllSeen): readonly Verdict[] {
  return QUESTIONS.map((one) => {
    const { id, asks, variants } = one;
    const word = one.decide(seen);
    return { id, fact: factOf(id), asks, shows: word !== null && variants.includes(word) ? word : null };
  });
}
