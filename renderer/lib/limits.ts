/** Checks typed values while the user is still at the field. Main checks them again; a test compares the limits. */
import type { WallTime } from '../../shared/time.ts';

export interface Limits {
  readonly min: number;
  readonly max: number;
}
export const LIMITS = {
  pinLength: { min: 4, max: 8 },
  horizonDays: { min: 1, max: 730 },
  keepDays: { min: 0, max: 365 },
  historyKeepDays: { min: 7, max: 3650 },
  bufferMinutes: { min: 0, max: 1440 },
  betweenStaysHours: { min: 1, max: 24 },
} as const satisfies Record<string, Limits>;

/** null unless it is a whole number within the limits. */
export function readWholeNumber(text: string, { min, max }: Limits): number | null {
  const digits = text.trim();
  if (!/^\d{1,6}$/.test(digits)) return null;
  const value = Number(digits);
  return value >= min && value <= max ? value : null;
}

/** As a time field gives it; null while the field is incomplete. */
export function readTime(text: string): WallTime | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as WallTime) : null;
}
