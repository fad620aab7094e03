/** Time as the app uses it. Handed to `composeDesktop`, so that a test can play a week without waiting for it. */
import type { Scheduler, Timers } from '../app/ports/schedule.ts';
import type { Clock, Logger, StartDeadline } from '../app/ports/system.ts';
import { startDeadline } from '../scheduling/deadline.ts';
import { createScheduler } from '../scheduling/scheduler.ts';
import { createSystemClock } from '../scheduling/system-clock.ts';
import { createTimers } from '../scheduling/timers.ts';

export interface Machine {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly scheduler: Scheduler;
  readonly startDeadline: StartDeadline;
}

/** `cron` replaces every schedule; null in an installed app. */
export function systemMachine(log: Logger, cron: string | null): Machine {
  return { clock: createSystemClock(), timers: createTimers(), scheduler: createScheduler(log, cron), startDeadline };
}
