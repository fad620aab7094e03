/** Which bookings a plan knows, which of them it looks at, and which missing ones a run reads by id. */
import type { Booking, BookingFetch, BookingLookup } from '../domain/booking.ts';
import type { Code } from '../domain/code.ts';
import type { BookingId } from '../domain/ids.ts';
import type { UnitMapping } from '../domain/mapping.ts';
import type { PlanInput } from '../domain/plan.ts';
import type { Settings } from '../domain/settings.ts';
import { compareText } from '../text.ts';
import { addDays, dateOf, MINUTE_MS } from '../time.ts';
import type { LocalDate } from '../time.ts';
import { isOtherAccount } from './trust/accounts.ts';
import { codeStart, isOver } from './windows.ts';
import { isSamePlace, observe } from './observe.ts';
import type { Observation } from './observe.ts';
import { createLocalClock } from './zones.ts';
import type { LocalClock } from './zones.ts';

/** Missing bookings that a run reads by id, at most: each is a request. */
const MAX_LOOKUPS = 20;
/** Half of these are the nearest arrivals in every run. The others take turns, so that each is read sooner or later. */
const NEAREST_LOOKUPS = MAX_LOOKUPS / 2;

/**
 * The days to ask Smoobu for: from yesterday's departures to the arrivals at the horizon; the plan filters again. Two days more on both sides:
 * one for a unit where the date is a day ahead or behind, one because a filter may exclude its first and last day (cloud-facts S14).
 */
export function fetchRange(settings: Settings, nowMs: number): { departureFrom: LocalDate; arrivalTo: LocalDate } {
  const today = dateOf(createLocalClock(settings, nowMs).nowAt(null, null));
  return { departureFrom: addDays(today, -3), arrivalTo: addDays(today, settings.codes.horizonDays + 2) };
}

/** Listed bookings and those found by id, of which the listed one counts. Sorted, so that the order of the answer does not matter. */
export function knownBookings(fetch: BookingFetch, lookups: ReadonlyMap<BookingId, BookingLookup>): readonly Booking[] {
  const known = new Map<BookingId, Booking>();
  for (const booking of fetch.bookings) {
    const present = known.get(booking.id);
    if (present === undefined) known.set(booking.id, booking);
    else if (!sameBooking(present, booking)) known.set(booking.id, contradiction(present, booking));
  }
  for (const lookup of lookups.values()) {
    if (lookup.kind === 'found' && !known.has(lookup.booking.id)) known.set(lookup.booking.id, lookup.booking);
  }
  return [...known.values()].sort(compareBookings);
}

function compareBookings(one: Booking, other: Booking): number {
  return compareText(one.arrival, other.arrival) || one.id - other.id;
}

/** Rows of one booking that contradict each other decide nothing. The client has already merged those of which the latest is known. */
function contradiction(one: Booking, other: Booking): Booking {
  return {
    ...one,
    state: 'unknown',
    unitId: one.unitId === other.unitId ? one.unitId : null,
    arrival: one.arrival < other.arrival ? one.arrival : other.arrival,
    departure: one.departure > other.departure ? one.departure : other.departure,
    checkIn: null,
    checkOut: null,
    guestName: '',
  };
}

function sameBooking(one: Booking, other: Booking): boolean {
  return (
    one.state === other.state &&
    one.unitId === other.unitId &&
    one.arrival === other.arrival &&
    one.departure === other.departure &&
    one.checkIn === other.checkIn &&
    one.checkOut === other.checkOut &&
    one.guestName === other.guestName
  );
}

/**
 * Whether what was read of this booking is evidence for removing one of its codes: it is in a complete list, or in one that two readings
 * agree on and again on its own. That a booking is absent never is.
 */
export function isEvidence({ bookings, lookups }: PlanInput, booking: Booking): boolean {
  if (bookings.complete) return true;
  const again = lookups.get(booking.id);
  return bookings.agreed === true && again?.kind === 'found' && sameBooking(booking, again.booking);
}

/** Whether a stay lies between yesterday's departures and the arrivals at the horizon, by the date at the unit. */
export function createBookingWindow(settings: Settings, clock: LocalClock): (booking: Booking, unit: UnitMapping | null) => boolean {
  const limits = new Map<LocalDate, { readonly from: LocalDate; readonly to: LocalDate }>();
  return (booking, unit) => {
    const today = dateOf(clock.nowAt(unit?.doors[0] ?? null, unit));
    let limit = limits.get(today);
    if (limit === undefined) {
      limit = { from: addDays(today, -1), to: addDays(today, settings.codes.horizonDays) };
      limits.set(today, limit);
    }
    return booking.departure >= limit.from && booking.arrival <= limit.to;
  };
}

/**
 * Bookings that are read by id as well: those that the list does not tell although their code may still open a door, since that proves nothing;
 * those with rows that cannot be read; and, where two readings of an incomplete list agree, those that may lose a code. `deferred` counts those
 * beyond the limit.
 */
export function bookingsToLookUp(input: PlanInput): { readonly ids: readonly BookingId[]; readonly deferred: number } {
  if (isOtherAccount(input, ['smoobu'])) return { ids: [], deferred: 0 };
  const { complete, agreed = false, bookings, unreadable = [] } = input.bookings;
  const rows = new Map(bookings.map((booking) => [booking.id, booking]));
  const clock = createLocalClock(input.settings, input.nowMs);
  const observation = observe(input);
  // A guest without a code may be about to arrive.
  const absent: { id: BookingId; start: string }[] = unreadable.map((id) => ({ id, start: '' }));
  for (const [id, codes] of observation.ours) {
    if (typeof id !== 'number') continue;
    const row = rows.get(id);
    if (unreadable.includes(id) || (row === undefined ? !complete : complete || !agreed || !mayLose(row, codes, observation))) continue;
    const open = codes.filter((code) => !isOver(code, clock.nowAt(code, null)));
    // An unknown start may be now.
    const [start] = open.map((code) => codeStart(code) ?? '').sort();
    if (start !== undefined) absent.push({ id, start });
  }
  absent.sort((one, other) => compareText(one.start, other.start) || one.id - other.id);
  const ids = absent.map((entry) => entry.id);
  return { ids: inTurns(ids, input.nowMs), deferred: Math.max(0, ids.length - MAX_LOOKUPS) };
}

function mayLose(booking: Booking, codes: readonly Code[], { units }: Observation): boolean {
  if (booking.state !== 'live') return booking.state === 'cancelled';
  const unit = units.get(booking.unitId);
  return unit !== undefined && codes.some((code) => !unit.doors.some((door) => isSamePlace(code, door)));
}

/** The nearest arrivals, and a part of the others that changes by the minute. */
function inTurns(ids: readonly BookingId[], nowMs: number): readonly BookingId[] {
  if (ids.length <= MAX_LOOKUPS) return ids;
  const others = ids.slice(NEAREST_LOOKUPS);
  const start = Math.floor(nowMs / MINUTE_MS) % others.length;
  const turn = [...others.slice(start), ...others].slice(0, MAX_LOOKUPS - NEAREST_LOOKUPS);
  return [...ids.slice(0, NEAREST_LOOKUPS), ...turn];
}
