/**
 * The question whose account a cloud answers for. Approved: it is the user's from now on. Kept: the one before stays, and nothing is written
 * for this one, which can still be approved later.
 */
import { CLOUD_NAMES } from '../errors.ts';
import type { CloudName } from '../errors.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

function questionKey(cloud: CloudName, id: string): string {
  return `account:${cloud}:${id}`;
}

export function otherAccountProblem(cloud: CloudName, id: string): AskingProblem {
  return {
    kind: 'other-account',
    text: problemText(cloud === 'smoobu' ? 'problem.other-account-smoobu' : 'problem.other-account-the-keys'),
    retryable: false,
    cloud,
    question: { key: questionKey(cloud, id), choices: ['approve', 'keep'] },
  };
}

/** After `keep`. */
export function wrongAccountProblem(cloud: CloudName, id: string): AskingProblem {
  return {
    kind: 'wrong-account',
    text: problemText('problem.wrong-account'),
    retryable: false,
    cloud,
    question: { key: questionKey(cloud, id), choices: ['approve'] },
  };
}

export const otherAccount: QuestionKind = {
  problemKinds: ['other-account', 'wrong-account'],
  open: ({ memory: { remembered } }) =>
    CLOUD_NAMES.flatMap((cloud) => {
      const seen = remembered['other-account'].get(cloud);
      if (seen === undefined) return [];
      return [seen.refused ? wrongAccountProblem(cloud, seen.id) : otherAccountProblem(cloud, seen.id)];
    }),
  answer({ memory: { remembered } }, key, choice) {
    for (const cloud of CLOUD_NAMES) {
      const seen = remembered['other-account'].get(cloud);
      if (seen === undefined || questionKey(cloud, seen.id) !== key) continue;
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
