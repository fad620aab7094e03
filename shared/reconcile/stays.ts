/** Sorts bookings into those that need codes, those whose codes are removed, and those that only lead to a problem. */
import type { Booking } from '../domain/booking.ts';
import type { BookingId, ClaimId } from '../domain/ids.ts';
import type { PlanInput } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import { problemText } from '../i18n/problem-text.ts';
import { compareText } from '../text.ts';
import type { StayClaim } from './claims.ts';
import { createBookingWindow, knownBookings } from './bookings.ts';
import { cleanName, tellApart } from './stay/names.ts';
import type { Observation } from './observe.ts';
import type { LocalClock } from './zones.ts';
import type { StayTimes } from './stay-window.ts';
import { createStayWindows } from './stay-windows.ts';
import type { StayWindows } from './stay-windows.ts';
import { givenWindow } from './windows.ts';

export interface SortedBookings {
  readonly live: readonly StayClaim[];
  readonly cancelled: readonly Booking[];
  /** Bookings whose codes stay as they are, ended or not. */
  readonly untouchable: ReadonlySet<ClaimId>;
  /** Every booking that was read, also those that the plan does not look at. */
  readonly known: readonly Booking[];
  /** The same. A person is none of them. */
  readonly byId: ReadonlyMap<ClaimId, Booking>;
  readonly windows: StayWindows;
  readonly problems: readonly Problem[];
  readonly skipped: number;
}

export function sortBookings(input: PlanInput, observation: Observation, clock: LocalClock): SortedBookings {
  const isInWindow = createBookingWindow(input.settings, clock);
  const found: Omit<StayClaim, 'name'>[] = [];
  const cancelled: Booking[] = [];
  const untouchable = new Set<ClaimId>();
  const problems: Problem[] = [];
  const known = knownBookings(input.bookings, input.lookups);
  const byId = new Map<ClaimId, Booking>(known.map((booking) => [booking.id, booking]));
  const windows = createStayWindows({
    bookings: known,
    units: observation.units,
    settings: input.settings,
    wishes: input.wishes.stays,
    given: input.bookings.complete ? null : (id) => givenWindow(observation.managed.get(id) ?? []),
  });
  for (const booking of known) {
    const codes = observation.managed.get(booking.id) ?? [];
    const unit = observation.units.get(booking.unitId) ?? null;
    // A stay outside the window matters when it has a code already, or may have been extended.
    const isExtended = input.wishes.stays.get(booking.id)?.until != null;
    const concerns = codes.length > 0 || observation.hidden.has(booking.id) || isExtended || isInWindow(booking, unit);
    // After a damaged file a code is not removed by that wish: it is looked after until the user has confirmed.
    const isCodeKept = input.wishes.recovery !== 'none' && codes.length > 0;
    if (!concerns || (booking.state === 'live' && wantsNoCode(input, booking.id) && !isCodeKept)) continue;
    if (booking.state === 'cancelled') {
      cancelled.push(booking);
      continue;
    }
    if (booking.state === 'unknown' || (booking.state === 'blocked' && codes.length > 0)) {
      untouchable.add(booking.id);
      problems.push(unknownType(booking, codes.length > 0));
      continue;
    }
    if (booking.state === 'blocked') continue;
    const times = windows.of(booking);
    const { window } = times;
    const isDue = window.end > clock.nowAt(unit?.doors[0] ?? null, unit);
    if (unit === null) {
      untouchable.add(booking.id);
      if (isDue) problems.push(unmappedUnit(booking, codes.length > 0));
      continue;
    }
    if (unit.doors.length === 0) {
      // The user chose that this unit needs no codes: a problem only where it still has some.
      if (isDue) untouchable.add(booking.id);
      if (isDue && codes.length > 0) problems.push(unmappedUnit(booking, true));
      continue;
    }
    if (window.start >= window.end) {
      untouchable.add(booking.id);
      problems.push(times.asks === 'same-day' ? withoutTimes(booking) : badDates(booking));
      continue;
    }
    if (isDue) problems.push(...unclearTimes(booking, times));
    const { id, guestName: fullName, arrival: firstDay, unitId } = booking;
    found.push({ id, fullName, firstDay, unitId, booking, unit, doors: unit.doors, window, times, isDue, managed: codes });
  }
  const names = tellApart(found.map(({ booking }) => booking));
  const live = found.map((stay): StayClaim => Object.assign(stay, { name: names.get(stay.id) ?? cleanName(stay.fullName) }));
  for (const id of input.bookings.unreadable ?? []) {
    if (byId.has(id)) continue;
    untouchable.add(id);
    problems.push({ kind: 'booking-unreadable', text: problemText('problem.booking-row'), retryable: false, bookingId: id });
  }
  problems.push(...overlaps(live));
  return { live, cancelled, untouchable, known, byId, windows, problems, skipped: untouchable.size };
}

/** The user wants no code for the stay: the unit opens otherwise this time. Not of a blocked guest, whose codes stay, switched off. */
export function wantsNoCode({ wishes }: Pick<PlanInput, 'wishes'>, id: BookingId): boolean {
  const wish = wishes.stays.get(id);
  return wish?.noCode === true && wish.blockedSinceMs === null;
}

/** Stays of one unit whose codes work at the same time are reported, and neither is shortened. */
function overlaps(live: readonly StayClaim[]): readonly Problem[] {
  const byUnit = Map.groupBy(
    live.filter(({ isDue }) => isDue),
    ({ unit }) => unit.unitId,
  );
  const problems: Problem[] = [];
  for (const stays of byUnit.values()) {
    stays.sort((one, other) => compareText(one.window.start, other.window.start));
    let latest: StayClaim | null = null;
    for (const stay of stays) {
      if (latest !== null && stay.window.start < latest.window.end) problems.push(overlap(latest, stay));
      if (latest === null || stay.window.end > latest.window.end) latest = stay;
    }
  }
  return problems;
}

function unknownType(booking: Booking, hasCode: boolean): Problem {
  return {
    kind: 'unknown-booking-type',
    text: problemText(hasCode ? 'problem.unknown-type-kept' : 'problem.unknown-type'),
    ...about(booking),
  };
}

function unmappedUnit(booking: Booking, hasCode: boolean): Problem {
  const { arrival } = booking;
  return {
    kind: 'unmapped-unit',
    text:
      booking.unitId === null
        ? problemText(hasCode ? 'problem.no-unit-kept' : 'problem.no-unit', { arrival })
        : problemText(hasCode ? 'problem.unmapped-kept' : 'problem.unmapped', { arrival }),
    ...about(booking),
  };
}

/** A code is made all the same, by the usual times. */
function unclearTimes(booking: Booking, { window, isWishUnusable }: StayTimes): readonly Problem[] {
  const { arrival, departure } = booking;
  if (!isWishUnusable) return [];
  const text = problemText('problem.own-times-unused', { arrival, departure, until: window.end });
  return [{ kind: 'unclear-times', text, ...about(booking) }];
}

function badDates(booking: Booking): Problem {
  return {
    kind: 'bad-booking-dates',
    text: problemText('problem.bad-dates', { arrival: booking.arrival, departure: booking.departure }),
    ...about(booking),
  };
}

function withoutTimes(booking: Booking): Problem {
  return { kind: 'bad-booking-dates', text: problemText('problem.same-day-no-code', { day: booking.departure }), ...about(booking) };
}

function about({ id: bookingId, unitId }: Booking) {
  return { retryable: false, bookingId, ...(unitId === null ? {} : { unitId }) };
}

function overlap(one: StayClaim, other: StayClaim): Problem {
  const { name } = one.unit;
  return {
    kind: 'overlap',
    text: problemText('problem.overlap', {
      booking: String(one.booking.id),
      other: String(other.booking.id),
      until: one.window.end,
      ...(name === '' ? {} : { unit: name }),
    }),
    ...about(other.booking),
  };
}
