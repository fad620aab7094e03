/** The question whether a guest of the same name booked again. Same: PIN and code of the former booking stay. Other: its code goes. */
import { claimFromKey } from '../domain/ids.ts';
import type { BookingId } from '../domain/ids.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

function questionKey(to: string, from: BookingId): string {
  return `booked-again:${to}:${String(from)}`;
}

export const bookedAgain: QuestionKind = {
  problemKinds: ['booked-again'],
  open: ({ memory: { remembered } }) =>
    [...remembered['booked-again']].flatMap(([to, { from, guest }]): readonly AskingProblem[] => {
      const bookingId = claimFromKey(to);
      if (guest !== 'asked' || typeof bookingId !== 'number') return [];
      return [
        {
          kind: 'booked-again',
          text: problemText('problem.booked-again', { other: String(from) }),
          retryable: false,
          bookingId,
          question: { key: questionKey(to, from), choices: ['same', 'other'] },
        },
      ];
    }),
  answer({ memory: { remembered } }, key, choice) {
    for (const [to, { from }] of remembered['booked-again']) {
      if (questionKey(to, from) !== key) continue;
      const value = { from, guest: choice === 'same' ? ('same' as const) : ('other' as const) };
      return { remember: [{ kind: 'booked-again', key: to, value }], dropHolds: [] };
    }
    return null;
  },
};
