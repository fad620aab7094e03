/** What a notification may be about at a moment, and how each trouble stands. Pure; the policy decides what is shown. */
import type { AppSnapshot, StayStatus, WindowTarget } from '../../../shared/domain/app-state.ts';
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../shared/errors.ts';
import type { KeychainSystem } from '../../../shared/errors.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import type { AppState } from '../status/app-state.ts';
import { isVerified } from '../status/arrival-status.ts';
import { NEAR_ARRIVAL_MS, UNREACHABLE_RUNS } from './attention.ts';
import type { NoticeCategory } from './notice-types.ts';
import { failureMessage } from '../status/localise.ts';
import { unitWords } from '../values/unit-words.ts';
import type { Localization } from '../status/localization.ts';

export type FailureCategory = Exclude<NoticeCategory, 'recovered'>;

export interface NoticeFacts {
  /** Made from the state, at `nowMs`. */
  readonly snapshot: Pick<AppSnapshot, 'stays' | 'holds' | 'isOnline' | 'connections'>;
  readonly state: Pick<AppState, 'health' | 'keychain' | 'planProblems'>;
  readonly nowMs: number;
  readonly localization: Pick<Localization, 'text' | 'formats'>;
  /** Whose keychain it is. */
  readonly system: KeychainSystem;
}

interface TroubleBase {
  readonly key: string;
  readonly category: FailureCategory;
}
/**
 * `due`: the user should know; each facet is told once. `standing`: not over, but not worth a word now.
 * `over`: in order, so that a user who was told is told that too. A trouble that is not listed has gone without having been mended.
 */
export type Trouble =
  | (TroubleBase & { readonly status: 'due' } & DueParts)
  | (TroubleBase & { readonly status: 'standing' })
  | (TroubleBase & { readonly status: 'over'; readonly words: string; readonly target: WindowTarget });
export interface DueParts {
  readonly facets: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly isUrgent: boolean;
  readonly target: WindowTarget;
  /** Set for arrivals, which are told together when there are several. */
  readonly arrival: { readonly unitName: string; readonly bookingId: number } | null;
  /** True for arrivals so near that even quiet hours give way. */
  readonly breaksQuiet: boolean;
}

/** Most pressing first. */
export function troublesOf(facts: NoticeFacts): readonly Trouble[] {
  return [...arrivals(facts), ...credentials(facts), keychain(facts), ...held(facts), ...unreachable(facts)];
}

const THRESHOLDS_MS = [24 * HOUR_MS, 6 * HOUR_MS, HOUR_MS];
const BREAKS_QUIET_MS = 6 * HOUR_MS;
/** Guests come late: so long after check-in an arrival without a confirmed code is still told, as one within the hour. */
const MAY_STILL_ARRIVE_MS = 6 * HOUR_MS;

function arrivals({ snapshot, nowMs, localization: { text, formats } }: NoticeFacts): readonly Trouble[] {
  return snapshot.stays.flatMap((status): Trouble[] => {
    const { stay, startMs } = status;
    const { id } = stay.booking;
    const base = { key: `arrival:${id}`, category: 'arrival' } as const;
    const target: WindowTarget = { view: 'arrivals', bookingId: id };
    if (isVerified(status))
      return [{ ...base, status: 'over', words: text('notice.recovered-arrival', { unit: unitWords(stay.unitName, text) }), target }];
    if (!mayArrive(status, nowMs)) return [];
    const reached = THRESHOLDS_MS.filter((threshold) => startMs - nowMs <= threshold);
    // Moved to another day it is another arrival.
    const facets = reached.map((threshold) => `${startMs}:${threshold / HOUR_MS}`);
    return [
      {
        ...base,
        status: 'due',
        facets,
        title: startMs <= nowMs ? text('notice.arrival-now-title') : text('notice.arrival-title', { time: formats.time(startMs) }),
        body: text('notice.arrival-body', { unit: unitWords(stay.unitName, text) }),
        isUrgent: startMs - nowMs <= BREAKS_QUIET_MS,
        target,
        arrival: { unitName: stay.unitName, bookingId: id },
        breaksQuiet: startMs - nowMs <= BREAKS_QUIET_MS,
      },
    ];
  });
}

function mayArrive({ startMs, endMs }: StayStatus, nowMs: number): boolean {
  return startMs - nowMs <= NEAR_ARRIVAL_MS && nowMs - startMs <= MAY_STILL_ARRIVE_MS && endMs > nowMs;
}

function credentials({ snapshot, state, localization: { text } }: NoticeFacts): readonly Trouble[] {
  return CLOUD_NAMES.flatMap((cloud): Trouble[] => {
    const base = { key: `credentials:${cloud}`, category: 'credentials' } as const;
    const target: WindowTarget = { view: 'accounts', cloud };
    const { isRejected, credentialsRevision } = state.health[cloud];
    const { stored, lastTest } = snapshot.connections[cloud];
    if (isRejected) {
      return [
        {
          ...base,
          ...PLAIN,
          status: 'due',
          facets: [`rejected:${credentialsRevision}`],
          title: text('notice.rejected-title', { cloud: CLOUD_TITLES[cloud] }),
          body: text('notice.rejected-body'),
          isUrgent: true,
          target,
        },
      ];
    }
    if (lastTest !== null && lastTest.failure === null) {
      return [{ ...base, status: 'over', words: text('notice.recovered-credentials', { cloud: CLOUD_TITLES[cloud] }), target }];
    }
    return stored ? [{ ...base, status: 'standing' }] : [];
  });
}

/** Without the keychain there are no credentials: to the user it is the same trouble. */
function keychain({ state, snapshot, system, localization: { text } }: NoticeFacts): Trouble {
  const target: WindowTarget = { view: 'accounts', cloud: null };
  const base = { key: 'keychain', category: 'credentials' } as const;
  if (state.keychain !== null) {
    return {
      ...base,
      ...PLAIN,
      status: 'due',
      facets: [state.keychain.kind],
      title: text('notice.keychain-title'),
      body: failureMessage(state.keychain, text, system),
      isUrgent: true,
      target,
    };
  }
  // Right after the start nobody has asked the keychain yet.
  const wasAsked = CLOUD_NAMES.some((cloud) => snapshot.connections[cloud].lastTest !== null);
  return wasAsked ? { ...base, status: 'over', words: text('notice.recovered-keychain'), target } : { ...base, status: 'standing' };
}

/** Each hold is a facet: one more waiting is told, one less is not. The user ends them himself, so nothing is said when they are gone. */
function held({ snapshot, state, localization: { text } }: NoticeFacts): readonly Trouble[] {
  const { holds } = snapshot;
  const hasNoBookings = state.planProblems.some((problem) => problem.kind === 'no-bookings');
  if (holds.length === 0 && !hasNoBookings) return [];
  const [first] = holds;
  return [
    {
      ...PLAIN,
      key: 'held',
      category: 'held',
      status: 'due',
      facets: [...new Set([...holds.map((hold) => hold.key), ...(hasNoBookings ? ['no-bookings'] : [])])],
      title: holds.length === 0 ? text('notice.run-held-title') : text('notice.held-title', { count: holds.length }),
      body: text('notice.held-body'),
      isUrgent: false,
      target: { view: 'arrivals', bookingId: holds.length === 1 && first !== undefined ? first.bookingId : null },
    },
  ];
}

function unreachable({ snapshot, state, nowMs, localization: { text, formats } }: NoticeFacts): readonly Trouble[] {
  const hasArrival = snapshot.stays.some(({ startMs }) => startMs > nowMs && startMs - nowMs <= NEAR_ARRIVAL_MS);
  return CLOUD_NAMES.flatMap((cloud): Trouble[] => {
    const target: WindowTarget = { view: 'accounts', cloud };
    const base = { key: `unreachable:${cloud}`, category: 'unreachable' } as const;
    const { unreachableRuns, unreachableSinceMs, lastSuccessMs, isRejected } = state.health[cloud];
    // It answers again, but what it answers is told as another trouble.
    if (isRejected) return [];
    if (unreachableRuns === 0 && lastSuccessMs !== null) {
      return [{ ...base, status: 'over', words: text('notice.recovered-cloud', { cloud: CLOUD_TITLES[cloud] }), target }];
    }
    const isDue = snapshot.isOnline && (unreachableRuns >= UNREACHABLE_RUNS || (unreachableRuns > 0 && hasArrival));
    if (!isDue) return [{ ...base, status: 'standing' }];
    return [
      {
        ...base,
        ...PLAIN,
        status: 'due',
        facets: ['down'],
        title: text('notice.unreachable-title', { cloud: CLOUD_TITLES[cloud] }),
        body: text('notice.unreachable-body', { time: formats.time(unreachableSinceMs ?? nowMs) }),
        isUrgent: false,
        target,
      },
    ];
  });
}

const PLAIN = { arrival: null, breaksQuiet: false } as const;
