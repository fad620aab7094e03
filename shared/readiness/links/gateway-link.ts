/** Whether the codes that were written have reached their locks. Once one has, its gateway may fall silent. */
import type { Arrival, ArrivalDoor, Link } from '../../domain/readiness.ts';
import { HOUR_MS, MINUTE_MS } from '../../time.ts';
import { linkTo, worstOf } from '../facts.ts';
import type { ReadinessFacts } from '../facts.ts';

/** A gateway that was seen so long after a write has passed it on; the cloud does not say when. */
const PASSED_ON_MS = 10 * MINUTE_MS;
/** A reading so long after a write says whether the gateway was there at all. */
const TELLING_MS = 30 * MINUTE_MS;
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
  if (known !== undefined && known.movedAtMs !== null && known.movedAtMs > writtenAtMs)
    return linkTo('good', null, known.movedAtMs, lockId);
  const seenAtMs = known?.reach === 'gateway' ? known.seenAtMs : null;
  if (seenAtMs !== null && seenAtMs - writtenAtMs >= PASSED_ON_MS) return linkTo('good', null, seenAtMs, lockId);
  if (nowMs - writtenAtMs < PASSED_ON_MS) return linkTo('doubtful', 'link.gateway.under-way', writtenAtMs, lockId);
  if (known === undefined || known.reach === 'unknown') return linkTo('unknown', 'link.gateway.unknown', null, lockId);
  if (known.reach === 'phone') return linkTo('doubtful', 'link.gateway.phone', writtenAtMs, lockId);
  if (seenAtMs === null) return linkTo('unknown', 'link.gateway.unknown', null, lockId);
  const isSilent = known.readAtMs - writtenAtMs >= TELLING_MS && arrival.startMs - nowMs <= MATTERS_WITHIN_MS;
  return isSilent
    ? linkTo('broken', 'link.gateway.silent', seenAtMs, lockId)
    : linkTo('doubtful', 'link.gateway.not-seen', seenAtMs, lockId);
}
