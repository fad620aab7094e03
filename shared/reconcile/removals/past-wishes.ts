/**
 * Wishes for stays that are long over and nobody needs any more. When a stay ends is noted while its booking can be read, so that a wish for one
 * that is out of sight, since it is far away, is never taken for past. Pure.
 */
import { claimFromKey } from '../../domain/ids.ts';
import type { BookingId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { addDays, dateOf } from '../../time.ts';
import { knownBookings } from '../bookings.ts';
import { observe } from '../observe.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { createLocalClock } from '../zones.ts';

/** As long as what the user did can be taken back, after an end that own times put two days later at most. */
const KEPT_DAYS = 30 + 2;

export interface PastWishes {
  /** Their wishes decide nothing any more. */
  readonly ids: readonly BookingId[];
  /** With what was noted of these. */
  readonly remember: readonly MemoryChange[];
}

export function pastWishes(input: PlanInput): PastWishes {
  const { stays, recovery } = input.wishes;
  const { remembered } = input.memory;
  const noted = remembered['wished-stay'];
  const known = new Map(knownBookings(input.bookings, input.lookups).map((booking) => [booking.id, booking]));
  const remember: MemoryChange[] = [];
  for (const id of stays.keys()) {
    const key = String(id);
    const departure = known.get(id)?.departure;
    if (departure !== undefined && noted.get(key)?.departure !== departure)
      remember.push({ kind: 'wished-stay', key, value: { bookingId: id, departure } });
  }
  for (const [key, { bookingId }] of noted) if (!stays.has(bookingId)) remember.push({ kind: 'wished-stay', key, value: null });
  const isWhole =
    input.bookings.complete && [...input.lists].every(([lockId, list]) => list !== null && input.unread?.has(lockId) !== true);
  if (!isWhole || onlyExtends(input) || input.clockStepped || recovery !== 'none') return { ids: [], remember };
  const today = dateOf(createLocalClock(input.settings, input.nowMs).nowAt(null, null));
  const linked = new Set([...remembered['booked-again']].flatMap(([to, { from }]) => [from, claimFromKey(to)]));
  const unreadable = new Set(input.bookings.unreadable);
  const old = [...stays].flatMap(([id, wish]) => {
    const departure = noted.get(String(id))?.departure;
    const isNeeded = known.has(id) || unreadable.has(id) || linked.has(id) || wish.blockedSinceMs !== null;
    return departure === undefined || isNeeded || addDays(departure, KEPT_DAYS) >= today ? [] : [id];
  });
  if (old.length === 0) return { ids: [], remember };
  const { ours } = observe(input);
  const ids = old.filter((id) => !ours.has(id));
  const forgotten = ids.flatMap((id) =>
    (['wished-stay', 'no-code', 'let-in'] as const).flatMap((kind) =>
      remembered[kind].has(String(id)) ? [{ kind, key: String(id), value: null }] : [],
    ),
  );
  return { ids, remember: [...remember, ...forgotten] };
}
