/** The state as it is shown at a moment, and what changed between two of these. Pure. */
import type { AppChange, AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { KeychainSystem } from '../../../shared/errors.ts';
import { knownProblems } from './app-state.ts';
import type { AppState } from './app-state.ts';
import { statusesAt } from './arrival-status.ts';
import { attentionOf } from '../attention/attention.ts';
import { localisedRun, localisedStays, problemLocaliser } from './localise.ts';
import { sameValue } from '../values/same-value.ts';
import { namesOf } from './names.ts';
import { activePause } from '../schedule/schedule-policy.ts';
import type { Localization } from './localization.ts';

export type SnapshotFields = Omit<AppSnapshot, 'revision'>;

export interface About {
  readonly version: string;
  /** Whose keychain it is. */
  readonly system: KeychainSystem;
  readonly localization: Localization;
}

/** `nowMs` counts: pauses end, arrivals come near and stays pass without any event. */
export function snapshotOf(state: AppState, nowMs: number, about: About): SnapshotFields {
  const { version, system, localization } = about;
  const { text, language, locale } = localization;
  const names = namesOf(state.settings.mapping);
  const localise = problemLocaliser(localization, names);
  const stays = localisedStays(statusesAt(state.stays, nowMs), localise);
  const { connections, health, holds, keychain, recovered, isOnline } = state;
  const problems = knownProblems(state).map(localise);
  const { firstStepsDone, theme } = state.settings.app;
  return {
    activity: state.activity,
    progress: state.progress,
    lastRun: localisedRun(state.lastRun, localise),
    nextRunAtMs: state.nextRunAtMs,
    pause: activePause(state.pause, nowMs),
    isOnline,
    isDemo: state.isDemo,
    firstStepsDone,
    appearance: { language, locale, theme },
    names,
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
      text,
      system,
      isMapped: state.settings.mapping.units.some(({ doors }) => doors.length > 0),
    }),
    version,
    update: state.update,
  };
}

/** Top-level fields with another value, whole; null when nothing differs. */
export function changesBetween(previous: SnapshotFields, next: SnapshotFields): AppChange['fields'] | null {
  const changed = Object.entries(next).filter(([name, value]) => !sameValue(previous[name as keyof SnapshotFields], value));
  return changed.length === 0 ? null : Object.fromEntries(changed);
}
