/** Carries out the user's answer to an open question. The next run acts on it. */
import { answerEffect } from '../../../shared/questions/registry.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { HistoryStore } from '../ports/storage.ts';

type History = Pick<HistoryStore, 'memory' | 'remember' | 'dropHolds' | 'recordEvent'>;

export function answerQuestion(history: History, key: string, choice: string, nowMs: number): Result<null, 'no-question' | 'no-choice'> {
  const effect = answerEffect(history.memory(), key, choice);
  if (!effect.ok) return effect;
  // The decision first: if the process ends here, the next run settles the hold by it.
  history.remember(effect.value.remember);
  history.dropHolds(effect.value.dropHolds);
  history.recordEvent({ kind: 'answered', atMs: nowMs, key, choice });
  return ok(null);
}
