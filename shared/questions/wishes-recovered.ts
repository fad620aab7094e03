/** The question whether the wishes are right after their file was damaged: as of the last good copy, or lost. */
import type { Wishes } from '../domain/wishes.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

const KEY = 'wishes';
const PROBLEM_KINDS = { copy: 'wishes-recovered', lost: 'wishes-lost' } as const;

function problemOf(recovery: Wishes['recovery']): readonly AskingProblem[] {
  if (recovery === 'none') return [];
  const kind = PROBLEM_KINDS[recovery];
  return [{ kind, text: problemText(`problem.${kind}`), retryable: false, question: { key: KEY, choices: ['confirm'] } }];
}

export const wishesRecovered: QuestionKind = {
  problemKinds: Object.values(PROBLEM_KINDS),
  open: ({ wishes }) => problemOf(wishes.recovery),
  answer: (_facts, key) => (key === KEY ? { remember: [], dropHolds: [], confirmsWishes: true } : null),
};
