/** The headline: what there is to do, else whether every guest gets in. It never says "all" where somebody may be missing. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { LinkName } from '../../../shared/domain/readiness.ts';
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import { CLOUD_NAMES } from '../../../shared/errors.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import type { LocalDate } from '../../../shared/time.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { guestRows, isExpected, sectionOf, WEEK_DAYS } from './rows.ts';
import type { GuestRow } from './rows.ts';

interface Reading {
  /** Bookings that cannot be read, so that their guests are not listed. */
  readonly missing: number;
  /** `incomplete`: pages of the list are missing; `empty`: it had no booking at all, which may be an error. */
  readonly list: 'whole' | 'incomplete' | 'empty';
  /** A newer sync could not read the stays. */
  readonly isEarlier: boolean;
}
interface Overview extends Reading {
  /** Guests who stay now, and those who arrive within the week, with a code or without. */
  readonly count: number;
  readonly ready: number;
  readonly onTheirWay: number;
}

/** Stays that are older, or that the last sync could not read, are shown with the time they were read. */
const FRESH_MS = HOUR_MS;
/** Reports cut their times to the second. */
const ROUNDING_MS = 1_000;

/** A booking with one of these problems may be no row. */
const NO_ROW: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'unmapped-unit',
  'unknown-booking-type',
  'bad-booking-dates',
  'booking-unreadable',
]);
/** Whatever is doubtful about these, the code works. */
const BESIDE_THE_CODE: ReadonlySet<LinkName> = new Set(['battery', 'guest']);

function overviewOf(snapshot: AppSnapshot, nowMs: number, today: LocalDate): Overview {
  const soon = guestRows(snapshot).filter((row) => isGuest(row) && sectionOf(row, nowMs, today) !== 'later');
  return {
    count: soon.length,
    ready: soon.filter(hasWorkingCode).length,
    onTheirWay: soon.filter(({ state }) => state === 'on-its-way').length,
    ...readingOf(snapshot),
  };
}

function readingOf(snapshot: AppSnapshot): Reading {
  const problems = snapshot.lastRun?.problems ?? [];
  const listed = new Set(guestRows(snapshot).map(({ bookingId }) => bookingId));
  const missing = problems.flatMap(({ kind, bookingId }) =>
    NO_ROW.has(kind) && bookingId !== undefined && !listed.has(bookingId) ? [bookingId] : [],
  );
  const kinds = new Set(problems.map(({ kind }) => kind));
  return {
    missing: new Set(missing).size,
    list: kinds.has('no-bookings') ? 'empty' : kinds.has('bookings-incomplete') ? 'incomplete' : 'whole',
    isEarlier: isFromEarlierRun(snapshot),
  };
}

/** Somebody who stays or comes: not who left, whose booking is gone, or who needs no code. */
function isGuest(row: GuestRow): boolean {
  return isExpected(row) && row.state !== 'left' && row.state !== 'no-code';
}

function hasWorkingCode({ state, status }: GuestRow): boolean {
  if (state === 'ready') return true;
  return (
    state === 'check' &&
    status?.links.every(({ name, state: of }) => of === 'unknown' || (of === 'doubtful' && BESIDE_THE_CODE.has(name))) === true
  );
}

function isFromEarlierRun({ staysReadAtMs, lastRun }: AppSnapshot): boolean {
  if (staysReadAtMs === null || lastRun === null) return false;
  return staysReadAtMs + ROUNDING_MS < Date.parse(lastRun.run.finishedAt);
}

function isNobodyMissing({ list, missing, isEarlier }: Reading): boolean {
  return list === 'whole' && missing === 0 && !isEarlier;
}

/** There are stays, every one is ready, and none is missing from the list. */
export function isEverythingInPlace({ snapshot }: Pick<TextContext, 'snapshot'>): boolean {
  if (snapshot.staysReadAtMs === null) return false;
  const guests = guestRows(snapshot).filter(isGuest);
  if (guests.length === 0 || guests.some(({ state }) => state !== 'ready')) return false;
  return isNobodyMissing(readingOf(snapshot));
}

export interface Headline {
  readonly title: string;
  /** More sentences; null: there is nothing more to say. */
  readonly lead: string | null;
}

export function headlineOf({ snapshot, t, formats, nowMs }: TextContext): Headline {
  const { attention, staysReadAtMs, firstStepsDone } = snapshot;
  const urgent = attention.filter(({ severity }) => severity === 'urgent').length;
  const toDo = t(urgent === 0 ? 'today.to-do' : 'today.to-do-urgent', { count: attention.length, urgent });
  const isListed = firstStepsDone && attention.length > 0;
  if (staysReadAtMs === null) return { title: isListed ? toDo : t('shell.today'), lead: null };
  const overview = overviewOf(snapshot, nowMs, formats.dateAt(nowMs));
  const guests = guestsText(overview, t);
  const notes = notesOf(overview, { snapshot, t, formats, nowMs }).join(' ');
  if (isListed) return { title: toDo, lead: notes === '' ? guests : `${guests}. ${notes}` };
  return { title: guests, lead: notes === '' ? null : notes };
}

function guestsText(overview: Overview, t: TextContext['t']): string {
  const { count, ready } = overview;
  const days = WEEK_DAYS;
  if (count === 0) return isNobodyMissing(overview) ? t('today.nobody', { days }) : t('today.nobody-known');
  if (ready < count) return t('today.some-ready', { ready, count, days });
  return isNobodyMissing(overview) ? t('today.all-ready', { count, days }) : t('today.known-ready', { count, days });
}

function notesOf({ onTheirWay, missing, list, isEarlier }: Overview, { snapshot, t, formats, nowMs }: TextContext): readonly string[] {
  const { staysReadAtMs } = snapshot;
  const isOld = staysReadAtMs !== null && (isEarlier || nowMs - staysReadAtMs > FRESH_MS);
  return [
    ...(isOld ? [t('today.as-of', { time: formats.instant(staysReadAtMs, nowMs) })] : []),
    ...(onTheirWay > 0 ? [t('today.also-coming', { count: onTheirWay })] : []),
    ...(missing > 0 ? [t('today.missing', { count: missing })] : []),
    ...(list === 'whole' ? [] : [t(`today.list-${list}`)]),
  ];
}

export type NoStaysReason = 'loading' | 'first-steps' | 'connect' | 'offline' | 'paused' | 'failed' | 'first-run' | 'none';

/** Why the list is empty. null: there are guests, or the headline says already why there are none. */
export function whyNoStays({ snapshot }: Pick<TextContext, 'snapshot'>): NoStaysReason | null {
  const { staysReadAtMs, activity, connections, isOnline, pause, lastRun, firstStepsDone } = snapshot;
  if (guestRows(snapshot).length > 0) return null;
  if (!firstStepsDone) return 'first-steps';
  if (staysReadAtMs !== null) return isNobodyMissing(readingOf(snapshot)) ? 'none' : null;
  if (activity === 'starting' || activity === 'syncing') return 'loading';
  if (CLOUD_NAMES.some((cloud) => !connections[cloud].stored)) return 'connect';
  if (!isOnline) return 'offline';
  if (pause.kind !== 'none') return 'paused';
  return lastRun?.run.outcome === 'failed' ? 'failed' : 'first-run';
}
