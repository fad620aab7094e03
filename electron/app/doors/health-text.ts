/** The health of a door in English, for the terminal. What is not known is said as such. */
import type { LockHealth } from '../../../shared/readiness/lock-health.ts';
import { showAgo, showSpan } from '../values/ages.ts';

export function gatewayText({ reach, seenAtMs, isGatewayAlive, readAtMs }: LockHealth, nowMs: number): string {
  if (reach === 'phone') return 'none';
  if (reach === 'unknown') return 'unknown';
  if (seenAtMs === null) return 'unknown when it was last seen';
  if (isGatewayAlive === false) return `silent for ${showSpan(nowMs - seenAtMs)}`;
  return readAtMs === null ? 'seen' : `seen ${showAgo(seenAtMs, nowMs)}`;
}

export function batteryText(health: LockHealth, nowMs: number): string {
  const { batteryMillivolts, batteryAtMs, battery, monthAgo } = health;
  if (batteryMillivolts === null) return 'unknown';
  const level = battery === 'low' ? ': low' : battery === 'critical' ? ': nearly empty' : '';
  const measured = batteryAtMs === null ? '' : `, measured ${showAgo(batteryAtMs, nowMs)}`;
  const before = monthAgo === null ? '' : `, ${voltsOf(monthAgo.millivolts)} ${showAgo(monthAgo.atMs, nowMs)}`;
  return `${voltsOf(batteryMillivolts)}${level}${measured}${before}`;
}

export function isBatteryLow({ battery }: LockHealth): boolean {
  return battery === 'low' || battery === 'critical';
}

function voltsOf(millivolts: number): string {
  return `${(millivolts / 1_000).toFixed(2)} V`;
}
