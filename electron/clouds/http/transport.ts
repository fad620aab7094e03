/** A pool of connections to one origin on undici: cookie jar, verified certificates, no redirects, limits on requests in flight and per minute. */
import { cookie } from 'http-cookie-agent/undici';
import { CookieJar } from 'tough-cookie';
import { Agent, type Dispatcher } from 'undici';
import type { AccessGate } from '../../app/ports/clouds.ts';
import type { Clock, Logger } from '../../app/ports/system.ts';
import { RequestBudget, type BudgetLimit } from './budget.ts';
import { isOwnAnswer } from './classify.ts';
import { codeOf, ExchangeHandler } from './exchange-handler.ts';
import { ConcurrencyLimiter, type LoadSign } from './limiter.ts';
import { readOrigin } from './origin.ts';
import { MAX_SHORT_PAUSE_MS, serverPauseMs } from './server-time.ts';
import { stopOf, type HttpOutcome, type HttpRequest, type HttpTransport } from './types.ts';

const MAX_IN_FLIGHT = 8;
/** More than this only once the server has answered this many well. */
const FIRST_IN_FLIGHT = 4;
/** Ten times what a page of bookings or the list of a full lock takes. */
const DEFAULT_MAX_BODY_BYTES = 4 * 1024 * 1024;
const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;

export interface TransportOptions {
  /** Anything that `readOrigin` refuses is a bug and throws. */
  readonly origin: string;
  /** Which hosts may be reached without TLS; this computer by default. */
  readonly plainHttp?: (hostname: string) => boolean;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Remembers a long pause that the cloud asks for. Without it, no pause is longer than a minute. */
  readonly gate?: AccessGate;
  /** Requests in flight, 1 to 8; 8 by default. */
  readonly maxInFlight?: number;
  readonly budget?: BudgetLimit | null;
  readonly maxBodyBytes?: number;
  readonly connectTimeoutMs?: number;
  /** One per account; a new empty one by default. */
  readonly cookies?: CookieJar;
}

/** Network timeouts run on the machine's timers, as the network does; waiting for the budget runs on the injected clock. */
export class UndiciTransport implements HttpTransport {
  readonly #options: TransportOptions;
  readonly #origin: string;
  readonly #maxBodyBytes: number;
  readonly #agent: Agent;
  readonly #dispatcher: Dispatcher;
  readonly #limiter: ConcurrencyLimiter;
  readonly #budget: RequestBudget;
  readonly #open = new Set<Promise<HttpOutcome>>();
  readonly #closing = new AbortController();
  #requestCount = 0;

  constructor(options: TransportOptions) {
    const origin = readOrigin(options.origin, options.plainHttp);
    if (origin === null) throw new Error('The address of a cloud must be an https origin.');
    const inFlight = Math.min(MAX_IN_FLIGHT, Math.max(1, Math.floor(options.maxInFlight ?? MAX_IN_FLIGHT)));
    this.#options = options;
    this.#origin = origin;
    this.#maxBodyBytes = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
    this.#agent = new Agent({
      connections: inFlight,
      pipelining: 1,
      // One request per connection: a lost connection loses one request, and aborting one request affects no other.
      allowH2: false,
      maxResponseSize: this.#maxBodyBytes,
      // Each exchange has one timer of ours, from connection to last byte.
      headersTimeout: 0,
      bodyTimeout: 0,
      // Stated explicitly, so that no environment variable can switch the verification off.
      connect: { rejectUnauthorized: true, timeout: options.connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS },
    });
    // The last interceptor runs first: the cookie header is made, then dropped if it is empty.
    this.#dispatcher = this.#agent.compose(withoutEmptyCookieHeader, cookie({ jar: options.cookies ?? new CookieJar() }));
    this.#limiter = new ConcurrencyLimiter(FIRST_IN_FLIGHT, inFlight);
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

  /** Drops the requests that still wait, lets those under way finish (their timeout limits that), then closes the connections. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#open);
    await this.#agent.destroy();
  }

  async #queued(request: HttpRequest): Promise<HttpOutcome> {
    const { signal } = request;
    const waiting = signal === undefined ? this.#closing.signal : AbortSignal.any([this.#closing.signal, signal]);
    const lease = await this.#limiter.acquire(waiting);
    if (lease === null) return unsent(signal);
    let sign: LoadSign = 'other';
    try {
      if (!(await this.#budget.take(waiting))) return unsent(signal);
      if (this.#options.gate?.isPaused() === true) return { ok: false, failure: { kind: 'paused', code: 'RETRY_AFTER', unsent: true } };
      const sentAtMs = this.#options.clock.nowMs();
      const outcome = await this.#logged(request);
      sign = this.#learn(outcome, sentAtMs);
      return outcome;
    } finally {
      lease.release(sign);
    }
  }

  async #logged(request: HttpRequest): Promise<HttpOutcome> {
    const { clock, log } = this.#options;
    const startedMs = clock.uptimeMs();
    this.#requestCount += 1;
    const outcome = await this.#dispatch(request);
    log.log('debug', outcome.ok ? 'request answered' : 'request failed', {
      method: request.method,
      path: request.loggedAs ?? request.target.split('?', 1)[0],
      ...(outcome.ok ? { status: outcome.answer.status } : { failure: outcome.failure.kind, code: outcome.failure.code }),
      durationMs: Math.round(clock.uptimeMs() - startedMs),
    });
    return outcome;
  }

  async #dispatch(request: HttpRequest): Promise<HttpOutcome> {
    const { signal } = request;
    if (signal?.aborted === true) return unsent(signal);
    const handler = new ExchangeHandler(this.#maxBodyBytes);
    const onAbort = (): void => {
      const { kind, code } = stopOf(signal);
      handler.stop(kind, code);
    };
    if (request.finishOnceSent !== true) signal?.addEventListener('abort', onAbort, { once: true });
    const timer = setTimeout(() => {
      handler.stop('timeout', 'REQUEST_TIMEOUT');
    }, request.timeoutMs);
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
    const outcome = await handler.outcome;
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    return outcome;
  }

  #learn(outcome: HttpOutcome, sentAtMs: number): LoadSign {
    if (!outcome.ok) return 'other';
    const { gate, clock } = this.#options;
    const pauseMs = serverPauseMs(outcome.answer, clock.nowMs());
    if (pauseMs !== null && gate !== undefined && pauseMs > MAX_SHORT_PAUSE_MS) gate.pauseFor(pauseMs);
    else if (pauseMs !== null) this.#budget.pauseFor(Math.min(pauseMs, MAX_SHORT_PAUSE_MS));
    if (isOwnAnswer(outcome.answer)) gate?.answered(sentAtMs);
    const { status } = outcome.answer;
    if (status === 429 || status === 503) return 'throttled';
    return status < 500 ? 'success' : 'other';
  }
}

function unsent(signal: AbortSignal | undefined): HttpOutcome {
  const { kind, code } = signal?.aborted === true ? stopOf(signal) : { kind: 'aborted' as const, code: 'CLOSED' };
  return { ok: false, failure: { kind, code, unsent: true } };
}

/** The cookie interceptor sends an empty `cookie` header when the jar is empty, which a server's filters may refuse. */
function withoutEmptyCookieHeader(dispatch: Dispatcher.Dispatch): Dispatcher.Dispatch {
  return function dropEmptyCookie(options, handler) {
    const headers = options.headers;
    if (headers === null || headers === undefined || !('cookie' in headers) || headers.cookie !== '') return dispatch(options, handler);
    const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'cookie'));
    return dispatch({ ...options, headers: kept }, handler);
  };
}
