/** One connection pool to one origin on undici: cookie jar, verified certificates, no redirects, limits on requests in flight and per minute. */
import { cookie } from 'http-cookie-agent/undici';
import { CookieJar } from 'tough-cookie';
import { Agent, type Dispatcher } from 'undici';
import type { Clock, Logger } from '../../app/ports/system.ts';
import { RequestBudget, type BudgetLimit } from './budget.ts';
import { codeOf, ExchangeHandler } from './exchange-handler.ts';
import { ConcurrencyLimiter, type LoadSign } from './limiter.ts';
import { parseOrigin } from './origin.ts';
import { serverPauseMs } from './server-time.ts';
import { stopOf } from './stop.ts';
import type { HttpOutcome, HttpRequest, HttpTransport } from './types.ts';

export const MAX_IN_FLIGHT = 8;
const DEFAULT_IN_FLIGHT = 4;
const DEFAULT_BODY_LIMIT_BYTES = 16 * 1024 * 1024;
const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;

export interface TransportOptions {
  /** As `parseOrigin` gives it. Anything that `parseOrigin` refuses is a bug and throws. */
  readonly origin: string;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Requests in flight, 1 to 8; 4 by default. */
  readonly maxInFlight?: number;
  readonly budget?: BudgetLimit | null;
  readonly bodyLimitBytes?: number;
  readonly connectTimeoutMs?: number;
  /** One per account; a new empty one by default. */
  readonly cookies?: CookieJar;
}

/** Network time-outs run on the machine's timers, since the network does too; waiting for the budget runs on the handed-in clock. */
export function createTransport(options: TransportOptions): HttpTransport {
  return new UndiciTransport(options);
}

class UndiciTransport implements HttpTransport {
  readonly #options: TransportOptions;
  readonly #origin: string;
  readonly #bodyLimitBytes: number;
  readonly #agent: Agent;
  readonly #dispatcher: Dispatcher;
  readonly #limiter: ConcurrencyLimiter;
  readonly #budget: RequestBudget;
  readonly #open = new Set<Promise<HttpOutcome>>();
  readonly #closing = new AbortController();
  #requestCount = 0;

  constructor(options: TransportOptions) {
    const origin = parseOrigin(options.origin);
    if (!origin.ok) throw new Error(`The address of a cloud ${origin.error}.`);
    const inFlight = Math.min(MAX_IN_FLIGHT, Math.max(1, Math.floor(options.maxInFlight ?? DEFAULT_IN_FLIGHT)));
    this.#options = options;
    this.#origin = origin.value;
    this.#bodyLimitBytes = options.bodyLimitBytes ?? DEFAULT_BODY_LIMIT_BYTES;
    this.#agent = new Agent({
      connections: inFlight,
      pipelining: 1,
      // One request per connection: what is lost with a connection stays one request, and aborting one touches no other.
      allowH2: false,
      // The exchange has one timer of its own, from connection to last byte.
      headersTimeout: 0,
      bodyTimeout: 0,
      // Stated explicitly, so that no environment variable of the machine can switch the verification off.
      connect: { rejectUnauthorized: true, timeout: options.connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS },
    });
    // Each next interceptor stands outside the ones before: the cookie header is made first, then dropped when it came out empty.
    this.#dispatcher = this.#agent.compose(withoutEmptyCookieHeader, cookie({ jar: options.cookies ?? new CookieJar() }));
    this.#limiter = new ConcurrencyLimiter(inFlight);
    this.#budget = new RequestBudget(options.clock, options.budget ?? null);
  }

  async exchange(request: HttpRequest): Promise<HttpOutcome> {
    if (!/^\/(?!\/)/.test(request.target)) throw new Error('A request target starts with exactly one slash.');
    const exchange = this.#queued(request);
    this.#open.add(exchange);
    try {
      return await exchange;
    } finally {
      this.#open.delete(exchange);
    }
  }

  requestCount(): number {
    return this.#requestCount;
  }

  /** Drops what still waits for its turn, lets what is under way finish (its time-out bounds it), then closes the connections. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#open);
    await this.#agent.destroy();
  }

  async #queued(request: HttpRequest): Promise<HttpOutcome> {
    const turn = this.#turnSignal(request.signal);
    try {
      const lease = await this.#limiter.acquire(turn.signal);
      if (lease === null) return this.#unsent(request.signal);
      let sign: LoadSign = 'other';
      try {
        if (!(await this.#budget.take(turn.signal))) return this.#unsent(request.signal);
        const outcome = await this.#timed(request);
        sign = this.#learn(outcome);
        return outcome;
      } finally {
        lease.release(sign);
      }
    } finally {
      turn.dispose();
    }
  }

  /** Aborts with the caller's signal or when the transport closes, for as long as the request waits. */
  #turnSignal(signal: AbortSignal | undefined): { signal: AbortSignal; dispose: () => void } {
    const controller = new AbortController();
    const sources = signal === undefined ? [this.#closing.signal] : [this.#closing.signal, signal];
    const onAbort = (): void => {
      controller.abort();
    };
    for (const source of sources) {
      if (source.aborted) onAbort();
      source.addEventListener('abort', onAbort, { once: true });
    }
    const dispose = (): void => {
      for (const source of sources) source.removeEventListener('abort', onAbort);
    };
    return { signal: controller.signal, dispose };
  }

  #unsent(signal: AbortSignal | undefined): HttpOutcome {
    const { kind, code } = signal?.aborted === true ? stopOf(signal) : { kind: 'aborted' as const, code: 'CLOSED' };
    return { ok: false, failure: { kind, code, unsent: true } };
  }

  async #timed(request: HttpRequest): Promise<HttpOutcome> {
    const startedMs = this.#options.clock.uptimeMs();
    this.#requestCount += 1;
    const outcome = await this.#dispatch(request);
    this.#options.log.log('debug', 'http exchange', {
      method: request.method,
      path: request.loggedAs ?? request.target.split('?', 1)[0],
      ...(outcome.ok ? { status: outcome.answer.status } : { failure: outcome.failure.kind, code: outcome.failure.code }),
      durationMs: Math.round(this.#options.clock.uptimeMs() - startedMs),
    });
    return outcome;
  }

  async #dispatch(request: HttpRequest): Promise<HttpOutcome> {
    const { signal } = request;
    return new Promise((resolve) => {
      const handler = new ExchangeHandler(this.#bodyLimitBytes, (outcome) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        resolve(outcome);
      });
      const onAbort = (): void => {
        const { kind, code } = stopOf(signal);
        handler.stop(kind, code);
      };
      const timer = setTimeout(() => {
        handler.stop('timeout', 'REQUEST_TIMEOUT');
      }, request.timeoutMs);
      if (signal?.aborted === true) {
        onAbort();
        return;
      }
      if (request.finishOnceSent !== true) signal?.addEventListener('abort', onAbort, { once: true });
      try {
        this.#dispatcher.dispatch(
          {
            origin: this.#origin,
            path: request.target,
            method: request.method,
            headers: { ...request.headers, 'user-agent': this.#options.userAgent },
            body: request.body ?? null,
          },
          handler,
        );
      } catch (error) {
        handler.stop('connect', codeOf(error));
      }
    });
  }

  #learn(outcome: HttpOutcome): LoadSign {
    if (!outcome.ok) return 'other';
    const pauseMs = serverPauseMs(outcome.answer, this.#options.clock.nowMs());
    if (pauseMs !== null) this.#budget.pauseFor(pauseMs);
    const { status } = outcome.answer;
    if (status === 429 || status === 503) return 'throttled';
    return status < 500 ? 'success' : 'other';
  }
}

/** The cookie interceptor writes `cookie: ` with nothing behind it when the jar is empty; servers' filters may frown at that. */
function withoutEmptyCookieHeader(dispatch: Dispatcher.Dispatch): Dispatcher.Dispatch {
  return function dropEmptyCookie(options, handler) {
    const headers = options.headers;
    if (headers === null || headers === undefined || !('cookie' in headers) || headers.cookie !== '') return dispatch(options, handler);
    const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'cookie'));
    return dispatch({ ...options, headers: kept }, handler);
  };
}
