/** Why a door without a code gets none in this run although its stay is live. */
import type { CodeId, KeypadPlace } from '../../domain/ids.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Capacity } from './capacity.ts';
import { createdKey, mayCreate } from './created-codes.ts';
import { unlistedCode } from '../stay/stay-problems.ts';
import type { Claim } from '../claims.ts';
import type { DeletedCodes } from '../hands/deleted-codes.ts';

interface Obstacle {
  readonly problem: Problem;
  /** A code that may be there, and that no list shows. */
  readonly codeId: CodeId | null;
}

export function findObstacle(
  claim: Claim,
  place: KeypadPlace,
  { input, capacity, deleted }: { readonly input: PlanInput; readonly capacity: Capacity; readonly deleted: DeletedCodes },
): Obstacle | null {
  const { id } = claim;
  const lost = deleted.obstacle(claim, place);
  if (lost !== null) return { problem: lost, codeId: null };
  const known = input.memory.remembered['created-codes'].get(createdKey(id, place));
  if (known !== undefined) {
    const advice = mayCreate(known, input.nowMs);
    const codeId = known.creates.findLast((create) => create.codeId !== null)?.codeId ?? null;
    if (advice !== 'create') return { problem: unlistedCode(id, place, codeId, advice), codeId };
  }
  const problem = capacity.refuses(claim, place);
  return problem === null ? null : { problem, codeId: null };
}
