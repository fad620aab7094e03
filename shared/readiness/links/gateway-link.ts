/** Whether the codes that were written have reached their locks. Once one has, its gateway may fall silent. */
import type { Arrival, ArrivalDoor, Link } from '../../domain/readiness.ts';
import { HOUR_MS } from '../../time.ts';
import { REACHES_WITHIN_MS, SILENCE_COUNTS_AFTER_MS } from '../code-reach.ts';
import { linkTo, worstOf } from '../facts.ts';
import type { ReadinessFacts } from '../facts.ts';

const MATTERS_WITHIN_MS = 48 * HOUR_MS;

export function gatewayLink(arrival: Arrival, facts: ReadinessFacts): Link {
  const links = arrival.doors.flatMap((door) => doorLink(door, arrival, facts) ?? []);
  return worstOf(links, linkTo('unknown', null, null));
}

/** null: no code is there to reach the lock. */
function doorLink({ lockId, codeId }: ArrivalDoor, arrival: Arrival, { nowMs, health, reach }: ReadinessFacts): Link | null {
  if (codeId === null) return null;
  const written = reach.get(String(codeId));
  if (written === undefined) return linkTo('unknown', 'link.gateway.unknown', null, lockId);
  const { writtenAtMs, reachedAtMs } = written;
  if (reachedAtMs !== null) return linkTo('good', null, reachedAtMs, lockId);
  const known = health.get(String(lockId));
  const seenAtMs = known?.reach === 'gateway' ? known.seenAtMs : null;
  if (seenAtMs !== null && seenAtMs - writtenAtMs >= REACHES_WITHIN_MS) return linkTo('good', null, seenAtMs, lockId);
  if (nowMs - writtenAtMs < REACHES_WITHIN_MS) return linkTo('doubtful', 'link.gateway.under-way', writtenAtMs, lockId);
  if (known === undefined || known.reach === 'unknown') return linkTo('unknown', 'link.gateway.unknown', null, lockId);
  if (known.reach === 'phone') return linkTo('doubtful', 'link.gateway.phone', writtenAtMs, lockId);
  if (seenAtMs === null) return linkTo('unknown', 'link.gateway.unknown', null, lockId);
  const isSilent = known.readAtMs - writtenAtMs >= SILENCE_COUNTS_AFTER_MS && arrival.startMs - nowMs <= MATTERS_WITHIN_MS;
  return isSilent
    ? linkTo('broken', 'link.gateway.silent', seenAtMs, lockId)
    : linkTo('doubtful', 'link.gateway.not-seen', seenAtMs, lockId);
}
