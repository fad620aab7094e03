/** The key of an operation: the same in every run with the same situation, so that an approval or a dismissal finds its operation. */
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
