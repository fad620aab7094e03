/** Every guest as one row, under the heading where the user looks for them. Days are those of the door. Pure. */
import type { AppSnapshot, StayStatus } from '../../../shared/domain/app-state.ts';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { BookingId, KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import type { Verdict } from '../../../shared/domain/readiness.ts';
import { addDays, dateOf, daysBetween, HOUR_MS } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import { memoize } from '../../lib/memoize.ts';
import { stayKey, stayTimes } from '../stay/stay-model.ts';

/** Today and the six days after it. */
export const WEEK_DAYS = 7;

/** Of a stay whether the guest gets in, of every other guest why they are no stay. */
type RowState = Verdict | OtherStay['why'];

export interface GuestRow {
  readonly key: string;
  readonly bookingId: BookingId;
  /** Empty: not known. */
  readonly guest: string;
  readonly unitId: UnitId | null;
  readonly unitName: string;
  /** At the door; null: not known, or without a limit. */
  readonly start: LocalDateTime | null;
  readonly end: LocalDateTime | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly state: RowState;
  readonly doors: readonly KeypadPlace[];
  /** null: the guest is no stay. */
  readonly status: StayStatus | null;
}

const SECTIONS = ['arriving', 'leaving', 'staying', 'turnovers', 'tomorrow', 'week', 'later'] as const;
export type Section = (typeof SECTIONS)[number];

export type ListEntry =
  /** `date`: of guests who come after the week. */
  | { readonly kind: 'heading'; readonly key: string; readonly section: Section; readonly date: LocalDate | null; readonly count: number }
  /** `next`: of a guest who leaves, who comes to the unit on the same day. */
  | { readonly kind: 'guest'; readonly key: string; readonly section: Section; readonly row: GuestRow; readonly next: GuestRow | null }
  | { readonly kind: 'turnover'; readonly key: string; readonly leaving: GuestRow; readonly arriving: GuestRow };

type Guests = Pick<AppSnapshot, 'stays' | 'others'>;
const made = new WeakMap<Guests['stays'], { readonly others: Guests['others']; readonly rows: readonly GuestRow[] }>();

/** A guest who left is no stay any more; until then the stay is what counts. Made once of the same lists, which can be long, for all who ask. */
export function guestRows({ stays, others }: Guests): readonly GuestRow[] {
  const before = made.get(stays);
  if (before?.others === others) return before.rows;
  const listed = new Set(stays.map(({ stay }) => stay.booking.id));
  const rows = [...stays.map(rowOfStay), ...others.filter(({ bookingId }) => !listed.has(bookingId)).map(rowOfOther)];
  made.set(stays, { others, rows });
  return rows;
}

function rowOfStay(status: StayStatus): GuestRow {
  const { booking, unitName, doors } = status.stay;
  const { start, end } = stayTimes(status);
  return {
    key: stayKey(booking.id),
    bookingId: booking.id,
    guest: booking.guestName.trim(),
    unitId: booking.unitId,
    unitName,
    start,
    end,
    startMs: status.startMs,
    endMs: status.endMs,
    state: status.verdict,
    doors,
    status,
  };
}

function rowOfOther({ bookingId, why, guestName, codes, ...facts }: OtherStay): GuestRow {
  return { ...facts, key: stayKey(bookingId), bookingId, guest: guestName.trim(), state: why, doors: codes, status: null };
}

/** No zone is further from UTC. */
const MAX_OFFSET_MS = 14 * HOUR_MS;

/** The day at the door, by its nearer end, since its clock may change in between. `here`: of this computer, where nothing is known. */
function dayAtDoor({ start, startMs, end, endMs }: GuestRow, nowMs: number, here: LocalDate): LocalDate {
  const distanceMs = (local: LocalDateTime | null, atMs: number | null): number =>
    local === null || atMs === null ? Infinity : Math.abs(atMs - nowMs);
  const [local, atMs] = distanceMs(end, endMs) < distanceMs(start, startMs) ? [end, endMs] : [start, startMs];
  if (local === null || atMs === null) return here;
  const offsetMs = Date.parse(`${local}Z`) - atMs;
  return Math.abs(offsetMs) > MAX_OFFSET_MS ? here : (new Date(nowMs + offsetMs).toISOString().slice(0, 10) as LocalDate);
}

/** From this day on a guest comes after the week, whatever the day is at the door: it is never more than two days from the day here. */
const beyondWeek = memoize(
  (here: LocalDate) => addDays(here, WEEK_DAYS + 2),
  (here) => here,
);

/** A guest who arrives today is under "Arriving today" all day. `here`: this computer's day at `nowMs`. */
export function sectionOf(row: GuestRow, nowMs: number, here: LocalDate): Exclude<Section, 'turnovers'> {
  const { start, end, state } = row;
  if (state === 'left') return 'leaving';
  // Most of a long list, without any arithmetic.
  if (start !== null && dateOf(start) >= beyondWeek(here)) return 'later';
  const today = dayAtDoor(row, nowMs, here);
  const days = start === null ? -1 : daysBetween(today, dateOf(start));
  if (days === 0) return 'arriving';
  if (days < 0) return end !== null && dateOf(end) <= today ? 'leaving' : 'staying';
  if (days === 1) return 'tomorrow';
  return days < WEEK_DAYS ? 'week' : 'later';
}

/** Whoever leaves or stays is sorted by the end, whoever comes by the start. Headings stand only over what has rows. */
export function listEntries(rows: readonly GuestRow[], nowMs: number, here: LocalDate): readonly ListEntry[] {
  const bySection = Map.groupBy(rows, (row) => sectionOf(row, nowMs, here));
  for (const [section, members] of bySection) {
    const by = section === 'leaving' || section === 'staying' ? 'endMs' : 'startMs';
    members.sort((one, other) => (one[by] ?? 0) - (other[by] ?? 0) || one.bookingId - other.bookingId);
  }
  const arriving = new Map((bySection.get('arriving') ?? []).filter(isExpected).map((row) => [row.unitId, row]));
  const nextOf = ({ unitId }: GuestRow): GuestRow | null => (unitId === null ? null : (arriving.get(unitId) ?? null));
  const guest = (section: Section, row: GuestRow): ListEntry => ({
    kind: 'guest',
    key: row.key,
    section,
    row,
    next: section === 'leaving' ? nextOf(row) : null,
  });
  return SECTIONS.flatMap((section): readonly ListEntry[] => {
    if (section === 'turnovers') {
      const turnovers = (bySection.get('leaving') ?? []).filter(isExpected).flatMap((leaving): readonly ListEntry[] => {
        const next = nextOf(leaving);
        return next === null ? [] : [{ kind: 'turnover', key: `turnover-${String(leaving.bookingId)}`, leaving, arriving: next }];
      });
      return withHeading(section, null, turnovers);
    }
    const members = bySection.get(section) ?? [];
    if (section !== 'later')
      return withHeading(
        section,
        null,
        members.map((row) => guest(section, row)),
      );
    return [...Map.groupBy(members, ({ start }) => (start === null ? null : dateOf(start)))].flatMap(([date, ofDay]) =>
      withHeading(
        section,
        date,
        ofDay.map((row) => guest(section, row)),
      ),
    );
  });
}

function withHeading(section: Section, date: LocalDate | null, entries: readonly ListEntry[]): readonly ListEntry[] {
  if (entries.length === 0) return [];
  return [{ kind: 'heading', key: `group-${section}${date === null ? '' : `-${date}`}`, section, date, count: entries.length }, ...entries];
}

/** False for a guest whose booking is cancelled or gone: a code that still opens makes no turnover. */
export function isExpected({ state }: GuestRow): boolean {
  return state !== 'cancelled' && state !== 'gone' && state !== 'over';
}

/** The heading, or the guest, to show for a date: the first arrival on it or after. null: nobody comes later. */
export function entryForDate(entries: readonly ListEntry[], date: LocalDate, here: LocalDate): string | null {
  if (date <= here) return entries[0]?.key ?? null;
  const comes = entries.find(
    (entry) =>
      entry.kind === 'guest' && !['arriving', 'leaving', 'staying'].includes(entry.section) && (entry.row.start ?? '').slice(0, 10) >= date,
  );
  if (comes === undefined) return null;
  const before = entries[entries.indexOf(comes) - 1];
  return before?.kind === 'heading' ? before.key : comes.key;
}
