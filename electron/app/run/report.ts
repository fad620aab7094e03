/** Builds the report of a run from its plan and the status of each operation. Pure; never a PIN. */
import { claimOf, claimRef } from '../../../shared/domain/ids.ts';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { ClaimId, CodeId, LockId } from '../../../shared/domain/ids.ts';
import { holdOf } from '../../../shared/domain/plan.ts';
import type { Plan, PlannedOperation } from '../../../shared/domain/plan.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { PROBLEM_WEIGHTS } from '../../../shared/domain/problem-weight.ts';
import { changeCounts } from '../../../shared/domain/run-changes.ts';
import type {
  OperationReport,
  OperationStatus,
  RequestCounts,
  RunMode,
  RunOutcome,
  RunReport,
  RunTrigger,
} from '../../../shared/domain/run.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import { isoInstant } from '../../../shared/time.ts';

export interface ReportParts {
  readonly run: {
    readonly id: string;
    readonly mode: RunMode;
    readonly trigger: RunTrigger;
    readonly outcome: RunOutcome;
    readonly startedAtMs: number;
    readonly finishedAtMs: number;
  };
  readonly claim?: ClaimId | undefined;
  /** null when a cloud could not be read and nothing was planned. */
  readonly plan: Plan | null;
  readonly statuses: ReadonlyMap<string, OperationStatus>;
  readonly codeIds: ReadonlyMap<string, CodeId>;
  readonly problems: readonly Problem[];
  readonly told?: readonly Telling[];
  readonly tellings?: readonly Telling[] | null;
  readonly listsReadAtMs?: ReadonlyMap<LockId, number>;
  readonly requests: RequestCounts;
}

export function buildReport(parts: ReportParts): RunReport {
  const { run, plan } = parts;
  const operations = (plan?.operations ?? []).map((operation) =>
    operationReport(operation, statusOf(operation, parts.statuses), parts.codeIds.get(operation.key) ?? null),
  );
  return {
    run: {
      id: run.id,
      mode: run.mode,
      trigger: run.trigger,
      outcome: run.outcome,
      startedAt: isoInstant(run.startedAtMs),
      finishedAt: isoInstant(run.finishedAtMs),
    },
    counts: { ...changeCounts(operations, run.mode === 'dry-run'), unchanged: plan?.unchanged ?? 0, skipped: plan?.skipped ?? 0 },
    operations,
    problems: parts.problems,
    requests: parts.requests,
    stays: plan?.stays ?? [],
    ...(plan === null ? {} : { blockedPeriods: plan.blockedPeriods, others: othersAfter(plan.others, operations) }),
    people: plan?.people ?? [],
    ...(parts.listsReadAtMs === undefined ? {} : { listsReadAtMs: parts.listsReadAtMs }),
    ...(parts.claim === undefined ? {} : { claim: parts.claim }),
    ...(parts.told === undefined || parts.told.length === 0 ? {} : { told: parts.told }),
    ...(parts.tellings === undefined || parts.tellings === null ? {} : { tellings: parts.tellings }),
  };
}

/** Without the codes that the run removed. */
function othersAfter(others: readonly OtherStay[], operations: readonly OperationReport[]): readonly OtherStay[] {
  const removed = new Set(operations.filter(({ kind, status }) => kind === 'delete' && status === 'done').map(({ codeId }) => codeId));
  const needsCode = ({ why }: OtherStay): boolean => why === 'cancelled' || why === 'gone' || why === 'over';
  return others
    .map((other) => ({ ...other, codes: other.codes.filter(({ codeId }) => !removed.has(codeId)) }))
    .filter((other) => other.codes.length > 0 || !needsCode(other));
}

export function operationReport(operation: PlannedOperation, status: OperationStatus, codeId: CodeId | null): OperationReport {
  const known = operation.kind === 'create' || operation.kind === 'move' ? null : operation.codeId;
  return {
    key: operation.key,
    kind: operation.kind,
    status,
    ...claimRef(claimOf(operation)),
    unitId: operation.unitId,
    lockId: operation.lockId,
    keypadId: operation.keypadId,
    codeId: codeId ?? known,
    changes: operation.changes,
    evidence: operation.kind === 'delete' ? operation.evidence : null,
    hold: holdOf(operation),
    ...(operation.kind === 'move' ? { replacedCodeId: operation.from.codeId } : {}),
  };
}

/** An operation that was not started (a dry run) is held or planned. */
function statusOf(operation: PlannedOperation, statuses: ReadonlyMap<string, OperationStatus>): OperationStatus {
  return statuses.get(operation.key) ?? (holdOf(operation) === null ? 'planned' : 'held');
}

/** A question, or what the user has to put right elsewhere. */
export function waitsForUser({ kind, question }: Problem): boolean {
  return question !== undefined || PROBLEM_WEIGHTS[kind] === 'waits';
}

export function outcomeOf(facts: {
  readonly mode: RunMode;
  readonly hasFailed: boolean;
  readonly isStopped: boolean;
  readonly isPartial: boolean;
  readonly plan: Plan | null;
  readonly statuses: ReadonlyMap<string, OperationStatus>;
  readonly problems: readonly Problem[];
}): RunOutcome {
  const all = facts.plan?.operations ?? [];
  const statuses = all.map((operation) => statusOf(operation, facts.statuses));
  if (facts.isStopped) return 'interrupted';
  if (facts.hasFailed) return 'failed';
  // What a live run has planned and not sent is left to the next one.
  const isUnsent = facts.mode === 'live' && statuses.includes('planned');
  if (facts.isPartial || isUnsent || statuses.includes('failed') || statuses.includes('unverified')) return 'partial';
  if (facts.plan?.heldBecause !== null || statuses.includes('held') || facts.problems.some(waitsForUser)) return 'held';
  return all.length === 0 ? 'nothing-to-do' : 'ok';
}
