/** Whether each lock has power, and lets this account in. */
import type { Arrival, ArrivalDoor, KnownLockHealth, Link } from '../../domain/readiness.ts';
import { DAY_MS } from '../../time.ts';
import { linkTo, worstOf } from '../facts.ts';
import type { ReadinessFacts } from '../facts.ts';
import { batteryLevel } from '../lock-health.ts';

const OLD_MS = 14 * DAY_MS;

export function batteryLink({ doors }: Arrival, { nowMs, health }: ReadinessFacts): Link {
  const links = doors.map(({ lockId }) => batteryOf(health.get(String(lockId)), lockId, nowMs));
  return worstOf(links, linkTo('unknown', null, null));
}

function batteryOf(known: KnownLockHealth | undefined, lockId: ArrivalDoor['lockId'], nowMs: number): Link {
  const { batteryMillivolts = null, batteryAtMs: atMs = null } = known ?? {};
  switch (batteryLevel(batteryMillivolts)) {
    case 'critical':
      return linkTo('broken', 'link.battery.critical', atMs, lockId);
    case 'low':
      return linkTo('doubtful', 'link.battery.low', atMs, lockId);
    case 'good':
      if (atMs === null) return linkTo('unknown', 'link.battery.unknown', null, lockId);
      return nowMs - atMs > OLD_MS ? linkTo('doubtful', 'link.battery.old', atMs, lockId) : linkTo('good', null, atMs, lockId);
    case 'unknown':
      return linkTo('unknown', (batteryMillivolts ?? 0) > 0 ? 'link.battery.not-judged' : 'link.battery.unknown', atMs, lockId);
  }
}

export function lockLink({ doors }: Arrival, { nowMs, health }: ReadinessFacts): Link {
  const links = doors.map(({ lockId }) => {
    const known = health.get(String(lockId));
    if (known?.isRefused === true) return linkTo('broken', 'link.lock.refused', known.readAtMs, lockId);
    const movedAtMs = known?.movedAtMs ?? known?.batteryAtMs ?? null;
    const isUsed = movedAtMs !== null && nowMs - movedAtMs <= OLD_MS;
    return isUsed ? linkTo('good', null, movedAtMs, lockId) : linkTo('unknown', 'link.lock.unknown', movedAtMs, lockId);
  });
  return worstOf(links, linkTo('unknown', null, null));
}
