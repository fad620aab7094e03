/** A kind of question to the user: which of them are open, and what an answer does. Pure. */
import type { BookingId, ClaimId } from '../domain/ids.ts';
import type { MemoryChange } from '../domain/memory.ts';
import type { PlanMemory } from '../domain/plan.ts';
import type { Problem, Question } from '../domain/problem.ts';
import type { Settings } from '../domain/settings.ts';
import type { DayTime, Wishes } from '../domain/wishes.ts';

export type AskingProblem = Problem & { readonly question: Question };

/** What questions are about. */
export interface QuestionFacts {
  readonly memory: PlanMemory;
  readonly settings: Pick<Settings, 'mapping' | 'recovery'>;
  readonly wishes: Pick<Wishes, 'recovery'>;
}

/** What an answer changes. The next run acts on it. */
export interface AnswerEffect {
  readonly remember: readonly MemoryChange[];
  readonly dropHolds: readonly string[];
  /** The settings are right as they are. */
  readonly confirmsSettings?: true;
  /** The wishes are right as they are. */
  readonly confirmsWishes?: true;
  /** A PIN that the user wants replaced. */
  readonly retire?: { readonly id: ClaimId; readonly digest: string };
  /** Own times of a stay that follow from it; null: that end is not changed. */
  readonly times?: { readonly id: BookingId; readonly from: DayTime | null; readonly until: DayTime | null };
  /** A wish that follows from it. */
  readonly access?: { readonly id: ClaimId; readonly is: 'blocked' | 'let-in'; readonly guest?: readonly string[] };
}

export interface QuestionKind {
  /** Problems of these kinds with a question come from `open` alone, so that an answered one is not shown again. */
  readonly problemKinds: readonly Problem['kind'][];
  open(facts: QuestionFacts): readonly AskingProblem[];
  /** null: this kind has no such open question. `choice` is one of the question's. */
  answer(facts: QuestionFacts, key: string, choice: string): AnswerEffect | null;
}
