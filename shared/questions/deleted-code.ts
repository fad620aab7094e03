/** What the user may decide about codes that somebody deleted at The Keys. */
import { aboutClaim } from '../domain/ids.ts';
import type { MemoryValue } from '../domain/memory.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

const KEY = 'deleted:';

export function deletedCodeProblem(deleted: MemoryValue<'deleted-by-hand'>): AskingProblem {
  const { claimId, lockId, keypadId, isAgain, pin } = deleted;
  const about = { retryable: false, ...aboutClaim(claimId), lockId, keypadId };
  const key = `${KEY}${String(claimId)}@${String(lockId)}/${keypadId}`;
  if (isAgain) {
    const question = { key, choices: ['block', 'make-again'] };
    return { ...about, kind: 'deleted-again', text: problemText('problem.deleted-again'), question };
  }
  const question = { key, choices: [...(pin === null ? [] : ['new-pin']), 'block', 'leave'] };
  return { ...about, kind: 'code-deleted', text: problemText('problem.code-deleted'), question };
}

export const deletedCode: QuestionKind = {
  problemKinds: ['code-deleted', 'deleted-again'],
  open: ({ memory: { remembered } }) =>
    [...remembered['deleted-by-hand'].values()].filter(({ isAnswered }) => !isAnswered).map(deletedCodeProblem),
  answer({ memory: { remembered } }, key, choice) {
    const place = key.startsWith(KEY) ? key.slice(KEY.length) : '';
    const deleted = remembered['deleted-by-hand'].get(place);
    if (deleted === undefined) return null;
    const { claimId: id, guest, pin, isAgain } = deleted;
    const answered = { ...deleted, isAnswered: true, isAgain: isAgain && choice === 'block' };
    const remember = [{ kind: 'deleted-by-hand', key: place, value: answered }] as const;
    if (choice === 'block') return { remember, dropHolds: [], access: { id, is: 'blocked', guest } };
    return { remember, dropHolds: [], ...(choice === 'new-pin' && pin !== null ? { retire: { id, digest: pin } } : {}) };
  },
};
