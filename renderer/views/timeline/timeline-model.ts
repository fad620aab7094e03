/** The timeline as data: per door, what stands or will stand on it over the next days, with overlaps, changes of guests and free nights. Pure. */
import type { AppSnapshot, StayStatus } from '../../../shared/domain/app-state.ts';
import type { BookingId, CodeId, KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { compareText, isFoundIn } from '../../../shared/text.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';

export type DoorCodes = CallOutput<'codes.list'>;
/**
 * `ready`: read from the lock and right. `on-its-way`: a run will write it. `needs-you`: it cannot be. `by-hand`: a code that belongs to no
 * booking. `left`: a code of a booking that is no live stay any more, which a run will remove in its time. `off`: switched off, opens nothing.
 */
export type BarState = 'ready' | 'on-its-way' | 'needs-you' | 'by-hand' | 'left' | 'off';

export interface Bar {
  readonly key: string;
  readonly state: BarState;
  /** null for codes of no live stay. */
  readonly bookingId: BookingId | null;
  readonly codeId: CodeId | null;
  /** Guest or name of the code; may be empty. */
  readonly name: string;
  readonly unitName: string;
  readonly unitId: UnitId | null;
  /** At the door. null: open, it works since or for ever. */
  readonly start: LocalDateTime | null;
  readonly end: LocalDateTime | null;
  /** Share of the whole span, 0 to 1, cut at its ends. */
  readonly from: number;
  readonly to: number;
  /** Bars of one lane do not touch. */
  readonly lane: number;
  /** Keys of other guests' bars for the same unit whose codes work at the same time. A shared gate, or a cleaner's code, is no overlap. */
  readonly overlaps: readonly string[];
  /** Another guest arrives on the day this one leaves. */
  readonly endsInTurnover: boolean;
  /** Nights nobody stays after this one, until the next or the end of the span; null where the stay goes on beyond it, or is no stay. */
  readonly freeNightsAfter: number | null;
}

export interface Row {
  readonly key: string;
  readonly place: KeypadPlace;
  readonly bars: readonly Bar[];
  readonly lanes: number;
  /** Index of the days on which one guest leaves and another arrives. */
  readonly turnovers: readonly number[];
}
export interface Timeline {
  readonly days: readonly LocalDate[];
  readonly rows: readonly Row[];
}

const TIMELINE_DAYS = 30;
const DAY_MINUTES = 24 * 60;

/** `today`: the first day. `codes`: null while they are not known. Rows are every mapped door, in the order of `compare`d names. */
export function buildTimeline(
  snapshot: Pick<AppSnapshot, 'stays' | 'names'>,
  codes: DoorCodes['codes'] | null,
  today: LocalDate,
  compare: (one: KeypadPlace, other: KeypadPlace) => number,
): Timeline {
  const days = Array.from({ length: TIMELINE_DAYS }, (_, index) => addDays(today, index));
  const span: Span = { startMinutes: minutesOf(`${today}T00:00`), minutes: TIMELINE_DAYS * DAY_MINUTES };
  const found = new Map<string, Draft[]>();
  const put = (place: KeypadPlace, draft: Draft): void => {
    const list = found.get(placeKey(place));
    if (list === undefined) found.set(placeKey(place), [draft]);
    else list.push(draft);
  };
  const shown = new Set<string>();
  for (const status of snapshot.stays) {
    for (const door of status.stay.doors) {
      put(door, stayBar(status, door));
      shown.add(`${status.stay.booking.id} ${placeKey(door)}`);
    }
  }
  for (const code of codes ?? [])
    if (code.bookingId === null || !shown.has(`${code.bookingId} ${placeKey(code)}`)) put(code, codeBar(code));
  const places = new Map<string, KeypadPlace>(
    snapshot.names.doors.map(({ lockId, keypadId }) => [placeKey({ lockId, keypadId }), { lockId, keypadId }]),
  );
  for (const { stay } of snapshot.stays) for (const door of stay.doors) places.set(placeKey(door), door);
  const rows = [...places.values()].sort(compare).map((place) => rowOf(place, found.get(placeKey(place)) ?? [], span, days));
  return { days, rows };
}

/** Rows in which a bar or the door itself matches; an empty search keeps all. `doorNameOf` as shown. */
export function filterRows(rows: readonly Row[], search: string, doorNameOf: (place: KeypadPlace) => string): readonly Row[] {
  const textsOf = (bar: Bar): string[] => [bar.name, bar.unitName, bar.bookingId === null ? '' : String(bar.bookingId)];
  return rows.filter((row) => isFoundIn([doorNameOf(row.place), ...row.bars.flatMap(textsOf)], search));
}

type Draft = Omit<Bar, 'from' | 'to' | 'lane' | 'overlaps' | 'endsInTurnover' | 'freeNightsAfter'>;
interface Span {
  readonly startMinutes: number;
  readonly minutes: number;
}

function stayBar(status: StayStatus, door: StayDoor): Draft {
  const { booking } = status.stay;
  const isVerified = status.verifiedPlaces.some((place) => placeKey(place) === placeKey(door));
  return {
    key: `booking-${booking.id}-${placeKey(door)}`,
    state: isVerified ? 'ready' : status.verdict === 'needs-you' ? 'needs-you' : 'on-its-way',
    bookingId: booking.id,
    codeId: door.codeId,
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
    codeId: code.codeId,
    name: code.name.trim(),
    unitName: '',
    unitId: null,
    start: code.start,
    end: code.end,
  };
}

function rowOf(place: KeypadPlace, drafts: readonly Draft[], span: Span, days: readonly LocalDate[]): Row {
  const key = placeKey(place);
  const seen = drafts
    .map((draft) => ({ draft, ...within(draft, span) }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from || one.to - other.to || compareText(one.draft.key, other.draft.key));
  const laneEnds: number[] = [];
  const stays = seen.filter(({ draft }) => draft.bookingId !== null);
  const isShared = new Set(stays.map(({ draft }) => draft.unitId)).size > 1;
  const bars = seen.map(({ draft, from, to }): Bar => {
    const free = laneEnds.findIndex((end) => end <= from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = to;
    const next = stays.find((other) => other.draft.key !== draft.key && (other.draft.end ?? '~') > (draft.end ?? '~'));
    return {
      ...draft,
      from,
      to,
      lane,
      overlaps: seen
        .filter((other) => other.draft.key !== draft.key && touch(other, { from, to }) && areRivals(draft, other.draft, isShared))
        .map((other) => other.draft.key),
      endsInTurnover:
        draft.bookingId !== null && stays.some((other) => other.draft.key !== draft.key && dayOf(other.draft.start) === dayOf(draft.end)),
      freeNightsAfter: draft.bookingId === null ? null : freeNights(draft.end, next?.draft.start ?? null, days),
    };
  });
  const turnovers = days.flatMap((day, index) => {
    const leaves = stays.some(({ draft }) => dayOf(draft.end) === day);
    const comes = stays.some(({ draft }) => dayOf(draft.start) === day);
    return leaves && comes ? [index] : [];
  });
  return { key, place, bars, lanes: Math.max(1, laneEnds.length), turnovers };
}

/** Two guests of one unit. What is left over belongs to an unknown one: only on a door of a single unit it is clear which. */
function areRivals(one: Draft, other: Draft, isShared: boolean): boolean {
  const isGuest = ({ state }: Draft): boolean => state !== 'off' && state !== 'by-hand';
  if (!isGuest(one) || !isGuest(other)) return false;
  if (one.state === 'left' || other.state === 'left') return !isShared && one.state !== other.state;
  return one.unitId === other.unitId;
}
function touch(one: { readonly from: number; readonly to: number }, other: { readonly from: number; readonly to: number }): boolean {
  return one.from < other.to && other.from < one.to;
}
function freeNights(end: LocalDateTime | null, nextStart: LocalDateTime | null, days: readonly LocalDate[]): number | null {
  const leaves = dayOf(end);
  const last = days.at(-1);
  if (leaves === null || last === undefined || leaves > last) return null;
  const until = nextStart === null || nextStart.slice(0, 10) > last ? addDays(last, 1) : (nextStart.slice(0, 10) as LocalDate);
  return Math.max(0, Math.round((minutesOf(`${until}T00:00`) - minutesOf(`${leaves}T00:00`)) / DAY_MINUTES));
}

function within({ start, end }: Draft, { startMinutes, minutes }: Span): { readonly from: number; readonly to: number } {
  const share = (local: LocalDateTime): number => Math.min(1, Math.max(0, (minutesOf(local) - startMinutes) / minutes));
  return { from: start === null ? 0 : share(start), to: end === null ? 1 : share(end) };
}
function dayOf(local: LocalDateTime | null): LocalDate | null {
  return local === null ? null : (local.slice(0, 10) as LocalDate);
}
/** Wall minutes: a door's programme knows no zones. */
function minutesOf(local: string): number {
  return Date.parse(`${local}Z`) / 60_000;
}
function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T12:00Z`) + days * DAY_MINUTES * 60_000).toISOString().slice(0, 10) as LocalDate;
}
