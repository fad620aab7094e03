/** When a unit is free between its stays. Sorted once, so that a unit with very many stays takes no longer than many with few. Pure. */
import type { BookingId } from '../domain/ids.ts';
import type { StayWindow } from '../domain/plan.ts';
import { compareText } from '../text.ts';
import type { LocalDateTime } from '../time.ts';

export interface Occupied extends StayWindow {
  readonly bookingId: BookingId;
}
interface Edge {
  readonly at: LocalDateTime;
  readonly bookingId: BookingId;
}
export interface FreeUnit {
  /** The first start of the stays that are not over at `from` and begin before `until`; may be before `from`. null: it is free. */
  nextBegins(from: LocalDateTime, until: LocalDateTime): Edge | null;
  /** The last end of the stays that begin before `at`; may be after it. null: there is none. */
  lastEnds(at: LocalDateTime): Edge | null;
}

export function freeUnit(stays: readonly Occupied[]): FreeUnit {
  const byEnd = stays.toSorted((one, other) => compareText(one.end, other.end));
  const byStart = stays.toSorted((one, other) => compareText(one.start, other.start));
  // The first start from each stay on, and the last end up to each.
  const firstStarts = bestSoFar(byEnd.map(startOf).toReversed(), (one, other) => compareText(one.at, other.at)).toReversed();
  const lastEnds = bestSoFar(byStart.map(endOf), (one, other) => compareText(other.at, one.at));
  return {
    nextBegins(from, until) {
      const edge = firstStarts[firstIndex(byEnd.length, (index) => (byEnd[index]?.end ?? from) > from)] ?? null;
      return edge !== null && edge.at < until ? edge : null;
    },
    lastEnds: (at) => lastEnds[firstIndex(byStart.length, (index) => (byStart[index]?.start ?? at) >= at) - 1] ?? null,
  };
}

const startOf = ({ start, bookingId }: Occupied): Edge => ({ at: start, bookingId });
const endOf = ({ end, bookingId }: Occupied): Edge => ({ at: end, bookingId });

/** The first by `compare` of those up to each; of equal ones the lower id, so that the order of the bookings does not matter. */
function bestSoFar(edges: readonly Edge[], compare: (one: Edge, other: Edge) => number): readonly Edge[] {
  let best: readonly Edge[] = [];
  return edges.flatMap((edge) => {
    best = [edge, ...best].sort((one, other) => compare(one, other) || one.bookingId - other.bookingId).slice(0, 1);
    return best;
  });
}

/** The first index for which it holds, in an order in which it holds from one index on. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
