/** What waits for the user, by why it waits, and where the focus goes when one of it is dealt with. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { HoldReason } from '../../../shared/domain/plan.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';

export interface HoldGroup {
  readonly reason: HoldReason | null;
  readonly holds: readonly OperationReport[];
}

/** In the order in which the reasons first come. */
export function groupHolds(holds: readonly OperationReport[]): readonly HoldGroup[] {
  return [...Map.groupBy(holds, (hold) => hold.hold)].map(([reason, members]) => ({ reason, holds: members }));
}

/** The one after it that still can be decided about, else the one before; null: none is left. */
export function nextHold(keys: readonly string[], done: ReadonlySet<string>, key: string): string | null {
  const at = keys.indexOf(key);
  const after = keys.slice(at + 1).find((candidate) => !done.has(candidate));
  return after ?? keys.slice(0, Math.max(at, 0)).findLast((candidate) => !done.has(candidate)) ?? null;
}

/** As far as somebody knows it: a cancelled booking is no stay any more. */
export function guestOf({ stays }: Pick<AppSnapshot, 'stays'>, { bookingId, changes }: OperationReport): string | null {
  const stay = stays.find((status) => status.stay.booking.id === bookingId);
  const names = [stay?.stay.booking.guestName, changes.name?.from, changes.name?.to];
  return (
    names
      .find((name) => typeof name === 'string' && name.trim() !== '')
      ?.toString()
      .trim() ?? null
  );
}
