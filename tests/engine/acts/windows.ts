/** When a guest must and may get in, written down from the rules of the design and not from the code. Wall times at the door. */
import type { DemoBooking, DemoShare } from '../../../electron/demo/seed.ts';
import { addDays, addMinutes, at } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../../shared/time.ts';
import type { Moment } from './history.ts';

export interface Span {
  readonly start: string;
  readonly end: string;
}
const CHECK_IN = '15:00' as WallTime;
const CHECK_OUT = '12:00' as WallTime;
const MOST_EARLY_MINUTES = 4 * 60;
const LONGEST_AFTER_DEPARTURE_DAYS = 1;

/** The usual times: a guest always gets in then. */
export function usual({ arrival, departure }: Pick<DemoBooking, 'arrival' | 'departure'>): Span {
  return { start: at(arrival as LocalDate, CHECK_IN), end: at(departure as LocalDate, CHECK_OUT) };
}

/** The most that the booking's own times can give. */
function widest({ arrival, departure, checkIn, checkOut }: DemoBooking): Span {
  const { start, end } = usual({ arrival, departure });
  const earliest = addMinutes(start as LocalDateTime, -MOST_EARLY_MINUTES);
  const wanted = checkIn === null ? start : at(arrival as LocalDate, checkIn as WallTime);
  const late = checkOut === null ? end : at(departure as LocalDate, checkOut as WallTime);
  return { start: wanted < start ? (wanted > earliest ? wanted : earliest) : start, end: late > end ? late : end };
}

interface OwnTimes {
  readonly from: Moment | null;
  readonly until: Moment | null;
}

/** What the user gave for an end replaces it. Times that are no window are not used. */
function withOwn(span: Span, { arrival, departure }: DemoBooking, { from, until }: OwnTimes): Span {
  const start = from === null ? span.start : at(addDays(arrival as LocalDate, from.day), from.time);
  const end = until === null ? span.end : at(addDays(departure as LocalDate, until.day), until.time);
  return start < end ? { start, end } : span;
}

/** Whichever of the given times count. */
export function must(booking: DemoBooking, given: readonly OwnTimes[]): Span {
  const spans = given.map((times) => withOwn(usual(booking), booking, times));
  return { start: latest(spans.map(({ start }) => start)), end: earliest(spans.map(({ end }) => end)) };
}
export function may(booking: DemoBooking, given: readonly OwnTimes[]): Span {
  const spans = given.map((times) => withOwn(widest(booking), booking, times));
  return { start: earliest(spans.map(({ start }) => start)), end: latest(spans.map(({ end }) => end)) };
}

/** A code that somebody made longer is kept: until the next stay of the unit begins, and no more than a day past departure. */
export function keptAtMost(booking: DemoBooking, own: Span, others: readonly DemoBooking[]): Span {
  const next = others
    .filter(({ id, apartmentId }) => id !== booking.id && apartmentId === booking.apartmentId)
    .map((one) => usual(one).start);
  const day = at(addDays(booking.departure as LocalDate, LONGEST_AFTER_DEPARTURE_DAYS), CHECK_OUT);
  const end = earliest([day, ...next.filter((start) => start > usual(booking).start)]);
  return { start: own.start, end: end > own.end ? end : own.end };
}

export function spanOf({ startDate, startTime, endDate, endTime }: DemoShare): Span {
  return {
    start: startDate === null ? '0000' : `${startDate}T${startTime ?? '00:00'}`,
    end: endDate === null ? '9999' : `${endDate}T${endTime ?? '23:59'}`,
  };
}
/** Its part from now on; null: over. */
export function fromNow({ start, end }: Span, now: string): Span | null {
  const begins = start > now ? start : now;
  return begins < end ? { start: begins, end } : null;
}
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
function earliest(moments: readonly string[]): string {
  return moments.toSorted()[0] ?? '9999';
}
function latest(moments: readonly string[]): string {
  return moments.toSorted().at(-1) ?? '0000';
}
