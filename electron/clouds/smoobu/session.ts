/** Signed requests to Smoobu: each try has its own signature, a wrong local clock is corrected once, and failures are classified. */
import { randomUUID } from 'node:crypto';
import type { AccessGate, CallOptions, SmoobuCredentials } from '../../app/ports/clouds.ts';
import type { Clock } from '../../app/ports/system.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { parseJson } from '../../../shared/json.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isoInstant, MINUTE_MS } from '../../../shared/time.ts';
import { classifyOutcome, cloudFailure } from '../http/classify.ts';
import { withRetries, type CallEffect } from '../http/retry.ts';
import { clockOffsetOf } from '../http/server-time.ts';
import type { HttpOutcome, HttpRequest, HttpTransport } from '../http/types.ts';
import { buildQuery, signedHeaders, type QueryPairs } from './sign.ts';

const DEFAULT_REQUEST_TIMEOUT_MS = 20_000;
/** From this difference on, a 401 is tried once more with the server's time. */
const SUSPICIOUS_SKEW_MS = MINUTE_MS;
/** Smoobu tolerates five minutes (cloud-facts S5); whole seconds in the Date header and the network use up some of that. */
const FATAL_SKEW_MS = 4 * MINUTE_MS;

export interface SessionOptions {
  readonly transport: HttpTransport;
  /** null: every call fails with `credentials-missing`, and nothing is sent. */
  readonly credentials: SmoobuCredentials | null;
  readonly clock: Clock;
  /** Whether credentials that were rejected may be tried again. By default always. */
  readonly gate?: AccessGate;
  /** For one exchange; a call may make several. The whole is limited by the caller's signal. */
  readonly requestTimeoutMs?: number;
}

export interface SmoobuAnswer {
  readonly status: number;
  /** undefined when the body is not JSON, for example empty. */
  readonly json: unknown;
  readonly isEmpty: boolean;
}

interface SmoobuRequest {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly query: string;
  /** Signed and sent as it is; null for none. */
  readonly body: string | null;
}

interface Keys {
  readonly apiKey: string;
  readonly apiSecret: string;
}

export class SmoobuSession {
  readonly #options: SessionOptions;
  /** The server's clock minus ours, from the last answer. */
  #clockOffsetMs: number | null = null;
  /** Added to our clock when signing; 0 until the server refuses our time and accepts its own. */
  #signingOffsetMs = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  clockOffsetMs(): number | null {
    return this.#clockOffsetMs;
  }

  /** `path` starts with "/api" and needs no encoding. Only a 2xx, or the status in `alsoAnswers`, is an answer. */
  async get(
    path: string,
    pairs: QueryPairs,
    call: CallOptions | undefined,
    alsoAnswers?: number,
  ): Promise<Result<SmoobuAnswer, CloudFailure>> {
    return this.#call({ method: 'GET', path, query: buildQuery(pairs), body: null }, call, alsoAnswers);
  }

  /**
   * Changes something, and is never repeated once it may have arrived. `content` is serialised here, once. A 401 is the exception: nothing was
   * done, so that a wrong clock is corrected as for reads.
   */
  async write(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    content: object | null,
    call: CallOptions | undefined,
    alsoAnswers?: number,
  ): Promise<Result<SmoobuAnswer, CloudFailure>> {
    return this.#call({ method, path, query: '', body: content === null ? null : JSON.stringify(content) }, call, alsoAnswers);
  }

  async #call(request: SmoobuRequest, call: CallOptions | undefined, alsoAnswers?: number): Promise<Result<SmoobuAnswer, CloudFailure>> {
    const keys = this.#keys();
    if (!keys.ok) return keys;
    const { gate } = this.#options;
    if (gate !== undefined && !(await gate.maySignIn())) return err(cloudFailure('smoobu', 'credentials-rejected'));
    const usedOffsetMs = this.#signingOffsetMs;
    let outcome = await this.#send(request, keys.value, usedOffsetMs, call);
    const betterOffsetMs = this.#betterOffset(outcome, usedOffsetMs);
    if (betterOffsetMs !== null) {
      outcome = await this.#send(request, keys.value, betterOffsetMs, call);
      if (outcome.ok && outcome.answer.status !== 401) this.#signingOffsetMs = betterOffsetMs;
    }
    const failure = classifyOutcome('smoobu', effectOf(request), outcome);
    if (outcome.ok && (failure === null || outcome.answer.status === alsoAnswers)) {
      await gate?.accepted();
      const { status, body } = outcome.answer;
      return ok({ status, json: parseJson(body), isEmpty: body.trim() === '' });
    }
    if (failure === null) throw new Error('A successful answer is not a failure.');
    const told = this.#withSkew(failure);
    if (told.kind === 'credentials-rejected') await gate?.rejected();
    return err(told);
  }

  async #send(request: SmoobuRequest, keys: Keys, offsetMs: number, call: CallOptions | undefined): Promise<HttpOutcome> {
    const { transport, clock, requestTimeoutMs = DEFAULT_REQUEST_TIMEOUT_MS } = this.#options;
    const { method, path, query, body } = request;
    const effect = effectOf(request);
    const exchange = async (): Promise<HttpOutcome> => {
      const timestamp = isoInstant(clock.nowMs() + offsetMs);
      const parts = { method, path, query, timestamp, nonce: randomUUID(), body: body ?? '', apiKey: keys.apiKey };
      const outcome = await transport.exchange({
        method,
        target: query === '' ? path : `${path}?${query}`,
        headers: {
          Accept: 'application/json',
          'Cache-Control': 'no-cache',
          ...(body === null ? {} : { 'Content-Type': 'application/json' }),
          ...signedHeaders(parts, keys.apiSecret),
        },
        ...(body === null ? {} : { body }),
        timeoutMs: requestTimeoutMs,
        signal: call?.signal,
        // Whether it happened would be uncertain if it were cut off.
        finishOnceSent: effect === 'send',
      });
      if (outcome.ok) this.#clockOffsetMs = clockOffsetOf(outcome.answer, clock.nowMs()) ?? this.#clockOffsetMs;
      return outcome;
    };
    return withRetries(exchange, { effect, clock, signal: call?.signal });
  }

  /** After a 401 to a time far from the server's: the offset to sign with instead. From the answer itself, since other calls run at the same time. */
  #betterOffset(outcome: HttpOutcome, usedOffsetMs: number): number | null {
    if (!outcome.ok || outcome.answer.status !== 401) return null;
    const offsetMs = clockOffsetOf(outcome.answer, this.#options.clock.nowMs());
    return offsetMs !== null && Math.abs(offsetMs - usedOffsetMs) > SUSPICIOUS_SKEW_MS ? offsetMs : null;
  }

  #withSkew(failure: CloudFailure): CloudFailure {
    const isFatal = this.#clockOffsetMs !== null && Math.abs(this.#clockOffsetMs) > FATAL_SKEW_MS;
    return failure.kind === 'credentials-rejected' && isFatal ? cloudFailure('smoobu', 'clock-skew', { status: failure.status }) : failure;
  }

  /** Copied keys often have white space around them, which Smoobu answers with a plain 401 (cloud-facts S4). */
  #keys(): Result<Keys, CloudFailure> {
    const { credentials } = this.#options;
    const apiKey = credentials?.apiKey.reveal().trim() ?? '';
    const apiSecret = credentials?.apiSecret.reveal().trim() ?? '';
    if (apiKey === '' || apiSecret === '') return err(cloudFailure('smoobu', 'credentials-missing'));
    if (!/^[\x21-\x7e]+$/.test(apiKey)) {
      return err(cloudFailure('smoobu', 'credentials-rejected', { message: 'The Smoobu API key contains characters that no key has.' }));
    }
    return ok({ apiKey, apiSecret });
  }
}

/** A placeholder written twice does no harm, but nothing can be said about what is not read back, so all writes count as sends. */
function effectOf({ method }: SmoobuRequest): CallEffect {
  return method === 'GET' ? 'read' : 'send';
}
