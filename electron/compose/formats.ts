/** Dates and times in the user's language and zone, for the tray, notifications and messages. */
import { noonIn } from '../../shared/noon.ts';
import type { Formats } from '../app/status/localization.ts';

/** `locale`: a BCP 47 tag; `zone`: IANA. The day is left out when it is today. */
export function createFormats(locale: string, zone: string, nowMs: () => number): Formats {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const short = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const withDay = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  // Wall times of bookings and codes have no zone, so they are formatted without converting them.
  const wallTime = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' });
  const noon = noonIn(locale);
  return {
    time: (atMs) => (day.format(atMs) === day.format(nowMs()) ? short : withDay).format(atMs),
    wallTime: (time) => noon(wallTime.format(Date.parse(`2000-01-01T${time}Z`))),
    date: (at) => date.format(Date.parse(`${at}T00:00Z`)),
    dateTime: (at) => dateTime.format(Date.parse(`${at}Z`)),
  };
}
