/** Decides when a run starts: at scheduled times, after sleep and network loss, after changes, and when the user asks. */
import type { RunReport, RunTrigger } from '../../../shared/domain/run.ts';
import type { Pause } from '../../../shared/domain/settings.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { Clock, Logger } from '../ports/system.ts';
import { FALLBACK_CRON, isPaused, jitterMs, shortestGapMs } from './schedule-policy.ts';
import type { Job, Scheduler, Timers } from '../ports/schedule.ts';

/** How a requested run ended. `retryAtMs`: when rejected credentials are tried again. */
export type RunEnd = 'served' | 'refused' | { readonly retryAtMs: number };

export interface TriggerPorts {
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly scheduler: Scheduler;
  readonly timers: Timers;
  readonly log: Logger;
  /** Resolves when the run that served the request is over. */
  requestRun(trigger: RunTrigger): Promise<RunEnd>;
  /** Called at the start and when it changes: when the next run starts by itself; null while none can. */
  onNextRun(nextRunAtMs: number | null): void;
  /** A pause has run out and can be removed from the settings. */
  onPauseEnded(): void;
}
export interface TriggerStart {
  readonly cron: string;
  readonly pause: Pause;
  readonly isOnline: boolean;
  /** False: no run starts, not even by hand. */
  readonly isSetUp: boolean;
  /** Spreads installations over the minutes after a slot. */
  readonly installationNumber: number;
  /** Replaces every delay before a run; null in an installed app. */
  readonly runDelayMs: number | null;
}
/** Before the first run: the system finishes starting up. */
export const FIRST_RUN_MS = 10_000;
/** After network loss, sleep or a pause: connections come up one after the other. */
export const SETTLE_MS = 5_000;
/** After a change by the user: the next change often follows at once. */
const CHANGE_MS = 2_000;
/** A slot that is reported later than this was missed during sleep. */
const LATE_MS = 30_000;
/** Within this time after a run nothing can have been missed. */
const JUST_RUN_MS = MINUTE_MS;
/** Timers of more than 24 days fire at once. */
const MAX_WAIT_MS = DAY_MS;
/** Enough to find the shortest time between two slots of usual expressions. */
const SLOTS_LOOKED_AT = 10;

interface PendingRun {
  readonly atMs: number;
  readonly cancel: () => void;
}

/** Lives as long as the app. At most one run is pending, and a run serves everything that was due when it started. */
export class Triggers {
  readonly #ports: TriggerPorts;
  readonly #installationNumber: number;
  readonly #runDelayMs: number | null;
  #cron: string;
  #pause: Pause;
  #isOnline: boolean;
  #isSetUp: boolean;
  #job: Job | null = null;
  #jitterMs = 0;
  #periodMs = HOUR_MS;
  /** The slot that the job reports next. */
  #slotMs: number | null = null;
  #pending: PendingRun | null = null;
  #cancelPauseEnd: () => void = () => {};
  /** A run was due while it could not start; it starts as soon as one can. */
  #isPostponed = false;
  #cancelRetry: () => void = () => {};
  #isRejected = false;
  #lastStartMs: number | null = null;
  /** undefined: none yet. */
  #reportedNextRunMs: number | null | undefined = undefined;
  #state: 'new' | 'running' | 'stopped' = 'new';

  constructor(ports: TriggerPorts, start: TriggerStart) {
    this.#ports = ports;
    this.#cron = start.cron;
    this.#pause = start.pause;
    this.#isOnline = start.isOnline;
    this.#isSetUp = start.isSetUp;
    this.#installationNumber = start.installationNumber;
    this.#runDelayMs = start.runDelayMs;
  }

  start(): void {
    if (this.#state !== 'new') return;
    this.#state = 'running';
    this.#reschedule();
    this.#watchPause();
    this.#startAfter(FIRST_RUN_MS, 'start');
    this.#report();
  }

  /** Current and queued runs are not affected. */
  stop(): void {
    this.#state = 'stopped';
    this.#job?.stop();
    this.#job = null;
    this.#cancelPauseEnd();
    this.#cancelRetry();
    this.#cancelPending();
  }

  /** The user asks: this also runs while paused or offline. */
  async runNow(): Promise<RunEnd> {
    return this.#state === 'stopped' || !this.#isSetUp ? 'refused' : this.#run('manual');
  }

  setOnline(isOnline: boolean): void {
    // Another network may be let through where the last was rejected.
    if (isOnline && !this.#isOnline && this.#isRejected) this.#isPostponed = true;
    this.#isOnline = isOnline;
    this.#conditionsChanged();
  }

  setIsSetUp(isSetUp: boolean): void {
    this.#isSetUp = isSetUp;
    this.#conditionsChanged();
  }

  setPause(pause: Pause): void {
    this.#pause = pause;
    this.#watchPause();
    this.#conditionsChanged();
  }

  /** The machine woke up: one run makes up for everything that was missed. */
  resumed(): void {
    if (this.#state !== 'running') return;
    this.#endPauseWhenOver();
    const now = this.#ports.clock.nowMs();
    const justRan = this.#lastStartMs !== null && now >= this.#lastStartMs && now - this.#lastStartMs < JUST_RUN_MS;
    const wasPending = this.#pending !== null;
    // Timers set before sleep fire at an unpredictable time.
    this.#cancelPending();
    this.#reschedule();
    if (wasPending || !justRan) this.#startAfter(SETTLE_MS, 'resume');
    this.#report();
  }

  /** An invalid expression is replaced by the fallback. */
  setSchedule(cron: string): void {
    if (cron === this.#cron) return;
    this.#cron = cron;
    if (this.#state === 'running') this.#reschedule();
    this.#report();
  }

  /** Credentials, or settings that codes depend on, have changed: a run follows soon. */
  changed(): void {
    this.#cancelPending();
    this.#startAfter(CHANGE_MS, 'settings');
    this.#report();
  }

  #reschedule(): void {
    const { scheduler, log } = this.#ports;
    this.#job?.stop();
    const isValid = scheduler.validate(this.#cron);
    if (!isValid) log.log('warn', 'schedule invalid, using the fallback', { fallback: FALLBACK_CRON });
    this.#job = scheduler.schedule(isValid ? this.#cron : FALLBACK_CRON, () => this.#due());
    const slots = this.#job.nextRuns(SLOTS_LOOKED_AT);
    this.#jitterMs = jitterMs(this.#installationNumber, slots);
    this.#periodMs = shortestGapMs(slots);
    this.#slotMs = slots[0] ?? null;
  }

  /** The time of a slot has come, or has passed during sleep. */
  #due(): void {
    if (this.#state !== 'running') return;
    const now = this.#ports.clock.nowMs();
    const slot = this.#slotMs ?? now;
    this.#slotMs = this.#job?.nextRuns(1)[0] ?? null;
    this.#endPauseWhenOver();
    // A late slot stands for all slots since then, so only a run that started after the last of them has served it.
    const latest = this.#slotMs === null ? slot : Math.max(slot, this.#slotMs - this.#periodMs);
    const isServed = this.#lastStartMs !== null && this.#lastStartMs >= Math.min(latest, now) && this.#lastStartMs <= now;
    if (!isServed) {
      if (now - slot > LATE_MS) this.#startAfter(SETTLE_MS, 'resume');
      else this.#startAfter(this.#jitterMs, 'schedule');
    }
    this.#report();
  }

  /** A run that is pending already serves this request, too, unless it starts later than this. */
  #startAfter(usualDelayMs: number, trigger: RunTrigger): void {
    if (this.#state !== 'running') return;
    if (!this.#canRun()) {
      this.#isPostponed = true;
      return;
    }
    const delayMs = this.#runDelayMs ?? usualDelayMs;
    const atMs = this.#ports.clock.nowMs() + delayMs;
    if (this.#pending !== null && this.#pending.atMs <= atMs) return;
    this.#cancelPending();
    const cancel = this.#ports.timers.after(delayMs, () => {
      this.#pending = null;
      if (this.#canRun()) void this.#run(trigger);
      else this.#isPostponed = true;
    });
    this.#pending = { atMs, cancel };
  }

  #canRun(): boolean {
    return this.#isSetUp && this.#isOnline && !isPaused(this.#pause, this.#ports.clock.nowMs());
  }

  #conditionsChanged(): void {
    if (!this.#canRun()) this.#postpone();
    this.#catchUp();
    this.#report();
  }
  #postpone(): void {
    if (this.#pending === null) return;
    this.#cancelPending();
    this.#isPostponed = true;
  }
  #catchUp(): void {
    if (this.#isPostponed && this.#canRun()) this.#startAfter(SETTLE_MS, 'resume');
  }
  #cancelPending(): void {
    this.#pending?.cancel();
    this.#pending = null;
  }

  /** Never rejects: a bug in one run must not stop the following ones. */
  async #run(trigger: RunTrigger): Promise<RunEnd> {
    this.#cancelPending();
    this.#lastStartMs = this.#ports.clock.nowMs();
    // Without network, a run by hand does not make up for the postponed one.
    this.#isPostponed &&= !this.#isOnline;
    this.#report();
    try {
      const end = await this.#ports.requestRun(trigger);
      this.#isRejected = typeof end !== 'string' || (end === 'refused' && this.#isRejected);
      if (typeof end !== 'string') this.#retryAt(end.retryAtMs);
      return end;
    } catch (bug) {
      this.#ports.log.log('error', 'run failed with a bug', { trigger, error: bug });
      return 'refused';
    } finally {
      this.#catchUp();
      this.#report();
    }
  }

  /** Slots in between ask too: nothing is sent, and credentials that another process has changed are found. */
  #retryAt(retryAtMs: number): void {
    this.#cancelRetry();
    if (this.#state !== 'running') return;
    const waitMs = Math.max(retryAtMs - this.#ports.clock.nowMs(), SETTLE_MS);
    this.#cancelRetry = this.#ports.timers.after(Math.min(waitMs, MAX_WAIT_MS), () => this.#startAfter(0, 'schedule'));
  }

  #watchPause(): void {
    this.#cancelPauseEnd();
    if (this.#state !== 'running' || this.#pause.kind !== 'until') return;
    const remainingMs = this.#pause.untilMs - this.#ports.clock.nowMs();
    this.#cancelPauseEnd = this.#ports.timers.after(Math.min(Math.max(remainingMs, 0), MAX_WAIT_MS), () => {
      this.#endPauseWhenOver();
      this.#report();
    });
  }

  /** The clock decides, since the timer can be early (a long pause, a clock that was set) or late (sleep). */
  #endPauseWhenOver(): void {
    if (this.#pause.kind !== 'until') return;
    if (isPaused(this.#pause, this.#ports.clock.nowMs())) {
      this.#watchPause();
      return;
    }
    this.#cancelPauseEnd();
    this.#pause = { kind: 'none' };
    this.#ports.onPauseEnded();
    this.#catchUp();
  }

  #report(): void {
    const next = this.#state === 'running' && this.#canRun() ? this.#nextRunMs() : null;
    if (next === this.#reportedNextRunMs) return;
    this.#reportedNextRunMs = next;
    this.#ports.onNextRun(next);
  }
  #nextRunMs(): number | null {
    if (this.#pending !== null) return this.#pending.atMs;
    const slot = this.#job?.nextRuns(1)[0];
    return slot === undefined ? null : slot + this.#jitterMs;
  }
}

/** What a run's report means for the next runs. */
export function runEndOf(report: Pick<RunReport, 'problems'>): RunEnd {
  const tries = report.problems.flatMap(({ kind, retryAtMs }) => (kind === 'credentials-rejected' ? (retryAtMs ?? []) : []));
  return tries.length === 0 ? 'served' : { retryAtMs: Math.min(...tries) };
}
