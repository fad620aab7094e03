/** The question whether a held removal may be carried out. Approved: the next run does. Kept: the code stays while its booking is as it was. */
import type { WaitingDelete } from '../domain/plan.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionFacts, QuestionKind } from './question.ts';

export const heldRemoval: QuestionKind = {
  problemKinds: ['removal-held'],
  open: ({ memory: { waiting } }) => [...waiting.values()].map(asking),
  answer({ memory: { waiting } }: QuestionFacts, key, choice) {
    const hold = waiting.get(key);
    if (hold === undefined) return null;
    const { bookingId, lockId, codeId } = hold;
    // A hold without a code is none of this version's: it only goes.
    if (codeId === null) return { remember: [], dropHolds: [key] };
    const decision = { choice: choice === 'approve' ? 'approve' : 'keep', bookingId, lockId, codeId } as const;
    return { remember: [{ kind: 'decision', key, value: decision }], dropHolds: [key] };
  },
};

function asking({ key, bookingId, unitId, lockId, keypadId, codeId, hold }: WaitingDelete): AskingProblem {
  return {
    kind: 'removal-held',
    text: problemText(`problem.held.${hold}`),
    retryable: false,
    bookingId,
    ...(unitId === null ? {} : { unitId }),
    lockId,
    keypadId,
    ...(codeId === null ? {} : { codeId }),
    question: { key, choices: ['approve', 'keep'] },
  };
}
