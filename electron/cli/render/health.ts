/** The health of doors, as JSON and in the terminal. */
import { batteryText, gatewayText, isBatteryLow } from '../../app/doors/health-text.ts';
import { showAgo } from '../../app/values/ages.ts';
import type { LockHealth } from '../../../shared/readiness/lock-health.ts';
import { isoInstant } from '../../../shared/time.ts';
import type { Style } from './style.ts';
import { stack, wrap } from './text.ts';

export function healthDocument({ seenAtMs, reach, batteryMillivolts, batteryAtMs, battery, monthAgo }: LockHealth): object {
  return {
    gateway: { seenAt: isoOf(seenAtMs), reach },
    battery: {
      millivolts: batteryMillivolts,
      at: isoOf(batteryAtMs),
      level: battery,
      monthAgo: monthAgo === null ? null : { millivolts: monthAgo.millivolts, at: isoOf(monthAgo.atMs) },
    },
  };
}

export function isoOf(atMs: number | null): string | null {
  return atMs === null ? null : isoInstant(atMs);
}

/** Whole, for one door. */
export function healthLines(health: LockHealth, nowMs: number, style: Style): string {
  const battery = `Battery: ${batteryText(health, nowMs)}`;
  return stack(gatewayLine(health, nowMs, style), isBatteryLow(health) ? style.paint('warn', battery) : battery);
}

function gatewayLine(health: LockHealth, nowMs: number, style: Style): string {
  const { reach, seenAtMs, isGatewayAlive } = health;
  if (reach === 'phone')
    return style.paint('warn', wrap('No gateway: a change reaches this door only when a phone syncs it.', style.width));
  if (reach === 'unknown') return 'Gateway: unknown. Without one, a change reaches this door only when a phone syncs it.';
  if (seenAtMs === null) return `Gateway: ${gatewayText(health, nowMs)}`;
  const seen = `Gateway: last seen ${showAgo(seenAtMs, nowMs)}`;
  return isGatewayAlive === false ? style.paint('warn', `${seen}. Changes may not reach this door.`) : seen;
}

/** What the user should know of a door among many; "" when there is nothing. */
export function troubleOf(health: LockHealth, nowMs: number): string {
  const { reach, isGatewayAlive, isRefused } = health;
  const gateway = isGatewayAlive === false ? `gateway ${gatewayText(health, nowMs)}` : reach === 'phone' ? 'no gateway' : '';
  const battery = isBatteryLow(health) ? `battery ${batteryText(health, nowMs)}` : '';
  return [isRefused ? 'refuses this account' : '', gateway, battery].filter((text) => text !== '').join(' · ');
}
