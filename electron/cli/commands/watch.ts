/** `watch`: a run at once, then on the schedule, until stopped. One run at a time; what comes due meanwhile becomes one more run. */
import type { RunReport, RunTrigger } from '../../../shared/domain/run.ts';
import type { Result } from '../../../shared/result.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import { answer, explainAccess, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend, ScheduledJob, SyncRefusal } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { ProgressLine } from '../progress-line.ts';
import { runDocument } from '../render/run-json.ts';
import { describeCounts, renderOperations, renderProblems } from '../render/run.ts';
import { makeStyle } from '../render/style.ts';
import type { Style } from '../render/style.ts';
import { counted, wrap } from '../render/text.ts';
import { showInstant, showOutcome } from '../render/words.ts';
import type { WatchRequest } from '../request.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import type { StopRequest } from '../stop-on-signal.ts';

export async function watch(context: CommandContext, request: WatchRequest): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const backend = opened.value;
  const cron = request.cron ?? backend.settings.read().schedule.cron;
  if (!backend.scheduler.validate(cron)) {
    return usageFailure(`“${cron}” is no schedule. Give five cron fields, for instance "*/15 * * * *" for every quarter of an hour.`);
  }
  context.world.staySmall();
  const stop = stopOnSignal(context.world, () => context.note('Stopping: the operation in hand is finished first.'));
  const watcher = new Watcher(context, backend, stop);
  const job = backend.scheduler.schedule(cron, () => watcher.trigger('schedule'));
  try {
    watcher.trigger('start');
    await watcher.untilStopped(job);
  } finally {
    job.stop();
    stop.release();
  }
  return answer({ stopped: true, runs: watcher.runs, last: watcher.last }, () => `Stopped after ${counted(watcher.runs, 'run')}.`);
}

/** Lives as long as the command. Keeps the last run only: it may run for months. */
class Watcher {
  runs = 0;
  last: object | null = null;
  readonly #context: CommandContext;
  readonly #backend: Backend;
  readonly #stop: StopRequest;
  readonly #style: Style;
  readonly #progress: ProgressLine;
  #due: RunTrigger | null = null;
  #suspended = false;
  #wake: () => void = () => {};

  constructor(context: CommandContext, backend: Backend, stop: StopRequest) {
    const { terminal } = context.world;
    this.#context = context;
    this.#backend = backend;
    this.#stop = stop;
    this.#style = makeStyle(terminal.columns, context.globals.json ? terminal.errorHasColour : terminal.outHasColour);
    this.#progress = new ProgressLine(terminal);
    stop.signal.addEventListener('abort', () => this.#wake());
  }

  trigger(by: RunTrigger): void {
    this.#due ??= by;
    this.#wake();
  }

  async untilStopped(job: ScheduledJob): Promise<void> {
    while (!this.#isStopped()) {
      const due = this.#due;
      this.#due = null;
      if (due === null || this.#suspended) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      } else {
        await this.#run(due);
        this.#tellNext(job);
      }
    }
  }

  #isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  async #run(trigger: RunTrigger): Promise<void> {
    const outcome = await this.#backend.sync({
      dryRun: false,
      applyHeld: false,
      trigger,
      settingsOverride: null,
      onProgress: (step) => this.#progress.update(step),
      signal: this.#stop.signal,
    });
    this.#progress.clear();
    this.runs += 1;
    this.#tell(outcome);
    this.#suspendIfRejected(outcome);
  }

  #tell(outcome: Result<RunReport, SyncRefusal>): void {
    const settings = this.#backend.settings.read();
    const now = showInstant(this.#backend.clock.nowMs(), settings.times.timeZone);
    if (!outcome.ok) {
      const why = outcome.error === 'busy' ? 'another run is in hand; this one is left out.' : explainAccess(outcome.error);
      this.#say(`${now}  ${this.#style.paint('warn', '!')} ${why}`);
      return;
    }
    const report = outcome.value;
    this.last = runDocument(report);
    const parts = [
      `${now}  ${showOutcome(report.run.outcome, this.#style)}: ${describeCounts(report.counts)}`,
      renderOperations(report.operations, settings, this.#style),
      renderProblems(report.problems, this.#style),
    ];
    this.#say(parts.filter((part) => part !== '').join('\n'));
  }

  /** A cloud that said no is not asked again: it might lock the account. Without either cloud there is nothing to do. */
  #suspendIfRejected(outcome: Result<RunReport, SyncRefusal>): void {
    const isRejected = outcome.ok
      ? outcome.value.problems.some(({ kind }) => kind === 'credentials-rejected')
      : outcome.error !== 'busy' && outcome.error.kind === 'credentials-rejected';
    if (!isRejected) return;
    this.#suspended = true;
    const lines = wrap(
      `${this.#style.paint('bad', '✗')} The credentials were rejected, so nothing more is sent to ${CLOUD_TITLES.smoobu} or ${CLOUD_TITLES['the-keys']} until watch is started again. ` +
        'Codes on the locks keep working; new bookings get none. Correct them with `latchkey credentials set`, then start watch again.',
      this.#style.width,
    );
    this.#say(lines.join('\n'));
    this.#backend.log.log('error', 'credentials rejected: watch sends nothing more until it is started again');
  }

  #tellNext(job: ScheduledJob): void {
    const [next] = job.nextRuns(1);
    if (next === undefined || this.runs > 1 || this.#suspended || this.#isStopped()) return;
    const zone = this.#backend.settings.read().times.timeZone;
    this.#say(this.#style.paint('quiet', `Next run: ${showInstant(next, zone)}. Ctrl-C stops.`));
  }

  /** With --json, standard output is kept for the one document at the end. */
  #say(text: string): void {
    const { terminal } = this.#context.world;
    if (this.#context.globals.json) terminal.writeError(`${text}\n`);
    else terminal.writeOut(`${text}\n`);
  }
}
