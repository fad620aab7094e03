/** Spans of time as people say them: "3 s", "40 min", "2 h", "5 days". */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';

export function showSpan(spanMs: number): string {
  const span = Math.max(0, spanMs);
  if (span < MINUTE_MS) return `${String(Math.floor(span / 1_000))} s`;
  if (span < 2 * HOUR_MS) return `${String(Math.round(span / MINUTE_MS))} min`;
  if (span < 2 * DAY_MS) return `${String(Math.round(span / HOUR_MS))} h`;
  return `${String(Math.round(span / DAY_MS))} days`;
}

export function showAgo(atMs: number, nowMs: number): string {
  return `${showSpan(nowMs - atMs)} ago`;
}
