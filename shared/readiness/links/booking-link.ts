/** Whether the booking is as it is known here. */
import type { Arrival, Link } from '../../domain/readiness.ts';
import { linkTo } from '../facts.ts';
import type { ReadinessFacts } from '../facts.ts';

export function bookingLink({ booking, readAtMs }: Arrival, { nowMs, intervalMs, lastRead }: ReadinessFacts): Link {
  if (booking.state === 'broken') return booking;
  const seenAtMs = Math.max(readAtMs, lastRead?.bookingsAtMs ?? readAtMs);
  return nowMs - seenAtMs > 2 * intervalMs ? linkTo('doubtful', 'link.booking.stale', seenAtMs) : booking;
}
