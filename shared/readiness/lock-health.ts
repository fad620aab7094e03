/** Whether a change reaches a lock by itself, and whether its battery lasts: the one place of the marks. What is not known is unknown. Pure. */
import type { KnownLockHealth } from '../domain/readiness.ts';
import { DAY_MS, MINUTE_MS } from '../time.ts';

export const BATTERY_LEVELS = ['good', 'low', 'critical', 'unknown'] as const;
export type BatteryLevel = (typeof BATTERY_LEVELS)[number];

export interface LockHealth extends Pick<
  KnownLockHealth,
  'reach' | 'seenAtMs' | 'batteryMillivolts' | 'batteryAtMs' | 'movedAtMs' | 'isRefused'
> {
  /** null: the account was never read for it. */
  readonly readAtMs: number | null;
  /** False when the gateway was not seen for ten minutes before the reading; null when it is not known. */
  readonly isGatewayAlive: boolean | null;
  readonly battery: BatteryLevel;
  /** Of about a month ago, for batteries without marks: their last reading and this one are shown, and nothing is judged. */
  readonly monthAgo: BatteryReading | null;
}
type BatteryReading = KnownLockHealth['earlier'][number];

/** A gateway reports every few seconds, and is given this long to come back after a restart. */
const GATEWAY_ALIVE_MS = 10 * MINUTE_MS;
/** Batteries of 8 V say more than this; those of 4 V have no known marks. */
const EIGHT_VOLTS_FROM = 5_000;
const LOW_BELOW = 6_760;
const CRITICAL_BELOW = 6_400;
/** An earlier reading says something about the last month from this age on. */
const MONTH_AGO_MS = 21 * DAY_MS;

export function judgedHealth(known: KnownLockHealth | null | undefined): LockHealth {
  const { reach = 'unknown', seenAtMs = null, batteryMillivolts = null, batteryAtMs = null } = known ?? {};
  const { readAtMs = null, movedAtMs = null, isRefused = false, earlier: [oldest = null] = [] } = known ?? {};
  return {
    ...{ reach, readAtMs, seenAtMs, batteryMillivolts, batteryAtMs, movedAtMs, isRefused },
    isGatewayAlive: isAlive(seenAtMs, readAtMs),
    battery: batteryLevel(batteryMillivolts),
    monthAgo: oldest !== null && readAtMs !== null && readAtMs - oldest.atMs >= MONTH_AGO_MS ? oldest : null,
  };
}

export function isAlive(seenAtMs: number | null, readAtMs: number | null): boolean | null {
  return seenAtMs === null || readAtMs === null ? null : readAtMs - seenAtMs < GATEWAY_ALIVE_MS;
}

export function batteryLevel(millivolts: number | null): BatteryLevel {
  if (millivolts === null || !isEightVolts(millivolts)) return 'unknown';
  if (millivolts < CRITICAL_BELOW) return 'critical';
  return millivolts < LOW_BELOW ? 'low' : 'good';
}

export function isEightVolts(millivolts: number): boolean {
  return millivolts >= EIGHT_VOLTS_FROM;
}

/** A code reaches the lock through any of its gateways, so the one that was seen last counts. */
export function newest(times: readonly (number | null)[]): number | null {
  return times.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);
}
