/** Schemas of dates, times and zones, as a user may enter them and as they are stored. */
import * as z from 'zod';
import { isTimeZone, parseLocalDate, parseWallTime } from '../time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../time.ts';

/** As entered: "9:30" becomes "09:30". */
export const wallTimeSchema = z.string().transform((text, context): WallTime => {
  const time = parseWallTime(text);
  if (time === null) {
    context.addIssue({ code: 'custom', message: 'must be a time such as 15:00' });
    return z.NEVER;
  }
  return time;
});
export const timeZoneSchema = z.string().refine(isTimeZone, 'must be a time zone such as Europe/Paris');

export const localDateSchema = z.custom<LocalDate>((value) => typeof value === 'string' && parseLocalDate(value) !== null);
export const exactTimeSchema = z.custom<WallTime>((value) => typeof value === 'string' && parseWallTime(value) === value);
export const localDateTimeSchema = z.custom<LocalDateTime>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value),
);
