/** Whether the wall clock jumped: a wrong "now" would end stays that go on. */
import { MINUTE_MS } from '../time.ts';

const MAX_STEP_MS = 10 * MINUTE_MS;

export interface ClockReading {
  readonly wallMs: number;
  /** Since boot, sleep included. */
  readonly uptimeMs: number;
  /** Names the boot the uptime counts from; two different names cannot be compared by uptime. */
  readonly bootId: string;
}

/**
 * Compares this run's clocks with the last run's, and with the cloud's where it told the time.
 * Over a reboot the uptime says nothing about the time in between; only going back is then sure to be wrong.
 */
export function clockStepped(last: ClockReading | null, now: ClockReading, cloudOffsetMs: number | null): boolean {
  if (cloudOffsetMs !== null && Math.abs(cloudOffsetMs) > MAX_STEP_MS) return true;
  if (last === null) return false;
  const wallPassed = now.wallMs - last.wallMs;
  if (now.bootId !== last.bootId) return wallPassed < -MAX_STEP_MS;
  return Math.abs(wallPassed - (now.uptimeMs - last.uptimeMs)) > MAX_STEP_MS;
}
