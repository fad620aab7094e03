/** An arrival with one door, in three hours, that is ready, and what it is judged with. */
import type { Arrival, ArrivalDoor, CodeReach, KnownLockHealth } from '../../shared/domain/readiness.ts';
import type { ReadinessFacts } from '../../shared/readiness/facts.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { LocalDateTime } from '../../shared/time.ts';
import { DOOR, NOW_MS } from '../reconcile/fixtures.ts';
import { branded } from './ids.ts';
import type { Plain } from './ids.ts';

export function arrivalDoor(changes: Partial<Plain<ArrivalDoor>> = {}): ArrivalDoor {
  const window = { start: '2026-11-23T13:00' as LocalDateTime, end: '2026-11-26T12:00' as LocalDateTime };
  return branded<ArrivalDoor>({ ...DOOR, codeId: 900, window, state: 'verified', because: null, verifiedAtMs: NOW_MS, ...changes });
}
export function arrival(changes: Partial<Plain<Arrival>> = {}): Arrival {
  return branded<Arrival>({
    bookingId: 12,
    unitId: 101,
    unitName: 'Flat 1',
    guest: 'Anna Müller',
    startMs: NOW_MS + 3 * HOUR_MS,
    endMs: NOW_MS + 3 * DAY_MS,
    isBlocked: false,
    booking: { state: 'good', because: null, sinceMs: null },
    doors: [arrivalDoor()],
    guestTold: { state: 'good', because: null, sinceMs: NOW_MS - DAY_MS },
    readAtMs: NOW_MS,
    ...changes,
  });
}
export function lockHealth(changes: Partial<KnownLockHealth> = {}): KnownLockHealth {
  return {
    readAtMs: NOW_MS,
    reach: 'gateway',
    seenAtMs: NOW_MS,
    batteryMillivolts: 7_800,
    batteryAtMs: NOW_MS - DAY_MS,
    logSequence: null,
    movedAtMs: NOW_MS - DAY_MS,
    earlier: [],
    isRefused: false,
    ...changes,
  };
}
export function reachOf(changes: Partial<Plain<CodeReach>> = {}): CodeReach {
  return branded<CodeReach>({ ...DOOR, claimId: 12, writtenAtMs: NOW_MS - 2 * HOUR_MS, reachedAtMs: NOW_MS - HOUR_MS, ...changes });
}
export function readinessFacts(changes: Partial<ReadinessFacts> = {}): ReadinessFacts {
  return {
    nowMs: NOW_MS,
    intervalMs: 15 * MINUTE_MS,
    lastRead: null,
    health: new Map([[String(DOOR.lockId), lockHealth()]]),
    reach: new Map([['900', reachOf()]]),
    computer: { isPaused: false, isRejected: false, hasMissedTwoSyncs: false },
    ...changes,
  };
}

/** Parts of an arrival and of the facts, for tables of tests. */
export const inHours = (hours: number) => ({ startMs: NOW_MS + hours * HOUR_MS });
export const ago = (minutes: number): number => NOW_MS - minutes * MINUTE_MS;
export const problemText = (key: string) => ({ key: `problem.${key}`, parameters: {} });
export const withDoor = (changes: Parameters<typeof arrivalDoor>[0]) => ({ doors: [arrivalDoor(changes)] });
export const withHealth = (changes: Partial<KnownLockHealth>) => ({ health: new Map([[String(DOOR.lockId), lockHealth(changes)]]) });
/** Not known to have reached its lock. */
export const withReach = (changes: Partial<CodeReach>) => ({ reach: new Map([['900', reachOf({ reachedAtMs: null, ...changes })]]) });
export const WAITING = withDoor({ state: 'waiting', codeId: null, verifiedAtMs: null });
