/** Cron schedules on node-cron: calls back when something is due. The run queue joins and queues. */
import nodeCron from 'node-cron';
import type { TaskContext } from 'node-cron';
import type { Scheduler } from '../app/ports/schedule.ts';
import type { Logger } from '../app/ports/system.ts';

/** A later slot counts as missed. After a long sleep many are, and one run makes up for all of them. */
const LATE_BY_MS = 30_000;

/**
 * The jobs keep the process alive until they are stopped. `replacement` is used instead of every schedule, and may have a sixth
 * field, the seconds, in front; null in an installed app.
 */
export function createScheduler(log?: Logger, replacement: string | null = null): Scheduler {
  return {
    validate: isValidCron,
    schedule: (cron, onDue) => {
      if (!isValidCron(cron)) throw new TypeError('not a five-field cron expression');
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
        log?.log('info', 'scheduled run missed, running now', { slot: context.dateLocalIso });
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
          // Destroying also removes it from the library's list of tasks, which would otherwise grow with every change of the schedule.
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

/** node-cron would otherwise print to the console, but standard output is for the program. */
function quietLogger(log: Logger | undefined) {
  const write = (level: 'debug' | 'info' | 'warn' | 'error') => (message: string | Error) => {
    log?.log(level, message instanceof Error ? message.message : message);
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
