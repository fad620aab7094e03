/** What a run knows of each arrival when it ends; of those who come soon, or are there, it is kept for later runs and after a restart. */
import type { BookingFetch } from '../../../shared/domain/booking.ts';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { MemoryChange, Remembered } from '../../../shared/domain/memory.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { LAST_READ } from '../../../shared/domain/readiness.ts';
import type { Arrival, LastRead } from '../../../shared/domain/readiness.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { arrivalsOf } from '../../../shared/readiness/arrivals.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import type { HistoryStore } from '../ports/storage.ts';
import { sameValue } from '../values/same-value.ts';

/** How long before its beginning a stay is kept. */
export const KEPT_AHEAD_MS = 72 * HOUR_MS;

export interface EndedRun {
  readonly report: RunReport;
  /** What would be planned without the locks, for a run that could not plan because it could not read them. */
  readonly withoutLocks: Plan | null;
  readonly bookings: BookingFetch | null;
  readonly settings: Settings;
  /** Set when the run says nothing about any other stay. */
  readonly claim?: ClaimId;
  readonly nowMs: number;
}

/** The report with what is known of each arrival. A run that read no bookings leaves what was known before. */
export function rememberArrivals(history: Pick<HistoryStore, 'memory' | 'remember'>, run: EndedRun): RunReport {
  const { report, withoutLocks, bookings, settings, claim, nowMs } = run;
  if (bookings === null || report.run.mode !== 'live') return report;
  const { remembered } = history.memory();
  const problems = [...report.problems, ...(withoutLocks?.problems ?? [])];
  const read = { ...report, problems, stays: withoutLocks?.stays ?? report.stays };
  const all = arrivalsOf({ report: read, settings, remembered, listAtMs: report.listsReadAtMs ?? new Map(), nowMs });
  const arrivals = claim === undefined ? all : all.filter(({ bookingId }) => bookingId === claim);
  const isWhole = claim === undefined && bookings.complete && withoutLocks === null;
  history.remember(changesOf(arrivals, isWhole ? lastReadOf(run, remembered) : null, claim ?? null, remembered, nowMs));
  // Of later stays it is known better what the last run saw that could read the locks.
  return { ...report, arrivals: withoutLocks === null ? arrivals : arrivals.filter((arrival) => isKept(arrival, nowMs)) };
}

function lastReadOf({ report, settings, nowMs }: EndedRun, remembered: Remembered): LastRead {
  const before = remembered['last-read'].get(LAST_READ)?.lists ?? {};
  const times = [...new Set(placesOf(settings.mapping).map(({ lockId }) => lockId))].flatMap((lockId) => {
    const atMs = report.listsReadAtMs?.get(lockId) ?? before[String(lockId)];
    return atMs === undefined ? [] : [[String(lockId), atMs] as const];
  });
  return { bookingsAtMs: nowMs, lists: Object.fromEntries(times) };
}

/** Only what changed. `lastRead`: null where the run did not read everything, and says nothing about stays that are missing. */
function changesOf(
  arrivals: readonly Arrival[],
  lastRead: LastRead | null,
  claim: ClaimId | null,
  { arrival: known }: Remembered,
  nowMs: number,
): readonly MemoryChange[] {
  const kept = new Map(arrivals.filter((arrival) => isKept(arrival, nowMs)).map((arrival) => [String(arrival.bookingId), arrival]));
  const isGone = (key: string, arrival: Arrival): boolean =>
    !kept.has(key) && (!isKept(arrival, nowMs) || lastRead !== null || arrival.bookingId === claim);
  return [
    ...[...known].filter(([key, arrival]) => isGone(key, arrival)).map(([key]): MemoryChange => ({ kind: 'arrival', key, value: null })),
    ...[...kept]
      .filter(([key, arrival]) => lastRead === null || !isSame(arrival, known.get(key)))
      .map(([key, value]): MemoryChange => ({ kind: 'arrival', key, value })),
    ...(lastRead === null ? [] : [{ kind: 'last-read', key: LAST_READ, value: lastRead } as const]),
  ];
}

function isKept({ startMs, endMs }: Arrival, nowMs: number): boolean {
  return startMs - nowMs <= KEPT_AHEAD_MS && endMs > nowMs;
}

/** But for when it was read, which is kept for all at once. */
function isSame(arrival: Arrival, before: Arrival | undefined): boolean {
  if (before === undefined) return false;
  const doors = arrival.doors.map((door, index) => {
    const known = before.doors[index];
    return door.state === 'verified' && known?.state === 'verified' ? { ...door, verifiedAtMs: known.verifiedAtMs } : door;
  });
  return sameValue({ ...arrival, doors, readAtMs: before.readAtMs }, before);
}
