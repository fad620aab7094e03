/** The time of the demo's story: from half past ten of the present day, so that it is the same at any hour. Waiting takes no time. */
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../app/ports/system.ts';
import { at, dateOf, instantOf, localNow } from '../../../shared/time.ts';
import type { WallTime } from '../../../shared/time.ts';

/** Guests may be told, today's have not arrived yet, and those who leave today are still there. */
export const STORY_STARTS = '10:30' as WallTime;

export function demoClock(base: Clock, zone: string): Clock {
  const earlierMs = base.nowMs() - instantOf(at(dateOf(localNow(zone, base.nowMs())), STORY_STARTS), zone);
  let sleptMs = 0;
  return {
    nowMs: () => base.nowMs() - earlierMs + sleptMs,
    uptimeMs: () => base.uptimeMs() + sleptMs,
    bootId: () => base.bootId(),
    random: () => base.random(),
    async sleep(durationMs, signal) {
      if (durationMs > 0 && signal?.aborted !== true) sleptMs += durationMs;
      await setImmediate();
    },
  };
}
