/** Whether the wall clock jumped: with a wrong "now", current stays would seem to be over. */
import { MINUTE_MS } from '../time.ts';

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
  if (cloudOffsetMs !== null && Math.abs(cloudOffsetMs) > MAX_STEP_MS) return true;
  if (last === null) return false;
  const wallPassed = now.wallMs - last.wallMs;
  if (now.bootId !== last.bootId) return wallPassed < -MAX_STEP_MS;
  return Math.abs(wallPassed - (now.uptimeMs - last.uptimeMs)) > MAX_STEP_MS;
}
