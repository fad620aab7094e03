/** Runs that only look: nothing is written to the clouds or to the history, and no other run is disturbed. */
import { withChanges } from '../../../../shared/domain/memory.ts';
import type { MemoryChange } from '../../../../shared/domain/memory.ts';
import type { PlanInput, PlanMemory } from '../../../../shared/domain/plan.ts';
import type { RunReport } from '../../../../shared/domain/run.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import { NO_RUN_LOCK } from '../../ports/system.ts';
import { runOnce } from '../engine.ts';
import type { EngineDependencies, RunRequest } from '../run-request.ts';

export interface Look {
  readonly report: RunReport;
  /** null when a cloud could not be read. */
  readonly input: PlanInput | null;
}

/** `remember`: taken for remembered, beside what is. */
export async function lookOnce(
  dependencies: EngineDependencies,
  { remember = [], ...request }: Omit<RunRequest, 'mode' | 'applyHeld' | 'onRead'> & { readonly remember?: readonly MemoryChange[] },
): Promise<Look> {
  let input: PlanInput | null = null;
  const answer = await runOnce(
    { ...dependencies, history: readOnly(dependencies.history, remember), runLock: NO_RUN_LOCK },
    { ...request, mode: 'dry-run', applyHeld: false, onRead: (read) => (input = read) },
  );
  if (!answer.ok) throw new Error('A look needs no run lock and yet it was refused.');
  return { report: answer.value, input };
}

/** Reads what earlier runs recorded, and records nothing. */
export function readOnly(history: HistoryStore, changes: readonly MemoryChange[] = []): HistoryStore {
  const nothing = () => undefined;
  const changed = (memory: PlanMemory): PlanMemory => ({ ...memory, remembered: withChanges(memory.remembered, changes) });
  return {
    recovered: history.recovered,
    unstored: null,
    memory: () => changed(history.memory()),
    clockMark: () => history.clockMark(),
    listHolds: () => history.listHolds(),
    listEvents: (limit) => history.listEvents(limit),
    listRuns: (query) => history.listRuns(query),
    readRun: (id) => history.readRun(id),
    listOperationsOfBooking: (bookingId, limit) => history.listOperationsOfBooking(bookingId, limit),
    beginRun: nothing,
    recordOperations: nothing,
    finishRun: nothing,
    closeInterrupted: () => 0,
    rememberPinDraw: nothing,
    rememberMissing: nothing,
    forgetMissing: nothing,
    putHolds: nothing,
    dropHolds: nothing,
    remember: nothing,
    rememberClock: nothing,
    recordEvent: nothing,
    forgetBooking: nothing,
    prune: nothing,
    close: nothing,
  };
}
