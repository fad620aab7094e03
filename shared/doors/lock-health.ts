/** Whether a change reaches a lock by itself, and whether its battery lasts. What the account does not say is unknown. */
import type { LockSummary } from '../domain/code.ts';
import { MINUTE_MS } from '../time.ts';

/** `phone`: without a gateway, a change reaches the door only when a phone syncs it. */
export const REACHES = ['gateway', 'phone', 'unknown'] as const;
export const BATTERY_LEVELS = ['good', 'low', 'critical', 'unknown'] as const;
type BatteryLevel = (typeof BATTERY_LEVELS)[number];

export interface LockHealth {
  readonly reach: (typeof REACHES)[number];
  readonly seenAtMs: number | null;
  /** False when the gateway was not seen for ten minutes; null when it is not known. */
  readonly isGatewayAlive: boolean | null;
  readonly batteryMillivolts: number | null;
  readonly batteryAtMs: number | null;
  readonly battery: BatteryLevel;
}

const ALIVE_MS = 10 * MINUTE_MS;
/** Locks with 8 V say more than this; those with 4 V have no known marks. */
const EIGHT_VOLTS_FROM = 5_000;
const LOW_BELOW = 6_760;
const CRITICAL_BELOW = 6_400;

/** `lock`: null when the account could not be read, or lacks it. `readAtMs`: when it was; what was seen since then is unknown. */
export function lockHealth(lock: LockSummary | null, readAtMs: number): LockHealth {
  const gateway = lock?.gateway;
  const seenAtMs = gateway?.seenAtMs ?? null;
  const batteryMillivolts = lock?.batteryMillivolts ?? null;
  return {
    reach: gateway === undefined ? 'unknown' : gateway === null ? 'phone' : 'gateway',
    seenAtMs,
    isGatewayAlive: seenAtMs === null ? null : readAtMs - seenAtMs < ALIVE_MS,
    batteryMillivolts,
    batteryAtMs: lock?.batteryAtMs ?? null,
    battery: levelOf(batteryMillivolts),
  };
}

function levelOf(millivolts: number | null): BatteryLevel {
  if (millivolts === null || millivolts < EIGHT_VOLTS_FROM) return 'unknown';
  if (millivolts < CRITICAL_BELOW) return 'critical';
  return millivolts < LOW_BELOW ? 'low' : 'good';
}
