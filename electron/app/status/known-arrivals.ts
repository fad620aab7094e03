/** What the app knows of arrivals, over its runs and what the user tells guests. Pure. */
import type { BookingId, ClaimId } from '../../../shared/domain/ids.ts';
import type { Arrival } from '../../../shared/domain/readiness.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import { withSeen } from '../../../shared/readiness/arrivals.ts';
import type { KnownDoors } from '../../../shared/readiness/facts.ts';
import { guestTold } from '../../../shared/readiness/guest-told.ts';

export type Arrivals = ReadonlyMap<BookingId, Arrival>;

/** Of a run that saw these; of the others it says nothing. */
export function withArrivals(known: Arrivals, seen: readonly Arrival[], { lastRead }: KnownDoors, isWhole: boolean): Arrivals {
  const next = seen.map((arrival) => [arrival.bookingId, withSeen(arrival, known.get(arrival.bookingId), lastRead)] as const);
  return new Map([...(isWhole ? [] : known), ...next]);
}

/** The user had the guest told, or said so. */
export function withTold(known: Arrivals, bookingId: BookingId, lines: readonly Telling[], nowMs: number): Arrivals {
  const arrival = known.get(bookingId);
  if (arrival === undefined) return known;
  const told = guestTold({ bookingId, lines, problems: [], remembered: { thread: new Map() }, before: arrival.guestTold, nowMs });
  return new Map([...known, [bookingId, { ...arrival, guestTold: told }]]);
}

/** What a run saw of one stay, where its former lines were. null: it says nothing about them. */
export function replaceOwn<T extends { readonly bookingId: BookingId }>(
  known: readonly T[],
  own: readonly T[] | null,
  claim: ClaimId,
): readonly T[] {
  if (own === null) return known;
  const first = known.findIndex(({ bookingId }) => bookingId === claim);
  const others = known.filter(({ bookingId }) => bookingId !== claim);
  return others.toSpliced(first === -1 ? others.length : first, 0, ...own.filter(({ bookingId }) => bookingId === claim));
}
