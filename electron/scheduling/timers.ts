/** One-shot delays on the machine's timers. */
import type { Timers } from '../app/schedule-ports.ts';

export function createTimers(): Timers {
  return {
    after: (delayMs, onDue) => {
      const timer = setTimeout(onDue, delayMs);
      return () => clearTimeout(timer);
    },
  };
}
