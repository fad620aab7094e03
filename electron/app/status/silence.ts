/** How long no sync has worked, in time that the computer was awake. Pure. */
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';

export interface Silence {
  /** The end of the last sync that could read both clouds; null: none since the start. Epoch milliseconds. */
  readonly workedAtMs: number | null;
  readonly awakeMs: number;
  /** The last minute that was counted. */
  readonly countedAtMs: number | null;
  /** Between two syncs of the schedule. */
  readonly periodMs: number;
}
export const NO_SILENCE: Silence = { workedAtMs: null, awakeMs: 0, countedAtMs: null, periodMs: 0 };

/** Asleep, no minute is counted: what is missing beyond two was sleep, or the clock was set. */
const MOST_BETWEEN_MS = 2 * MINUTE_MS;

export function afterMinute(silence: Silence, atMs: number, periodMs: number, isDue: boolean): Silence {
  const passedMs = silence.countedAtMs === null ? 0 : Math.min(Math.max(atMs - silence.countedAtMs, 0), MOST_BETWEEN_MS);
  return { ...silence, awakeMs: isDue ? silence.awakeMs + passedMs : 0, countedAtMs: atMs, periodMs };
}

export function afterGoodSync(silence: Silence, atMs: number): Silence {
  return { ...silence, workedAtMs: atMs, awakeMs: 0 };
}

/** Three intervals or two hours, whichever is longer. */
export function isTooLong({ awakeMs, periodMs }: Silence): boolean {
  return awakeMs >= Math.max(3 * periodMs, 2 * HOUR_MS);
}
