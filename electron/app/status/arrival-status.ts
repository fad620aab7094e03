/** What each live stay means for its guest: the code is on every door, on its way, or the user has to act. Pure. */
import type { StayStatus, Verdict } from '../../../shared/domain/app-state.ts';
import type { BookingId, KeypadPlace } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Stay, StayDoor } from '../../../shared/domain/plan.ts';
import type { Problem, ProblemKind } from '../../../shared/domain/problem.ts';
import type { OperationStatus, RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';
import { HOUR_MS, instantOf } from '../../../shared/time.ts';

/** When the code of a stay on a door was last read from the lock and was right: epoch milliseconds by stay, door and window. */
export type LastVerified = ReadonlyMap<string, number>;

/** While a lock cannot be read, its codes count as verified for this long after they last were. */
const VERIFICATION_LASTS_MS = 6 * HOUR_MS;

/** `off`: read from the lock as off, or without a code, as it is to be. */
type DoorState = 'verified' | 'waiting' | 'unread' | 'broken' | 'off';
interface JudgedDoor {
  readonly door: StayDoor;
  readonly state: DoorState;
}

/** A stay as the state has it: the problem is not in the user's language yet. */
export interface KnownStay extends Omit<StayStatus, 'because'> {
  readonly because: Problem | null;
}

type ReadStays = Pick<RunReport, 'operations' | 'problems' | 'stays'>;

/** Sorted by start, then booking. Stays that are over at `nowMs` are left out. Stays in unmapped units are not in the report. */
export function stayStatuses(
  report: ReadStays,
  settings: Settings,
  nowMs: number,
  lastVerified: LastVerified = new Map(),
): readonly KnownStay[] {
  const known = indexOf(report);
  const clock = createLocalClock(settings, nowMs);
  const units = new Map(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const statuses = report.stays.map((stay): KnownStay => {
    const doors = stay.doors.map((door): JudgedDoor => {
      const state = doorState(stay, door, known);
      return { door, state: state === 'unread' && isRecent(lastVerified.get(verifiedKey(stay, door)), nowMs) ? 'verified' : state };
    });
    const unit = stay.booking.unitId === null ? null : (units.get(stay.booking.unitId) ?? null);
    const verdict = verdictOf(stay, doors, known);
    return {
      stay,
      verdict,
      because: verdict === 'needs-you' ? reasonOf(stay, doors, known) : null,
      startMs: Math.min(...stay.doors.map((door) => instantOf(door.window.start, clock.zoneAt(door, unit)))),
      endMs: Math.max(...stay.doors.map((door) => instantOf(door.window.end, clock.zoneAt(door, unit)))),
      verifiedPlaces: doors.filter(({ state }) => state === 'verified').map(({ door: { lockId, keypadId } }) => ({ lockId, keypadId })),
    };
  });
  return statusesAt(
    statuses.sort((one, other) => one.startMs - other.startMs || one.stay.booking.id - other.stay.booking.id),
    nowMs,
  );
}

/** The same stays at a later moment: those that are over are left out, and a code still on its way at check-in needs the user. */
export function statusesAt(stays: readonly KnownStay[], nowMs: number): readonly KnownStay[] {
  const isLate = (status: KnownStay): boolean => status.verdict === 'on-its-way' && status.startMs <= nowMs;
  if (!stays.some((status) => status.endMs <= nowMs || isLate(status))) return stays;
  return stays
    .filter((status) => status.endMs > nowMs)
    .map((status) =>
      isLate(status) ? { ...status, verdict: 'needs-you' as const, because: notConfirmed(status.stay.booking.id) } : status,
    );
}

/** True when every door's code was read from its lock and was right. Such a stay may still need the user: two doors, two PINs. */
export function isVerified({ stay, verifiedPlaces }: Pick<StayStatus, 'stay' | 'verifiedPlaces'>): boolean {
  return stay.doors.length > 0 && verifiedPlaces.length >= stay.doors.length;
}

/** Updated by a run that ended at `atMs`. Stays that are not in its report are dropped. */
export function lastVerifiedAfter(report: ReadStays, atMs: number, before: LastVerified): LastVerified {
  const known = indexOf(report);
  const lastVerified = new Map<string, number>();
  for (const stay of report.stays) {
    for (const door of stay.doors) {
      const key = verifiedKey(stay, door);
      const state = doorState(stay, door, known);
      const earlier = before.get(key);
      if (state === 'verified') lastVerified.set(key, atMs);
      else if (state === 'unread' && earlier !== undefined) lastVerified.set(key, earlier);
    }
  }
  return lastVerified;
}

interface ReportIndex {
  readonly statuses: ReadonlyMap<string, OperationStatus>;
  readonly problems: readonly Problem[];
  readonly byBooking: ReadonlyMap<BookingId | undefined, readonly Problem[]>;
}

function indexOf({ operations, problems }: ReadStays): ReportIndex {
  return {
    statuses: new Map(operations.map((operation) => [operation.key, operation.status])),
    problems,
    byBooking: Map.groupBy(problems, (problem) => problem.bookingId),
  };
}

function doorState(stay: Stay, door: StayDoor, known: ReportIndex): DoorState {
  const cannotVerify = known.byBooking
    .get(stay.booking.id)
    ?.some((problem) => problem.kind === 'cannot-verify' && isPlaceOf(problem, door));
  if (cannotVerify === true) return 'broken';
  if (door.state === 'in-place') return door.isOff === true ? 'off' : 'verified';
  if (door.state === 'blocked') {
    // Blocked without a code, and not for a reason of its own: the lock's list could not be read.
    return door.codeId === null && !WITHOUT_CODE.some((kind) => hasProblem(stay, known, kind)) ? 'unread' : 'broken';
  }
  const status = door.operationKey === null ? undefined : known.statuses.get(door.operationKey);
  if (status === 'done') return door.isOff === true ? 'off' : 'verified';
  return status === 'failed' || status === 'unverified' ? 'broken' : 'waiting';
}

function isRecent(verifiedAtMs: number | undefined, nowMs: number): boolean {
  return verifiedAtMs !== undefined && nowMs - verifiedAtMs <= VERIFICATION_LASTS_MS;
}

function isWrong({ state }: JudgedDoor): boolean {
  return state === 'broken' || state === 'unread';
}

function verdictOf(stay: Stay, doors: readonly JudgedDoor[], known: ReportIndex): Verdict {
  // With two PINs both codes are in place, but the guest knows only one.
  if (doors.some(isWrong) || doors.some(({ state }) => state === 'off') || hasProblem(stay, known, 'different-pins')) return 'needs-you';
  return doors.length > 0 && doors.every(({ state }) => state === 'verified') ? 'ready' : 'on-its-way';
}

/** Why a door whose lock was read has no code. */
const WITHOUT_CODE: readonly ProblemKind[] = [
  'pin-refused',
  'write-refused',
  'no-free-pin',
  'never-listed',
  'keypad-full',
  'removed-for-room',
  'waits-for-place',
  'deleted-again',
  'codes-vanished',
];

/** Problems of a booking that lock its guest out, worst first. A failed removal of an old code is not one of them. */
const LOCKS_OUT: readonly ProblemKind[] = [
  'no-free-pin',
  'pin-refused',
  'unreadable-code',
  'scheduled-code',
  'write-failed',
  'write-refused',
  'unverified',
  'never-listed',
  'keypad-full',
  'removed-for-room',
  'waits-for-place',
  'deleted-again',
  'codes-vanished',
  'cannot-verify',
  'different-pins',
];

/** Problems of a lock whose codes could not be read. */
const UNREAD: ReadonlySet<ProblemKind> = new Set(['list-failed', 'lock-unread', 'door-unreadable', 'forbidden-lock']);

/** The problem to show: the booking's own, else its lock's, else the cloud's. */
function reasonOf(stay: Stay, doors: readonly JudgedDoor[], known: ReportIndex): Problem {
  const places = doors.filter(isWrong).map(({ door }) => door);
  const isAt = (problem: Problem): boolean => problem.lockId === undefined || places.some((door) => isPlaceOf(problem, door));
  const own = known.byBooking.get(stay.booking.id) ?? [];
  if (places.length === 0) {
    const off = own.find(({ kind }) => kind === 'switched-off') ?? own.find(({ kind }) => kind === 'blocked');
    if (off !== undefined) return off;
  }
  for (const kind of LOCKS_OUT) {
    const found = own.find((problem) => problem.kind === kind && (kind === 'different-pins' || isAt(problem)));
    if (found !== undefined) return found;
  }
  const ofLock = known.problems.find((problem) => UNREAD.has(problem.kind) && places.some((door) => isPlaceOf(problem, door)));
  return ofLock ?? known.problems.find((problem) => problem.cloud === 'the-keys') ?? notConfirmed(stay.booking.id);
}

function isPlaceOf(problem: Problem, door: StayDoor): boolean {
  return problem.lockId === door.lockId && (problem.keypadId === undefined || problem.keypadId === door.keypadId);
}

function hasProblem(stay: Stay, known: ReportIndex, kind: ProblemKind): boolean {
  return known.byBooking.get(stay.booking.id)?.some((problem) => problem.kind === kind) === true;
}

function notConfirmed(bookingId: BookingId): Problem {
  return { kind: 'unverified', text: problemText('problem.not-confirmed'), retryable: true, bookingId };
}

/** With the window: a code whose times changed has to be verified again. */
function verifiedKey(stay: Stay, door: KeypadPlace & Pick<StayDoor, 'window'>): string {
  return [String(stay.booking.id), placeKey(door), door.window.start, door.window.end].join('|');
}
