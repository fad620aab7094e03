/** `watch`: a run at once, then on the schedule, until stopped. One run at a time; triggers during a run lead to one more run. */
import { once } from 'node:events';
import { createRunQueue } from '../../app/schedule/run-queue.ts';
import type { Job } from '../../app/ports/schedule.ts';
import type { RunReport, RunTrigger } from '../../../shared/domain/run.ts';
import type { Result } from '../../../shared/result.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import { answer, explainAccess, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend, SyncRefusal } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { ProgressLine } from '../progress-line.ts';
import { runDocument } from '../render/run-json.ts';
import { describeCounts, renderOperations, renderProblems } from '../render/run.ts';
import { makeStyle } from '../render/style.ts';
import type { Style } from '../render/style.ts';
import { counted, stack, wrap } from '../render/text.ts';
import { showInstant, showOutcome } from '../render/words.ts';
import type { RequestOf } from '../request.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export async function watch(context: CommandContext, request: RequestOf<'watch'>): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const backend = opened.value;
  const cron = request.cron ?? backend.settings.read().schedule.cron;
  if (!backend.scheduler.validate(cron)) {
    return usageFailure(
      `“${cron}” isn't a valid schedule. Give five cron fields, for instance "*/15 * * * *" for every quarter of an hour.`,
    );
  }
  context.world.staySmall();
  const stop = stopOnSignal(context.world, () => context.note('Stopping after the current operation.'));
  const stopped = once(stop.signal, 'abort');
  const bug = Promise.withResolvers<never>();
  const queue = createRunQueue(
    (trigger: RunTrigger) => watcher.run(trigger),
    (waiting) => waiting,
  );
  const trigger = (by: RunTrigger): void => void queue.request(by).catch(bug.reject);
  const job = backend.scheduler.schedule(cron, () => trigger('schedule'));
  const watcher = new Watcher(context, backend, job, stop.signal);
  try {
    trigger('start');
    await Promise.race([stopped, bug.promise]);
    await queue.whenIdle();
  } finally {
    job.stop();
    stop.release();
  }
  return answer({ stopped: true, runs: watcher.runs, last: watcher.last }, () => `Stopped after ${counted(watcher.runs, 'run')}.`);
}

/** Carries out the runs and prints them. Keeps only the last one: the command may run for months. */
class Watcher {
  runs = 0;
  last: object | null = null;
  readonly #context: CommandContext;
  readonly #backend: Backend;
  readonly #job: Job;
  readonly #signal: AbortSignal;
  readonly #style: Style;
  readonly #progress: ProgressLine;
  #isSuspended = false;

  constructor(context: CommandContext, backend: Backend, job: Job, signal: AbortSignal) {
    const { terminal } = context.world;
    this.#context = context;
    this.#backend = backend;
    this.#job = job;
    this.#signal = signal;
    this.#style = makeStyle(terminal.columns, context.globals.json === true ? terminal.errorHasColour : terminal.outHasColour);
    this.#progress = new ProgressLine(terminal);
  }

  async run(trigger: RunTrigger): Promise<void> {
    if (this.#isSuspended || this.#signal.aborted) return;
    // Until the outcome is known, so that no run follows one that throws.
    this.#isSuspended = true;
    const outcome = await this.#backend.sync({
      dryRun: false,
      applyHeld: false,
      trigger,
      settingsOverride: null,
      onProgress: (step) => this.#progress.update(step),
      signal: this.#signal,
    });
    this.#progress.clear();
    this.runs += 1;
    this.#tell(outcome);
    this.#isSuspended = areCredentialsRejected(outcome);
    if (this.#isSuspended) this.#tellSuspended();
    else this.#tellNext();
  }

  #tell(outcome: Result<RunReport, SyncRefusal>): void {
    const settings = this.#backend.settings.read();
    const now = showInstant(this.#backend.clock.nowMs(), settings.times.timeZone);
    if (!outcome.ok) {
      const why = outcome.error === 'busy' ? 'another run is in progress; this one is skipped.' : explainAccess(outcome.error);
      this.#say(`${now}  ${this.#style.paint('warn', '!')} ${why}`);
      return;
    }
    const report = outcome.value;
    this.last = runDocument(report);
    this.#say(
      stack(
        `${now}  ${showOutcome(report.run.outcome, this.#style)}: ${describeCounts(report.counts)}`,
        renderOperations(report.operations, settings, this.#style),
        renderProblems(report.problems, this.#style),
      ),
    );
  }

  /** A cloud that rejected the credentials is not asked again, since it might lock the account; with one cloud alone nothing can be done. */
  #tellSuspended(): void {
    const { smoobu, 'the-keys': theKeys } = CLOUD_TITLES;
    this.#say(
      wrap(
        `${this.#style.paint('bad', '✗')} The credentials were rejected, so nothing more is sent to ${smoobu} or ${theKeys} until watch is started again. ` +
          'Codes on the locks keep working; new bookings get none. Correct them with `latchkey credentials set`, then start watch again.',
        this.#style.width,
      ),
    );
    this.#backend.log.log('error', 'credentials rejected: nothing more is sent until watch is started again');
  }

  #tellNext(): void {
    const [next] = this.#job.nextRuns(1);
    if (next === undefined || this.runs > 1 || this.#signal.aborted) return;
    const zone = this.#backend.settings.read().times.timeZone;
    this.#say(this.#style.paint('quiet', `Next run: ${showInstant(next, zone)}. Ctrl-C stops.`));
  }

  /** With --json, standard output is reserved for the document at the end. */
  #say(text: string): void {
    const { terminal } = this.#context.world;
    if (this.#context.globals.json === true) terminal.writeError(`${text}\n`);
    else terminal.writeOut(`${text}\n`);
  }
}

function areCredentialsRejected(outcome: Result<RunReport, SyncRefusal>): boolean {
  return outcome.ok
    ? outcome.value.problems.some(({ kind }) => kind === 'credentials-rejected')
    : outcome.error !== 'busy' && outcome.error.kind === 'credentials-rejected';
}
