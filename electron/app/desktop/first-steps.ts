/** Setup: nothing is written to the locks before the user has completed the first steps. Pure. */
import type { Settings } from '../../../shared/domain/settings.ts';
import type { RunRow } from '../../../shared/domain/run.ts';
import type { RunListQuery } from '../ports/storage.ts';

/** What saving settings does to setup: erasing everything starts it again, and nothing that is saved completes it. */
export function preserveSetupState(before: Settings['setup'], next: Settings['setup'], nowMs: number): Settings['setup'] {
  return before.done && !next.done ? { done: false, sinceMs: nowMs } : before;
}

/**
 * Whether an installation from before there were first steps already works: guests rely on it. It has a mapping and a live run that reached
 * a plan, by an earlier version or by the command line. Runs from before the user last went back to the first steps do not count.
 */
export function hasRunBefore({ mapping, setup }: Settings, listRuns: (query: RunListQuery) => readonly RunRow[]): boolean {
  if (mapping.units.every(({ doors }) => doors.length === 0)) return false;
  let page = listRuns({ limit: PAGE });
  for (;;) {
    if (page.some((run) => reachedPlan(run) && Date.parse(run.startedAt) >= setup.sinceMs)) return true;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return false;
    page = listRuns({ limit: PAGE, beforeRunId: last.id });
  }
}
const PAGE = 100;

function reachedPlan({ mode, outcome }: RunRow): boolean {
  return mode === 'live' && outcome !== 'failed' && outcome !== 'interrupted';
}
