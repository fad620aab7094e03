/** The question whose account a cloud answers for. Approved: it is the user's from now on. Kept: the one before stays, and nothing is written for this one. */
import { CLOUD_NAMES } from '../errors.ts';
import type { CloudName } from '../errors.ts';
import type { Question } from '../domain/problem.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

function otherAccountQuestion(cloud: CloudName, id: string): Question {
  return { key: `account:${cloud}:${id}`, choices: ['approve', 'keep'] };
}

export function otherAccountProblem(cloud: CloudName, id: string): AskingProblem {
  return {
    kind: 'other-account',
    text: problemText(cloud === 'smoobu' ? 'problem.other-account-smoobu' : 'problem.other-account-the-keys'),
    retryable: false,
    cloud,
    question: otherAccountQuestion(cloud, id),
  };
}

export const otherAccount: QuestionKind = {
  problemKind: 'other-account',
  open: ({ remembered }) =>
    CLOUD_NAMES.flatMap((cloud) => {
      const seen = remembered['other-account'].get(cloud);
      return seen === undefined || seen.refused ? [] : [otherAccountProblem(cloud, seen.id)];
    }),
  answer({ remembered }, key, choice) {
    for (const cloud of CLOUD_NAMES) {
      const seen = remembered['other-account'].get(cloud);
      if (seen === undefined || seen.refused || otherAccountQuestion(cloud, seen.id).key !== key) continue;
      const { id } = seen;
      if (choice === 'keep') return { remember: [{ kind: 'other-account', key: cloud, value: { id, refused: true } }], dropHolds: [] };
      return {
        remember: [
          { kind: 'account', key: cloud, value: { id } },
          { kind: 'other-account', key: cloud, value: null },
        ],
        dropHolds: [],
      };
    }
    return null;
  },
};
