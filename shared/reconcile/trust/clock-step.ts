/** Whether the wall clock is wrong or jumped: with a wrong "now", current stays would seem to be over. */
import { MINUTE_MS } from '../../time.ts';

const MAX_STEP_MS = 10 * MINUTE_MS;

export interface ClockReading {
  readonly wallMs: number;
  /** Since boot, sleep included. */
  readonly uptimeMs: number;
  /** Identifies the boot that the uptime counts from. Uptimes of different boots cannot be compared. */
  readonly bootId: string;
}

/**
 * Compares this run's clock with the last run's, and with the cloud's where known. After a reboot the uptime does not include the time in
 * between, so only a clock that went back is certainly wrong.
 */
export function clockStepped(last: ClockReading | null, now: ClockReading, cloudOffsetMs: number | null): boolean {
  if (Math.abs(cloudOffsetMs ?? 0) > MAX_STEP_MS) return true;
  if (last === null) return false;
  const wallPassed = now.wallMs - last.wallMs;
  if (now.bootId !== last.bootId) return wallPassed < -MAX_STEP_MS;
  return Math.abs(wallPassed - (now.uptimeMs - last.uptimeMs)) > MAX_STEP_MS;
}

/**
 * What to add to this computer's clock to get the time. 0 unless both clouds are more than ten minutes away from it and agree with each other:
 * two clocks that are not set by the same people are wrong in the same way less often than one computer's.
 */
export function clockError(bookingOffsetMs: number | null, lockOffsetMs: number | null): number {
  const [booking, lock] = [bookingOffsetMs ?? 0, lockOffsetMs ?? 0];
  const areFar = Math.min(Math.abs(booking), Math.abs(lock)) > MAX_STEP_MS;
  return areFar && Math.abs(booking - lock) <= MAX_STEP_MS ? booking : 0;
}
