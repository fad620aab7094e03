/** Operations that wait for the user, grouped by their cause or else by why they wait, and which of them gets the focus next. Pure. */
import type { HoldReason } from '../../../shared/domain/plan.ts';
import { holdCause, isAboutGuestInside } from '../../../shared/reconcile/removals/hold-cause.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';

export interface HoldGroup {
  readonly key: string;
  readonly reason: HoldReason | null;
  readonly holds: readonly OperationReport[];
}

export function groupHolds(holds: readonly OperationReport[]): readonly HoldGroup[] {
  const keyOf = (hold: OperationReport): string => (isAboutGuestInside(hold) ? holdCause(hold) : (hold.hold ?? 'other'));
  return [...Map.groupBy(holds, keyOf)].map(([key, members]) => ({ key, reason: members[0]?.hold ?? null, holds: members }));
}

/** The next one that is not decided yet, else the one before; null when none is left. */
export function nextHold(keys: readonly string[], decided: ReadonlySet<string>, key: string): string | null {
  const at = keys.indexOf(key);
  const isOpen = (candidate: string): boolean => !decided.has(candidate);
  return keys.slice(at + 1).find(isOpen) ?? keys.slice(0, Math.max(at, 0)).findLast(isOpen) ?? null;
}
