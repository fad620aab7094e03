/** Notes in the history what the user did to tell a guest: saw or copied a text with digits, or said that the guest knows. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import type { HistoryStore } from '../ports/storage.ts';

export function recordRevealed(history: Pick<HistoryStore, 'recordEvent'>, { bookingId, doors }: StayToTell, nowMs: number): void {
  for (const { lockId, keypadId } of doors)
    history.recordEvent({ kind: 'pin-revealed', atMs: Math.round(nowMs), bookingId, lockId, keypadId });
}

export function recordMarkedTold(history: Pick<HistoryStore, 'recordEvent'>, bookingId: BookingId, nowMs: number): void {
  const atMs = Math.round(nowMs);
  history.recordEvent({ kind: 'told', atMs, bookingId, way: 'copy', what: 'code', state: 'told-by-user', by: 'user' });
}
