/** What a run takes from earlier runs and leaves to later ones, beside what its plan says. */
import type { LockListing } from '../../../shared/domain/code.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { OperationReport, RunMode } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { DAY_MS, HOUR_MS, at, localNow } from '../../../shared/time.ts';
import { holdOf } from '../../../shared/domain/plan.ts';
import type { Plan, PlanInput, PlannedOperation } from '../../../shared/domain/plan.ts';
import { claimOf } from '../../../shared/domain/ids.ts';
import { writtenCode } from '../../../shared/readiness/code-reach.ts';
import { mayKnowBookings } from '../../../shared/reconcile/trust/accounts.ts';
import type { HistoryStore } from '../ports/storage.ts';
import { operationReport } from './report.ts';
import type { WriteOperation } from './write/writer.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Clock } from '../ports/system.ts';
import { incompleteForADayProblem, noSyncProblem } from './run-problems.ts';

/** Since when each has been missing; one that is found again is forgotten. A 404 of another account is none. */
export function rememberAbsences(history: HistoryStore, input: PlanInput): void {
  if (!mayKnowBookings(input)) return;
  const { nowMs, bookings, lookups } = input;
  const { missingSinceMs } = input.memory;
  // A booking that is listed is there, whether it can be read or not.
  const found = new Set([...bookings.bookings.map((booking) => booking.id), ...(bookings.unreadable ?? [])]);
  for (const [id, lookup] of lookups) {
    if (lookup.kind === 'found') found.add(id);
    if (lookup.kind !== 'missing' || found.has(id)) continue;
    // Recorded while the clock was ahead: ten minutes count from now, instead of from that time.
    const isAhead = (missingSinceMs.get(id) ?? 0) > nowMs;
    if (isAhead) history.forgetMissing([id]);
    if (isAhead || !missingSinceMs.has(id)) history.rememberMissing(id, nowMs);
  }
  history.forgetMissing([...missingSinceMs.keys()].filter((id) => found.has(id)));
}

/**
 * Before anything is written, and what waits first: a run that is killed forgets no hold. Adds to what waits, and replaces nothing; what another
 * process answered in the meantime is not asked again.
 */
export function rememberPlan(history: HistoryStore, { operations, remember, settledHolds }: Plan, nowMs: number): void {
  const { decision } = history.memory().remembered;
  const held = operations.filter((operation) => holdOf(operation) !== null && !decision.has(operation.key));
  history.putHolds(
    held.map((operation) => operationReport(operation, 'held', null)),
    nowMs,
  );
  history.remember(remember);
  history.dropHolds(settledHolds);
}

/** A problem when the list of bookings has been incomplete for a day. */
export function incompleteForADay(
  { history, clock }: { readonly history: HistoryStore; readonly clock: Pick<Clock, 'nowMs'> },
  isComplete: boolean,
  mode: RunMode,
): readonly Problem[] {
  const nowMs = clock.nowMs();
  const sinceMs = history.memory().remembered.incomplete.get('bookings')?.sinceMs ?? null;
  const isKnown = sinceMs !== null && sinceMs <= nowMs;
  if (mode === 'live' && isComplete && sinceMs !== null) history.remember([{ kind: 'incomplete', key: 'bookings', value: null }]);
  if (mode === 'live' && !isComplete && !isKnown) history.remember([{ kind: 'incomplete', key: 'bookings', value: { sinceMs: nowMs } }]);
  return !isComplete && isKnown && nowMs - sinceMs >= DAY_MS ? [incompleteForADayProblem()] : [];
}

/** So many syncs in a row, and no less than this, without one that worked. */
const SILENT_RUNS = 3;
const SILENT_MS = 2 * HOUR_MS;

/** Counts the runs since the last one that could read both clouds. A problem when there are too many. */
export function noSync(
  { history, clock }: { readonly history: HistoryStore; readonly clock: Pick<Clock, 'nowMs'> },
  hasWorked: boolean,
  { mode, settings }: { readonly mode: RunMode; readonly settings: Settings },
): readonly Problem[] {
  const nowMs = clock.nowMs();
  const { sinceMs, failures } = history.memory().remembered['no-sync'].get('sync') ?? { sinceMs: nowMs, failures: 0 };
  const next = hasWorked ? { sinceMs: nowMs, failures: 0 } : { sinceMs, failures: failures + 1 };
  if (mode === 'live') history.remember([{ kind: 'no-sync', key: 'sync', value: next }]);
  const isTooLong = next.failures >= SILENT_RUNS && nowMs - sinceMs >= SILENT_MS;
  return isTooLong ? [noSyncProblem(localNow(settings.times.timeZone, sinceMs))] : [];
}

/** Only what earlier runs have held: an operation that this run holds for the first time stays held. */
export function releasedKeys(applyHeld: boolean | ReadonlySet<string>, history: HistoryStore): ReadonlySet<string> {
  if (applyHeld === false) return new Set();
  const waiting = history.listHolds().map((hold) => hold.operation.key);
  return new Set(applyHeld === true ? waiting : waiting.filter((key) => applyHeld.has(key)));
}

/** In how many live runs in a row each lock could not be read, with this one. None where all locks fail: the cloud is the cause. */
export function countUnread(
  history: HistoryStore,
  lists: ReadonlyMap<LockId, Result<LockListing, CloudFailure>>,
  mode: RunMode,
): ReadonlyMap<LockId, number> {
  const known = history.memory().remembered['unread-lock'];
  const runs = new Map<LockId, number>();
  const changes: MemoryChange[] = [];
  const isWholeCloud = [...lists.values()].every((list) => !list.ok);
  for (const [lockId, list] of lists) {
    const key = String(lockId);
    const before = known.get(key)?.runs ?? 0;
    if (!list.ok && !isWholeCloud) runs.set(lockId, before + 1);
    if (!list.ok) changes.push({ kind: 'unread-lock', key, value: { runs: before + 1 } });
    else if (before > 0) changes.push({ kind: 'unread-lock', key, value: null });
  }
  if (mode === 'live' && changes.length > 0) history.remember(changes);
  return runs;
}

/** Also keeps that a code has yet to reach its lock, and the window of one that does not say which it has. */
export function recordStatus(
  history: HistoryStore,
  runId: string,
  operation: PlannedOperation,
  report: OperationReport,
  nowMs: number,
): void {
  if (report.status === 'planned') return;
  history.recordOperations(runId, [report]);
  const changes = operation.kind === 'delete' ? [] : memoryOfWrite(operation, report, nowMs);
  if (changes.length > 0) history.remember(changes);
}

function memoryOfWrite(
  operation: WriteOperation,
  { status, codeId, lockId, keypadId }: OperationReport,
  nowMs: number,
): readonly MemoryChange[] {
  if (codeId === null || (status !== 'done' && status !== 'unverified')) return [];
  const written = writtenCode({ codeId, claimId: claimOf(operation), lockId, keypadId }, nowMs);
  const { changes, record } = operation;
  const isUnseen = operation.kind === 'update' && operation.isUnseen === true && status === 'done';
  if (!isUnseen || (changes.start === undefined && changes.end === undefined)) return [written];
  const window = { start: at(record.startDate, record.startTime), end: at(record.endDate, record.endTime) };
  return [written, { kind: 'last-written', key: String(codeId), value: { ...window, isChanged: true } }];
}
