/** The question whether a blocked guest who booked again gets in. */
import { aboutClaim } from '../domain/ids.ts';
import type { ClaimId } from '../domain/ids.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

const KEY = 'blocked-guest:';

export function blockedGuestProblem(id: ClaimId): AskingProblem {
  const question = { key: `${KEY}${String(id)}`, choices: ['let-in', 'keep-blocked'] };
  const text = problemText('problem.blocked-guest-returns');
  return { kind: 'blocked-guest-returns', text, retryable: false, ...aboutClaim(id), question };
}

export const blockedGuest: QuestionKind = {
  problemKinds: ['blocked-guest-returns'],
  open: ({ memory: { remembered } }) =>
    [...remembered['blocked-guest'].values()].filter(({ isLetIn }) => !isLetIn).map(({ claimId }) => blockedGuestProblem(claimId)),
  answer({ memory: { remembered } }, key, choice) {
    const asked = key.startsWith(KEY) ? remembered['blocked-guest'].get(key.slice(KEY.length)) : undefined;
    if (asked === undefined) return null;
    const { claimId: id, guest } = asked;
    const kept = (isLetIn: boolean) => [{ kind: 'blocked-guest' as const, key: String(id), value: isLetIn ? { ...asked, isLetIn } : null }];
    // Codes of a former booking may be off.
    if (choice === 'let-in') return { remember: kept(true), dropHolds: [], access: { id, is: 'let-in' } };
    return { remember: kept(false), dropHolds: [], access: { id, is: 'blocked', guest } };
  },
};
