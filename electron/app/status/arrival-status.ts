/** What each live stay means for its guest: is the code on every door, on its way, or does somebody have to act? Pure. */
import type { StayStatus, Verdict } from '../../../shared/domain/app-state.ts';
import type { BookingId, KeypadPlace } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Stay, StayDoor } from '../../../shared/domain/plan.ts';
import type { Problem, ProblemKind } from '../../../shared/domain/problem.ts';
import type { OperationStatus, RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { say } from '../../../shared/i18n/problem-text.ts';
import { HOUR_MS, instantOf } from '../../../shared/time.ts';

/** When a door of a stay was last read from its lock and was right. Epoch milliseconds by stay, door and window. */
export type LastVerified = ReadonlyMap<string, number>;

/** A lock that could not be read tells nothing new about its codes: for so long the last sight of them counts. */
const VERIFICATION_LASTS_MS = 6 * HOUR_MS;

type DoorState = 'verified' | 'waiting' | 'unread' | 'broken';

/** Sorted by start, then booking. Stays that are over at `nowMs` are left out. Unmapped units never come this far. */
export function stayStatuses(
  report: RunReport,
  settings: Settings,
  nowMs: number,
  lastVerified: LastVerified = new Map(),
): readonly StayStatus[] {
  const facts = factsOf(report);
  const clock = createLocalClock(settings, nowMs);
  const units = new Map(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const statuses = report.stays.map((stay): StayStatus => {
    const states = stay.doors.map((door) => settled(doorState(stay, door, facts), lastVerified.get(verifiedKey(stay, door)), nowMs));
    const unit = stay.booking.unitId === null ? null : (units.get(stay.booking.unitId) ?? null);
    const starts = stay.doors.map((door) => instantOf(door.window.start, clock.zoneAt(door, unit)));
    const ends = stay.doors.map((door) => instantOf(door.window.end, clock.zoneAt(door, unit)));
    const verdict = verdictOf(stay, states, facts);
    return {
      stay,
      verdict,
      because: verdict === 'needs-you' ? reasonOf(stay, states, facts) : null,
      startMs: Math.min(...starts),
      endMs: Math.max(...ends),
      verifiedPlaces: stay.doors
        .filter((_door, index) => states[index] === 'verified')
        .map(({ lockId, keypadId }) => ({ lockId, keypadId })),
    };
  });
  return statusesAt(
    statuses.sort((one, other) => one.startMs - other.startMs || one.stay.booking.id - other.stay.booking.id),
    nowMs,
  );
}

/** The same stays at a later moment: those over are left out, and a code still on its way when the guest may enter needs the user. */
export function statusesAt(stays: readonly StayStatus[], nowMs: number): readonly StayStatus[] {
  const isStale = (status: StayStatus): boolean => status.verdict === 'on-its-way' && status.startMs <= nowMs;
  if (!stays.some((status) => status.endMs <= nowMs || isStale(status))) return stays;
  return stays
    .filter((status) => status.endMs > nowMs)
    .map((status) =>
      isStale(status) ? { ...status, verdict: 'needs-you' as const, because: notConfirmed(status.stay.booking.id) } : status,
    );
}

/** True when every door's code was read from its lock and was right. A stay may be so and still need the user (two PINs). */
export function isVerified({ stay, verifiedPlaces }: StayStatus): boolean {
  return stay.doors.length > 0 && verifiedPlaces.length >= stay.doors.length;
}

/** What has been seen on the locks up to this run; of stays that are not in the report nothing is kept. */
export function lastVerifiedAfter(report: RunReport, seenAtMs: number, before: LastVerified): LastVerified {
  const facts = factsOf(report);
  const lastVerified = new Map<string, number>();
  for (const stay of report.stays) {
    for (const door of stay.doors) {
      const key = verifiedKey(stay, door);
      const state = doorState(stay, door, facts);
      const earlier = before.get(key);
      if (state === 'verified') lastVerified.set(key, seenAtMs);
      else if (state === 'unread' && earlier !== undefined) lastVerified.set(key, earlier);
    }
  }
  return lastVerified;
}

interface Facts {
  readonly statuses: ReadonlyMap<string, OperationStatus>;
  readonly problems: readonly Problem[];
  readonly byBooking: ReadonlyMap<BookingId, readonly Problem[]>;
}

function factsOf({ operations, problems }: RunReport): Facts {
  const byBooking = new Map<BookingId, Problem[]>();
  for (const problem of problems) {
    if (problem.bookingId === undefined) continue;
    const known = byBooking.get(problem.bookingId);
    if (known === undefined) byBooking.set(problem.bookingId, [problem]);
    else known.push(problem);
  }
  return { statuses: new Map(operations.map((operation) => [operation.key, operation.status])), problems, byBooking };
}

function doorState(stay: Stay, door: StayDoor, facts: Facts): DoorState {
  if (door.state === 'in-place') return 'verified';
  if (door.state === 'blocked') {
    // Without a code and without a word about PINs it is the lock's list that was not to be had.
    return door.codeId === null && !hasProblem(stay, facts, 'no-free-pin') ? 'unread' : 'broken';
  }
  const status = door.operationKey === null ? undefined : facts.statuses.get(door.operationKey);
  if (status === 'done') return 'verified';
  return status === 'failed' || status === 'unverified' ? 'broken' : 'waiting';
}

function settled(state: DoorState, seenAtMs: number | undefined, nowMs: number): DoorState {
  return state === 'unread' && seenAtMs !== undefined && nowMs - seenAtMs <= VERIFICATION_LASTS_MS ? 'verified' : state;
}

function verdictOf(stay: Stay, states: readonly DoorState[], facts: Facts): Verdict {
  // Two PINs are two codes in place, but the guest knows only one of them.
  if (states.some((state) => state === 'broken' || state === 'unread') || hasProblem(stay, facts, 'different-pins')) return 'needs-you';
  return states.length > 0 && states.every((state) => state === 'verified') ? 'ready' : 'on-its-way';
}

/** Problems of a booking that keep its guest out, worst first. A failed removal of an old code is none of them. */
const KEEPS_OUT: readonly ProblemKind[] = [
  'no-free-pin',
  'unreadable-code',
  'scheduled-code',
  'write-failed',
  'unverified',
  'different-pins',
];

/** The problem to show: the booking's own, else its lock's, else the cloud's or the run's. */
function reasonOf(stay: Stay, states: readonly DoorState[], facts: Facts): Problem {
  const places = stay.doors.filter((_door, index) => states[index] === 'broken' || states[index] === 'unread');
  const isAt = (problem: Problem): boolean => problem.lockId === undefined || places.some((door) => isPlaceOf(problem, door));
  const own = facts.byBooking.get(stay.booking.id) ?? [];
  for (const kind of KEEPS_OUT) {
    const found = own.find((problem) => problem.kind === kind && (kind === 'different-pins' || isAt(problem)));
    if (found !== undefined) return found;
  }
  const ofLock = facts.problems.find(
    (problem) =>
      (problem.kind === 'list-failed' || problem.kind === 'forbidden-lock') && places.some((door) => door.lockId === problem.lockId),
  );
  return ofLock ?? facts.problems.find((problem) => problem.cloud === 'the-keys') ?? notConfirmed(stay.booking.id);
}

function isPlaceOf(problem: Problem, door: StayDoor): boolean {
  return problem.lockId === door.lockId && (problem.keypadId === undefined || problem.keypadId === door.keypadId);
}

function hasProblem(stay: Stay, facts: Facts, kind: ProblemKind): boolean {
  return facts.byBooking.get(stay.booking.id)?.some((problem) => problem.kind === kind) === true;
}

function notConfirmed(bookingId: BookingId): Problem {
  return { kind: 'unverified', ...say('problem.not-confirmed'), retryable: true, bookingId };
}

/** A moved or corrected window is another code to be seen. */
function verifiedKey(stay: Stay, door: KeypadPlace & Pick<StayDoor, 'window'>): string {
  return [String(stay.booking.id), placeKey(door), door.window.start, door.window.end].join('|');
}
