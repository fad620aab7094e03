/** What a run found on the doors of each live stay, and when the stay begins and ends. Pure. */
import type { BookingId, CodeId } from '../domain/ids.ts';
import type { Stay, StayDoor } from '../domain/plan.ts';
import type { Problem, ProblemKind } from '../domain/problem.ts';
import type { ArrivalDoor } from '../domain/readiness.ts';
import type { OperationReport, RunReport } from '../domain/run.ts';
import type { Settings } from '../domain/settings.ts';
import { problemText } from '../i18n/problem-text.ts';
import { createLocalClock } from '../reconcile/zones.ts';
import { instantOf } from '../time.ts';

export type ReadRun = Pick<RunReport, 'operations' | 'problems' | 'stays'>;

export interface ReadDoor {
  readonly door: StayDoor;
  readonly codeId: CodeId | null;
  readonly state: ArrivalDoor['state'];
  /** Why it is not verified, or what is wrong with a verified one. */
  readonly because: Problem | null;
}
export interface ReadStay {
  readonly stay: Stay;
  readonly doors: readonly ReadDoor[];
  readonly startMs: number;
  readonly endMs: number;
  /** Of this booking. */
  readonly problems: readonly Problem[];
}

/** Sorted by start, then booking. Stays that are over at `nowMs` are left out. Stays in unmapped units are not in the report. */
export function readStays(report: ReadRun, settings: Settings, nowMs: number): readonly ReadStay[] {
  const known = indexOf(report);
  const clock = createLocalClock(settings, nowMs);
  const units = new Map(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  return report.stays
    .map((stay): ReadStay => {
      const unit = stay.booking.unitId === null ? null : (units.get(stay.booking.unitId) ?? null);
      return {
        stay,
        doors: stay.doors.map((door) => readDoor(stay, door, known)),
        startMs: Math.min(...stay.doors.map((door) => instantOf(door.window.start, clock.zoneAt(door, unit)))),
        endMs: Math.max(...stay.doors.map((door) => instantOf(door.window.end, clock.zoneAt(door, unit)))),
        problems: known.byBooking.get(stay.booking.id) ?? [],
      };
    })
    .filter(({ endMs }) => endMs > nowMs)
    .sort((one, other) => one.startMs - other.startMs || one.stay.booking.id - other.stay.booking.id);
}

interface ReportIndex {
  readonly operations: ReadonlyMap<string, OperationReport>;
  readonly problems: readonly Problem[];
  readonly byBooking: ReadonlyMap<BookingId | undefined, readonly Problem[]>;
}

function indexOf({ operations, problems }: ReadRun): ReportIndex {
  return {
    operations: new Map(operations.map((operation) => [operation.key, operation])),
    problems,
    byBooking: Map.groupBy(problems, (problem) => problem.bookingId),
  };
}

function readDoor(stay: Stay, door: StayDoor, known: ReportIndex): ReadDoor {
  const own = known.byBooking.get(stay.booking.id) ?? [];
  const operation = door.operationKey === null ? undefined : known.operations.get(door.operationKey);
  const state = doorState(door, operation, own);
  return { door, codeId: operation?.codeId ?? door.codeId, state, because: reasonOf(stay, door, state, known, own) };
}

function doorState(door: StayDoor, operation: OperationReport | undefined, own: readonly Problem[]): ArrivalDoor['state'] {
  if (own.some((problem) => problem.kind === 'cannot-verify' && isPlaceOf(problem, door))) return 'broken';
  if (door.state === 'in-place') return door.isOff === true ? 'off' : 'verified';
  if (door.state === 'blocked') {
    // Blocked without a code, and not for a reason of its own: the lock's list could not be read.
    return door.codeId === null && !own.some(({ kind }) => WITHOUT_CODE.has(kind)) ? 'unread' : 'broken';
  }
  if (operation?.status === 'done') return door.isOff === true ? 'off' : 'verified';
  return operation?.status === 'failed' || operation?.status === 'unverified' ? 'broken' : 'waiting';
}

/** Why a door whose lock was read has no code. */
const WITHOUT_CODE: ReadonlySet<ProblemKind> = new Set([
  'pin-refused',
  'write-refused',
  'no-free-pin',
  'never-listed',
  'keypad-full',
  'removed-for-room',
  'waits-for-place',
  'deleted-again',
  'codes-vanished',
]);

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
];
const OFF: readonly ProblemKind[] = ['switched-off', 'blocked-guest-returns', 'blocked'];
/** Of a code that is there. */
const DOUBTS: readonly ProblemKind[] = ['different-pins', 'shut-out-by-hand', 'pin-changed-by-hand', 'changed-by-hand'];
/** Problems of a lock whose codes could not be read. */
const UNREAD: ReadonlySet<ProblemKind> = new Set(['list-failed', 'lock-unread', 'door-unreadable', 'forbidden-lock']);

/** The booking's own problem, else its lock's, else the cloud's. */
function reasonOf(stay: Stay, door: StayDoor, state: ReadDoor['state'], known: ReportIndex, own: readonly Problem[]): Problem | null {
  const ownOf = (kinds: readonly ProblemKind[], isAnywhere = false): Problem | undefined => {
    for (const kind of kinds) {
      const found = own.find(
        (problem) => problem.kind === kind && (isAnywhere || problem.lockId === undefined || isPlaceOf(problem, door)),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };
  switch (state) {
    case 'verified':
      return ownOf(['different-pins'], true) ?? ownOf(DOUBTS) ?? null;
    case 'off':
      // The problem names one of the codes that are off.
      return ownOf(OFF, true) ?? null;
    case 'waiting':
      return ownOf(LOCKS_OUT) ?? null;
    case 'unread':
    case 'broken':
      return (
        ownOf(LOCKS_OUT) ??
        known.problems.find((problem) => UNREAD.has(problem.kind) && isPlaceOf(problem, door)) ??
        known.problems.find(({ cloud }) => cloud === 'the-keys') ??
        (state === 'unread' ? null : notConfirmed(stay.booking.id))
      );
  }
}

function isPlaceOf(problem: Problem, door: StayDoor): boolean {
  return problem.lockId === door.lockId && (problem.keypadId === undefined || problem.keypadId === door.keypadId);
}

function notConfirmed(bookingId: BookingId): Problem {
  return { kind: 'unverified', text: problemText('problem.not-confirmed'), retryable: true, bookingId };
}
