/** One run of the engine as it is reported, recorded and printed (`sync --json`). Never a PIN. */
import type { BookingId, CodeId, KeypadId, LockId, UnitId } from './ids.ts';
import type { DeleteEvidence, FieldChanges, HoldReason, Stay } from './plan.ts';
import type { Problem } from './problem.ts';

export type RunMode = 'live' | 'dry-run';
export const RUN_OUTCOMES = ['ok', 'nothing-to-do', 'partial', 'held', 'failed', 'interrupted'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];
export type RunTrigger = 'command' | 'schedule' | 'manual' | 'resume' | 'start' | 'settings';
export const OPERATION_KINDS = ['create', 'update', 'adopt', 'move', 'delete'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];
export type OperationStatus = 'planned' | 'done' | 'held' | 'failed' | 'unverified';

export interface RunSummary {
  readonly id: string;
  readonly mode: RunMode;
  readonly trigger: RunTrigger;
  readonly outcome: RunOutcome;
  /** ISO instants with Z. */
  readonly startedAt: string;
  readonly finishedAt: string;
}
export interface RunCounts {
  readonly created: number;
  readonly updated: number;
  readonly adopted: number;
  readonly moved: number;
  readonly deleted: number;
  readonly unchanged: number;
  readonly held: number;
  readonly skipped: number;
  readonly failed: number;
}
export interface OperationReport {
  readonly key: string;
  readonly kind: OperationKind;
  readonly status: OperationStatus;
  readonly bookingId: BookingId;
  readonly unitId: UnitId | null;
  readonly lockId: LockId;
  readonly keypadId: KeypadId;
  readonly codeId: CodeId | null;
  /** In words: why. */
  readonly reason: string;
  readonly changes: FieldChanges;
  readonly evidence: DeleteEvidence | null;
  readonly hold: HoldReason | null;
}
export interface RequestCounts {
  readonly smoobu: number;
  readonly theKeys: number;
}
export interface RunReport {
  readonly run: RunSummary;
  readonly counts: RunCounts;
  readonly operations: readonly OperationReport[];
  readonly problems: readonly Problem[];
  readonly requests: RequestCounts;
  /** The live stays as the run left them; not part of the command line's JSON. */
  readonly stays: readonly Stay[];
}

/**
 * Which runs of the history. A run fits when it ended so, and when one of its operations fits all the rest at once,
 * or, where no kind is asked for, one of its problems does. Left out: any.
 */
export interface RunFilter {
  readonly unitId?: UnitId;
  readonly bookingId?: BookingId;
  readonly kind?: OperationKind;
  readonly outcome?: RunOutcome;
}

/** What a run is doing, for the progress line and the window. */
export type RunPhase = 'bookings' | 'codes' | 'plan' | 'apply' | 'verify' | 'done';
export interface RunProgress {
  readonly phase: RunPhase;
  readonly done: number;
  readonly total: number;
}
