/** Keeps somebody out, or lets them in again. The note first: a wish to let in without its note counts for nothing. */
import type { AnswerEffect } from '../../../shared/questions/question.ts';
import { withAccess } from '../../../shared/domain/wishes.ts';
import { letInNote } from '../../../shared/reconcile/hands/access-wish.ts';
import type { HistoryStore, WishStore } from '../ports/storage.ts';

export function decideAccess(
  { history, wishes }: { readonly history: Pick<HistoryStore, 'remember'>; readonly wishes: Pick<WishStore, 'change'> },
  { id, is, guest }: NonNullable<AnswerEffect['access']>,
  nowMs: number,
): void {
  if (is === 'let-in') history.remember([letInNote(id, nowMs)]);
  wishes.change((known) => withAccess(known, id, is, nowMs, guest));
}
