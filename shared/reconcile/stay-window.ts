/**
 * When the codes of each stay of a unit work (docs/decided-by-people.md, "Times of a stay"): from the usual times, the booking's own, what the user
 * decided for the stay, and the other stays of the unit. Pure; the order of the bookings does not matter.
 */
import type { Booking } from '../domain/booking.ts';
import type { BookingId } from '../domain/ids.ts';
import type { UnitMapping } from '../domain/mapping.ts';
import type { StayWindow } from '../domain/plan.ts';
import type { Settings } from '../domain/settings.ts';
import type { OverruledReason, StayEnd, TimeMode, WindowSource } from '../domain/stay-times.ts';
import type { DayTime, StayWish } from '../domain/wishes.ts';
import { addDays, addMinutes, at, dateOf } from '../time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../time.ts';
import { freeUnit } from './free-unit.ts';
import type { FreeUnit, Occupied } from './free-unit.ts';
import { windowsOverlap } from './windows.ts';

export interface StayTimes {
  /** Not a window when `start` is not before `end`: the dates are wrong, or the stay arrives and leaves on one day without times of its own. */
  readonly window: StayWindow;
  readonly start: StayEnd;
  readonly end: StayEnd;
  /** `night-check-out`: the booking's check-out is from 00:01 to 05:59. `same-day`: it arrives and leaves on one day, and lacks a time. */
  readonly asks: 'night-check-out' | 'same-day' | null;
  /** Other stays of the unit that the times from the user cross. */
  readonly crosses: readonly BookingId[];
  /** The times from the user are not a window for the present dates, and were not used. */
  readonly isWishUnusable: boolean;
}

/** The times that the user gave for a stay; null: none for that end. */
export type TimesWish = Pick<StayWish, 'from' | 'until'>;
export type TimesWishes = ReadonlyMap<BookingId, TimesWish>;
const NO_WISHES: TimesWishes = new Map();
/** While the bookings are incomplete: the window that a stay's codes have already, and may keep; null: it has none. */
export type GivenWindow = (id: BookingId) => StayWindow | null;

const MORNING = '06:00' as WallTime;

/** How one unit deals with times: its own rules, else those of the settings. */
interface Rules {
  readonly checkIn: WallTime;
  readonly checkOut: WallTime;
  readonly checkInSource: WindowSource;
  readonly checkOutSource: WindowSource;
  readonly checkInMode: TimeMode;
  readonly checkOutMode: TimeMode;
  readonly cleaningMinutes: number;
  readonly maxEarlyMinutes: number;
  readonly before: number;
  readonly after: number;
  /** What is told of a stay with the usual window. */
  readonly usual: Omit<StayTimes, 'window'>;
}

interface End {
  readonly at: LocalDateTime;
  readonly source: WindowSource;
  readonly overruled: StayEnd['overruled'];
  /** Under `widen`: the time that the booking would open the door longer to. */
  readonly wanted?: { readonly at: LocalDateTime; readonly says: WallTime };
}
interface Draft {
  readonly booking: Booking;
  /** Before a booking's time widened it. */
  readonly start: End;
  readonly end: End;
  readonly usual: StayWindow;
  readonly asks: StayTimes['asks'];
  readonly isWishUnusable: boolean;
}

/** `bookings`: all that are known of the unit. `unit`: null when it is not mapped. */
export function unitWindows(
  unit: UnitMapping | null,
  bookings: readonly Booking[],
  settings: Settings,
  wishes: TimesWishes = NO_WISHES,
  given: GivenWindow | null = null,
): ReadonlyMap<BookingId, StayTimes> {
  const rules = rulesOf(unit, settings);
  if (bookings.every((booking) => isPlain(booking) && !wishes.has(booking.id)))
    return new Map(bookings.map((booking) => [booking.id, { window: usualOf(booking, rules), ...rules.usual }]));
  const drafts = bookings.map((booking) => draftOf(booking, rules, wishes.get(booking.id)));
  const widened = drafts.some(({ start, end }) => start.wanted !== undefined || end.wanted !== undefined)
    ? widen(drafts, rules, given)
    : drafts;
  return new Map(widened.map((draft) => [draft.booking.id, timesOf(draft, widened)]));
}

/** The usual window of a stay: by the unit and the settings alone. */
export function usualWindow(booking: Booking, unit: UnitMapping | null, settings: Settings): StayWindow {
  return usualOf(booking, rulesOf(unit, settings));
}

/** The usual check-in and check-out of a unit. */
export function usualTimes(unit: UnitMapping | null, settings: Settings): { readonly checkIn: WallTime; readonly checkOut: WallTime } {
  const { checkIn, checkOut } = rulesOf(unit, settings);
  return { checkIn, checkOut };
}

function rulesOf(unit: UnitMapping | null, { times }: Settings): Rules {
  const checkIn = unit?.checkIn ?? times.checkIn;
  const checkOut = unit?.checkOut ?? times.checkOut;
  const checkInSource = (unit?.checkIn ?? null) === null ? 'default' : 'unit';
  const checkOutSource = (unit?.checkOut ?? null) === null ? 'default' : 'unit';
  return {
    checkIn,
    checkOut,
    checkInSource,
    checkOutSource,
    usual: {
      start: { source: checkInSource, overruled: null },
      end: { source: checkOutSource, overruled: null },
      asks: null,
      crosses: [],
      isWishUnusable: false,
    },
    checkInMode: unit?.times?.checkInMode ?? times.checkInMode,
    checkOutMode: unit?.times?.checkOutMode ?? times.checkOutMode,
    cleaningMinutes: unit?.times?.cleaningMinutes ?? times.cleaningMinutes ?? Math.max(0, minutesOf(checkIn) - minutesOf(checkOut)),
    maxEarlyMinutes: unit?.times?.maxEarlyMinutes ?? times.maxEarlyMinutes,
    before: unit?.bufferBeforeMinutes ?? 0,
    after: unit?.bufferAfterMinutes ?? 0,
  };
}

function usualOf({ arrival, departure }: Booking, rules: Rules): StayWindow {
  return {
    start: addMinutes(at(arrival, rules.checkIn), -rules.before),
    end: addMinutes(at(departure, rules.checkOut), rules.after),
  };
}

/**
 * Buffers belong to the usual times: the usual window includes them, so a neighbour's buffer counts as occupied and nobody's booking widens
 * into it. A widened end gets none on top, since the booking asks for no more than its time. `exact` keeps them, as it replaces the usual time.
 */
function draftOf(booking: Booking, rules: Rules, wish: TimesWish | undefined): Draft {
  const usual = usualOf(booking, rules);
  const isSameDay = booking.arrival === booking.departure && rules.checkIn >= rules.checkOut;
  const [start, end] = isSameDay
    ? [sameDayEnd(booking.checkIn, booking.arrival, -rules.before), sameDayEnd(booking.checkOut, booking.departure, rules.after)]
    : [startOf(booking, usual.start, rules), endOf(booking, usual.end, rules)];
  const draft: Draft = {
    booking,
    start: start ?? { at: usual.start, source: rules.checkInSource, overruled: null },
    end: end ?? { at: usual.end, source: rules.checkOutSource, overruled: null },
    usual,
    asks: isSameDay && (start === null || end === null) ? 'same-day' : end?.overruled?.because === 'asked' ? 'night-check-out' : null,
    isWishUnusable: false,
  };
  return wish === undefined ? draft : withWish(draft, wish);
}

function withWish(draft: Draft, { from, until }: TimesWish): Draft {
  const start = from === null ? draft.start : wishedEnd(draft.booking.arrival, from);
  const end = until === null ? draft.end : wishedEnd(draft.booking.departure, until);
  if (start.at >= end.at) return { ...draft, isWishUnusable: from !== null || until !== null };
  const isAnswered = draft.asks === 'same-day' ? from !== null && until !== null : until !== null;
  return { ...draft, start, end, asks: isAnswered ? null : draft.asks };
}

function wishedEnd(day: LocalDate, { day: days, time }: DayTime): End {
  return { at: at(addDays(day, days), time), source: 'user', overruled: null };
}

/** null: the booking has no such time. At night it is none of a stay within one day. */
function sameDayEnd(time: WallTime | null, day: LocalDate, buffer: number): End | null {
  return time === null || isAtNight(time) ? null : { at: addMinutes(at(day, time), buffer), source: 'booking', overruled: null };
}

function startOf({ arrival, checkIn: says }: Booking, usualStart: LocalDateTime, rules: Rules): End | null {
  if (says === null || isNone(says) || says === rules.checkIn) return null;
  const usual = { at: usualStart, source: rules.checkInSource };
  if (rules.checkInMode === 'usual') return { ...usual, overruled: overruled(says, 'usual-times') };
  // Also under `exact`: it would open the door half a day early, while another guest may be asleep inside.
  if (isAtNight(says)) return { ...usual, overruled: overruled(says, 'next-night') };
  if (rules.checkInMode === 'exact') return { at: addMinutes(at(arrival, says), -rules.before), source: 'booking', overruled: null };
  if (at(arrival, says) >= usualStart) return { ...usual, overruled: says < rules.checkIn ? null : overruled(says, 'later-than-usual') };
  return { ...usual, overruled: null, wanted: { at: at(arrival, says), says } };
}

function endOf({ departure, checkOut: says }: Booking, usualEnd: LocalDateTime, rules: Rules): End | null {
  if (says === null || isNone(says) || says === rules.checkOut) return null;
  const usual = { at: usualEnd, source: rules.checkOutSource };
  if (rules.checkOutMode === 'usual') return { ...usual, overruled: overruled(says, 'usual-times') };
  if (isAtNight(says)) return { ...usual, overruled: overruled(says, 'asked') };
  if (rules.checkOutMode === 'exact') return { at: addMinutes(at(departure, says), rules.after), source: 'booking', overruled: null };
  if (at(departure, says) <= usualEnd) return { ...usual, overruled: says > rules.checkOut ? null : overruled(says, 'earlier-than-usual') };
  return { ...usual, overruled: null, wanted: { at: at(departure, says), says } };
}

/**
 * Late check-outs first, up to the next usual check-in; then early check-ins, after whoever leaves. So a late check-out never depends on an
 * early check-in, and of two that want the same hours the guest who is inside keeps them.
 */
function widen(drafts: readonly Draft[], rules: Rules, given: GivenWindow | null): readonly Draft[] {
  const usual = freeUnit(drafts.flatMap(occupiedBy));
  const late = drafts.map((draft): Draft => {
    const end = isWindow(draft) ? lateEnd(draft.end, usual) : draft.end;
    return { ...draft, end: given === null || end.at <= (given(draft.booking.id)?.end ?? draft.end.at) ? end : unwidened(draft.end) };
  });
  const withLate = freeUnit(late.flatMap(occupiedBy));
  return late.map((draft): Draft => {
    const start = isWindow(draft) ? earlyStart(draft.start, withLate, rules) : draft.start;
    const isKept = given === null || start.at >= (given(draft.booking.id)?.start ?? draft.start.at);
    return { ...draft, start: isKept ? start : unwidened(draft.start) };
  });
}

/** A booking that was not read may be the next guest's: nothing grows meanwhile, and what has grown already is kept. */
function unwidened(end: End): End {
  return end.wanted === undefined ? end : { ...end, overruled: overruled(end.wanted.says, 'incomplete') };
}

function lateEnd(end: End, unit: FreeUnit): End {
  if (end.wanted === undefined) return end;
  const { at: wanted, says } = end.wanted;
  const next = unit.nextBegins(end.at, wanted);
  if (next === null) return { at: wanted, source: 'booking', overruled: null };
  return {
    ...(next.at > end.at ? { at: next.at, source: 'booking' } : { at: end.at, source: end.source }),
    overruled: overruled(says, 'guest-arrives', next.bookingId),
  };
}

function earlyStart(start: End, unit: FreeUnit, rules: Rules): End {
  if (start.wanted === undefined) return start;
  const { at: wanted, says } = start.wanted;
  const earliest = addMinutes(at(dateOf(wanted), rules.checkIn), -rules.maxEarlyMinutes);
  const allowed = wanted > earliest ? wanted : earliest;
  const last = unit.lastEnds(start.at);
  const cleanFrom = last === null ? allowed : addMinutes(last.at, rules.cleaningMinutes);
  const opens = cleanFrom > allowed ? cleanFrom : allowed;
  const because = opens === allowed ? overruled(says, 'too-early') : overruled(says, 'guest-leaves', last?.bookingId);
  return {
    ...(opens < start.at ? { at: opens, source: 'booking' } : { at: start.at, source: start.source }),
    overruled: opens === wanted ? null : because,
  };
}

/** What others keep clear of: the usual times or those that count instead, whichever leave less room. A cancelled stay takes no room. */
function occupiedBy({ booking, usual, start, end }: Draft): readonly Occupied[] {
  if (booking.state === 'cancelled' || start.at >= end.at) return [];
  const isUsual = usual.start < usual.end;
  return [
    {
      bookingId: booking.id,
      start: isUsual && usual.start < start.at ? usual.start : start.at,
      end: isUsual && usual.end > end.at ? usual.end : end.at,
    },
  ];
}

function timesOf(draft: Draft, drafts: readonly Draft[]): StayTimes {
  const window = windowIn(draft);
  const isWished = draft.start.source === 'user' || draft.end.source === 'user';
  const others = isWished ? drafts.filter(({ booking }) => booking.id !== draft.booking.id && booking.state !== 'cancelled') : [];
  return {
    window,
    start: { source: draft.start.source, overruled: draft.start.overruled },
    end: { source: draft.end.source, overruled: draft.end.overruled },
    asks: draft.asks,
    crosses: others
      .filter((other) => isWindow(other) && windowsOverlap(window, windowIn(other)))
      .map(({ booking }) => booking.id)
      .sort((one, other) => one - other),
    isWishUnusable: draft.isWishUnusable,
  };
}

function windowIn({ start, end }: Draft): StayWindow {
  return { start: start.at, end: end.at };
}
function isWindow({ start, end }: Draft): boolean {
  return start.at < end.at;
}
function overruled(says: WallTime, because: OverruledReason, otherId: BookingId | null = null): NonNullable<StayEnd['overruled']> {
  return { says, because, otherId };
}
/** Most bookings: the usual window, whatever the neighbours are. */
function isPlain({ arrival, departure, checkIn, checkOut }: Booking): boolean {
  return checkIn === null && checkOut === null && arrival !== departure;
}
/** The client reads "00:00" as none; it is none here too. */
function isNone(time: WallTime): boolean {
  return time === '00:00';
}
function isAtNight(time: WallTime): boolean {
  return time < MORNING;
}
function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
