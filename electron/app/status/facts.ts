/** The state as it is at one moment, in the user's language: what the snapshot, the tray and the notices are made from. Pure. */
import type { LastRun, Names, StayStatus } from '../../../shared/domain/app-state.ts';
import type { ShownProblem } from '../../../shared/domain/problem.ts';
import type { Pause } from '../../../shared/domain/settings.ts';
import type { KeychainSystem } from '../../../shared/errors.ts';
import { activePause } from '../schedule/schedule-policy.ts';
import { knownProblems } from './app-state.ts';
import type { AppState } from './app-state.ts';
import { statusesAt } from './arrival-status.ts';
import { problemLocaliser } from './localise.ts';
import type { Localization } from './localization.ts';
import { MAX_SHOWN_STAYS, operationFits, stayFits } from './misfits.ts';
import { namesOf } from './names.ts';

/** Stays and pause are as they are at `nowMs`. */
export interface Facts extends Omit<AppState, 'lastRun' | 'stays'> {
  readonly nowMs: number;
  readonly pause: Pause;
  readonly names: Names;
  /** Everything known to be wrong. */
  readonly problems: readonly ShownProblem[];
  readonly lastRun: LastRun | null;
  readonly stays: readonly StayStatus[];
  /** How many stays and holds are missing here because they do not fit, or are too many. */
  readonly leftOut: number;
  readonly localization: Localization;
  /** Whose keychain it is: the advice differs. */
  readonly system: KeychainSystem;
}

export function factsAt(state: AppState, nowMs: number, { localization, system }: Pick<Facts, 'localization' | 'system'>): Facts {
  const names = namesOf(state.settings.mapping);
  const localise = problemLocaliser(localization, names);
  const { lastRun } = state;
  const stays = state.stays.filter(stayFits).slice(0, MAX_SHOWN_STAYS);
  const holds = state.holds.filter(operationFits);
  const shown = new Set(stays.map(({ stay }) => stay.booking.id));
  const { sending } = state.settings;
  return {
    ...state,
    holds,
    tellings: state.tellings.filter(({ bookingId, way }) => sending[way] && shown.has(bookingId)),
    leftOut: state.stays.length - stays.length + state.holds.length - holds.length,
    nowMs,
    names,
    pause: activePause(state.settings.pause, nowMs),
    lastRun: lastRun === null ? null : { ...lastRun, problems: lastRun.problems.map(localise) },
    stays: statusesAt(stays, nowMs).map((stay) => ({ ...stay, because: stay.because && localise(stay.because) })),
    problems: knownProblems(state).map(localise),
    localization,
    system,
  };
}
