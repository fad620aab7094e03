/** How many requests may be in flight: begins low, grows by one per round of successes, halves when the server asks to slow down. */

/** `other` is everything that says nothing about the server's load. */
export type LoadSign = 'success' | 'throttled' | 'other';

export interface Lease {
  /** Frees the place; to be called exactly once. */
  release(sign: LoadSign): void;
}

/** Hands out places in the order they were asked for. */
export class ConcurrencyLimiter {
  readonly #max: number;
  /** May be fractional; its whole part is what is allowed. Between 1 and `#max`. */
  #limit: number;
  /** Counts the halvings, so that a burst of refusals halves once, not once per request. */
  #generation = 0;
  #inFlight = 0;
  readonly #waiting = new Set<() => void>();

  constructor(start: number, max: number) {
    this.#max = max;
    this.#limit = Math.min(start, max);
  }

  /** Waits for a place; null when the signal aborts first. */
  async acquire(signal?: AbortSignal): Promise<Lease | null> {
    if (signal?.aborted === true) return null;
    if (this.#waiting.size === 0 && this.#inFlight < this.limit()) return this.#lease();
    return new Promise((resolve) => {
      const onTurn = (): void => {
        this.#waiting.delete(onTurn);
        signal?.removeEventListener('abort', onAbort);
        resolve(this.#lease());
      };
      const onAbort = (): void => {
        this.#waiting.delete(onTurn);
        resolve(null);
      };
      this.#waiting.add(onTurn);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Requests allowed in flight at present. */
  limit(): number {
    return Math.floor(this.#limit);
  }

  #lease(): Lease {
    this.#inFlight += 1;
    const startedIn = this.#generation;
    let released = false;
    return {
      release: (sign) => {
        if (released) throw new Error('A place was freed twice.');
        released = true;
        this.#inFlight -= 1;
        this.#learn(sign, startedIn);
        for (const onTurn of this.#waiting) if (this.#inFlight < this.limit()) onTurn();
      },
    };
  }

  /** A refusal of a request that started before the last halving was counted with it. */
  #learn(sign: LoadSign, startedIn: number): void {
    if (sign === 'success') this.#limit = Math.min(this.#max, this.#limit + 1 / this.#limit);
    if (sign === 'throttled' && startedIn === this.#generation) {
      this.#limit = Math.max(1, this.limit() / 2);
      this.#generation += 1;
    }
  }
}
