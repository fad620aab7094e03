/** The operation that deletes a code for good, or for now. */
import type { Booking } from '../../domain/booking.ts';
import type { Code } from '../../domain/code.ts';
import { claimRef } from '../../domain/ids.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { DeleteEvidence, DeleteOperation, HoldReason } from '../../domain/plan.ts';
import { operationKey } from '../operation-key.ts';
import { codeEnd, codeStart } from '../windows.ts';

export function deletion(
  claimId: ClaimId,
  booking: Booking | null,
  code: Code,
  evidence: DeleteEvidence,
  hold: HoldReason | null = null,
): DeleteOperation {
  return {
    kind: 'delete',
    key: operationKey('delete', claimId, code, code.id, evidence, situationOf(booking, code, evidence)),
    ...claimRef(claimId),
    unitId: booking?.unitId ?? null,
    lockId: code.lockId,
    keypadId: code.keypadId,
    codeId: code.id,
    urgency: codeStart(code),
    evidence,
    hold,
    after: [],
    // The guest's name: the booking may be gone, and the user has to recognise the code.
    changes: code.name.trim() === '' ? {} : { name: { from: code.name, to: null } },
  };
}

/** By the booking where it is known, else by the code: both say until when somebody could get in. */
function situationOf(booking: Booking | null, code: Code, evidence: DeleteEvidence): string | undefined {
  if (evidence === 'ended') return undefined;
  if (booking !== null) return `${booking.arrival}_${booking.departure}_${String(booking.unitId ?? 'none')}`;
  return `${codeStart(code) ?? 'unknown'}_${codeEnd(code) ?? 'unknown'}`;
}
