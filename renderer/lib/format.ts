/** Times, dates and counts as texts, in the language of this computer unless told otherwise. */
import type { LocalDate } from '../../shared/time.ts';

export function formatInstant(atMs: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    new Date(atMs),
  );
}

/** A day in the calendar is the same everywhere, so no zone may move it. */
export function formatDate(date: LocalDate, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
