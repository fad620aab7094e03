/** What the user is asked before, or after, a guest is sent a message. */
import type { BookingId } from '../domain/ids.ts';
import { toldKey } from '../domain/told.ts';
import type { Told } from '../domain/told.ts';
import { answered, isUnclear, lastTold } from '../messages/register.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

const ASKED = {
  verified: { kind: 'told-partly', key: 'told-verified:', choices: ['send-verified', 'wait'] },
  'by-hand': { kind: 'told-by-hand', key: 'told-by-hand:', choices: ['send-change', 'leave'] },
} as const;
const UNCLEAR = 'told-unclear:';

function problemOf(bookingId: BookingId, kind: 'told-unclear' | 'told-partly' | 'told-by-hand', key: string, choices: readonly string[]) {
  const question = { key: `${key}${String(bookingId)}`, choices };
  return { kind, text: problemText(`problem.${kind}`), retryable: false, bookingId, question } satisfies AskingProblem;
}

function openOf(row: Told, rows: ReadonlyMap<string, Told>): readonly AskingProblem[] {
  const { bookingId, asked } = row;
  const isOpen = asked !== null && !asked.isDeclined;
  const { kind, key, choices } = ASKED[asked?.about ?? 'verified'];
  return [
    ...(isUnclear(row) && lastTold(bookingId, rows)?.isAttempt === true
      ? [problemOf(bookingId, 'told-unclear', UNCLEAR, ['arrived', 'send-again'])]
      : []),
    ...(isOpen ? [problemOf(bookingId, kind, key, choices)] : []),
  ];
}

export const told: QuestionKind = {
  problemKinds: ['told-unclear', 'told-partly', 'told-by-hand'],
  open: ({ memory: { remembered } }) =>
    [...remembered.told.values()].filter(({ way }) => way === 'message').flatMap((row) => openOf(row, remembered.told)),
  answer({ memory: { remembered } }, key, choice) {
    const rows = remembered.told;
    const row = [...rows.values()].find((one) => one.way === 'message' && openOf(one, rows).some(({ question }) => question.key === key));
    if (row === undefined) return null;
    const value = key.startsWith(UNCLEAR) ? answered(row, choice === 'arrived' ? 'arrived' : 'send-again') : decided(row, choice);
    return { remember: [{ kind: 'told', key: toldKey(row.bookingId, row.way), value }], dropHolds: [] };
  },
};

function decided(row: Told, choice: string): Told {
  const { asked } = row;
  if (asked === null) return row;
  const isAgreed = choice === 'send-verified' || choice === 'send-change';
  return isAgreed ? { ...row, agreed: asked.content, asked: null } : { ...row, asked: { ...asked, isDeclined: true } };
}
