/** Carries out the user's answer to an open question. The next run acts on it. */
import { withRetired, withTimes } from '../../../shared/domain/wishes.ts';
import { answerEffect } from '../../../shared/questions/registry.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { decideAccess } from '../acts/decide-access.ts';
import type { HistoryStore, SettingsStore, WishStore } from '../ports/storage.ts';

export interface Answering {
  readonly history: Pick<HistoryStore, 'memory' | 'remember' | 'dropHolds' | 'recordEvent'>;
  readonly settings: Pick<SettingsStore, 'read' | 'write'>;
  readonly wishes: Pick<WishStore, 'read' | 'change'>;
}

export function answerQuestion(
  { history, settings: store, wishes }: Answering,
  key: string,
  choice: string,
  nowMs: number,
): Result<null, 'no-question' | 'no-choice'> {
  const settings = store.read();
  const effect = answerEffect({ memory: history.memory(), settings, wishes: wishes.read() }, key, choice);
  if (!effect.ok) return effect;
  const { remember, dropHolds, confirmsSettings = false, confirmsWishes = false, access, retire, times } = effect.value;
  if (confirmsSettings) store.write({ ...settings, recovery: 'none' });
  if (confirmsWishes) wishes.change((current) => ({ ...current, recovery: 'none' }));
  if (access !== undefined) decideAccess({ history, wishes }, access, nowMs);
  if (retire !== undefined) wishes.change((known) => withRetired(known, retire.id, { digest: retire.digest }));
  if (times !== undefined) wishes.change((known) => withTimes(known, times.id, times));
  // The decision first: if the process ends here, the next run settles the hold by it.
  history.remember(remember);
  history.dropHolds(dropHolds);
  history.recordEvent({ kind: 'answered', atMs: nowMs, key, choice });
  return ok(null);
}
