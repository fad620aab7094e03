/** The state as it is shown at a moment, and what changed between two of these. Pure. */
import type { AppChange, AppSnapshot } from '../../shared/domain/app-state.ts';
import { chooseLanguage } from '../../shared/i18n/languages.ts';
import { knownProblems } from './app-state.ts';
import type { AppState } from './app-state.ts';
import { statusesAt } from './arrival-status.ts';
import { attentionOf } from './attention.ts';
import { sameValue } from './same-value.ts';
import { namesOf } from './names.ts';
import { activePause } from './schedule-policy.ts';

export type SnapshotFields = Omit<AppSnapshot, 'revision'>;

export interface About {
  readonly version: string;
  /** BCP 47 tags, the best liked first. */
  readonly systemLocales: readonly string[];
}

/** `nowMs` counts: pauses end, arrivals come near and stays pass without any event. */
export function snapshotOf(state: AppState, nowMs: number, about: About): SnapshotFields {
  const stays = statusesAt(state.stays, nowMs);
  const { connections, health, holds, keychain, recovered, isOnline } = state;
  const problems = knownProblems(state);
  const { firstStepsDone, language, theme } = state.settings.app;
  return {
    activity: state.activity,
    progress: state.progress,
    lastRun: state.lastRun,
    nextRunAtMs: state.nextRunAtMs,
    pause: activePause(state.pause, nowMs),
    isOnline,
    isDemo: state.isDemo,
    firstStepsDone,
    appearance: { ...chooseLanguage(language, about.systemLocales), theme },
    names: namesOf(state.settings.mapping),
    connections,
    stays,
    staysReadAtMs: state.staysReadAtMs,
    holds,
    attention: attentionOf({
      nowMs,
      stays,
      connections,
      health,
      problems,
      holds,
      keychain,
      recovered,
      isOnline,
      firstStepsDone,
      isMapped: state.settings.mapping.units.some(({ doors }) => doors.length > 0),
    }),
    version: about.version,
  };
}

/** Top-level fields with another value, whole; null when nothing differs. */
export function changesBetween(previous: SnapshotFields, next: SnapshotFields): AppChange['fields'] | null {
  const changed = Object.entries(next).filter(([name, value]) => !sameValue(previous[name as keyof SnapshotFields], value));
  return changed.length === 0 ? null : Object.fromEntries(changed);
}
