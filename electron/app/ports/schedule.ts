/** What the triggers need from the world of clocks; electron/scheduling implements it. */

export interface Scheduler {
  /** Calls `onDue` at every slot of the local time zone until stopped, and once for slots slept through. Throws on what `validate` refuses. */
  schedule(cron: string, onDue: () => void): Job;
  /** Five fields only. */
  validate(cron: string): boolean;
}
export interface Job {
  stop(): void;
  /** Epoch milliseconds of the next slots, soonest first. */
  nextRuns(count: number): readonly number[];
}

/** One-shot delays, handed in so that tests own time. A delay may be late, and is after sleep. */
export interface Timers {
  /** Calls `onDue` once after the time; the returned function takes it back and may be called at any time. */
  after(delayMs: number, onDue: () => void): () => void;
}
