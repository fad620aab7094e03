/** Values of arguments: each a number, a date or a time, or a sentence why it is none. */
import { InvalidArgumentError } from 'commander';
import { at, parseLocalDate, parseWallTime } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../../shared/time.ts';

export function readId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It must be a number.');
  return Number(text);
}
export function readIds(text: string, before: readonly number[] = []): readonly number[] {
  return [...before, readId(text)];
}
export function readMoment(text: string): LocalDateTime {
  const [day = '', time = ''] = text.split('+');
  const [date, wall] = [parseLocalDate(day), parseWallTime(time)];
  if (date === null || wall === null) throw new InvalidArgumentError('It must be a day and a time such as 2026-11-26+10:00.');
  return at(date, wall);
}
export function readLimit(text: string): number {
  const limit = readId(text);
  if (limit > 1000) throw new InvalidArgumentError('It must be 1000 at most.');
  return limit;
}
export function readWithin(text: string): number {
  const hours = readId(text);
  if (hours > 72) throw new InvalidArgumentError('It must be 72 at most: of later arrivals nothing is kept.');
  return hours;
}
export function readDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new InvalidArgumentError('It must be a date such as 2026-11-23.');
  return date;
}
export function readTime(text: string): WallTime {
  const time = parseWallTime(text);
  if (time === null) throw new InvalidArgumentError('It must be a time such as 15:00.');
  return time;
}
