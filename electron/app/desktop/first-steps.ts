/** The user's word that the app may write by itself: who has given it, and what takes it back. Pure. */
import type { Settings } from '../../../shared/domain/settings.ts';
import type { RunListQuery, RunRow } from '../ports/storage.ts';

/**
 * Settings as they may be saved. Only the end of the first steps gives the word: whatever else is saved (a restored backup, a window that
 * is behind) can take it back, but not give it.
 */
export function preserveSetupState(before: Settings, next: Settings, nowMs: number): Settings {
  const firstStepsDone = before.app.firstStepsDone && next.app.firstStepsDone;
  return {
    ...next,
    app: { ...next.app, firstStepsDone },
    firstStepsSinceMs: before.app.firstStepsDone && !firstStepsDone ? nowMs : before.firstStepsSinceMs,
  };
}

/**
 * An installation that kept codes up before there were first steps goes on: guests rely on it. A mapping and a live run that came as far as
 * a plan tell (by an earlier version, or by the command line on the same folder); runs from before the user went back to the first day do not.
 */
export function hasRunBefore({ mapping, firstStepsSinceMs }: Settings, listRuns: (query: RunListQuery) => readonly RunRow[]): boolean {
  if (mapping.units.every(({ doors }) => doors.length === 0)) return false;
  let page = listRuns({ limit: PAGE });
  for (;;) {
    if (page.some((run) => isWord(run) && Date.parse(run.startedAt) >= firstStepsSinceMs)) return true;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return false;
    page = listRuns({ limit: PAGE, beforeRunId: last.id });
  }
}
const PAGE = 100;

function isWord({ mode, outcome }: RunRow): boolean {
  return mode === 'live' && outcome !== 'failed' && outcome !== 'interrupted';
}
