/** Who gets in, in numbers: what the line above the list says. Never "all" where somebody may be missing. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { groupOf } from './groups.ts';

type Known = Pick<AppSnapshot, 'stays' | 'staysReadAtMs' | 'lastRun' | 'attention'>;

export interface Overview {
  /** Guests in the house, and those who arrive within the week. */
  readonly count: number;
  readonly ready: number;
  readonly onTheirWay: number;
  readonly needYou: number;
  /** Of those who arrive after the week. */
  readonly needYouLater: number;
  /** Bookings no code is made for, because their unit has no door or they cannot be understood. `null`: some, nobody counted. */
  readonly withoutCode: number | null;
  /** `incomplete`: the list of bookings came in parts; `empty`: it came without any booking, which nobody believes. */
  readonly list: 'whole' | 'incomplete' | 'empty';
}

/** Stays the last run did not read, or from more than an hour ago, are shown with the time they are from. */
const FRESH_MS = 3_600_000;
/** Reports cut their times to the second. */
const ROUNDING_MS = 1_000;

/** Kinds of a booking that never becomes a stay: its guest is not in the list at all. */
const NEVER_A_STAY: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['unmapped-unit', 'unknown-booking-type', 'bad-booking-dates']);

export function overviewOf(known: Known, nowMs: number, today: LocalDate): Overview {
  const { stays, lastRun } = known;
  const isSoon = stays.map((status) => groupOf(status, nowMs, today) !== 'later');
  const soon = stays.filter((_status, index) => isSoon[index]);
  const having = (verdict: string): number => soon.filter((status) => status.verdict === verdict).length;
  const problems = lastRun?.problems ?? [];
  const has = (kind: ProblemKind): boolean => problems.some((problem) => problem.kind === kind);
  return {
    count: soon.length,
    ready: having('ready'),
    onTheirWay: having('on-its-way'),
    needYou: having('needs-you'),
    needYouLater: stays.filter((status, index) => isSoon[index] !== true && status.verdict === 'needs-you').length,
    withoutCode: withoutCode(known),
    list: has('no-bookings') ? 'empty' : has('bookings-incomplete') ? 'incomplete' : 'whole',
  };
}

/** True when a newer run could not read the stays. */
export function isFromEarlierRun({ staysReadAtMs, lastRun }: Pick<Known, 'staysReadAtMs' | 'lastRun'>): boolean {
  if (staysReadAtMs === null || lastRun === null) return false;
  return staysReadAtMs + ROUNDING_MS < Date.parse(lastRun.run.finishedAt);
}

export function isOld(known: Pick<Known, 'staysReadAtMs' | 'lastRun'>, nowMs: number): boolean {
  return known.staysReadAtMs !== null && (isFromEarlierRun(known) || nowMs - known.staysReadAtMs > FRESH_MS);
}

function withoutCode(known: Known): number | null {
  const { stays, lastRun, attention } = known;
  if (!isFromEarlierRun(known)) {
    const listed = new Set(stays.map(({ stay }) => stay.booking.id));
    const missing = (lastRun?.problems ?? []).flatMap(({ kind, bookingId }) =>
      NEVER_A_STAY.has(kind) && bookingId !== undefined && !listed.has(bookingId) ? [bookingId] : [],
    );
    return new Set(missing).size;
  }
  // The run that read the stays is not the last one: its troubles are known only as far as they need the user.
  return attention.some(({ target }) => target.view === 'mapping' && target.unitId !== null) ? null : 0;
}
