/** `watch`: a run at once, then on the schedule, until stopped. One run at a time; triggers during a run lead to one more run. */
import { once } from 'node:events';
import { settingsForRun } from '../../app/mapping/import-config.ts';
import { createRunQueue } from '../../app/schedule/run-queue.ts';
import { isPaused } from '../../app/schedule/schedule-policy.ts';
import { runEndOf } from '../../app/schedule/triggers.ts';
import type { Job } from '../../app/ports/schedule.ts';
import type { RunReport, RunTrigger } from '../../../shared/domain/run.ts';
import type { Result } from '../../../shared/result.ts';
import { isoInstant } from '../../../shared/time.ts';
import { answer, explainAccess, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend, SyncRefusal } from '../backend.ts';
import { openWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { createProgressLine } from '../progress-line.ts';
import { runDocument } from '../render/run-json.ts';
import { renderOperations, renderOutcome, renderProblems } from '../render/run.ts';
import { makeStyle } from '../render/style.ts';
import { counted, stack, wrap } from '../render/text.ts';
import { claimNames, showInstant } from '../render/words.ts';
import type { RequestOf } from '../request.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

/** A time that has passed must not make one run after the other. */
const MIN_RETRY_MS = 5_000;

export async function watch(context: CommandContext, request: RequestOf<'watch'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const { backend, config } = opened.value;
  const cron = request.cron ?? backend.settings.read().schedule.cron;
  if (!backend.scheduler.validate(cron)) {
    return usageFailure(
      `“${cron}” isn't a valid schedule. Give five cron fields, for instance "*/15 * * * *" for every quarter of an hour.`,
    );
  }
  context.world.staySmall();
  const printer = createPrinter(context, backend);
  const stop = stopOnSignal(context.world, () => context.note('Stopping after the current operation.'));
  const stopped = once(stop.signal, 'abort');
  const bug = Promise.withResolvers<never>();
  const isStopped = (): boolean => stop.signal.aborted;
  // Only the last run is kept: the command may run for months.
  const done: { runs: number; last: object | null } = { runs: 0, last: null };
  let hasThrown = false;
  let retry = new AbortController();

  const run = async (by: RunTrigger): Promise<void> => {
    if (hasThrown || isStopped()) return;
    if (isPaused(backend.settings.read().pause, backend.clock.nowMs())) {
      printer.paused();
      return;
    }
    // Until the outcome is known, so that no run follows one that throws.
    hasThrown = true;
    const outcome = await backend.sync({
      dryRun: request.dryRun === true,
      applyHeld: false,
      trigger: by,
      settingsOverride: config === null ? null : settingsForRun(backend.settings.read(), config),
      onProgress: (step) => printer.progress.update(step),
      signal: stop.signal,
    });
    hasThrown = false;
    retry.abort();
    const retryAtMs = retryTimeOf(outcome);
    if (retryAtMs !== null) {
      retry = new AbortController();
      const signal = AbortSignal.any([stop.signal, retry.signal]);
      void backend.clock.sleep(Math.max(MIN_RETRY_MS, retryAtMs - backend.clock.nowMs()), signal).then(() => {
        if (!signal.aborted) trigger('schedule');
      });
    }
    // Nothing was sent, and the user knows why.
    if (retryAtMs !== null && !outcome.ok && done.runs > 0) return;
    done.runs += 1;
    if (outcome.ok) done.last = runDocument(outcome.value);
    printer.outcome(outcome);
    if (areCredentialsRejected(outcome)) printer.rejected(retryAtMs);
    else if (done.runs === 1 && !isStopped()) printer.next(job);
  };
  const queue = createRunQueue(run, (waiting) => waiting);
  const trigger = (by: RunTrigger): void => void queue.request(by).catch(bug.reject);
  const job = backend.scheduler.schedule(cron, () => trigger('schedule'));
  try {
    trigger('start');
    await Promise.race([stopped, bug.promise]);
    await queue.whenIdle();
  } finally {
    job.stop();
    stop.release();
  }
  return answer({ stopped: true, ...done }, () => `Stopped after ${counted(done.runs, 'run')}.`);
}

function createPrinter({ world: { terminal }, globals }: CommandContext, { settings, wishes, clock, log }: Backend) {
  // With --json, standard output is reserved for the document at the end.
  const json = globals.json === true;
  const style = makeStyle(terminal.columns, json ? terminal.errorHasColour : terminal.outHasColour);
  const print = (text: string): void => (json ? terminal.writeError(`${text}\n`) : terminal.writeOut(`${text}\n`));
  const progress = createProgressLine(terminal);
  return {
    progress,
    paused(): void {
      const now = showInstant(clock.nowMs(), settings.read().times.timeZone);
      print(style.paint('quiet', `${now}  Paused: no run. \`latchkey resume\` ends the pause.`));
    },
    outcome(outcome: Result<RunReport, SyncRefusal>): void {
      progress.clear();
      const now = showInstant(clock.nowMs(), settings.read().times.timeZone);
      if (!outcome.ok) {
        const why = outcome.error === 'busy' ? 'another run is in progress; this one is skipped.' : explainAccess(outcome.error);
        print(`${now}  ${style.paint('warn', '!')} ${why}`);
        return;
      }
      const { run, counts, operations, problems } = outcome.value;
      print(
        stack(
          `${now}  ${renderOutcome(run, counts, style)}`,
          renderOperations(operations, settings.read(), style, claimNames(outcome.value, wishes.read().people)),
          renderProblems(problems, style),
        ),
      );
    },
    /** More tries could lock the account. */
    rejected(retryAtMs: number | null): void {
      const when = retryAtMs === null ? 'later' : `on ${showInstant(retryAtMs, settings.read().times.timeZone)}`;
      const text =
        `The credentials were rejected. They are tried again by themselves ${when}. ` +
        'Codes on the locks keep working; new bookings get none until then. To correct the credentials: `latchkey credentials set`; watch then uses them.';
      print(wrap(`${style.paint('bad', '✗')} ${text}`, style.width));
      log.log('error', 'credentials rejected', { retryAt: retryAtMs === null ? null : isoInstant(retryAtMs) });
    },
    next(job: Job): void {
      const [next] = job.nextRuns(1);
      if (next !== undefined) print(style.paint('quiet', `Next run: ${showInstant(next, settings.read().times.timeZone)}. Ctrl-C stops.`));
    },
  };
}

function areCredentialsRejected(outcome: Result<RunReport, SyncRefusal>): boolean {
  return outcome.ok
    ? outcome.value.problems.some(({ kind }) => kind === 'credentials-rejected')
    : outcome.error !== 'busy' && outcome.error.kind === 'credentials-rejected';
}

/** When rejected credentials are tried again; null when none were. */
function retryTimeOf(outcome: Result<RunReport, SyncRefusal>): number | null {
  if (!outcome.ok) return outcome.error !== 'busy' && 'retryAtMs' in outcome.error ? outcome.error.retryAtMs : null;
  const end = runEndOf(outcome.value);
  return typeof end === 'string' ? null : end.retryAtMs;
}
