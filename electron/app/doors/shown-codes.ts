/** What is recorded once all codes of a lock were shown with their PINs. */
import type { LockId } from '../../../shared/domain/ids.ts';
import type { HistoryStore } from '../ports/storage.ts';
import { lockFacts } from './door-facts.ts';
import type { DoorFacts } from './door-facts.ts';
import { recordSpares, spareCodes } from './spare-codes.ts';

/** That each was, not its PIN. A spare code gets another PIN once the stay is over that it was shown for. */
export function recordShown(history: Pick<HistoryStore, 'recordEvent' | 'remember'>, lockIds: readonly LockId[], facts: DoorFacts): void {
  const spares = spareCodes(lockIds, facts).filter(({ digits }) => digits !== null);
  const isSpare = new Set(spares.map(({ codeId }) => codeId));
  for (const { code, bookingId } of lockIds.flatMap((lockId) => lockFacts(lockId, facts).view?.codes ?? [])) {
    const { lockId, keypadId, id: codeId, pin } = code;
    if (pin !== null && !isSpare.has(codeId))
      history.recordEvent({ kind: 'pin-revealed', atMs: facts.nowMs, bookingId, lockId, keypadId, codeId });
  }
  if (spares.length > 0) recordSpares(history, spares, null, facts);
}
