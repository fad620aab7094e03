/** Carries out the user's answer to an open question. The next run acts on it. */
import { answerEffect } from '../../../shared/questions/registry.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { HistoryStore, SettingsStore } from '../ports/storage.ts';

export interface Answering {
  readonly history: Pick<HistoryStore, 'memory' | 'remember' | 'dropHolds' | 'recordEvent'>;
  readonly settings: Pick<SettingsStore, 'read' | 'write'>;
}

export function answerQuestion(
  { history, settings: store }: Answering,
  key: string,
  choice: string,
  nowMs: number,
): Result<null, 'no-question' | 'no-choice'> {
  const settings = store.read();
  const effect = answerEffect({ memory: history.memory(), settings }, key, choice);
  if (!effect.ok) return effect;
  const { remember, dropHolds, confirmsSettings = false } = effect.value;
  if (confirmsSettings) store.write({ ...settings, recovery: 'none' });
  // The decision first: if the process ends here, the next run settles the hold by it.
  history.remember(remember);
  history.dropHolds(dropHolds);
  history.recordEvent({ kind: 'answered', atMs: nowMs, key, choice });
  return ok(null);
}
