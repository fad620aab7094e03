/** The state as it is at one moment, in the user's language: what the snapshot, the tray and the notices are made from. Pure. */
import type { LastRun, Names, StayStatus } from '../../../shared/domain/app-state.ts';
import type { Stay } from '../../../shared/domain/plan.ts';
import type { ShownProblem } from '../../../shared/domain/problem.ts';
import type { Pause } from '../../../shared/domain/settings.ts';
import type { KeychainSystem } from '../../../shared/errors.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { activePause } from '../schedule/schedule-policy.ts';
import { knownProblems } from './app-state.ts';
import type { AppState } from './app-state.ts';
import { judgedArrivals } from './arrivals.ts';
import type { JudgedArrival } from './arrivals.ts';
import { problemLocaliser } from './localise.ts';
import type { Localization } from './localization.ts';
import { MAX_SHOWN_STAYS, operationFits, otherFits, stayFits } from './misfits.ts';
import { guestNames, namesOf, withBookedUnits } from './names.ts';
import type { GuestNames } from './names.ts';

/** While a lock cannot be read, its codes count as verified for this long after they last were. */
const VERIFICATION_LASTS_MS = 6 * HOUR_MS;

/** Stays and pause are as they are at `nowMs`. */
export interface Facts extends Omit<AppState, 'lastRun' | 'stays' | 'arrivals'> {
  readonly nowMs: number;
  readonly pause: Pause;
  readonly names: Names;
  /** What sentences call units and doors: those of bookings in units without a door, too. */
  readonly calledNames: Names;
  readonly guests: GuestNames;
  /** Everything known to be wrong. */
  readonly problems: readonly ShownProblem[];
  readonly lastRun: LastRun | null;
  readonly stays: readonly StayStatus[];
  /** In order of arrival, without those that are over; before the first sync those that earlier runs remember. */
  readonly arrivals: readonly JudgedArrival[];
  /** How many stays and holds are missing here because they do not fit, or are too many. */
  readonly leftOut: number;
  readonly localization: Localization;
  /** Whose keychain it is: the advice differs. */
  readonly system: KeychainSystem;
}

export function factsAt(state: AppState, nowMs: number, { localization, system }: Pick<Facts, 'localization' | 'system'>): Facts {
  const names = namesOf(state.settings.mapping);
  const guests = guestNames(state);
  const calledNames = withBookedUnits(names, state);
  const localise = problemLocaliser(localization, calledNames, guests);
  const { lastRun } = state;
  const arrivals = judgedArrivals(state, nowMs, localization, localise);
  const fitting = new Map(state.stays.filter((stay) => stayFits({ stay })).map((stay) => [stay.booking.id, stay]));
  const stays = arrivals
    .flatMap((judged) => statusOf(judged, fitting.get(judged.arrival.bookingId), nowMs) ?? [])
    .slice(0, MAX_SHOWN_STAYS);
  const holds = state.holds.filter(operationFits);
  const shown = new Set(stays.map(({ stay }) => stay.booking.id));
  const { sending } = state.settings;
  return {
    ...state,
    holds,
    others: state.others.filter(otherFits),
    tellings: state.tellings.filter(({ bookingId, way }) => sending[way] && shown.has(bookingId)),
    leftOut:
      Math.max(0, state.stays.length - fitting.size) + Math.max(0, fitting.size - MAX_SHOWN_STAYS) + state.holds.length - holds.length,
    nowMs,
    names,
    calledNames,
    guests,
    pause: activePause(state.settings.pause, nowMs),
    lastRun: lastRun === null ? null : { ...lastRun, problems: lastRun.problems.map(localise) },
    stays,
    arrivals,
    problems: knownProblems(state).map(localise),
    localization,
    system,
  };
}

/** null: the last plan does not have it. */
function statusOf({ arrival, shown }: JudgedArrival, stay: Stay | undefined, nowMs: number): StayStatus | null {
  if (stay === undefined) return null;
  const { startMs, endMs, doors } = arrival;
  const verified = doors.filter(
    ({ state, verifiedAtMs: atMs }) => state === 'verified' || (atMs !== null && nowMs - atMs <= VERIFICATION_LASTS_MS),
  );
  const { booking, unitName, doors: planned } = stay;
  return {
    stay: { booking, unitName, doors: planned },
    ...shown,
    startMs,
    endMs,
    verifiedPlaces: verified.map(({ lockId, keypadId }) => ({ lockId, keypadId })),
  };
}
