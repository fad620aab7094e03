/** The question when a stay ends whose booking does not say it: a check-out at night, or a stay within one day. */
import type { MemoryValue } from '../domain/memory.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

const KEY = 'times:';

export function askedTimesProblem({ bookingId, asks, says, day, until, offers }: MemoryValue<'asked-times'>): AskingProblem {
  const text =
    asks === 'night-check-out'
      ? problemText('problem.night-check-out', { says: says ?? '', day, until: until ?? day })
      : until === null
        ? problemText('problem.same-day-asked', { day })
        : problemText('problem.same-day-times', { day, until });
  const question = { key: `${KEY}${String(bookingId)}`, choices: ['usual', ...offers.map(({ choice }) => choice)] };
  return { kind: 'times-asked', text, retryable: false, bookingId, question };
}

export const askedTimes: QuestionKind = {
  problemKinds: ['times-asked'],
  open: ({ memory: { remembered } }) =>
    [...remembered['asked-times'].values()].filter(({ isAnswered }) => !isAnswered).map(askedTimesProblem),
  answer({ memory: { remembered } }, key, choice) {
    const asked = key.startsWith(KEY) ? remembered['asked-times'].get(key.slice(KEY.length)) : undefined;
    if (asked === undefined) return null;
    const { bookingId: id, offers } = asked;
    const offer = offers.find((one) => one.choice === choice);
    return {
      remember: [{ kind: 'asked-times', key: String(id), value: { ...asked, isAnswered: true } }],
      dropHolds: [],
      ...(offer === undefined ? {} : { times: { id, from: offer.from, until: offer.until } }),
    };
  },
};
