/** Every question that can wait for the user: one line a kind. Pure. */
import type { Problem } from '../domain/problem.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { askedTimes } from './asked-times.ts';
import { bookedAgain } from './booked-again.ts';
import { heldRemoval } from './held-removal.ts';
import { mappingUnconfirmed } from './mapping-unconfirmed.ts';
import { otherAccount } from './other-account.ts';
import { blockedGuest } from './blocked-guest.ts';
import { changedByHand } from './changed-by-hand.ts';
import { deletedCode } from './deleted-code.ts';
import { told } from './told.ts';
import { switchedOff } from './switched-off.ts';
import type { AnswerEffect, AskingProblem, QuestionFacts, QuestionKind } from './question.ts';
import { toldWrong } from './told-wrong-pin.ts';
import { wishesRecovered } from './wishes-recovered.ts';

const QUESTION_KINDS: readonly QuestionKind[] = [
  otherAccount,
  mappingUnconfirmed,
  wishesRecovered,
  heldRemoval,
  bookedAgain,
  askedTimes,
  switchedOff,
  changedByHand,
  deletedCode,
  blockedGuest,
  told,
  toldWrong,
];

export function openQuestions(facts: QuestionFacts): readonly AskingProblem[] {
  return QUESTION_KINDS.flatMap((kind) => kind.open(facts));
}

/** What waits now beside what else is wrong: a recorded question may have been answered since, and a dry run's is not recorded. */
export function withOpenQuestions(problems: readonly Problem[], facts: QuestionFacts): readonly Problem[] {
  const open = openQuestions(facts);
  const known = new Set(open.map(({ question }) => question.key));
  const asks = new Set(QUESTION_KINDS.flatMap(({ problemKinds }) => problemKinds));
  const isElsewhere = ({ kind, question }: Problem): boolean => asks.has(kind) && (question === undefined || known.has(question.key));
  return [...problems.filter((problem) => !isElsewhere(problem)), ...open];
}

export function answerEffect(facts: QuestionFacts, key: string, choice: string): Result<AnswerEffect, 'no-question' | 'no-choice'> {
  const asked = openQuestions(facts).find(({ question }) => question.key === key);
  if (asked === undefined) return err('no-question');
  if (!asked.question.choices.includes(choice)) return err('no-choice');
  for (const kind of QUESTION_KINDS) {
    const effect = kind.answer(facts, key, choice);
    if (effect !== null) return ok(effect);
  }
  return err('no-question');
}
