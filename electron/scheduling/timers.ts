/** One-shot delays on the machine's timers. */
import type { Timers } from '../app/ports/schedule.ts';

export function createTimers(): Timers {
  return {
    after: (delayMs, onDue) => {
      const timer = setTimeout(onDue, delayMs);
      return () => clearTimeout(timer);
    },
  };
}
