/** Runs as the window lists them: with what each changed, and whether it is an act that can still be taken back. */
import { runChanges } from '../../../shared/domain/run-changes.ts';
import type { RunRow } from '../../../shared/domain/run.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { undoableRuns } from '../acts/undoable.ts';
import type { HistoryStore, RunListQuery } from '../ports/storage.ts';

type Shown = CallOutput<'history.runs'>['runs'][number];

/** In one line of the list. */
const MAX_CHANGES = 3;

export function shownRuns(query: RunListQuery, history: Pick<HistoryStore, 'listRuns' | 'readRun' | 'memory'>, nowMs: number): Shown[] {
  const undoable = undoableRuns(history.memory(), nowMs);
  return history.listRuns(query).map((row) => shownRow(row, history, undoable));
}

/** Most runs find nothing to do: only the others are read. */
function shownRow(row: RunRow, history: Pick<HistoryStore, 'readRun'>, undoable: ReadonlySet<string>): Shown {
  const changes = row.outcome === 'nothing-to-do' ? [] : runChanges(history.readRun(row.id)?.operations ?? []);
  const shown = changes.slice(0, MAX_CHANGES);
  return { ...row, changes: shown, moreChanges: changes.length - shown.length, canUndo: undoable.has(row.id) };
}
