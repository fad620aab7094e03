/** Dates and times in the user's language and zone, for the tray, notifications and messages. */
import { noonIn } from '../../shared/noon.ts';
import { DAY_MS, daysBetween } from '../../shared/time.ts';
import type { LocalDate } from '../../shared/time.ts';
import type { Formats } from '../app/status/localization.ts';

/** A day and month are clear without their year for this long. */
const YEAR_NEEDED_MS = 300 * DAY_MS;
const DAY = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' } as const;

/** `locale`: a BCP 47 tag; `zone`: IANA. The day is left out when it is today. */
export function createFormats(locale: string, zone: string, nowMs: () => number): Formats {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const short = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const withDay = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  // Wall times of bookings and codes have no zone, so they are formatted without converting them.
  const wallTime = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
  const forms = (more: Intl.DateTimeFormatOptions): ((atMs: number) => string) => {
    const near = new Intl.DateTimeFormat(locale, { ...DAY, ...more });
    const far = new Intl.DateTimeFormat(locale, { ...DAY, ...more, year: 'numeric' });
    return (atMs) => (Math.abs(atMs - nowMs()) < YEAR_NEEDED_MS ? near : far).format(atMs);
  };
  const date = forms({});
  const dateTime = forms({ hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const noon = noonIn(locale);
  return {
    time: (atMs) => noon((day.format(atMs) === day.format(nowMs()) ? short : withDay).format(atMs)),
    wallTime: (time) => noon(wallTime.format(Date.parse(`2000-01-01T${time}Z`))),
    date: (at) => date(Date.parse(`${at}T00:00Z`)),
    dateTime: (at) => noon(dateTime(Date.parse(`${at}Z`))),
    nearDate: (at) => {
      const days = daysBetween(day.format(nowMs()) as LocalDate, at);
      return days === 0 || days === 1 ? relative.format(days, 'day') : date(Date.parse(`${at}T00:00Z`));
    },
  };
}
