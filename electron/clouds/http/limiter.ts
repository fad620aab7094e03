/** How many requests may be in flight: grows by one per round of successes, halves when the server asks to slow down. */

export interface LimiterState {
  /** May be fractional; its whole part is what is allowed. Between 1 and `max`. */
  readonly limit: number;
  readonly max: number;
  /** Counts the halvings, so that one burst of refusals halves once and not once per request. */
  readonly generation: number;
}

export function initialLimiterState(max: number): LimiterState {
  return { limit: max, max, generation: 0 };
}

/** A round of `limit` successes adds one. */
export function afterSuccess(state: LimiterState): LimiterState {
  return { ...state, limit: Math.min(state.max, state.limit + 1 / state.limit) };
}

/** `startedIn` is the generation in which the refused request started: older ones were counted already. */
export function afterThrottling(state: LimiterState, startedIn: number): LimiterState {
  if (startedIn < state.generation) return state;
  return { ...state, limit: Math.max(1, Math.floor(state.limit) / 2), generation: state.generation + 1 };
}

/** `other` is everything that says nothing about the server's load. */
export type LoadSign = 'success' | 'throttled' | 'other';

export interface Lease {
  /** Gives the place back; to be called exactly once. */
  release(sign: LoadSign): void;
}

/** Hands out places in the order they were asked for. */
export class ConcurrencyLimiter {
  #state: LimiterState;
  #inFlight = 0;
  readonly #waiting = new Set<() => void>();

  constructor(max: number) {
    this.#state = initialLimiterState(max);
  }

  /** Waits for a place; null when the signal aborts first. */
  async acquire(signal?: AbortSignal): Promise<Lease | null> {
    if (signal?.aborted === true) return null;
    if (this.#waiting.size === 0 && this.#inFlight < Math.floor(this.#state.limit)) return this.#lease();
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
    return Math.floor(this.#state.limit);
  }

  #lease(): Lease {
    this.#inFlight += 1;
    const startedIn = this.#state.generation;
    let released = false;
    return {
      release: (sign) => {
        if (released) throw new Error('A place was given back twice.');
        released = true;
        this.#inFlight -= 1;
        if (sign === 'success') this.#state = afterSuccess(this.#state);
        if (sign === 'throttled') this.#state = afterThrottling(this.#state, startedIn);
        this.#admit();
      },
    };
  }

  #admit(): void {
    for (const onTurn of this.#waiting) {
      if (this.#inFlight >= Math.floor(this.#state.limit)) return;
      onTurn();
    }
  }
}
