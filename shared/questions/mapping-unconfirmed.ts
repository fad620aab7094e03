/** The question whether the mapping from the last good copy of the settings is right. Until then nothing is removed, shortened or moved. */
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

const KEY = 'mapping';

export function mappingUnconfirmedProblem(): AskingProblem {
  return {
    kind: 'mapping-unconfirmed',
    text: problemText('problem.mapping-unconfirmed'),
    retryable: false,
    question: { key: KEY, choices: ['confirm'] },
  };
}

export const mappingUnconfirmed: QuestionKind = {
  problemKinds: ['mapping-unconfirmed'],
  // Without a copy there may be no mapping, and nothing to confirm.
  open: ({ settings: { mapping, recovery } }) =>
    recovery === 'copy' || (recovery === 'lost' && mapping.units.length > 0) ? [mappingUnconfirmedProblem()] : [],
  answer: (_facts, key) => (key === KEY ? { remember: [], dropHolds: [], confirmsSettings: true } : null),
};
