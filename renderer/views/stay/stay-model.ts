/** Facts about a stay: when it is, under which heading it stands, and what is known of its code on each door. Pure. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import { dateOf, daysBetween } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';

const GROUPS = ['in-house', 'today', 'tomorrow', 'week', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** Today and the six days after it. */
export const WEEK_DAYS = 7;

export type ListEntry =
  | { readonly kind: 'heading'; readonly key: string; readonly group: Group; readonly count: number }
  | { readonly kind: 'stay'; readonly key: string; readonly status: StayStatus };

export function stayKey(bookingId: number): string {
  return `stay-${String(bookingId)}`;
}

/** `today`: of this computer. The day of arrival is the door's, as the guest reads it. */
export function groupOf(status: StayStatus, nowMs: number, today: LocalDate): Group {
  if (status.startMs <= nowMs && nowMs < status.endMs) return 'in-house';
  const days = daysBetween(today, dateOf(stayTimes(status).start));
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < WEEK_DAYS ? 'week' : 'later';
}

/** Headings stand only over groups that have stays. Guests who stay now are sorted by departure, the others by arrival. */
export function groupStays(stays: readonly StayStatus[], nowMs: number, today: LocalDate): readonly ListEntry[] {
  const byGroup = Map.groupBy(stays, (status) => groupOf(status, nowMs, today));
  return GROUPS.flatMap((group): readonly ListEntry[] => {
    const members = byGroup.get(group);
    if (members === undefined) return [];
    const by = group === 'in-house' ? 'endMs' : 'startMs';
    members.sort((one, other) => one[by] - other[by] || one.stay.booking.id - other.stay.booking.id);
    return [
      { kind: 'heading', key: `group-${group}`, group, count: members.length },
      ...members.map((status) => ({ kind: 'stay' as const, key: stayKey(status.stay.booking.id), status })),
    ];
  });
}

export interface StayTimes {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}
/** From the first door that opens to the last that closes; the days of the booking where no door is known. */
export function stayTimes({ stay: { doors, booking } }: StayStatus): StayTimes {
  const starts = doors.map(({ window }) => window.start).sort();
  const ends = doors.map(({ window }) => window.end).sort();
  return {
    start: starts[0] ?? (`${booking.arrival}T00:00` as LocalDateTime),
    end: ends.at(-1) ?? (`${booking.departure}T00:00` as LocalDateTime),
  };
}

/** True when the door opens or closes at another time than the stay as a whole. */
export function hasOwnTimes(status: StayStatus, { window }: StayDoor): boolean {
  const { start, end } = stayTimes(status);
  return window.start !== start || window.end !== end;
}

export function isVerifiedAt({ verifiedPlaces }: StayStatus, door: StayDoor): boolean {
  return verifiedPlaces.some((place) => placeKey(place) === placeKey(door));
}

/** `code`: its PIN can be read. `coming`: the next sync creates it. `unknown`: there is none, or it could not be read. */
export type DoorCode = 'code' | 'coming' | 'unknown';

export function doorCode(status: StayStatus, door: StayDoor): DoorCode {
  if (isVerifiedAt(status, door) || door.codeId !== null) return 'code';
  return door.state === 'planned' ? 'coming' : 'unknown';
}
