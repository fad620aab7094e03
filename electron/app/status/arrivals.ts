/** Whether each guest who is known to come will get in, as it is at one moment, in the user's language. Pure. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { LINK_NAMES } from '../../../shared/domain/readiness.ts';
import type { Arrival, LinkName, Readiness } from '../../../shared/domain/readiness.ts';
import type { Problem, ShownProblem } from '../../../shared/domain/problem.ts';
import { isBrief, linkSentence } from '../../../shared/i18n/link-text.ts';
import type { ReadinessFacts } from '../../../shared/readiness/facts.ts';
import { judgeArrival } from '../../../shared/readiness/judge.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { isPaused } from '../schedule/schedule-policy.ts';
import type { AppState } from './app-state.ts';
import type { Localization } from './localization.ts';
import { MAX_SHOWN_STAYS } from './misfits.ts';
import { KEPT_AHEAD_MS } from './remember-arrivals.ts';

export interface JudgedArrival {
  readonly arrival: Arrival;
  readonly readiness: Readiness;
  readonly shown: Pick<StayStatus, 'verdict' | 'worst' | 'because' | 'links'>;
}

/** In order of arrival, without those that are over. */
export function judgedArrivals(
  state: AppState,
  nowMs: number,
  { text, formats }: Localization,
  localise: (problem: Problem) => ShownProblem,
): readonly JudgedArrival[] {
  const facts = readinessFacts(state, nowMs);
  const locks = new Map(state.settings.mapping.locks.map(({ lockId, name }) => [lockId, name]));
  const problems = Map.groupBy(state.planProblems, ({ bookingId }) => bookingId);
  return [...state.arrivals.values()]
    .filter(({ endMs }) => endMs > nowMs)
    .sort((one, other) => one.startMs - other.startMs || one.bookingId - other.bookingId)
    .slice(0, MAX_SHOWN_STAYS)
    .map((arrival): JudgedArrival => {
      const readiness = judgeArrival(arrival, facts);
      const { verdict, worst, links } = readiness;
      const sentence = (name: LinkName): string | null => {
        const { lockId } = links[name];
        return linkSentence(links[name], text, formats, lockId === undefined ? '' : (locks.get(lockId) ?? ''));
      };
      const message = worst === null ? null : sentence(worst);
      const because = worst === null || message === null ? null : becauseOf(arrival, links[worst], message, problems, localise);
      const shown = LINK_NAMES.flatMap((name) => {
        const { state: of } = links[name];
        const isLater = arrival.startMs - nowMs > KEPT_AHEAD_MS;
        return of === 'good' || (of === 'unknown' && isLater)
          ? []
          : [{ name, state: of, message: of === 'unknown' ? null : sentence(name) }];
      });
      return { arrival, readiness, shown: { verdict, worst, because, links: shown } };
    });
}

/** The problem of the last plan that the link is about, else that of its lock: its kind says what helps. */
function becauseOf(
  { bookingId }: Arrival,
  { because, lockId }: Readiness['links'][LinkName],
  message: string,
  problems: ReadonlyMap<BookingId | undefined, readonly Problem[]>,
  localise: (problem: Problem) => ShownProblem,
): ShownProblem {
  const known = [...(problems.get(bookingId) ?? []), ...(problems.get(undefined) ?? [])];
  const same = known.filter(({ text }) => text.key === because?.key);
  const problem = same.find((one) => one.lockId === undefined || one.lockId === lockId) ?? same[0];
  if (problem !== undefined) return { ...localise(problem), ...(isBrief(problem.text.key) && { message }) };
  const ofLock = known.find((one) => one.bookingId === undefined && one.lockId !== undefined && one.lockId === lockId);
  if (ofLock !== undefined) return { ...localise(ofLock), message };
  return { kind: 'unverified', message, retryable: true, bookingId, ...(lockId === undefined ? {} : { lockId }) };
}

function readinessFacts(state: AppState, nowMs: number): ReadinessFacts {
  const { silence, settings, health, doors } = state;
  const intervalMs = silence.periodMs > 0 ? silence.periodMs : HOUR_MS;
  const asleepMs = silence.workedAtMs === null ? 0 : nowMs - silence.workedAtMs - silence.awakeMs;
  return {
    nowMs,
    intervalMs,
    ...doors,
    computer: {
      isPaused: isPaused(settings.pause, nowMs),
      isRejected: Object.values(health).some(({ isRejected }) => isRejected),
      hasMissedTwoSyncs: asleepMs >= 2 * intervalMs,
    },
  };
}
