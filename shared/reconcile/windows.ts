/** When an existing code works, as far as that is known. */
import { UNKNOWN } from '../domain/code.ts';
import type { Code } from '../domain/code.ts';
import type { StayWindow } from '../domain/plan.ts';
import { addDays, at, dateOf, timeOf } from '../time.ts';
import type { LocalDateTime, WallTime } from '../time.ts';

const FIRST_MINUTE = '00:00' as WallTime;
const LAST_MINUTE = '23:59' as WallTime;
/** Sort before and after every real date and time. */
export const EVER = '0000-01-01T00:00' as LocalDateTime;
export const NEVER = '9999-12-31T23:59' as LocalDateTime;

/** null where it is unknown. Without a date the code works since ever; a date without a time counts from the start of its day. */
export function codeStart(code: Code): LocalDateTime | null {
  if (code.startDate === UNKNOWN) return null;
  if (code.startDate === null) return EVER;
  return at(code.startDate, code.startTime === UNKNOWN || code.startTime === null ? FIRST_MINUTE : code.startTime);
}

/** null where it is unknown. Without a date the code works for ever; a date without a time counts to the end of its day. */
export function codeEnd(code: Code): LocalDateTime | null {
  if (code.endDate === UNKNOWN) return null;
  if (code.endDate === null) return NEVER;
  return at(code.endDate, code.endTime === UNKNOWN || code.endTime === null ? LAST_MINUTE : code.endTime);
}

/** From the first start to the last end of these codes, as far as they are known; null without both. */
export function givenWindow(codes: readonly Code[]): StayWindow | null {
  const starts = codes.flatMap((code) => codeStart(code) ?? []).sort();
  const ends = codes.flatMap((code) => codeEnd(code) ?? []).sort();
  const [start, end] = [starts[0], ends.at(-1)];
  return start === undefined || end === undefined ? null : { start, end };
}

/** True only when it is certain that the code no longer works. */
export function isOver(code: Code, now: LocalDateTime): boolean {
  const end = codeEnd(code);
  return end !== null && end <= now;
}

/** False only when it is certain that the code does not open now: an unknown window may be open. */
export function mayBeOpen(code: Code, now: LocalDateTime): boolean {
  if (code.active === false) return false;
  const start = codeStart(code);
  const end = codeEnd(code);
  return (start === null || start <= now) && (end === null || now < end);
}

/** True only when it is certain that the code ended more than that many days ago. */
export function endedBefore(code: Code, days: number, now: LocalDateTime): boolean {
  const end = codeEnd(code);
  return end !== null && end !== NEVER && at(addDays(dateOf(end), days), timeOf(end)) < now;
}

export function windowsOverlap(one: StayWindow, other: StayWindow): boolean {
  return one.start < other.end && other.start < one.end;
}
