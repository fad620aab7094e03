/** Rows of the history, as the window has them. */
import type { RunRow } from '../../../renderer/views/history/run-list.ts';

export const NO_COUNTS: RunRow['counts'] = {
  created: 0,
  updated: 0,
  adopted: 0,
  moved: 0,
  deleted: 0,
  unchanged: 0,
  held: 0,
  skipped: 0,
  failed: 0,
};

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
