/** Dates, times, spans, lists and numbers in the user's locale. Wall times of doors are shown as they are; instants in this computer's zone. */
import { noonIn } from '../../shared/noon.ts';
import { DAY_MS, daysBetween, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../shared/time.ts';

export type Formats = ReturnType<typeof createFormats>;

const UNITS = [
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: HOUR_MS },
  { unit: 'minute', ms: MINUTE_MS },
] as const;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** In the largest unit that fits. */
function spanOf(spanMs: number): [number, (typeof UNITS)[number]['unit']] {
  const { unit, ms } = UNITS.find((candidate) => Math.abs(spanMs) >= candidate.ms) ?? UNITS[2];
  return [Math.round(spanMs / ms), unit];
}

/** "now" rather than "this minute", which fits no sentence in Polish or French. */
function relativeSpan(format: Intl.RelativeTimeFormat, spanMs: number): string {
  const [count, unit] = spanOf(spanMs);
  return count === 0 ? format.format(0, 'second') : format.format(count, unit);
}

/** Most formats take longer to make than to use, and few are used for the first page. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** `locale`: a BCP 47 tag; `zone`: IANA, this computer's own by default. */
export function createFormats(locale: string, zone?: string) {
  const here = zone === undefined ? {} : { timeZone: zone };
  const atDoor = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const unitFormat = (name: string, maximumFractionDigits = 0): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits });
  const noon = noonIn(locale);
  const time = once(() => atDoor(CLOCK));
  const day = once(() => atDoor(DAY));
  const longDay = once(() => atDoor({ weekday: 'long', day: 'numeric', month: 'long' }));
  const longDate = once(() => atDoor({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));
  const shortDate = once(() => atDoor({ day: 'numeric', month: 'short', year: 'numeric' }));
  const weekdayName = once(() => atDoor({ weekday: 'long' }));
  const shortWeekday = once(() => atDoor({ weekday: 'short' }));
  const dayOfMonth = once(() => atDoor({ day: 'numeric' }));
  const month = once(() => atDoor({ month: 'short' }));
  const range = once(() => atDoor({ day: 'numeric', month: 'short' }));
  const moment = once(() => atDoor({ ...DAY, ...CLOCK }));
  const timeHere = once(() => new Intl.DateTimeFormat(locale, { ...CLOCK, ...here }));
  const momentHere = once(() => new Intl.DateTimeFormat(locale, { ...DAY, ...CLOCK, ...here }));
  const weekdayTimeHere = once(() => new Intl.DateTimeFormat(locale, { weekday: 'short', ...CLOCK, ...here }));
  const dayHere = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...here }));
  const isoDateHere = once(() => new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', ...here }));
  const isoTimeHere = once(() => new Intl.DateTimeFormat('en-GB', { ...CLOCK, ...here }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const shortRelative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const number = once(() => new Intl.NumberFormat(locale));
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const seconds = once(() => unitFormat('second', 1));
  const minutes = once(() => unitFormat('minute'));
  const collator = once(() => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }));
  /** The day of this computer at an instant. */
  const dateAt = (atMs: number): LocalDate => isoDateHere().format(atMs) as LocalDate;
  return {
    /** "15:00" or "3:00 pm". */
    time: (wall: WallTime | LocalDateTime): string => noon(time().format(Date.parse(`2000-01-01T${wall.slice(-5)}Z`))),
    /** "Mon 23 Nov". */
    day: (date: LocalDate): string => day().format(Date.parse(date)),
    /** "Monday 23 November". */
    longDay: (date: LocalDate): string => longDay().format(Date.parse(date)),
    /** "Monday 23 November 2026". */
    longDate: (date: LocalDate): string => longDate().format(Date.parse(date)),
    /** "23 Nov 2026". */
    shortDate: (date: LocalDate): string => shortDate().format(Date.parse(date)),
    /** "Monday", "Mon", "23" and "Nov". */
    weekdayName: (date: LocalDate): string => weekdayName().format(Date.parse(date)),
    shortWeekday: (date: LocalDate): string => shortWeekday().format(Date.parse(date)),
    dayOfMonth: (date: LocalDate): string => dayOfMonth().format(Date.parse(date)),
    month: (date: LocalDate): string => month().format(Date.parse(date)),
    /** "23 Nov". */
    shortDay: (date: LocalDate): string => range().format(Date.parse(date)),
    /** "23 – 26 Nov". */
    days: (from: LocalDate, to: LocalDate): string => range().formatRange(Date.parse(from), Date.parse(to)),
    /** "Mon 23 Nov, 15:00", at a door. */
    moment: (local: LocalDateTime): string => noon(moment().format(Date.parse(`${local}Z`))),
    /** "noon" where a time field itself can only say 12:00 PM, else nothing. */
    timeHint: (wall: WallTime): string | undefined => {
      const written = noon(time().format(Date.parse(`2000-01-01T${wall}Z`)));
      return /\d/.test(written) ? undefined : written;
    },
    /** On this computer: "15:00" when it is today, else with its day. */
    instant: (atMs: number, nowMs: number): string => noon((dateAt(atMs) === dateAt(nowMs) ? timeHere() : momentHere()).format(atMs)),
    /** On this computer, always with its day. */
    fullInstant: (atMs: number): string => noon(momentHere().format(atMs)),
    /** In a narrow column, on this computer: "10:14" today, "Sat 10:00" within six days, else "12 Nov". */
    shortInstant: (atMs: number, nowMs: number): string => {
      const days = daysBetween(dateAt(atMs), dateAt(nowMs));
      if (days === 0) return noon(timeHere().format(atMs));
      return noon((days > 0 && days < 7 ? weekdayTimeHere() : dayHere()).format(atMs));
    },
    /** "in 5 minutes", "2 hours ago", "tomorrow". */
    relative: (atMs: number, nowMs: number): string => relativeSpan(relative(), atMs - nowMs),
    /** "2 min ago". */
    shortRelative: (atMs: number, nowMs: number): string => relativeSpan(shortRelative(), atMs - nowMs),
    /** "4 s", "1 min 20 s". */
    duration: (durationMs: number): string => {
      if (durationMs < 10_000) return seconds().format(Math.round(durationMs / 100) / 10);
      const whole = Math.round(durationMs / 1000);
      if (whole < 60) return seconds().format(whole);
      return whole % 60 === 0
        ? minutes().format(whole / 60)
        : `${minutes().format(Math.floor(whole / 60))} ${seconds().format(whole % 60)}`;
    },
    /** "40 min", "2 hr", "3 days": the largest unit that fits. */
    span: (spanMs: number): string => {
      const [count, unit] = spanOf(spanMs);
      return unitFormat(unit).format(Math.max(1, count));
    },
    list: (items: readonly string[]): string => list().format(items),
    number: (value: number): string => number().format(value),
    percent: (share: number): string => percent().format(share),
    dateAt,
    /** Minutes since midnight on this computer at an instant. */
    minuteOfDayAt: (atMs: number): number => {
      const [hours = '0', minutesPast = '0'] = isoTimeHere().format(atMs).split(':');
      return (Number(hours) % 24) * 60 + Number(minutesPast);
    },
    /** Sorts names as the user's language does, and numbers in them by value. */
    compare: (one: string, other: string): number => collator().compare(one, other),
  };
}
