/** Which times of the booking a stay's window does not follow, why, and what would grant them. Pure. */
import type { PlanInput } from '../../../shared/domain/plan.ts';
import type { OverruledReason, StayEnd } from '../../../shared/domain/stay-times.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { DayTime } from '../../../shared/domain/wishes.ts';
import { knownBookings } from '../../../shared/reconcile/bookings.ts';
import { at } from '../../../shared/time.ts';
import type { WallTime } from '../../../shared/time.ts';
import type { StayFacts } from './stay-facts.ts';

export interface RefusedTime {
  readonly end: 'start' | 'end';
  /** In the booking. */
  readonly says: WallTime;
  readonly because: OverruledReason;
  /** Another stay that is the reason. */
  readonly otherId: BookingId | null;
  readonly otherGuest: string | null;
  /** What the user would wish for this end, where that opens the door longer; null where it would not, or where a question asks about it. */
  readonly grant: DayTime | null;
}

const NOT_TO_GRANT: ReadonlySet<OverruledReason> = new Set(['next-night', 'asked', 'later-than-usual', 'earlier-than-usual']);

export function refusedTimes({ claim, times }: Pick<StayFacts, 'claim' | 'times'>, input: PlanInput): readonly RefusedTime[] {
  const { arrival, departure } = claim.booking;
  const nameOf = (id: BookingId): string | null =>
    knownBookings(input.bookings, input.lookups).find((booking) => booking.id === id)?.guestName ?? null;
  const refused = (end: RefusedTime['end'], { overruled }: StayEnd, isLonger: (says: WallTime) => boolean): readonly RefusedTime[] => {
    if (overruled === null) return [];
    const { says, because, otherId } = overruled;
    const grant = !NOT_TO_GRANT.has(because) && isLonger(says) ? { day: 0, time: says } : null;
    return [{ end, says, because, otherId, otherGuest: otherId === null ? null : nameOf(otherId), grant }];
  };
  return [
    ...refused('start', times.start, (says) => at(arrival, says) < claim.window.start),
    ...refused('end', times.end, (says) => at(departure, says) > claim.window.end),
  ];
}
