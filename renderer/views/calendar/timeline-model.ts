/** The timeline as data: per door, the codes of the next days, with overlaps, changes of guests and free nights. Pure. */
import type { AppSnapshot, StayStatus } from '../../../shared/domain/app-state.ts';
import type { BookingId, KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { compareText, isFoundIn } from '../../../shared/text.ts';
import { addDays, DAY_MS, dateOf, daysBetween } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';

export type DoorCodes = CallOutput<'codes.list'>;
export const BAR_STATES = ['ready', 'on-its-way', 'needs-you', 'by-hand', 'left', 'off'] as const;
/**
 * `ready`: read from the lock and correct. `on-its-way`: the next sync writes it. `needs-you`: it cannot be written. `by-hand`: a code that
 * belongs to no booking. `left`: the code of a booking that is over or cancelled, which a sync will remove. `off`: switched off.
 */
export type BarState = (typeof BAR_STATES)[number];

export interface Bar {
  readonly key: string;
  readonly state: BarState;
  /** null for codes without a current stay. */
  readonly bookingId: BookingId | null;
  /** Of the guest or the code; may be empty. */
  readonly name: string;
  readonly unitName: string;
  readonly unitId: UnitId | null;
  /** At the door. null: without limit. */
  readonly start: LocalDateTime | null;
  readonly end: LocalDateTime | null;
  /** Share of the whole span, 0 to 1, cut at its ends. */
  readonly from: number;
  readonly to: number;
  /** Bars of one lane do not touch. */
  readonly lane: number;
  /** Keys of other guests' bars, ten at most, for the same unit whose codes work at the same time. A shared gate, or a cleaner's code, is no overlap. */
  readonly overlaps: readonly string[];
  /** Another guest arrives on the day this one leaves. */
  readonly endsInTurnover: boolean;
  /** Nights without a guest until the next stay or the end of the span; null for a stay that ends after it, and for other codes. */
  readonly freeNightsAfter: number | null;
}

export interface Row {
  readonly key: string;
  readonly place: KeypadPlace;
  readonly bars: readonly Bar[];
  readonly lanes: number;
  /** How many more there are in these days. */
  readonly hidden: number;
  /** Index of the days on which one guest leaves and another arrives. */
  readonly turnovers: readonly number[];
}
export interface Timeline {
  readonly days: readonly LocalDate[];
  readonly rows: readonly Row[];
}

const TIMELINE_DAYS = 30;
/** More cannot be told apart within 30 days, and would stop the window. The nearest arrivals come first. */
const MAX_BARS = 200;
/** So many others are named at a bar. */
const MAX_OVERLAPS = 10;

/** `today`: the first day. `codes`: null until they are read. Rows are all mapped doors, sorted by `compare`. */
export function buildTimeline(
  { stays, names }: Pick<AppSnapshot, 'stays' | 'names'>,
  codes: DoorCodes['codes'] | null,
  today: LocalDate,
  compare: (one: KeypadPlace, other: KeypadPlace) => number,
): Timeline {
  const days = Array.from({ length: TIMELINE_DAYS }, (_, index) => addDays(today, index));
  const span = { first: atMidnight(today), after: atMidnight(addDays(today, TIMELINE_DAYS)) };
  const visibleCodes = (codes ?? []).filter((code) => isVisible(code, span));
  const booked = new Set(visibleCodes.map(({ bookingId }) => bookingId));
  const places = new Map<string, KeypadPlace>(
    names.doors.map(({ lockId, keypadId }) => [placeKey({ lockId, keypadId }), { lockId, keypadId }]),
  );
  const shown = new Set<string>();
  const drafts = new Map<string, { kept: Draft[]; hidden: number }>();
  const add = (place: string, draft: () => Draft): void => {
    const known = drafts.get(place) ?? { kept: [], hidden: 0 };
    drafts.set(place, known);
    if (known.kept.length < MAX_BARS) known.kept.push(draft());
    else known.hidden += 1;
  };
  // What is outside of the span costs next to nothing: a unit can have tens of thousands of stays.
  for (const status of stays) {
    const { id } = status.stay.booking;
    for (const door of status.stay.doors) {
      const place = placeKey(door);
      if (!places.has(place)) places.set(place, { lockId: door.lockId, keypadId: door.keypadId });
      if (booked.has(id)) shown.add(`${id} ${place}`);
      if (isVisible(door.window, span)) add(place, () => stayBar(status, door));
    }
  }
  for (const code of visibleCodes) {
    const place = placeKey(code);
    if (code.bookingId === null || !shown.has(`${code.bookingId} ${place}`)) add(place, () => codeBar(code));
  }
  const rows = [...places.values()].sort(compare).map((place) => {
    const { kept, hidden } = drafts.get(placeKey(place)) ?? { kept: [], hidden: 0 };
    return rowOf(place, kept, hidden, days);
  });
  return { days, rows };
}

/** Rows whose door or one of whose bars matches. `doorNameOf` as shown. */
export function filterRows(rows: readonly Row[], search: string, doorNameOf: (place: KeypadPlace) => string): readonly Row[] {
  const textsOf = (bar: Bar): string[] => [bar.name, bar.unitName, bar.bookingId === null ? '' : String(bar.bookingId)];
  return rows.filter((row) => isFoundIn([doorNameOf(row.place), ...row.bars.flatMap(textsOf)], search));
}

/** The key of the bar an arrow key leads to, null for none. Left and right stay at the door, up and down go to the nearest in time. */
export function nextBar(rows: readonly Row[], fromKey: string, pressed: string): string | null {
  const rowIndex = rows.findIndex((row) => row.bars.some((bar) => bar.key === fromKey));
  const bars = rows[rowIndex]?.bars ?? [];
  const index = bars.findIndex((bar) => bar.key === fromKey);
  const from = bars[index];
  if (from === undefined) return null;
  switch (pressed) {
    case 'ArrowRight':
      return bars[index + 1]?.key ?? null;
    case 'ArrowLeft':
      return bars[index - 1]?.key ?? null;
    case 'Home':
      return bars[0]?.key ?? null;
    case 'End':
      return bars.at(-1)?.key ?? null;
    case 'ArrowDown':
      return nearest(rows.slice(rowIndex + 1), from);
    case 'ArrowUp':
      return nearest(rows.slice(0, rowIndex).reverse(), from);
    default:
      return null;
  }
}
/** In the first row that has bars. */
function nearest(rows: readonly Row[], { from, to }: Bar): string | null {
  const bars = rows.find((row) => row.bars.length > 0)?.bars ?? [];
  const distance = (bar: Bar): number => Math.abs(bar.from + bar.to - (from + to));
  return bars.toSorted((one, other) => distance(one) - distance(other))[0]?.key ?? null;
}

type Draft = Omit<Bar, 'from' | 'to' | 'lane' | 'overlaps' | 'endsInTurnover' | 'freeNightsAfter'>;

function stayBar(status: StayStatus, door: StayDoor): Draft {
  const { booking } = status.stay;
  const isVerified = status.verifiedPlaces.some((place) => placeKey(place) === placeKey(door));
  return {
    key: `booking-${booking.id}-${placeKey(door)}`,
    state: isVerified ? 'ready' : status.verdict === 'action-needed' ? 'needs-you' : 'on-its-way',
    bookingId: booking.id,
    name: booking.guestName.trim(),
    unitName: status.stay.unitName,
    unitId: booking.unitId,
    start: door.window.start,
    end: door.window.end,
  };
}

function codeBar(code: DoorCodes['codes'][number]): Draft {
  return {
    key: `code-${code.codeId}-${placeKey(code)}`,
    state: !code.isActive ? 'off' : code.bookingId === null ? 'by-hand' : 'left',
    bookingId: null,
    name: code.name.trim(),
    unitName: '',
    unitId: null,
    start: code.start,
    end: code.end,
  };
}

interface Span {
  readonly first: string;
  readonly after: string;
}
function atMidnight(day: LocalDate): string {
  return `${day}T00:00`;
}
function isVisible({ start, end }: Pick<Draft, 'start' | 'end'>, { first, after }: Span): boolean {
  return (start === null || start < after) && (end === null || end > first);
}

function rowOf(place: KeypadPlace, drafts: readonly Draft[], hidden: number, days: readonly LocalDate[]): Row {
  const visible = drafts
    .map((draft) => ({ draft, ...within(draft, days) }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from || one.to - other.to || compareText(one.draft.key, other.draft.key));
  const laneEnds: number[] = [];
  const stays = visible.map(({ draft }) => draft).filter(({ bookingId }) => bookingId !== null);
  const isShared = new Set(stays.map(({ unitId }) => unitId)).size > 1;
  // Sorted by their start: each search begins at the first that reaches far enough, and not at the first of all.
  const reach = prefixMax(
    visible.map(({ to }) => to),
    0,
  );
  const endsUpTo = prefixMax(
    stays.map(({ end }) => end ?? ''),
    '',
  );
  const arrivals = Map.groupBy(stays, ({ start }) => dayOf(start));
  const bars = visible.map(({ draft, from, to }): Bar => {
    const free = laneEnds.findIndex((end) => end <= from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = to;
    const isStay = draft.bookingId !== null;
    const next = draft.end === null ? undefined : stays[firstAbove(endsUpTo, draft.end)];
    const rivals: string[] = [];
    for (let index = firstAbove(reach, from); index < visible.length; index += 1) {
      const other = visible[index];
      if (other === undefined || other.from >= to || rivals.length >= MAX_OVERLAPS) break;
      if (other.draft.key !== draft.key && from < other.to && areRivals(draft, other.draft, isShared)) rivals.push(other.draft.key);
    }
    return {
      ...draft,
      from,
      to,
      lane,
      overlaps: rivals,
      endsInTurnover: isStay && arrivals.get(dayOf(draft.end))?.some(({ key }) => key !== draft.key) === true,
      freeNightsAfter: isStay ? freeNights(draft.end, next?.start ?? null, days) : null,
    };
  });
  const turnovers = days.flatMap((day, index) =>
    stays.some(({ end }) => dayOf(end) === day) && stays.some(({ start }) => dayOf(start) === day) ? [index] : [],
  );
  return { key: placeKey(place), place, bars, lanes: Math.max(1, laneEnds.length), hidden, turnovers };
}

/** The largest so far, at each place. */
function prefixMax<T extends number | string>(values: readonly T[], least: T): readonly T[] {
  let largest = least;
  return values.map((value) => (largest = value > largest ? value : largest));
}

/** The first place whose value is above that; the length where none is. The values never become smaller. */
function firstAbove<T extends number | string>(values: readonly T[], limit: T): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? limit) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Codes of two guests of one unit. Whose unit a `left` code belonged to is known only at a door that a single unit uses. */
function areRivals(one: Draft, other: Draft, isShared: boolean): boolean {
  const isGuest = ({ state }: Draft): boolean => state !== 'off' && state !== 'by-hand';
  if (!isGuest(one) || !isGuest(other)) return false;
  if (one.state === 'left' || other.state === 'left') return !isShared && one.state !== other.state;
  return one.unitId === other.unitId;
}

function freeNights(end: LocalDateTime | null, nextStart: LocalDateTime | null, days: readonly LocalDate[]): number | null {
  const leaves = dayOf(end);
  const last = days.at(-1);
  if (leaves === null || last === undefined || leaves > last) return null;
  const next = dayOf(nextStart);
  return Math.max(0, daysBetween(leaves, next === null || next > last ? addDays(last, 1) : next));
}

/** Wall times are treated as UTC, because a door's schedule has no time zone. */
function within({ start, end }: Draft, days: readonly LocalDate[]): { readonly from: number; readonly to: number } {
  const firstMs = Date.parse(days[0] ?? '');
  const share = (local: LocalDateTime): number => Math.min(1, Math.max(0, (Date.parse(`${local}Z`) - firstMs) / (days.length * DAY_MS)));
  return { from: start === null ? 0 : share(start), to: end === null ? 1 : share(end) };
}
function dayOf(local: LocalDateTime | null): LocalDate | null {
  return local === null ? null : dateOf(local);
}
