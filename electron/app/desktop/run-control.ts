/** When the app runs: one run at a time, started by the triggers or by the user, with its progress and end as events. */
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { knownDoors } from '../../../shared/readiness/facts.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { crashedRun } from '../run/crashed-run.ts';
import { createRunQueue } from '../schedule/run-queue.ts';
import type { RunQueue } from '../schedule/run-queue.ts';
import { runEndOf, Triggers } from '../schedule/triggers.ts';
import type { RunEnd, TriggerPorts } from '../schedule/triggers.ts';
import type { AppEvent, RunRefusal } from '../status/app-event.ts';
import { waitingOperations } from './app-start.ts';
import type { DesktopPorts, DesktopRunRequest, DesktopStart } from './ports.ts';

type QueuedRun = Pick<DesktopRunRequest, 'trigger' | 'applyHeld' | 'claim' | 'runId'>;
type Answer = Result<RunReport, RunRefusal>;

export interface RunEvents extends Pick<TriggerPorts, 'onPauseEnded'> {
  dispatch(event: AppEvent): void;
}

export class RunControl {
  readonly triggers: Triggers;
  readonly #ports: DesktopPorts;
  readonly #events: RunEvents;
  readonly #queue: RunQueue<QueuedRun, Answer>;
  #currentRun: AbortController | null = null;
  #isShuttingDown = false;

  constructor(ports: DesktopPorts, { schedule, pause, setup, installation }: Settings, start: DesktopStart, events: RunEvents) {
    this.#ports = ports;
    this.#events = events;
    this.#queue = createRunQueue<QueuedRun, Answer>(
      (queued) => this.#run(queued),
      // An act of the user is a run of its own, by whose id it is found.
      (waiting, later) =>
        waiting.runId !== undefined || later.runId !== undefined
          ? null
          : {
              trigger: later.trigger === 'manual' ? 'manual' : waiting.trigger,
              applyHeld: new Set([...waiting.applyHeld, ...later.applyHeld]),
            },
    );
    this.triggers = new Triggers(
      {
        clock: ports.clock,
        scheduler: ports.scheduler,
        timers: ports.timers,
        log: ports.log,
        requestRun: (trigger) => this.#request({ trigger, applyHeld: new Set() }),
        onNextRun: (nextRunAtMs) => events.dispatch({ kind: 'schedule', nextRunAtMs }),
        onPauseEnded: () => events.onPauseEnded(),
      },
      {
        cron: schedule.cron,
        pause,
        isOnline: start.isOnline,
        isSetUp: setup.done,
        installationNumber: installation,
        runDelayMs: start.runDelayMs,
      },
    );
  }

  /** `applyHeld`: keys of held operations that the user approved. False before setup is complete. */
  syncNow(applyHeld: ReadonlySet<string>): boolean {
    if (!this.#ports.settings.read().setup.done) return false;
    if (this.#isShuttingDown) return true;
    if (applyHeld.size === 0) void this.triggers.runNow();
    // A bug has been logged where it ended the run.
    else this.#request({ trigger: 'manual', applyHeld }).catch(() => undefined);
    return true;
  }

  /** At once, or after the current run; also while paused. */
  async runFor(claim: ClaimId | null, runId: string): Promise<Answer> {
    if (this.#isShuttingDown) return err('busy');
    return this.#queue.request({ trigger: 'act', applyHeld: new Set(), runId, ...(claim === null ? {} : { claim }) });
  }

  /** Resolves when no run is in progress or queued. */
  whenIdle(): Promise<void> {
    return this.#queue.whenIdle();
  }

  /** The current run ends after its current operation; resolves when no run is in progress or queued. */
  stopCurrent(): Promise<void> {
    this.#currentRun?.abort();
    return this.#queue.whenIdle();
  }

  /** Like `stopCurrent`, and no run starts after this. */
  shutDown(): Promise<void> {
    this.#isShuttingDown = true;
    this.triggers.stop();
    return this.stopCurrent();
  }

  async #request(run: QueuedRun): Promise<RunEnd> {
    if (this.#isShuttingDown) return 'refused';
    const answer = await this.#queue.request(run);
    if (answer.ok) return runEndOf(answer.value);
    const because = answer.error;
    return typeof because !== 'string' && 'retryAtMs' in because ? { retryAtMs: because.retryAtMs } : 'refused';
  }

  async #run(queued: QueuedRun): Promise<Answer> {
    const { clock, history, settings: store, updates, watchdog } = this.#ports;
    const dispatch = (event: AppEvent): void => this.#events.dispatch(event);
    const settings = store.read();
    // Checked in the settings that this run uses: whatever started it, nothing is written before setup is complete.
    if (!settings.setup.done) return err('first-steps');
    const controller = new AbortController();
    if (this.#isShuttingDown) controller.abort();
    this.#currentRun = controller;
    dispatch({ kind: 'run-started' });
    try {
      const onProgress: DesktopRunRequest['onProgress'] = (progress) => dispatch({ kind: 'run-progress', progress });
      const request = { ...queued, settings, signal: controller.signal, onProgress };
      const answer = await updates
        .duringRun(() => this.#ports.run(request))
        .catch((error: unknown): Answer => ok(crashedRun(this.#ports, { mode: 'live', trigger: queued.trigger }, error)));
      watchdog.afterSync({ mode: 'live', trigger: queued.trigger }, answer);
      const atMs = clock.nowMs();
      dispatch({ kind: 'holds-changed', holds: waitingOperations(history) });
      const doors = knownDoors(history.memory().remembered);
      dispatch(
        answer.ok ? { kind: 'run-finished', report: answer.value, atMs, doors } : { kind: 'run-refused', because: answer.error, atMs },
      );
      return answer;
    } finally {
      this.#currentRun = null;
    }
  }
}
