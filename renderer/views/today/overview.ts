/** The line above the list: whether every guest gets in. It never says "all" where somebody may be missing. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Verdict } from '../../../shared/domain/readiness.ts';
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import { CLOUD_NAMES } from '../../../shared/errors.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import type { LocalDate } from '../../../shared/time.ts';
import type { Message, TextContext } from '../../lib/text-context.ts';
import { groupOf, WEEK_DAYS } from '../stay/stay-model.ts';

interface Overview {
  /** Guests who stay now, and those who arrive within the week. */
  readonly count: number;
  readonly ready: number;
  readonly onTheirWay: number;
  readonly toCheck: number;
  readonly needYou: number;
  /** Of those who arrive after the week. */
  readonly needYouLater: number;
  /** Bookings that get no code, because their unit has no door or they cannot be understood. null: there are some, their number is unknown. */
  readonly withoutCode: number | null;
  /** `incomplete`: pages of the list are missing; `empty`: it had no booking at all, which may be an error. */
  readonly list: 'whole' | 'incomplete' | 'empty';
}

/** Stays that are older, or that the last sync could not read, are shown with the time they were read. */
const FRESH_MS = HOUR_MS;
/** Reports cut their times to the second. */
const ROUNDING_MS = 1_000;

/** A booking with one of these problems never becomes a stay, so its guest is not in the list. */
const NEVER_A_STAY: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['unmapped-unit', 'unknown-booking-type', 'bad-booking-dates']);

function overviewOf(snapshot: AppSnapshot, nowMs: number, today: LocalDate): Overview {
  const { stays, lastRun } = snapshot;
  const { soon = [], later = [] } = Object.groupBy(stays, (status) => (groupOf(status, nowMs, today) === 'later' ? 'later' : 'soon'));
  const count = (verdict: Verdict, of = soon): number => of.filter((status) => status.verdict === verdict).length;
  const problems = new Set(lastRun?.problems.map(({ kind }) => kind));
  return {
    count: soon.length,
    ready: count('ready'),
    onTheirWay: count('on-its-way'),
    toCheck: count('check'),
    needYou: count('action-needed'),
    needYouLater: count('action-needed', later),
    withoutCode: withoutCode(snapshot),
    list: problems.has('no-bookings') ? 'empty' : problems.has('bookings-incomplete') ? 'incomplete' : 'whole',
  };
}

/** True when a newer sync could not read the stays. */
function isFromEarlierRun({ staysReadAtMs, lastRun }: AppSnapshot): boolean {
  if (staysReadAtMs === null || lastRun === null) return false;
  return staysReadAtMs + ROUNDING_MS < Date.parse(lastRun.run.finishedAt);
}

function withoutCode(snapshot: AppSnapshot): number | null {
  const { stays, lastRun, attention } = snapshot;
  // The last sync could not read the bookings, so only those that need the user are known.
  if (isFromEarlierRun(snapshot)) {
    return attention.some(({ target }) => target.view === 'doors' && target.unitId !== null) ? null : 0;
  }
  const listed = new Set(stays.map(({ stay }) => stay.booking.id));
  const missing = (lastRun?.problems ?? []).flatMap(({ kind, bookingId }) =>
    NEVER_A_STAY.has(kind) && bookingId !== undefined && !listed.has(bookingId) ? [bookingId] : [],
  );
  return new Set(missing).size;
}

/** There are stays, every one is ready, and none is missing from the list. */
export function isEverythingInPlace({ snapshot, formats, nowMs }: TextContext): boolean {
  if (snapshot.staysReadAtMs === null || isFromEarlierRun(snapshot)) return false;
  if (snapshot.stays.length === 0 || snapshot.stays.some(({ verdict }) => verdict !== 'ready')) return false;
  const overview = overviewOf(snapshot, nowMs, formats.dateAt(nowMs));
  return overview.withoutCode === 0 && overview.list === 'whole';
}

export interface OverviewText extends Message {
  /** Whole sentences with more facts. */
  readonly notes: readonly string[];
}

export function overviewText({ snapshot, t, formats, nowMs }: TextContext): OverviewText {
  const { staysReadAtMs } = snapshot;
  const overview = overviewOf(snapshot, nowMs, formats.dateAt(nowMs));
  const isOld = staysReadAtMs !== null && (isFromEarlierRun(snapshot) || nowMs - staysReadAtMs > FRESH_MS);
  const { tone, text } = headline(overview, t);
  return {
    // What was true an hour ago is no reason for green.
    tone: tone === 'good' && isOld ? 'waiting' : tone,
    text,
    notes: [
      ...(isOld ? [t('arrivals.as-of', { time: formats.instant(staysReadAtMs, nowMs) })] : []),
      ...(overview.needYou > 0 && overview.onTheirWay > 0 ? [t('arrivals.also-coming', { count: overview.onTheirWay })] : []),
      ...(overview.needYouLater > 0 ? [t('arrivals.also-later', { count: overview.needYouLater })] : []),
      ...missingNotes(overview, t),
    ],
  };
}

function headline({ count, ready, needYou, toCheck, onTheirWay, list, withoutCode }: Overview, t: TextContext['t']): Message {
  const days = WEEK_DAYS;
  const isNobodyMissing = list === 'whole' && withoutCode === 0;
  if (needYou > 0) {
    const text = count === 1 ? t('arrivals.need-you-only', { days }) : t('arrivals.need-you', { count: needYou, total: count, days });
    return { tone: 'urgent', text };
  }
  if (count === 0) {
    return isNobodyMissing
      ? { tone: 'neutral', text: t('arrivals.nobody', { days }) }
      : { tone: 'warning', text: t('arrivals.nobody-known') };
  }
  if (toCheck > 0) return { tone: 'warning', text: t('arrivals.to-check', { count: toCheck, total: count, days }) };
  if (ready === 0) return { tone: 'waiting', text: t('arrivals.all-coming', { count, days }) };
  if (onTheirWay > 0) return { tone: 'waiting', text: t('arrivals.some-coming', { count: onTheirWay, ready, total: count, days }) };
  return isNobodyMissing
    ? { tone: 'good', text: t('arrivals.all-in', { count, days }) }
    : { tone: 'warning', text: t('arrivals.known-in', { count, days }) };
}

function missingNotes({ withoutCode, list }: Overview, t: TextContext['t']): readonly string[] {
  return [
    ...(withoutCode === null ? [t('arrivals.some-without-code')] : []),
    ...(withoutCode !== null && withoutCode > 0 ? [t('arrivals.without-code', { count: withoutCode })] : []),
    ...(list === 'whole' ? [] : [t(`arrivals.list-${list}`)]),
  ];
}

export type NoStaysReason = 'loading' | 'first-steps' | 'connect' | 'offline' | 'paused' | 'failed' | 'first-run' | 'none';

/** Why the list is empty. null: there are stays, or the line above already says why there are none. */
export function whyNoStays({ snapshot, formats, nowMs }: Omit<TextContext, 't'>): NoStaysReason | null {
  const { stays, staysReadAtMs, activity, connections, isOnline, pause, lastRun, firstStepsDone } = snapshot;
  if (stays.length > 0) return null;
  if (!firstStepsDone) return 'first-steps';
  if (staysReadAtMs !== null) {
    const { list, withoutCode } = overviewOf(snapshot, nowMs, formats.dateAt(nowMs));
    return list === 'whole' && withoutCode === 0 ? 'none' : null;
  }
  if (activity === 'starting' || activity === 'syncing') return 'loading';
  if (CLOUD_NAMES.some((cloud) => !connections[cloud].stored)) return 'connect';
  if (!isOnline) return 'offline';
  if (pause.kind !== 'none') return 'paused';
  return lastRun?.run.outcome === 'failed' ? 'failed' : 'first-run';
}
