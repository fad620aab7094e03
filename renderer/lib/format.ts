/** Dates, times, spans, lists and numbers in the user's locale. Wall times of doors are shown as they stand; instants in this computer's zone. */
import type { LocalDate, LocalDateTime, WallTime } from '../../shared/time.ts';

export interface Formats {
  /** "15:00" or "3:00 pm", of a wall time or the time of a moment at a door. */
  time(wall: WallTime | LocalDateTime): string;
  /** "Mon 23 Nov". */
  day(date: LocalDate | LocalDateTime): string;
  /** "Monday 23 November". */
  longDay(date: LocalDate): string;
  /** "Monday 23 November 2026". */
  longDate(date: LocalDate): string;
  /** "M", "23" and "Nov" of a day, for narrow columns. */
  weekday(date: LocalDate): string;
  dayOfMonth(date: LocalDate): string;
  month(date: LocalDate): string;
  /** "23 – 26 Nov". */
  days(from: LocalDate, to: LocalDate): string;
  /** "Mon 23 Nov, 15:00", at a door. */
  moment(local: LocalDateTime): string;
  /** Of this computer: "15:00" when it is today, else with its day. */
  instant(atMs: number, nowMs: number): string;
  /** Always with its day. */
  fullInstant(atMs: number): string;
  /** "in 5 minutes", "2 hours ago", "tomorrow". */
  relative(atMs: number, nowMs: number): string;
  /** "4 s", "1 min 20 s". */
  duration(durationMs: number): string;
  list(items: readonly string[]): string;
  number(value: number): string;
  percent(share: number): string;
  /** The day of this computer at an instant. */
  dateAt(atMs: number): LocalDate;
  /** Minutes since midnight on this computer at an instant. */
  minuteOfDayAt(atMs: number): number;
  /** Compares names as the reader's language sorts them, numbers by value. */
  compare(one: string, other: string): number;
}

const MINUTE_MS = 60_000;
const UNITS = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: MINUTE_MS },
] as const;

/** `locale`: a BCP 47 tag; `zone`: IANA, this computer's own where left out. */
export function createFormats(locale: string, zone?: string): Formats {
  const here = zone === undefined ? {} : { timeZone: zone };
  const wall = { timeZone: 'UTC' } as const;
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const make = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, options);
  const wallTime = make({ ...clock, ...wall });
  const wallDay = make({ ...date, ...wall });
  const wallLongDay = make({ weekday: 'long', day: 'numeric', month: 'long', ...wall });
  const wallLongDate = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...wall });
  const narrowWeekday = make({ weekday: 'narrow', ...wall });
  const dayOfMonth = make({ day: 'numeric', ...wall });
  const month = make({ month: 'short', ...wall });
  const hereClock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...here });
  const wallRange = make({ day: 'numeric', month: 'short', ...wall });
  const wallMoment = make({ ...date, ...clock, ...wall });
  const hereTime = make({ ...clock, ...here });
  const hereMoment = make({ ...date, ...clock, ...here });
  const hereDate = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', ...here });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const seconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 });
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const dateAt = (atMs: number): LocalDate => hereDate.format(atMs) as LocalDate;
  return {
    time: (text) => wallTime.format(Date.parse(`2000-01-01T${text.slice(-5)}Z`)),
    day: (text) => wallDay.format(utcOf(text)),
    longDay: (text) => wallLongDay.format(utcOf(text)),
    longDate: (text) => wallLongDate.format(utcOf(text)),
    weekday: (text) => narrowWeekday.format(utcOf(text)),
    dayOfMonth: (text) => dayOfMonth.format(utcOf(text)),
    month: (text) => month.format(utcOf(text)),
    days: (from, to) => wallRange.formatRange(utcOf(from), utcOf(to)),
    moment: (local) => wallMoment.format(Date.parse(`${local}Z`)),
    instant: (atMs, nowMs) => (dateAt(atMs) === dateAt(nowMs) ? hereTime : hereMoment).format(atMs),
    fullInstant: (atMs) => hereMoment.format(atMs),
    relative: (atMs, nowMs) => {
      const spanMs = atMs - nowMs;
      const { unit, ms } = UNITS.find((candidate) => Math.abs(spanMs) >= candidate.ms) ?? { unit: 'minute' as const, ms: MINUTE_MS };
      return relative.format(Math.round(spanMs / ms), unit);
    },
    duration: (durationMs) => {
      if (durationMs < 10_000) return seconds.format(Math.round(durationMs / 100) / 10);
      const whole = Math.round(durationMs / 1000);
      if (whole < 60) return seconds.format(whole);
      return whole % 60 === 0 ? minutes.format(whole / 60) : `${minutes.format(Math.floor(whole / 60))} ${seconds.format(whole % 60)}`;
    },
    list: (items) => list.format(items),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    dateAt,
    minuteOfDayAt: (atMs) => {
      const [hours = '0', minutesPast = '0'] = hereClock.format(atMs).split(':');
      return (Number(hours) % 24) * 60 + Number(minutesPast);
    },
    compare: (one, other) => collator.compare(one, other),
  };
}

/** Noon: no zone change moves a day. */
function utcOf(text: LocalDate | LocalDateTime): number {
  return Date.parse(`${text.slice(0, 10)}T12:00Z`);
}
