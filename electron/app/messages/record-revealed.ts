/** Notes in the history that the digits of a stay's doors were shown or copied as part of a text. */
import type { StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import type { HistoryStore } from '../ports/storage.ts';

export function recordRevealed(history: Pick<HistoryStore, 'recordEvent'>, { bookingId, doors }: StayToTell, nowMs: number): void {
  for (const { lockId, keypadId } of doors)
    history.recordEvent({ kind: 'pin-revealed', atMs: Math.round(nowMs), bookingId, lockId, keypadId });
}
