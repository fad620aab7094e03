/** Which holds and decisions of the user are over: a hold stands until it is decided or its reason is seen to be gone. Pure. */
import { claimOf } from '../../domain/ids.ts';
import type { ClaimId, CodeId, LockId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import { holdOf } from '../../domain/plan.ts';
import type { PlanInput, PlannedOperation } from '../../domain/plan.ts';
import type { Observation } from '../observe.ts';
import { onlyExtends } from '../trust/only-extend.ts';

export interface Settled {
  readonly holds: readonly string[];
  readonly remember: readonly MemoryChange[];
}

/** `operations`: all that follow from what was read, those included that the user chose to leave out. */
export function settle(
  input: PlanInput,
  operations: readonly PlannedOperation[],
  observation: Observation,
  isLive: (id: ClaimId) => boolean,
): Settled {
  // Such a run leaves operations out, so one that is missing says nothing.
  if (onlyExtends(input)) return { holds: [], remember: [] };
  const planned = new Map(operations.map((operation) => [operation.key, operation]));
  const asked = new Set<CodeId | null>(operations.filter(asksAbout).map(({ codeId }) => codeId));
  const hidden = new Set([...observation.hidden.values()].flatMap((codes) => codes.map(({ id }) => id)));
  const isReasonGone = (claimId: ClaimId, { lockId, codeId }: { lockId: LockId; codeId: CodeId | null }): boolean => {
    // A lock that was not read whole, and a list of bookings that is not whole, lead to fewer operations.
    if ((input.lists.get(lockId) ?? null) === null || input.unread?.has(lockId) === true || codeId === null) return false;
    return !(observation.ids.has(codeId) || hidden.has(codeId)) || (input.bookings.complete && isLive(claimId));
  };
  /** The dates, the unit or the evidence changed: the user is asked about the new situation. For a key that is not planned any more. */
  const isSuperseded = ({ codeId }: { codeId: CodeId | null }): boolean => asked.has(codeId);

  const { waiting, remembered } = input.memory;
  const holds = [...waiting.values()].flatMap((hold) => {
    const operation = planned.get(hold.key);
    const isDecided = remembered.decision.has(hold.key);
    // One that the user approved is over when it is done. One that nothing holds any more is carried out.
    if (operation !== undefined) return isDecided || (holdOf(operation) === null && !input.released.has(hold.key)) ? [hold.key] : [];
    return isDecided || isReasonGone(claimOf(hold), hold) || isSuperseded(hold) ? [hold.key] : [];
  });
  const remember = [...remembered.decision].flatMap(([key, decision]): readonly MemoryChange[] =>
    !planned.has(key) && (isReasonGone(decision.claimId, decision) || isSuperseded(decision))
      ? [{ kind: 'decision', key, value: null }]
      : [],
  );
  return { holds, remember };
}

/** What decides about a code's door. An ended code opens none, so its removal answers no question. */
function asksAbout(operation: PlannedOperation): operation is Extract<PlannedOperation, { codeId: CodeId }> {
  return operation.kind === 'update' || (operation.kind === 'delete' && operation.evidence !== 'ended');
}
