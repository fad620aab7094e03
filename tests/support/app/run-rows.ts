/** Rows of the history, as the window has them. */
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { RunRow, ShownRunRow } from '../../../shared/domain/run.ts';

/** Four seconds on Monday morning, all done. */
export function aRun(changes: Partial<RunRow> = {}): RunRow {
  return {
    id: 'run-1',
    mode: 'live',
    trigger: 'schedule',
    outcome: 'ok',
    startedAt: '2026-11-23T09:00:00Z',
    finishedAt: '2026-11-23T09:00:04Z',
    counts: NO_COUNTS,
    problemCount: 0,
    ...changes,
  };
}

/** As the window lists it. */
export function aListedRun(changes: Partial<ShownRunRow> = {}): ShownRunRow {
  return { ...aRun(), lead: null, more: NO_COUNTS, problem: null, act: null, ...changes };
}
