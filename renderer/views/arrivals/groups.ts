/** The stays under their headings: in the house, then by the day of arrival. Pure. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';

export const GROUPS = ['in-house', 'today', 'tomorrow', 'week', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** Today and the six days after it. */
export const WEEK_DAYS = 7;

export type ListEntry =
  | { readonly kind: 'heading'; readonly key: string; readonly group: Group; readonly count: number }
  | { readonly kind: 'stay'; readonly key: string; readonly status: StayStatus };

export function stayKey(bookingId: number): string {
  return `stay-${String(bookingId)}`;
}

/** Calendar days from one date to another. Both are read at noon UTC, so that no change of the clocks moves them. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T12:00Z`) - Date.parse(`${from}T12:00Z`)) / 86_400_000);
}

export function isInHouse({ startMs, endMs }: StayStatus, nowMs: number): boolean {
  return startMs <= nowMs && nowMs < endMs;
}

/** `today`: of this computer. Days are those of the door's wall clock, as the guest reads them. */
export function groupOf(status: StayStatus, nowMs: number, today: LocalDate): Group {
  if (isInHouse(status, nowMs)) return 'in-house';
  const days = daysBetween(today, arrivalDay(status));
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < WEEK_DAYS ? 'week' : 'later';
}

/** Headings only over groups that have stays. Who leaves next comes first in the house, who arrives next elsewhere. */
export function groupStays(stays: readonly StayStatus[], nowMs: number, today: LocalDate): readonly ListEntry[] {
  const byGroup = new Map<Group, StayStatus[]>(GROUPS.map((group) => [group, []]));
  for (const status of stays) byGroup.get(groupOf(status, nowMs, today))?.push(status);
  return GROUPS.flatMap((group): readonly ListEntry[] => {
    const members = byGroup.get(group) ?? [];
    if (members.length === 0) return [];
    const by = group === 'in-house' ? ('endMs' as const) : ('startMs' as const);
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
/** From the first door that opens to the last that closes; the booking's own days where no door is known. */
export function stayTimes({ stay: { doors, booking } }: StayStatus): StayTimes {
  const starts = doors.map(({ window }) => window.start).sort();
  const ends = doors.map(({ window }) => window.end).sort();
  return {
    start: starts[0] ?? (`${booking.arrival}T00:00` as LocalDateTime),
    end: ends.at(-1) ?? (`${booking.departure}T00:00` as LocalDateTime),
  };
}

function arrivalDay(status: StayStatus): LocalDate {
  return stayTimes(status).start.slice(0, 10) as LocalDate;
}

/** Some days after a date. */
export function dayAfter(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate;
}
