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
  const byEnd = [...stays].sort((one, other) => compareText(one.end, other.end) || one.bookingId - other.bookingId);
  const byStart = [...stays].sort((one, other) => compareText(one.start, other.start) || one.bookingId - other.bookingId);
  // The first start from each stay on, and the last end up to each.
  const firstStarts: Edge[] = [];
  byEnd.reduceRight<Edge | null>((best, { start, bookingId }, index) => {
    const edge = best === null || start < best.at || (start === best.at && bookingId < best.bookingId) ? { at: start, bookingId } : best;
    firstStarts[index] = edge;
    return edge;
  }, null);
  const lastEnds: Edge[] = [];
  byStart.reduce<Edge | null>((best, { end, bookingId }, index) => {
    const edge = best === null || end > best.at || (end === best.at && bookingId < best.bookingId) ? { at: end, bookingId } : best;
    lastEnds[index] = edge;
    return edge;
  }, null);
  return {
    nextBegins(from, until) {
      const edge = firstStarts[firstIndex(byEnd.length, (index) => (byEnd[index]?.end ?? from) > from)] ?? null;
      return edge !== null && edge.at < until ? edge : null;
    },
    lastEnds: (at) => lastEnds[firstIndex(byStart.length, (index) => (byStart[index]?.start ?? at) >= at) - 1] ?? null,
  };
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
