/** The brake: holds deletes that need the user's approval (sync rules, "The brake"). Creates and updates always continue. */
import type { Code } from '../domain/code.ts';
import { holdOf } from '../domain/plan.ts';
import type { DeleteOperation, HoldReason, PlanInput, PlannedOperation } from '../domain/plan.ts';
import { isOver } from './windows.ts';
import type { LocalClock } from './zones.ts';

/** Held when there are more than this many risky deletes ... */
const MAX_DELETES = 3;
/** ... and they are more than this share of the managed codes whose window is not over. */
const MAX_DELETE_SHARE = 0.3;

export interface GuardResult {
  readonly deletes: readonly DeleteOperation[];
  readonly heldBecause: HoldReason | null;
  /** Deletes that the user dismissed; they are left out. */
  readonly dismissed: number;
}

export function guard(deletes: readonly DeleteOperation[], managed: readonly Code[], input: PlanInput, clock: LocalClock): GuardResult {
  const wanted = deletes.filter((operation) => !input.memory.dismissed.has(operation.key));
  const openCodes = new Set(managed.filter((code) => !isOver(code, clock.nowAt(code, null))).map((code) => code.id));
  const active = new Set(managed.filter((code) => code.active !== false).map((code) => code.id));
  const isRisky = (operation: DeleteOperation): boolean =>
    (operation.evidence === 'cancelled' || operation.evidence === 'gone') &&
    openCodes.has(operation.codeId) &&
    active.has(operation.codeId);
  const risky = wanted.filter(isRisky).length;
  const tooMany = risky > MAX_DELETES && risky > MAX_DELETE_SHARE * openCodes.size;
  const noBookings = input.bookings.complete && input.bookings.bookings.length === 0 && openCodes.size > 0;

  const holdFor = (operation: DeleteOperation): HoldReason | null => {
    if (input.released.has(operation.key)) return null;
    if (noBookings) return 'no-bookings';
    if (operation.hold !== null) return operation.hold;
    // Without a duplicate or an old side the booking still has its code, whatever the clock says.
    if (operation.evidence === 'duplicate' || operation.evidence === 'moved') return null;
    if (input.clockStepped) return 'clock-stepped';
    // What the brake has held stays held until the user decides, even when the next run alone would pass. After a clock jump that includes
    // codes that seem to be over, since the clock may still be wrong.
    const waiting = input.memory.waiting.get(operation.key);
    if (waiting === 'clock-stepped') return waiting;
    if (!isRisky(operation)) return null;
    return tooMany || waiting === 'too-many-deletes' ? 'too-many-deletes' : null;
  };
  return {
    deletes: wanted.map((operation) => ({ ...operation, hold: holdFor(operation) })),
    heldBecause: noBookings ? 'no-bookings' : null,
    dismissed: deletes.length - wanted.length,
  };
}

/** Updates that take a door from somebody inside wait as deletes do. */
export function holdUpdates(
  writes: readonly PlannedOperation[],
  input: PlanInput,
): { readonly operations: readonly PlannedOperation[]; readonly dismissed: number } {
  const wanted = writes.filter((operation) => holdOf(operation) === null || !input.memory.dismissed.has(operation.key));
  return {
    operations: wanted.map((operation) =>
      (operation.kind === 'update' || operation.kind === 'adopt') && input.released.has(operation.key)
        ? { ...operation, hold: null }
        : operation,
    ),
    dismissed: writes.length - wanted.length,
  };
}
