/** Decides when a run is asked for: at the slots, after sleep and network loss, after changes, and whenever the user says so. */
import type { RunReport, RunTrigger } from '../../../shared/domain/run.ts';
import type { Pause } from '../../../shared/domain/settings.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { Clock, Logger } from '../ports/system.ts';
import { FALLBACK_CRON, isPaused, jitterMs, shortestGapMs } from './schedule-policy.ts';
import type { Job, Scheduler, Timers } from '../ports/schedule.ts';

/** What became of a requested run, as far as it decides about the next one. */
export type RunEnd = 'served' | 'credentials-rejected' | 'refused';

export interface TriggerPorts {
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly scheduler: Scheduler;
  readonly timers: Timers;
  readonly log: Logger;
  /** Asks the run queue; resolves when the run that served the request is over. */
  requestRun(trigger: RunTrigger): Promise<RunEnd>;
  /** When the next run is due by itself, epoch milliseconds; null when paused, offline, suspended or without a slot. Told at the start and when it changes. */
  onNextRun(nextRunAtMs: number | null): void;
  /** A pause has run out by itself: it is to be taken out of the settings. */
  onPauseEnded(): void;
}
export interface TriggerStart {
  readonly cron: string;
  readonly pause: Pause;
  readonly isOnline: boolean;
  /** False: the user has not given the word yet, and nothing goes, not even by hand. */
  readonly isSetUp: boolean;
  /** Spreads installations over the minutes after a slot. */
  readonly installationNumber: number;
  /** Replaces every delay before a run; null in an installed app. */
  readonly runDelayMs: number | null;
}

/** Until the first run: the desktop comes first. */
export const FIRST_RUN_MS = 10_000;
/** After network, sleep, pause: connections come up one after the other. */
export const SETTLE_MS = 5_000;
/** After a change by the user: the next change may follow at once. */
const CHANGE_MS = 2_000;
/** A slot told later than this was slept through. */
const LATE_MS = 30_000;
/** After so short a time nothing can have been missed. */
const JUST_RUN_MS = MINUTE_MS;
/** Timers of more than 24 days fire at once. */
const MAX_WAIT_MS = DAY_MS;

interface Waiting {
  readonly atMs: number;
  readonly trigger: RunTrigger;
  readonly cancel: () => void;
}

/** Lives as long as the app. At most one run waits at a time, and a run in hand serves all that was due when it began. */
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
  /** The slot that the job will tell next. */
  #slotMs: number | null = null;
  #waiting: Waiting | null = null;
  #cancelPauseEnd: () => void = () => {};
  /** A run was due while it could not go: one is made up for as soon as it can. */
  #owed = false;
  /** The cloud said no: it is not asked again before something has changed or the user asks. */
  #isSuspended = false;
  #lastStartMs: number | null = null;
  /** undefined: nothing told yet. */
  #toldNextRunMs: number | null | undefined = undefined;
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

  /** Begins: a first run soon, then the slots. */
  start(): void {
    if (this.#state !== 'new') return;
    this.#state = 'running';
    this.#reschedule();
    this.#watchPause();
    this.#want('start', FIRST_RUN_MS);
    this.#tell();
  }

  /** No run is asked for any more. Runs in hand are the queue's business. */
  stop(): void {
    this.#state = 'stopped';
    this.#job?.stop();
    this.#job = null;
    this.#cancelPauseEnd();
    this.#cancelWaiting();
  }

  /** The user asks: once begun this always goes, paused, offline or not. */
  async runNow(): Promise<RunEnd> {
    return this.#state === 'stopped' || !this.#isSetUp ? 'refused' : this.#run('manual');
  }

  setOnline(isOnline: boolean): void {
    if (this.#isOnline === isOnline) return;
    this.#isOnline = isOnline;
    if (!isOnline) this.#owe();
    this.#makeUp();
    this.#tell();
  }

  /** The user's word that runs may go, given or taken back. */
  setIsSetUp(isSetUp: boolean): void {
    this.#isSetUp = isSetUp;
    if (!isSetUp) this.#owe();
    this.#makeUp();
    this.#tell();
  }

  /** The machine woke up: whatever was slept through, one run heals it. */
  resumed(): void {
    if (this.#state !== 'running') return;
    this.#endPauseWhenOver();
    const now = this.#ports.clock.nowMs();
    const justRan = this.#lastStartMs !== null && now >= this.#lastStartMs && now - this.#lastStartMs < JUST_RUN_MS;
    const hasWaited = this.#waiting !== null;
    // Timers from before the sleep end who knows when.
    this.#cancelWaiting();
    this.#reschedule();
    if (hasWaited || !justRan) this.#want('resume', SETTLE_MS);
    this.#tell();
  }

  setPause(pause: Pause): void {
    this.#pause = pause;
    this.#watchPause();
    if (isPaused(pause, this.#ports.clock.nowMs())) this.#owe();
    this.#makeUp();
    this.#tell();
  }

  /** Another expression; one that is no schedule is replaced by the fallback. */
  setSchedule(cron: string): void {
    if (cron === this.#cron) return;
    this.#cron = cron;
    if (this.#state === 'running') this.#reschedule();
    this.#tell();
  }

  /** Credentials or settings that decide about codes have changed: a rejection may be mended, and the change is carried out soon. */
  changed(): void {
    this.#isSuspended = false;
    this.#cancelWaiting();
    this.#want('settings', CHANGE_MS);
    this.#tell();
  }

  #reschedule(): void {
    const { scheduler, log } = this.#ports;
    this.#job?.stop();
    const isUsable = scheduler.validate(this.#cron);
    if (!isUsable) log.log('warn', 'the schedule in the settings cannot be used; the usual one is', { fallback: FALLBACK_CRON });
    this.#job = scheduler.schedule(isUsable ? this.#cron : FALLBACK_CRON, () => this.#due());
    const slots = this.#job.nextRuns(SLOTS_LOOKED_AT);
    this.#jitterMs = jitterMs(this.#installationNumber, slots);
    this.#periodMs = shortestGapMs(slots);
    this.#slotMs = slots[0] ?? null;
  }

  /** A slot has come, or is told late because it was slept through. */
  #due(): void {
    if (this.#state !== 'running') return;
    const now = this.#ports.clock.nowMs();
    const slot = this.#slotMs ?? now;
    this.#slotMs = this.#job?.nextRuns(1)[0] ?? null;
    this.#endPauseWhenOver();
    // Told late, it stands for every slot since: a run serves it only if it began after the last of them.
    const latest = this.#slotMs === null ? slot : Math.max(slot, this.#slotMs - this.#periodMs);
    const isServed = this.#lastStartMs !== null && this.#lastStartMs >= Math.min(latest, now) && this.#lastStartMs <= now;
    if (!isServed) {
      if (now - slot > LATE_MS) this.#want('resume', SETTLE_MS);
      else this.#want('schedule', this.#jitterMs);
    }
    this.#tell();
  }

  /** A run that waits already serves this wish too, unless it waits longer than that. */
  #want(trigger: RunTrigger, usualDelayMs: number): void {
    if (this.#state !== 'running') return;
    if (!this.#mayGo()) {
      this.#owed = true;
      return;
    }
    const delayMs = this.#runDelayMs ?? usualDelayMs;
    const atMs = this.#ports.clock.nowMs() + delayMs;
    if (this.#waiting !== null && this.#waiting.atMs <= atMs) return;
    this.#cancelWaiting();
    const cancel = this.#ports.timers.after(delayMs, () => {
      this.#waiting = null;
      if (this.#mayGo()) void this.#run(trigger);
      else this.#owed = true;
    });
    this.#waiting = { atMs, trigger, cancel };
  }

  #mayGo(): boolean {
    return this.#isSetUp && this.#isOnline && !this.#isSuspended && !isPaused(this.#pause, this.#ports.clock.nowMs());
  }

  /** What waits cannot go now and is made up for later. */
  #owe(): void {
    if (this.#waiting === null) return;
    this.#cancelWaiting();
    this.#owed = true;
  }
  #makeUp(): void {
    if (this.#owed && this.#mayGo()) this.#want('resume', SETTLE_MS);
  }
  #cancelWaiting(): void {
    this.#waiting?.cancel();
    this.#waiting = null;
  }

  /** Never rejects: a bug in one run must not end the runs. */
  async #run(trigger: RunTrigger): Promise<RunEnd> {
    this.#cancelWaiting();
    this.#lastStartMs = this.#ports.clock.nowMs();
    // Without network the user's run is no use for what is owed.
    if (this.#isOnline) this.#owed = false;
    this.#tell();
    try {
      const end = await this.#ports.requestRun(trigger);
      // One that did not get to the cloud leaves a suspension as it is.
      if (end !== 'refused') this.#isSuspended = end === 'credentials-rejected';
      if (this.#isSuspended) this.#owe();
      return end;
    } catch (bug) {
      this.#ports.log.log('error', 'a run ended with a bug', { trigger, error: bug });
      return 'refused';
    } finally {
      this.#makeUp();
      this.#tell();
    }
  }

  #watchPause(): void {
    this.#cancelPauseEnd();
    if (this.#state !== 'running' || this.#pause.kind !== 'until') return;
    const remainingMs = this.#pause.untilMs - this.#ports.clock.nowMs();
    this.#cancelPauseEnd = this.#ports.timers.after(Math.min(Math.max(remainingMs, 0), MAX_WAIT_MS), () => {
      this.#endPauseWhenOver();
      this.#tell();
    });
  }

  /** The timer may be early (a long pause, a clock that was set) or late (sleep): the clock decides. */
  #endPauseWhenOver(): void {
    if (this.#pause.kind !== 'until') return;
    if (isPaused(this.#pause, this.#ports.clock.nowMs())) {
      this.#watchPause();
      return;
    }
    this.#cancelPauseEnd();
    this.#pause = { kind: 'none' };
    this.#ports.onPauseEnded();
    this.#makeUp();
  }

  #tell(): void {
    const next = this.#state === 'running' && this.#mayGo() ? this.#nextRunMs() : null;
    if (next === this.#toldNextRunMs) return;
    this.#toldNextRunMs = next;
    this.#ports.onNextRun(next);
  }
  #nextRunMs(): number | null {
    if (this.#waiting !== null) return this.#waiting.atMs;
    const slot = this.#job?.nextRuns(1)[0];
    return slot === undefined ? null : slot + this.#jitterMs;
  }
}

/** Enough to find the shortest time between two slots of usual expressions. */
const SLOTS_LOOKED_AT = 10;

/** What a run's report says about the next ones. */
export function runEndOf(report: Pick<RunReport, 'problems'>): RunEnd {
  return report.problems.some((problem) => problem.kind === 'credentials-rejected') ? 'credentials-rejected' : 'served';
}
