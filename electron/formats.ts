/** Times in the host's language and zone, for tray and notices. */
import type { Formats } from './app/texts.ts';

/** `locale`: a BCP 47 tag; `zone`: IANA. The day is left out when it is today. */
export function createFormats(locale: string, zone: string, nowMs: () => number): Formats {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const short = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const withDay = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return { time: (atMs) => (day.format(atMs) === day.format(nowMs()) ? short : withDay).format(atMs) };
}
