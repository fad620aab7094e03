/** What is known of a lock's health after the account was read, and what of it is worth remembering. Pure. */
import type { LockSummary } from '../domain/code.ts';
import type { KnownLockHealth } from '../domain/readiness.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import { isEightVolts, judgedHealth } from './lock-health.ts';

/** One reading a week is kept of batteries without marks, for somewhat more than a month. */
const SAMPLE_EVERY_MS = 7 * DAY_MS;
const SAMPLES_FOR_MS = 35 * DAY_MS;

export interface HealthReading {
  /** null: the account does not list it. */
  readonly lock: LockSummary | null;
  /** When it was asked for: what happened later is not in it. */
  readonly readAtMs: number;
  /** null: its list was not read. */
  readonly isRefused: boolean | null;
}

export function healthAfter(known: KnownLockHealth | undefined, { lock, readAtMs, isRefused }: HealthReading): KnownLockHealth {
  const gateway = lock?.gateway;
  const { batteryMillivolts = null, batteryAtMs = null, logSequence = null } = lock ?? {};
  const hasMoved = known !== undefined && hintsMoved(known, { readAtMs, batteryAtMs, logSequence });
  return {
    readAtMs,
    reach: gateway === undefined ? 'unknown' : gateway === null ? 'phone' : 'gateway',
    seenAtMs: gateway?.seenAtMs ?? null,
    batteryMillivolts,
    batteryAtMs,
    logSequence,
    movedAtMs: hasMoved ? readAtMs : (known?.movedAtMs ?? null),
    earlier: earlierReadings(known, readAtMs),
    isRefused: isRefused ?? known?.isRefused ?? false,
  };
}

type Hints = Pick<KnownLockHealth, 'readAtMs' | 'batteryAtMs' | 'logSequence'>;

/** A battery date so close to its reading may be when it was asked for, and not when the lock said something. */
const AS_ASKED_MS = 2 * MINUTE_MS;

/** The lock was in touch with the cloud between two readings. A hint that is missing, or goes back, says nothing. */
export function hintsMoved(before: Omit<Hints, 'readAtMs'>, after: Hints): boolean {
  const hasGrown = (one: number | null, other: number | null): boolean => one !== null && other !== null && other > one;
  const isOwn = after.readAtMs - (after.batteryAtMs ?? 0) >= AS_ASKED_MS;
  return (isOwn && hasGrown(before.batteryAtMs, after.batteryAtMs)) || hasGrown(before.logSequence, after.logSequence);
}

function earlierReadings(known: KnownLockHealth | undefined, nowMs: number): KnownLockHealth['earlier'] {
  if (known === undefined) return [];
  const { batteryMillivolts: millivolts, readAtMs: atMs } = known;
  const kept = known.earlier.filter((reading) => reading.atMs >= nowMs - SAMPLES_FOR_MS && reading.atMs <= nowMs);
  const isDue = atMs - (kept.at(-1)?.atMs ?? -Infinity) >= SAMPLE_EVERY_MS;
  return millivolts === null || isEightVolts(millivolts) || !isDue ? kept : [...kept, { millivolts, atMs }];
}

/** `isAwaited`: a code of this lock waits for a later reading than the one that is remembered. */
export function isWorthKeeping(known: KnownLockHealth | undefined, next: KnownLockHealth, isAwaited: boolean): boolean {
  if (known === undefined || isAwaited || Math.abs(next.readAtMs - known.readAtMs) >= HOUR_MS) return true;
  const [before, after] = [judgedHealth(known), judgedHealth(next)];
  return (['reach', 'isRefused', 'isGatewayAlive', 'battery'] as const).some((fact) => before[fact] !== after[fact]);
}
