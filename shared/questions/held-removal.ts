/** The question whether a held removal may be carried out. Approved: the next run does. Kept: the code stays while its booking is as it was. */
import { aboutClaim, claimOf } from '../domain/ids.ts';
import type { WaitingDelete } from '../domain/plan.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionFacts, QuestionKind } from './question.ts';

export const heldRemoval: QuestionKind = {
  problemKinds: ['removal-held'],
  open: ({ memory: { waiting } }) => [...waiting.values()].map(asking),
  answer({ memory: { waiting } }: QuestionFacts, key, choice) {
    const hold = waiting.get(key);
    if (hold === undefined) return null;
    const { lockId, codeId } = hold;
    // A hold without a code is none of this version's: it only goes.
    if (codeId === null) return { remember: [], dropHolds: [key] };
    const decision = { choice: choice === 'approve' ? 'approve' : 'keep', claimId: claimOf(hold), lockId, codeId } as const;
    return { remember: [{ kind: 'decision', key, value: decision }], dropHolds: [key] };
  },
};

function asking(waiting: WaitingDelete): AskingProblem {
  const { key, unitId, lockId, keypadId, codeId, hold } = waiting;
  return {
    kind: 'removal-held',
    text: problemText(`problem.held.${hold}`),
    retryable: false,
    ...aboutClaim(claimOf(waiting)),
    ...(unitId === null ? {} : { unitId }),
    lockId,
    keypadId,
    ...(codeId === null ? {} : { codeId }),
    question: { key, choices: ['approve', 'keep'] },
  };
}
