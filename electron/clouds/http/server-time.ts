/** What an answer says about time: the server's clock, and how long the server asks us to wait. Pure. */
import type { HttpAnswer } from './types.ts';

const SECOND_MS = 1000;
const MIN_PAUSE_MS = SECOND_MS;
/** Waited out within a run. */
export const MAX_SHORT_PAUSE_MS = 60 * SECOND_MS;
const MAX_PAUSE_MS = 6 * 60 * MAX_SHORT_PAUSE_MS;
/** Numbers from here on are moments (epoch seconds), below they are delays. */
const MIN_EPOCH_SECONDS = 1e9;

/** Reads "Mon, 23 Nov 2026 09:15:30 GMT" as epoch milliseconds; null for anything else, which `Date.parse` would guess at. */
export function parseHttpDate(text: string): number | null {
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text.trim())) return null;
  const momentMs = Date.parse(text);
  return Number.isNaN(momentMs) ? null : momentMs;
}

/** The server's clock minus ours, to about a second (the header has whole seconds); null without a readable Date header. */
export function clockOffsetOf(answer: HttpAnswer, nowMs: number): number | null {
  const serverMs = parseHttpDate(answer.headers.date ?? '');
  return serverMs === null ? null : serverMs - nowMs;
}

/**
 * How long the server asks us to wait before the next request, in milliseconds; null when it does not ask.
 * Retry-After (seconds or date) counts on 429 and 503, up to six hours; what cannot be read or has passed stops nothing. X-RateLimit-Retry-After is on every Smoobu answer, so it counts only on 429
 * or when nothing remains, up to a minute; it is the moment the minute ends, in epoch seconds (cloud-facts S25).
 */
export function serverPauseMs(answer: HttpAnswer, nowMs: number): number | null {
  // Moments are by the server's clock. Ours may be wrong, so the answer's Date comes first.
  const serverNowMs = parseHttpDate(answer.headers.date ?? '') ?? nowMs;
  const pauses: number[] = [];
  if (answer.status === 429 || answer.status === 503) {
    const retryAfter = answer.headers['retry-after']?.trim() ?? '';
    const momentMs = parseHttpDate(retryAfter);
    const pause = momentMs === null ? numberAsPauseMs(retryAfter, serverNowMs) : momentMs - serverNowMs;
    if (pause !== null) pauses.push(pause);
  }
  if (answer.status === 429 || nothingRemains(answer)) {
    const pause = numberAsPauseMs(answer.headers['x-ratelimit-retry-after'] ?? '', serverNowMs);
    if (pause !== null) pauses.push(Math.min(pause, MAX_SHORT_PAUSE_MS));
  }
  if (pauses.length === 0) return null;
  return Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, ...pauses));
}

function nothingRemains(answer: HttpAnswer): boolean {
  const remaining = answer.headers['x-ratelimit-remaining']?.trim() ?? '';
  return /^-?\d+$/.test(remaining) && Number(remaining) <= 0;
}

function numberAsPauseMs(text: string, serverNowMs: number): number | null {
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(text.trim())) return null;
  const seconds = Number(text);
  return seconds >= MIN_EPOCH_SECONDS ? seconds * SECOND_MS - serverNowMs : seconds * SECOND_MS;
}
