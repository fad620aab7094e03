/** Guests whom the list of stays would miss: without a door, with a code that still works after the booking, or gone today. Pure. */
import type { Booking, OtherStay } from '../../domain/booking.ts';
import type { Code } from '../../domain/code.ts';
import type { BookingId } from '../../domain/ids.ts';
import type { UnitMapping } from '../../domain/mapping.ts';
import type { PlanInput, StayWindow } from '../../domain/plan.ts';
import { compareText, cutText } from '../../text.ts';
import { at, dateOf, instantOf } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { createBookingWindow } from '../bookings.ts';
import type { Observation } from '../observe.ts';
import { wantsNoCode } from '../stays.ts';
import type { SortedBookings } from '../stays.ts';
import { codeEnd, codeStart, EVER, isOver, NEVER } from '../windows.ts';
import type { LocalClock } from '../zones.ts';

/** The window gets no more with each change. */
const MAX_OTHERS = 500;
const MAX_NAME = 300;
/** More keypads than that, a booking does not have. */
const MAX_CODES = 20;

/** `shown`: the stays of the list. Nearest first. */
export function otherStays(
  input: PlanInput,
  observation: Pick<Observation, 'managed' | 'units'>,
  sorted: SortedBookings,
  shown: ReadonlySet<BookingId>,
  clock: LocalClock,
): readonly OtherStay[] {
  const isInWindow = createBookingWindow(input.settings, clock);
  const bookings = new Map(sorted.known.map((booking) => [booking.id, booking]));
  const withCode = [...observation.managed.keys()].filter((id) => typeof id === 'number');
  const found = [...new Set([...bookings.keys(), ...withCode])].flatMap((id): readonly OtherStay[] => {
    const booking = bookings.get(id) ?? null;
    const unit = observation.units.get(booking?.unitId ?? null) ?? null;
    const codes = (observation.managed.get(id) ?? []).filter((code) => code.active !== false && !isOver(code, clock.nowAt(code, unit)));
    if (codes.length === 0 && (booking === null || !isInWindow(booking, unit))) return [];
    const stay =
      booking?.state === 'live' && unit !== null ? sorted.windows.of(booking).window : windowOf(booking, codes, input.settings.times);
    const now = clock.nowAt(codes[0] ?? unit?.doors[0] ?? null, unit);
    const why = reasonOf({ input, booking, unit, codes, window: stay, now, isShown: shown.has(id) });
    if (why === null) return [];
    const window = why === 'over' ? windowOf(null, codes, input.settings.times) : stay;
    const instant = (local: LocalDateTime): number | null =>
      local === EVER || local === NEVER ? null : instantOf(local, clock.zoneAt(codes[0] ?? unit?.doors[0] ?? null, unit));
    return [
      {
        bookingId: id,
        why,
        guestName: cutText(booking?.guestName ?? codes[0]?.name ?? '', MAX_NAME),
        unitId: booking?.unitId ?? null,
        unitName: cutText(nameOf(unit) ?? booking?.unitName ?? '', MAX_NAME),
        start: window.start === EVER ? null : window.start,
        end: window.end === NEVER ? null : window.end,
        startMs: instant(window.start),
        endMs: instant(window.end),
        codes: codes.slice(0, MAX_CODES).map(({ lockId, keypadId, id: codeId }) => ({ lockId, keypadId, codeId })),
      },
    ];
  });
  return found
    .sort((one, other) => compareText(one.start ?? '', other.start ?? '') || one.bookingId - other.bookingId)
    .slice(0, MAX_OTHERS);
}

/** As the user calls it. */
function nameOf(unit: UnitMapping | null): string | null {
  return unit === null || unit.name.trim() === '' ? null : unit.name;
}

interface Known {
  readonly input: PlanInput;
  readonly booking: Booking | null;
  readonly unit: UnitMapping | null;
  /** Those that may still open a door. */
  readonly codes: readonly Code[];
  readonly window: StayWindow;
  readonly now: LocalDateTime;
  readonly isShown: boolean;
}
/** null: the guest is not missed. */
function reasonOf({ input, booking, unit, codes, window, now, isShown }: Known): OtherStay['why'] | null {
  const isToCome = window.end > now;
  // Of the day, so that a unit which changes guests is seen until the evening: whoever leaves is no stay any more an hour later.
  const isOfToday = dateOf(window.end) === dateOf(now) && (isShown || !isToCome);
  if (booking?.state === 'live' && unit !== null && unit.doors.length > 0 && isOfToday) return 'left';
  if (isShown) return null;
  const opens = codes.length > 0;
  switch (booking?.state) {
    case undefined:
      return opens && input.bookings.complete ? 'gone' : null;
    case 'cancelled':
      return opens ? 'cancelled' : null;
    case 'blocked':
      return opens ? 'unclear' : null;
    case 'unknown':
      return 'unclear';
    case 'live':
      if (wantsNoCode(input, booking.id)) return isToCome ? 'no-code' : null;
      // The user chose that a unit without doors needs no codes: nobody is missed there, unless a code is left.
      if ((unit === null || unit.doors.length === 0) && isToCome) return unit === null || opens ? 'no-door' : null;
      if (unit !== null && unit.doors.length > 0 && window.start >= window.end) return 'unclear';
      return opens ? 'over' : null;
  }
}

/** Of the booking, at the usual times where it has none, else of the codes. */
function windowOf(booking: Booking | null, codes: readonly Code[], usual: PlanInput['settings']['times']): StayWindow {
  if (booking !== null && codes.length === 0) {
    const { arrival, departure, checkIn, checkOut } = booking;
    return { start: at(arrival, checkIn ?? usual.checkIn), end: at(departure, checkOut ?? usual.checkOut) };
  }
  const starts = codes.map((code) => codeStart(code) ?? EVER).sort();
  const ends = codes.map((code) => codeEnd(code) ?? NEVER).sort();
  return { start: starts[0] ?? EVER, end: ends.at(-1) ?? NEVER };
}
