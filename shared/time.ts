/**
 * Calendar dates, wall times and zones: the only file that does zone arithmetic.
 * Dates and times are ISO texts, so that they can be sorted and stored as they are; Temporal does the arithmetic.
 */
import { Temporal } from 'temporal-polyfill';

/** "2026-11-23" */
export type LocalDate = string & { readonly __brand: 'LocalDate' };
/** "15:00", always two digits each */
export type WallTime = string & { readonly __brand: 'WallTime' };
/** "2026-11-23T15:00": wall time at a place; texts of one place compare with < and > */
export type LocalDateTime = string & { readonly __brand: 'LocalDateTime' };

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const MINUTES_A_DAY = 24 * 60;

/** Reads "YYYY-MM-DD" that exists in the calendar; null for anything else. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Number(text.slice(8));
  const month = Number(text.slice(5, 7));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(Number(text.slice(0, 4)), month)) return null;
  return text as LocalDate;
}

/** Reads "H:MM", "HH:MM" and "HH:MM:SS" (seconds dropped); null for anything else. */
export function parseWallTime(text: string): WallTime | null {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(text);
  if (match === null) return null;
  return wallTime(Number(match[1]), Number(match[2]));
}

/** Builds "HH:MM" from whole numbers; null when out of range. */
export function wallTime(hour: number, minute: number): WallTime | null {
  if (!Number.isInteger(hour) || !Number.isInteger(minute)) return null;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  return `${twoDigits(hour)}:${twoDigits(minute)}` as WallTime;
}

export function at(date: LocalDate, time: WallTime): LocalDateTime {
  return `${date}T${time}` as LocalDateTime;
}
export function dateOf(local: LocalDateTime): LocalDate {
  return local.slice(0, 10) as LocalDate;
}
export function timeOf(local: LocalDateTime): WallTime {
  return local.slice(11, 16) as WallTime;
}

/** Calendar arithmetic; negative counts go back. In UTC, where every day has 24 hours; without Temporal, which the window does not load. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}
/** Calendar days from one date to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return from === to ? 0 : (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** Wall-clock arithmetic: ignores clock changes, as the locks do. */
export function addMinutes(local: LocalDateTime, minutes: number): LocalDateTime {
  if (minutes === 0) return local;
  // By hand, because it is done twice for every booking: most buffers stay within the day.
  const total = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)) + minutes;
  const days = Math.floor(total / MINUTES_A_DAY);
  const rest = total - days * MINUTES_A_DAY;
  const date = days === 0 ? dateOf(local) : addDays(dateOf(local), days);
  return `${date}T${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}` as LocalDateTime;
}

/** The wall time in a zone at an instant, cut to the minute. */
export function localNow(zone: string, nowMs: number): LocalDateTime {
  return Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'trunc' }) as LocalDateTime;
}

/** The instant of a wall time in a zone. In the hour a zone skips: the later reading; in the hour it repeats: the earlier, unless `reading` says otherwise. */
export function instantOf(local: LocalDateTime, zone: string, reading: 'compatible' | 'later' = 'compatible'): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: reading }).epochMilliseconds;
}

/** "2026-11-23T14:05:09Z": for headers, reports and the history. */
export function isoInstant(nowMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(nowMs).toString({ smallestUnit: 'second', roundingMode: 'trunc' });
}

/** "2026-12-01T15:00:00+01:00": a wall time with its zone's offset at that moment. */
export function withOffset(local: LocalDateTime, zone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/** True for zones this computer knows. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
