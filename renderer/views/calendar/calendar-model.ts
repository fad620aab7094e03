/** The calendar as data: per door, who can open it over some days, in bars, with the gaps in which it can be cleaned. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { BookingId, KeypadId, KeypadPlace, LockId } from '../../../shared/domain/ids.ts';
import { isFoundIn } from '../../../shared/text.ts';
import { addDays } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import { codeDraft, stayDraft, unexpected } from './drafts.ts';
import type { Draft, ListedCode } from './drafts.ts';
import { rowOf } from './row-model.ts';
import type { Row } from './row-model.ts';

/** How many days can be shown. */
export const SPANS = ['7', '14', '30', '90'] as const;
export type Span = (typeof SPANS)[number];

export interface Calendar {
  readonly days: readonly LocalDate[];
  readonly rows: readonly Row[];
}

/** More at one door cannot be told apart, and would stop the window. The nearest arrivals come first. */
const MAX_BARS = 200;

export interface CalendarInput extends Pick<AppSnapshot, 'stays' | 'others' | 'holds' | 'attention' | 'names'> {
  /** null until they are read. */
  readonly codes: readonly ListedCode[] | null;
  /** At the door where it is earliest. */
  readonly firstDay: LocalDate;
  /** How many days. */
  readonly span: number;
  /** The order of the rows, which are all doors that are known. */
  readonly compare: (one: KeypadPlace, other: KeypadPlace) => number;
}

interface Door {
  readonly place: KeypadPlace;
  readonly kept: Draft[];
  hidden: number;
  /** Bookings that have a stay here, of those whose codes are visible. */
  readonly booked: Set<BookingId>;
}

export function buildCalendar({ stays, names, codes, firstDay, span, compare, ...snapshot }: CalendarInput): Calendar {
  const days = Array.from({ length: span }, (_, index) => addDays(firstDay, index));
  const limits = { first: `${firstDay}T00:00`, after: `${addDays(firstDay, span)}T00:00` };
  const visibleCodes = (codes ?? []).filter((code) => isVisible(code, limits));
  const booked = new Set(visibleCodes.map(({ bookingId }) => bookingId));
  const not = unexpected(snapshot);
  const doors: Door[] = [];
  const byLock = new Map<LockId, Map<KeypadId, Door>>();
  // Without a key made of both ids, which would be most of the work.
  const doorAt = ({ lockId, keypadId }: KeypadPlace): Door => {
    const ofLock = byLock.get(lockId) ?? new Map<KeypadId, Door>();
    const known = ofLock.get(keypadId);
    if (known !== undefined) return known;
    const door: Door = { place: { lockId, keypadId }, kept: [], hidden: 0, booked: new Set() };
    byLock.set(lockId, ofLock.set(keypadId, door));
    doors.push(door);
    return door;
  };
  const add = (door: Door, draft: () => Draft): void => {
    if (door.kept.length < MAX_BARS) door.kept.push(draft());
    else door.hidden += 1;
  };
  names.doors.forEach(doorAt);
  // What is outside of these days costs next to nothing: a unit can have tens of thousands of stays.
  for (const status of stays) {
    const { stay } = status;
    for (const stayDoor of stay.doors) {
      const door = doorAt(stayDoor);
      if (booked.has(stay.booking.id)) door.booked.add(stay.booking.id);
      if (isVisible(stayDoor.window, limits)) add(door, () => stayDraft(status, stayDoor));
    }
  }
  for (const code of visibleCodes) {
    const door = doorAt(code);
    if (code.bookingId === null || !door.booked.has(code.bookingId)) add(door, () => codeDraft(code, not));
  }
  const rows = doors
    .sort((one, other) => compare(one.place, other.place))
    .map(({ place, kept, hidden }) => rowOf(place, kept, hidden, days));
  return { days, rows };
}

/** Rows whose door or one of whose bars matches. `doorNameOf` as shown. */
export function filterRows(rows: readonly Row[], search: string, doorNameOf: (place: KeypadPlace) => string): readonly Row[] {
  if (search.trim() === '') return rows;
  const textsOf = (bar: Draft): string[] => [bar.name, bar.unitName, bar.bookingId === null ? '' : String(bar.bookingId)];
  return rows.filter((row) => isFoundIn([doorNameOf(row.place), ...row.bars.flatMap(textsOf)], search));
}

/** Whether it may open its door: nobody is to be told that a door is closed to somebody who may get in. `now`: at the door. */
export function isOpen({ isOnLock, start, end }: Draft, now: LocalDateTime): boolean {
  return isOnLock && (start === null || start <= now) && (end === null || now < end);
}

export interface OpenNow {
  /** Only the bars that may open their door, and only doors that have one. */
  readonly rows: readonly Row[];
  /** How many guests and people, and codes of nobody: each once, at however many doors. */
  readonly count: number;
}
export function openNow(rows: readonly Row[], nowAt: (place: KeypadPlace) => LocalDateTime): OpenNow {
  const open = rows
    .map((row) => {
      const now = nowAt(row.place);
      // At this moment they all overlap: each has a lane of its own.
      const bars = row.bars.filter((bar) => isOpen(bar, now)).map((bar, lane) => ({ ...bar, lane, reach: 1 }));
      return { ...row, bars, lanes: bars.length, gaps: [] };
    })
    .filter(({ bars }) => bars.length > 0);
  return { rows: open, count: new Set(open.flatMap(({ bars }) => bars.map(({ who }) => who))).size };
}

function isVisible(
  { start, end }: Pick<Draft, 'start' | 'end'>,
  { first, after }: { readonly first: string; readonly after: string },
): boolean {
  return (start === null || start < after) && (end === null || end > first);
}
