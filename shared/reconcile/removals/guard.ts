/** The brake: holds deletes that need the user's approval (sync rules, "The brake"). Creates and updates always continue. */
import type { Code } from '../../domain/code.ts';
import { aboutClaim, claimOf } from '../../domain/ids.ts';
import type { CodeId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import { holdOf } from '../../domain/plan.ts';
import type { DeleteEvidence, DeleteOperation, HoldReason, PlanInput, PlannedOperation } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { DayLedger } from './day-ledger.ts';
import { isAboutGuestInside } from './hold-cause.ts';
import { codeEnd, isOver } from '../windows.ts';
import type { LocalClock } from '../zones.ts';

/** Held when there are more than this many risky deletes ... */
const MAX_DELETES = 3;
/** ... and they are more than this share of the managed codes whose window is not over. */
const MAX_DELETE_SHARE = 0.3;
/** Bookings that answer 404: more than this many in a day are more likely a mistake. */
const MAX_GONE = 3;

export interface GuardResult {
  readonly deletes: readonly DeleteOperation[];
  readonly heldBecause: HoldReason | null;
  /** Deletes that the user chose not to do; they are left out. */
  readonly kept: readonly DeleteOperation[];
  readonly problems: readonly Problem[];
  /** Of these, what counts for the brake of the coming day. */
  readonly remember: (removed: readonly DeleteOperation[]) => readonly MemoryChange[];
}
interface Observed {
  readonly managed: readonly Code[];
  /** A live booking of the mapping was read. */
  readonly isAnyAlive: boolean;
}

export function guard(
  deletes: readonly DeleteOperation[],
  { managed, isAnyAlive }: Observed,
  input: PlanInput,
  clock: LocalClock,
): GuardResult {
  const { decision } = input.memory.remembered;
  const kept = deletes.filter(({ key }) => decision.get(key)?.choice === 'keep');
  const wanted = deletes.filter((operation) => !kept.includes(operation));
  const open = new Map<CodeId, Code>();
  for (const code of managed) if (!isOver(code, clock.nowAt(code, null))) open.set(code.id, code);
  const isRisky = ({ evidence, codeId }: DeleteOperation): boolean => {
    const code = open.get(codeId);
    return (evidence === 'cancelled' || evidence === 'gone') && code !== undefined && code.active !== false;
  };

  // What the user asked for is neither counted nor held.
  const risky = wanted.filter((operation) => isRisky(operation) && !isApproved(input, operation));
  const ledger = new DayLedger(input, [...open.keys()]);
  const inADay = ledger.codesWith(risky);
  const exceeds = (number: number, of: number): boolean => number > MAX_DELETES && number > MAX_DELETE_SHARE * of;
  const tooMany = exceeds(risky.length, open.size) || exceeds(inADay, ledger.liveWhenTheDayBegan);
  const tooManyGone = !isAnyAlive || ledger.goneBookingsWith(risky) > MAX_GONE;
  const noBookings = input.bookings.complete && input.bookings.bookings.every(({ state }) => state === 'blocked') && open.size > 0;
  const waitingFor = createWaitingFor(input);

  const holdFor = (operation: DeleteOperation): HoldReason | null => {
    if (isApproved(input, operation)) return null;
    if (noBookings && operation.personId === undefined) return 'no-bookings';
    if (operation.hold !== null) return operation.hold;
    // Without a duplicate or an old side the booking still has its code, whatever the clock says.
    if (STILL_HAS_ONE.has(operation.evidence)) return null;
    if (input.clockStepped) return 'clock-stepped';
    // What was held stays held until the user decides, even when the next run alone would pass. After a clock jump that includes codes that
    // seem to be over, since the clock may still be wrong.
    const waiting = waitingFor(operation);
    if (waiting === 'clock-stepped') return waiting;
    if (!isRisky(operation)) return null;
    // Every run decides again who may be inside, and whether the bookings are back.
    if (waiting !== null && waiting !== 'no-bookings' && !isAboutGuestInside({ hold: waiting })) return waiting;
    if (operation.evidence === 'gone' && tooManyGone) return 'bookings-gone';
    return tooMany ? 'too-many-deletes' : null;
  };
  const guarded = wanted.map((operation) => ({ ...operation, hold: holdFor(operation) }));
  return {
    deletes: guarded,
    heldBecause: noBookings ? 'no-bookings' : null,
    kept,
    problems: kept.flatMap((operation) => keptProblem(operation, open.get(operation.codeId))),
    remember: (removed) =>
      ledger.after(removed.filter((operation) => operation.hold === null && isRisky(operation) && !isApproved(input, operation))),
  };
}

/** Updates that take a door from somebody inside wait as deletes do. */
export function holdUpdates(
  writes: readonly PlannedOperation[],
  input: PlanInput,
): { readonly operations: readonly PlannedOperation[]; readonly kept: readonly PlannedOperation[] } {
  const { decision } = input.memory.remembered;
  const isKept = (operation: PlannedOperation): boolean => holdOf(operation) !== null && decision.get(operation.key)?.choice === 'keep';
  return {
    operations: writes
      .filter((operation) => !isKept(operation))
      .map((operation) =>
        (operation.kind === 'update' || operation.kind === 'adopt') && isApproved(input, operation)
          ? { ...operation, hold: null }
          : operation,
      ),
    kept: writes.filter(isKept),
  };
}

/** The booking or person keeps another code. */
const STILL_HAS_ONE: ReadonlySet<DeleteEvidence> = new Set(['duplicate', 'moved', 'door-replaced']);
/** The user asked for the removal itself. */
const ASKED_FOR: ReadonlySet<DeleteEvidence> = new Set(['no-code', 'removed-by-user', 'person-removed']);

/** By the wish itself, for this run, or by an answer that later runs act on. */
export function isApproved({ released, memory }: PlanInput, operation: PlannedOperation): boolean {
  const { key } = operation;
  if (operation.kind === 'delete' && ASKED_FOR.has(operation.evidence)) return true;
  return released.has(key) || memory.remembered.decision.get(key)?.choice === 'approve';
}

/** A hold follows its code: another reading of the booking does not release it. */
function createWaitingFor({ memory: { waiting, remembered } }: PlanInput): (operation: DeleteOperation) => HoldReason | null {
  const byCode = new Map<CodeId | null, HoldReason>();
  // A decision is about the situation that was shown; about another one the user is asked again.
  for (const { codeId } of remembered.decision.values()) byCode.set(codeId, 'decision-outdated');
  for (const { codeId, hold } of waiting.values()) byCode.set(codeId, hold);
  return ({ key, codeId }) => waiting.get(key)?.hold ?? byCode.get(codeId) ?? null;
}

/** A code that the user kept although its booking is cancelled or gone still opens the door, so it is shown until it ends. */
function keptProblem(operation: DeleteOperation, code: Code | undefined): readonly Problem[] {
  const { unitId, lockId, keypadId, codeId, evidence } = operation;
  if (code === undefined || code.active === false || (evidence !== 'cancelled' && evidence !== 'gone')) return [];
  const end = codeEnd(code);
  const hasEnd = end !== null && !end.startsWith('9999');
  return [
    {
      kind: 'code-kept',
      text: hasEnd ? problemText('problem.code-kept', { until: end }) : problemText('problem.code-kept-open'),
      retryable: false,
      ...aboutClaim(claimOf(operation)),
      ...(unitId === null ? {} : { unitId }),
      lockId,
      keypadId,
      codeId,
    },
  ];
}
