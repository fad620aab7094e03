/** Cron schedules on node-cron: says when something is due, and nothing else. Collapsing and queueing are the run queue's business. */
import nodeCron from 'node-cron';
import type { TaskContext } from 'node-cron';
import type { Scheduler } from '../app/ports/schedule.ts';
import type { Logger } from '../app/ports/system.ts';

/** A slot that could not be served in time counts as missed; after a longer sleep there are many of them, but one run heals all. */
const LATE_BY_MS = 30_000;

/**
 * The jobs keep the process alive until they are stopped. `replacement`: runs in the place of every schedule, and may have six fields of which
 * the first is the second; null in an installed app.
 */
export function createScheduler(log?: Logger, replacement: string | null = null): Scheduler {
  return {
    validate: isValidCron,
    schedule: (cron, onDue) => {
      if (!isValidCron(cron)) throw new TypeError('This is not a five-field cron expression.');
      let stopped = false;
      let missedPending = false;
      const due = (): void => {
        if (!stopped) onDue();
      };
      const task = nodeCron.schedule(replacement ?? cron, due, {
        missedExecutionTolerance: LATE_BY_MS,
        suppressMissedWarning: true,
        logger: quietLogger(log),
      });
      task.on('execution:missed', (context: TaskContext) => {
        log?.log('info', 'A scheduled run was missed and is made up for.', { slot: context.dateLocalIso });
        if (missedPending) return;
        missedPending = true;
        setImmediate(() => {
          missedPending = false;
          due();
        });
      });
      return {
        stop: () => {
          if (stopped) return;
          stopped = true;
          // Destroying also takes it off the library's list of tasks, which would otherwise grow with every change of the schedule.
          void task.destroy();
        },
        nextRuns: (count) => (stopped ? [] : task.getNextRuns(count).map((date) => date.getTime())),
      };
    },
  };
}

function isValidCron(cron: string): boolean {
  return cron.trim().split(/\s+/).length === 5 && nodeCron.validate(cron);
}

/** node-cron prints to the console by itself: standard output belongs to the program. */
function quietLogger(log: Logger | undefined) {
  const say = (level: 'debug' | 'info' | 'warn' | 'error') => (message: string | Error) => {
    log?.log(level, message instanceof Error ? message.message : message);
  };
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
}
