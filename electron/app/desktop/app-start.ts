/** What the app knows when it starts, from what is stored. */
import { initialState, lastRunOf } from '../status/app-state.ts';
import type { AppState } from '../status/app-state.ts';
import type { DesktopPorts, DesktopStart } from './ports.ts';
import { hasRunBefore } from './first-steps.ts';
import type { SettingsStore } from '../ports/storage.ts';

export function stateAtStart({ settings, history, isDemo }: DesktopPorts, { isOnline, userNames }: DesktopStart): AppState {
  const stored = settings.read();
  if (!stored.setup.done && hasRunBefore(stored, (query) => history.listRuns(query))) completeSetup(settings);
  const [last] = history.listRuns({ limit: 1 });
  const detail = last === undefined ? null : history.readRun(last.id);
  return initialState({
    settings: settings.read(),
    isDemo,
    isOnline,
    holds: history.listHolds().map((hold) => hold.operation),
    lastRun: detail === null ? null : lastRunOf(detail),
    userNames,
  });
}

/** From now on runs may write by themselves. */
export function completeSetup(settings: SettingsStore): void {
  const stored = settings.read();
  settings.write({ ...stored, setup: { ...stored.setup, done: true } });
}
