/** When a unit is free between stays: from each check-out, for some hours at most, and never while a guest may be in. */
import type { Booking } from '../../domain/booking.ts';
import type { Code } from '../../domain/code.ts';
import type { ClaimId, UnitId } from '../../domain/ids.ts';
import type { UnitMapping } from '../../domain/mapping.ts';
import type { PlanInput, StayWindow } from '../../domain/plan.ts';
import { at, HOUR_MS, instantOf, localNow } from '../../time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../time.ts';
import { isSamePlace } from '../observe.ts';
import type { Observation } from '../observe.ts';
import { asLastWritten, isUnseen } from '../stay/last-written.ts';
import type { SortedBookings } from '../stays.ts';
import { codeEnd, codeStart, EVER, NEVER, windowsOverlap } from '../windows.ts';

/** When a guest may be in the unit, in the order of time and without overlaps; and when stays end. */
export interface Occupancy {
  readonly busy: readonly StayWindow[];
  readonly checkOuts: readonly LocalDateTime[];
}

/** By the bookings, and by every code that may let a guest in although its booking says otherwise. */
export function occupancyOf(unitId: UnitId, input: PlanInput, observation: Observation, sorted: SortedBookings): Occupancy {
  const unit = observation.units.get(unitId) ?? null;
  const live = new Set<ClaimId>(sorted.live.map(({ id }) => id));
  const busy: StayWindow[] = [];
  const checkOuts: LocalDateTime[] = [];
  for (const booking of sorted.known) {
    if (booking.unitId !== unitId || booking.state === 'cancelled') continue;
    const { window } = sorted.windows.of(booking);
    const isSound = booking.state !== 'unknown' && window.start < window.end;
    busy.push(isSound ? window : wholeDays(booking.arrival, booking.departure));
    if (isSound && booking.state === 'live') checkOuts.push(window.end);
  }
  for (const [id, codes] of observation.ours) {
    if (typeof id !== 'number') continue;
    const booking = sorted.byId.get(id);
    for (const code of codes) {
      if (code.active === false || !isOfUnit(code, booking, unit, unitId, observation)) continue;
      const seen = asLastWritten(code, input);
      // A list that leaves times out: the code is as its booking says, until something else was written.
      if (isUnseen(seen) && booking?.unitId === unitId && live.has(id)) continue;
      busy.push({ start: codeStart(seen) ?? EVER, end: codeEnd(seen) ?? NEVER });
    }
  }
  return { busy: merged(busy), checkOuts };
}

/** Of the unit's own bookings, and those that open its doors for somebody who is not booked anywhere else behind that door. */
function isOfUnit(code: Code, booking: Booking | undefined, unit: UnitMapping | null, unitId: UnitId, { units }: Observation): boolean {
  if (booking?.unitId === unitId) return true;
  if (unit?.doors.some((door) => isSamePlace(door, code)) !== true) return false;
  const own = booking?.unitId == null ? undefined : units.get(booking.unitId);
  return own?.doors.some((door) => isSamePlace(door, code)) !== true;
}

const DAY_BEGINS = '00:00' as WallTime;
const DAY_ENDS = '23:59' as WallTime;

/** Dates that may be wrong: of an unknown type, or an end before the start. */
function wholeDays(arrival: LocalDate, departure: LocalDate): StayWindow {
  const [first = arrival, last = departure] = [arrival, departure].sort();
  return { start: at(first, DAY_BEGINS), end: at(last, DAY_ENDS) };
}

function merged(windows: readonly StayWindow[]): readonly StayWindow[] {
  const inOrder = windows.filter(({ start, end }) => start < end).toSorted((one, other) => (one.start < other.start ? -1 : 1));
  const result: StayWindow[] = [];
  for (const window of inOrder) {
    const last = result.at(-1);
    if (last === undefined || last.end < window.start) result.push(window);
    else if (last.end < window.end) result[result.length - 1] = { start: last.start, end: window.end };
  }
  return result;
}

/** `hours` are counted by the clock, also in the nights in which it changes. */
export function gapsOf({ busy, checkOuts }: Occupancy, hours: number, zone: string): readonly StayWindow[] {
  return busy.flatMap(({ start: since, end: start }, index): readonly StayWindow[] => {
    const checkOut = checkOuts
      .filter((moment) => since < moment && moment <= start)
      .toSorted()
      .at(-1);
    if (checkOut === undefined) return [];
    const longest = localNow(zone, instantOf(checkOut, zone) + hours * HOUR_MS);
    const next = busy[index + 1]?.start ?? longest;
    const end = next < longest ? next : longest;
    return start < end ? [{ start, end }] : [];
  });
}

/** What is left of a window before the first moment at which a guest may be in; null: nothing that is still to come. */
export function withoutStays(window: StayWindow, { busy }: Occupancy, now: LocalDateTime): StayWindow | null {
  let { start } = window;
  for (const stay of busy) {
    if (!windowsOverlap({ start, end: window.end }, stay)) continue;
    if (start < stay.start && stay.start > now) return { start, end: stay.start };
    start = stay.end;
  }
  return start < window.end && now < window.end ? { start, end: window.end } : null;
}
