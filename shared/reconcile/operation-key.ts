/** Names an operation across runs: the same situation gives the same key, so that the user's word about a hold can be kept. */
import type { BookingId, CodeId, KeypadPlace } from '../domain/ids.ts';
import { placeKey } from '../domain/ids.ts';
import type { DeleteEvidence } from '../domain/plan.ts';
import type { OperationKind } from '../domain/run.ts';

export function operationKey(
  kind: OperationKind,
  bookingId: BookingId,
  place: KeypadPlace,
  codeId: CodeId | null,
  evidence?: DeleteEvidence,
): string {
  return [kind, String(bookingId), placeKey(place), codeId === null ? 'new' : String(codeId), evidence].filter(Boolean).join(':');
}
