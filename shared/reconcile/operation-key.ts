/** The key of an operation: the same in every run with the same situation, so that an approval or a dismissal finds its operation. */
import type { ClaimId, CodeId, KeypadPlace } from '../domain/ids.ts';
import { placeKey } from '../domain/ids.ts';
import type { DeleteEvidence } from '../domain/plan.ts';
import type { OperationKind } from '../domain/run.ts';

export function operationKey(
  kind: OperationKind,
  claimId: ClaimId,
  place: KeypadPlace,
  codeId: CodeId | null,
  evidence?: DeleteEvidence,
  /** What else the user is asked about: other dates or another unit are another question. */
  situation?: string,
): string {
  return [kind, String(claimId), placeKey(place), codeId === null ? 'new' : String(codeId), evidence, situation].filter(Boolean).join(':');
}
