/** Whether the guest knows the code. What was due has to be sent some time. */
import type { Arrival, Link } from '../../domain/readiness.ts';
import type { LinkKey } from '../../i18n/link-text.ts';
import { MINUTE_MS } from '../../time.ts';
import { linkTo, NEAR_MS } from '../facts.ts';
import type { ReadinessFacts } from '../facts.ts';

const MAY_TAKE_MS = 30 * MINUTE_MS;

/** What a sync says about a message that is due, or will be at `sinceMs`. */
export const GUEST_DUE = 'link.guest.due' satisfies LinkKey;
/** What was written to the guest may be told in another way; whoever arrives soon has to know. */
export const GUEST_CANNOT_TELL = 'link.guest.cannot-tell' satisfies LinkKey;

export function guestLink({ guestTold, isBlocked, startMs }: Arrival, { nowMs }: ReadinessFacts): Link {
  if (isBlocked) return linkTo('unknown', null, null);
  const { because, sinceMs } = guestTold;
  if (because?.key === GUEST_CANNOT_TELL && startMs - nowMs > NEAR_MS) return { ...guestTold, state: 'unknown' };
  if (because?.key !== GUEST_DUE || sinceMs === null) return guestTold;
  if (nowMs < sinceMs) return linkTo('unknown', 'link.guest.scheduled', sinceMs);
  return nowMs - sinceMs < MAY_TAKE_MS ? linkTo('doubtful', GUEST_DUE, sinceMs) : linkTo('broken', 'link.guest.not-told', sinceMs);
}
