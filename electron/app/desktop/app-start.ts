/** What the app knows and does when it starts, from what is stored. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { knownDoors } from '../../../shared/readiness/facts.ts';
import { storedIfPossible } from '../ports/storage.ts';
import type { HistoryStore, SettingsStore } from '../ports/storage.ts';
import { previewRuns, shortestGapMs } from '../schedule/schedule-policy.ts';
import { initialState, lastRunOf } from '../status/app-state.ts';
import type { AppState } from '../status/app-state.ts';
import { hasRunBefore } from './first-steps.ts';
import type { DesktopPorts, Launch } from './ports.ts';

export function stateAtStart({ settings, history, scheduler, isDemo }: DesktopPorts, isOnline: boolean): AppState {
  const stored = settings.read();
  if (!stored.setup.done && hasRunBefore(stored, (query) => history.listRuns(query))) storedIfPossible(() => completeSetup(settings));
  const [last] = history.listRuns({ limit: 1, isWhole: true });
  const { remembered } = history.memory();
  const detail = last === undefined ? null : history.readRun(last.id);
  return initialState({
    settings: settings.read(),
    isDemo,
    isOnline,
    holds: waitingOperations(history),
    lastRun: detail === null ? null : lastRunOf(detail),
    arrivals: new Map([...remembered.arrival.values()].map((arrival) => [arrival.bookingId, arrival])),
    doors: knownDoors(remembered),
    periodMs: shortestGapMs(previewRuns(scheduler, stored.schedule.cron) ?? []),
    userNames: { smoobu: null, 'the-keys': stored.stored.theKeysUser },
  });
}

/** What waits for the user, which a run that sees less does not change. */
export function waitingOperations(history: Pick<HistoryStore, 'listHolds'>): readonly OperationReport[] {
  return history.listHolds().map(({ operation }) => operation);
}

/** From now on runs may write by themselves. */
export function completeSetup(settings: SettingsStore): void {
  const stored = settings.read();
  settings.write({ ...stored, setup: { ...stored.setup, done: true } });
}

/** The window opens until setup is complete; later starts, and those at login, stay in the tray. */
export function opensWindow(
  { isDemo, firstStepsDone, connections }: Pick<AppSnapshot, 'isDemo' | 'firstStepsDone' | 'connections'>,
  { wantsWindow, isHidden }: Launch,
): boolean {
  const isSetUp = firstStepsDone && Object.values(connections).some(({ stored }) => stored);
  return isDemo || wantsWindow || (!isSetUp && !isHidden);
}

const INSTALLATIONS = 1_000_000;

/** At the first start. `randomInt`: from the first number up to, but not including, the second. */
export function drawInstallationNumber(settings: SettingsStore, randomInt: (min: number, max: number) => number): void {
  const current = settings.read();
  if (current.installation === 0) storedIfPossible(() => settings.write({ ...current, installation: randomInt(1, INSTALLATIONS) }));
}
