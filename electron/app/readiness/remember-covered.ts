/** Keeps until when the doors stay right without another sync, so that it can be told by another process and after a restart. */
import type { PlanInput } from '../../../shared/domain/plan.ts';
import type { Covered } from '../../../shared/domain/readiness.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import { coveredUntil, messagesBefore } from '../../../shared/readiness/covered-until.ts';
import { isOtherAccount } from '../../../shared/reconcile/trust/accounts.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { RoundsResult } from '../run/write/apply-rounds.ts';

const KEY = 'all';

export function knownCovered(history: Pick<HistoryStore, 'memory'>): Covered | null {
  return history.memory().remembered.covered.get(KEY) ?? null;
}

/**
 * Of a live run for everything. `lines`: null where nobody could be told in it. While the bookings are incomplete it is never later than before,
 * since a guest may be missing there; and another account says nothing.
 */
export function rememberCovered(
  history: Pick<HistoryStore, 'memory' | 'remember'>,
  input: PlanInput,
  { plan, lists }: Pick<RoundsResult, 'plan' | 'lists'>,
  lines: readonly Telling[] | null,
): void {
  const memory = history.memory();
  const read = { ...input, lists, memory };
  const before = memory.remembered.covered.get(KEY);
  const isWhole = isEveryBookingKnown(input);
  if (isOtherAccount(read) || (!isWhole && before === undefined)) return;
  const found = coveredUntil(read, plan);
  if (found === null) {
    history.remember([{ kind: 'covered', key: KEY, value: null }]);
    return;
  }
  const isLater = !isWhole && before !== undefined && found.untilMs > before.untilMs;
  const { untilMs, ends } = isLater ? before : found;
  const messages = lines === null && input.settings.sending.message ? (before?.messages ?? 0) : messagesBefore(lines ?? [], untilMs);
  history.remember([{ kind: 'covered', key: KEY, value: { untilMs, ends, messages, asOfMs: input.nowMs } }]);
}

function isEveryBookingKnown({ bookings: { complete, bookings, unreadable = [] }, lookups }: PlanInput): boolean {
  return complete && unreadable.every((id) => bookings.some((booking) => booking.id === id) || lookups.get(id)?.kind === 'found');
}
