/** When a cloud that rejected the credentials is tried again, and how long a pause that it asked for lasts. Pure. */
import type { MemoryValue } from '../../../shared/domain/memory.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';

export type Rejection = Pick<MemoryValue<'rejection'>, 'triesMs' | 'rejected'>;
export type CloudPause = MemoryValue<'pause'>;

/** After the first rejection, the second, and every further one. */
const WAITS_MS = [15 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS] as const;
/** More could lock the account. */
const MAX_TRIES_AN_HOUR = 4;
export const MAX_PAUSE_MS = 6 * HOUR_MS;

/** When the next try is due by itself. */
export function nextTryMs({ triesMs, rejected }: Rejection): number {
  const waitMs = WAITS_MS[Math.max(0, rejected - 1)] ?? 6 * HOUR_MS;
  const last = triesMs.at(-1) ?? 0;
  const leavesRoomAtMs = (triesMs.at(-MAX_TRIES_AN_HOUR) ?? Number.NEGATIVE_INFINITY) + HOUR_MS;
  return Math.max(last + waitMs, leavesRoomAtMs);
}

/** `isAsked`: the computer woke up, the network changed, or the user asks. A try in the future was made before the clock was set back. */
export function mayTry(rejection: Rejection, isAsked: boolean, nowMs: number): boolean {
  const recent = rejection.triesMs.filter((triedMs) => triedMs <= nowMs && nowMs - triedMs < HOUR_MS);
  if (recent.length >= MAX_TRIES_AN_HOUR) return false;
  return isAsked || nowMs >= nextTryMs(rejection) || (rejection.triesMs.at(-1) ?? 0) > nowMs;
}

export function withTry<R extends Rejection>(rejection: R, nowMs: number): R {
  return { ...rejection, triesMs: [...rejection.triesMs, nowMs].slice(-MAX_TRIES_AN_HOUR) };
}

/** No pause is longer than six hours, so one that seems to be was begun before the clock was set back. */
export function isPausedAt(pause: CloudPause, nowMs: number): boolean {
  return pause.untilMs > nowMs && pause.untilMs - nowMs <= MAX_PAUSE_MS;
}
