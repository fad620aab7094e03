/** At most so many requests in a sliding window, and pauses that the server asked for. Measured in uptime, since the wall clock can be changed. */
import type { Clock } from '../../app/ports/system.ts';

export interface BudgetLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** How long the next request must wait. `startsMs` are the recent starts, oldest first. Pure. */
export function budgetWaitMs(startsMs: readonly number[], limit: BudgetLimit, nowMs: number): number {
  const oldest = startsMs[startsMs.length - limit.requests];
  return oldest === undefined ? 0 : Math.max(0, oldest + limit.perMs - nowMs);
}

export class RequestBudget {
  readonly #clock: Clock;
  readonly #limit: BudgetLimit | null;
  #startsMs: number[] = [];
  #pausedUntilMs = Number.NEGATIVE_INFINITY;

  /** Without a limit, only the pauses apply. */
  constructor(clock: Clock, limit: BudgetLimit | null) {
    this.#clock = clock;
    this.#limit = limit;
  }

  /** Waits until a request may start and counts it; false when the signal aborts first (nothing is counted then). */
  async take(signal?: AbortSignal): Promise<boolean> {
    for (;;) {
      if (signal?.aborted === true) return false;
      const waitMs = this.#waitMs();
      if (waitMs <= 0) break;
      await this.#clock.sleep(waitMs, signal);
    }
    if (this.#limit !== null) {
      this.#startsMs.push(this.#clock.uptimeMs());
      if (this.#startsMs.length > this.#limit.requests) this.#startsMs = this.#startsMs.slice(-this.#limit.requests);
    }
    return true;
  }

  /** No request starts for this long. A shorter pause never shortens a longer one. */
  pauseFor(durationMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, this.#clock.uptimeMs() + durationMs);
  }

  #waitMs(): number {
    const nowMs = this.#clock.uptimeMs();
    const windowMs = this.#limit === null ? 0 : budgetWaitMs(this.#startsMs, this.#limit, nowMs);
    return Math.max(windowMs, this.#pausedUntilMs - nowMs);
  }
}
