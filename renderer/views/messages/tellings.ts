/** What guests are told, as the page shows it: what goes next, what went, what waits, and how many go today. Pure. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { Sending, Telling } from '../../../shared/domain/told.ts';
import type { LocalDate } from '../../../shared/time.ts';

export const TABS = ['next', 'sent', 'waiting', 'not-told'] as const;
export type Tab = (typeof TABS)[number];

export interface TellingLine {
  readonly key: string;
  readonly telling: Telling;
  readonly stay: StayStatus['stay'];
}

/** Those of stays that are not shown are left out. */
export function linesOf(tellings: readonly Telling[], stays: readonly StayStatus[]): readonly TellingLine[] {
  const byId = new Map<BookingId, StayStatus['stay']>(stays.map(({ stay }) => [stay.booking.id, stay]));
  return tellings.flatMap((telling): readonly TellingLine[] => {
    const stay = byId.get(telling.bookingId);
    return stay === undefined ? [] : [{ key: lineKey(telling), telling, stay }];
  });
}
function lineKey({ bookingId, way }: Pick<Telling, 'bookingId' | 'way'>): string {
  return `${String(bookingId)}-${way}`;
}

/** What waits goes next as well, once the reason is gone. */
export function isIn(tab: Tab, { state, reason }: Telling): boolean {
  switch (tab) {
    case 'next':
      return state === 'due' || state === 'scheduled' || state === 'waiting';
    case 'sent':
      return state === 'sent' || state === 'confirmed' || state === 'told-by-user';
    case 'waiting':
      return state === 'unclear' || (state === 'waiting' && reason !== 'quiet-hours');
    case 'not-told':
      return state === 'off';
  }
}

/** What may not have arrived; what waits for something else; what goes next by its time. What went: the last one first. */
export function sorted(lines: readonly TellingLine[], tab: Tab): readonly TellingLine[] {
  const arrival = ({ stay: { booking } }: TellingLine): string => `${booking.arrival} ${String(booking.id).padStart(12, '0')}`;
  const byArrival = (one: TellingLine, other: TellingLine): number => (arrival(one) < arrival(other) ? -1 : 1);
  const at = ({ telling }: TellingLine): number => telling.atMs ?? 0;
  const unclear = ({ telling }: TellingLine): number => Number(telling.state === 'unclear');
  const direction = tab === 'sent' ? -1 : 1;
  return lines
    .filter(({ telling }) => isIn(tab, telling))
    .toSorted((one, other) => unclear(other) - unclear(one) || direction * (at(one) - at(other)) || byArrival(one, other));
}

/** Messages, since a placeholder is no message. `dayOf`: of this computer. */
export function messagesOn(day: LocalDate, tellings: readonly Telling[], dayOf: (atMs: number) => LocalDate): number {
  return tellings.filter(
    ({ way, state, atMs }) => way === 'message' && (state === 'due' || (state === 'scheduled' && atMs !== null && dayOf(atMs) === day)),
  ).length;
}

export function countOf(tab: Tab, tellings: readonly Telling[], way?: Telling['way']): number {
  return tellings.filter((telling) => isIn(tab, telling) && (way === undefined || telling.way === way)).length;
}

export function isAnyOn({ placeholder, message }: Sending): boolean {
  return placeholder || message;
}
