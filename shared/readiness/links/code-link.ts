/** Whether every door has the right code, as far as its list showed; for a guest who is blocked, whether every code is off. */
import type { Arrival, ArrivalDoor, LastRead, Link } from '../../domain/readiness.ts';
import { HOUR_MS, MINUTE_MS } from '../../time.ts';
import { isReadEverySync, linkTo, NEAR_MS, SOON_MS, worstOf } from '../facts.ts';
import type { ReadinessFacts } from '../facts.ts';

/** Every two hours, with as long as a sync may take to come round. */
const READ_SELDOM_MS = 2 * HOUR_MS + 30 * MINUTE_MS;
/** The code is there, and does not let its guest in all the same. */
const SHUTS_OUT: ReadonlySet<string> = new Set(['problem.different-pins', 'problem.shut-out-by-hand']);
/** Off as the user decided. */
const DECIDED_OFF: ReadonlySet<string> = new Set(['problem.blocked', 'problem.partly-blocked']);

export function codeLink(arrival: Arrival, facts: ReadinessFacts): Link {
  const links = arrival.doors.map((door) => (arrival.isBlocked ? blockedDoor(door, arrival, facts) : doorLink(door, arrival, facts)));
  return worstOf(links, linkTo('unknown', 'link.code.waiting', null));
}

/** null: its list never showed the code of this stay. */
export function verifiedAtMs({ state, verifiedAtMs: atMs, lockId }: ArrivalDoor, lastRead: LastRead | null): number | null {
  if (state !== 'verified' && state !== 'unread') return null;
  const readAtMs = state === 'verified' ? lastRead?.lists[String(lockId)] : undefined;
  return atMs === null ? null : Math.max(atMs, readAtMs ?? atMs);
}

/** Every door's list showed the right code when it was last read. */
export function isCodeConfirmed({ doors }: Arrival, lastRead: LastRead | null): boolean {
  return doors.length > 0 && doors.every((door) => verifiedAtMs(door, lastRead) !== null);
}

function doorLink(door: ArrivalDoor, arrival: Arrival, facts: ReadinessFacts): Link {
  const { lockId, because, state } = door;
  if (state === 'broken') return linkTo('broken', because ?? 'link.code.missing', null, lockId);
  if (state === 'off') return linkTo(isDecided(door) ? 'doubtful' : 'broken', because ?? 'link.code.off', null, lockId);
  const atMs = verifiedAtMs(door, facts.lastRead);
  if (atMs === null) return unconfirmed(door, arrival, facts);
  if (because !== null && SHUTS_OUT.has(because.key)) return linkTo('broken', because, null, lockId);
  const limitMs = isReadEverySync(arrival, facts.nowMs) ? 2 * facts.intervalMs : Math.max(READ_SELDOM_MS, 2 * facts.intervalMs);
  if (facts.nowMs - atMs > limitMs) {
    const isSoon = isAhead(arrival, SOON_MS, facts);
    return linkTo('doubtful', isSoon ? 'link.code.stale-soon' : 'link.code.stale', atMs, lockId);
  }
  return because === null ? linkTo('good', null, atMs, lockId) : linkTo('doubtful', because, null, lockId);
}

/** Before the day of the arrival the next sync has time to write it. */
function unconfirmed({ state, because, lockId }: ArrivalDoor, arrival: Arrival, facts: ReadinessFacts): Link {
  if (!isAhead(arrival, NEAR_MS, facts)) {
    return linkTo('doubtful', because ?? (state === 'unread' ? 'link.code.unread' : 'link.code.waiting'), null, lockId);
  }
  return linkTo('broken', state === 'unread' ? 'link.code.missing-unread' : (because ?? 'link.code.missing'), null, lockId);
}

function blockedDoor({ state, because, lockId }: ArrivalDoor, arrival: Arrival, facts: ReadinessFacts): Link {
  if (state === 'off') return linkTo('doubtful', 'link.code.blocked', null);
  if (state === 'broken') return linkTo('broken', because ?? 'link.code.still-on', null, lockId);
  return linkTo(isAhead(arrival, NEAR_MS, facts) ? 'broken' : 'doubtful', 'link.code.still-on', null, lockId);
}

function isDecided({ because }: ArrivalDoor): boolean {
  return because !== null && DECIDED_OFF.has(because.key);
}

/** It begins within this time, or has begun. */
function isAhead({ startMs }: Arrival, withinMs: number, { nowMs }: ReadinessFacts): boolean {
  return startMs - nowMs <= withinMs;
}
