/** The bearer token of one account: requested when needed, renewed before it expires, kept in memory only. */
import type { AccessGate, TheKeysCredentials } from '../../app/ports/clouds.ts';
import type { Clock, Logger } from '../../app/ports/system.ts';
import { classifyFailure, classifyOutcome, cloudFailure } from '../http/classify.ts';
import { createOwnGate } from '../http/gate.ts';
import { withRetries } from '../http/retry.ts';
import type { HttpOutcome, HttpTransport } from '../http/types.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { parseJson } from '../../../shared/json.ts';
import { normalisePhone } from '../../../shared/phone.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import { badResponse, stopFailure, withStatusOfBody } from './answer.ts';
import { FORM_CONTENT_TYPE, encodeLoginForm } from './form.ts';
import { mapLogin, type LoginAnswer } from './map.ts';

/** cloud-facts K2. */
const LOGIN_TARGET = '/api/login_check';
const DEFAULT_REQUEST_TIMEOUT_MS = 20_000;
/** cloud-facts K5. */
const RENEW_BEFORE_EXPIRY_MS = 60_000;
/** The body of a rejected sign-in was never captured, so the status decides (cloud-facts K6). */
const REJECTED_STATUSES: readonly number[] = [400, 401, 403];

export interface SessionOptions {
  readonly transport: HttpTransport;
  /** null: every call fails with `credentials-missing`, and nothing is sent. */
  readonly credentials: TheKeysCredentials | null;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether credentials that were rejected may be tried again. By default never. */
  readonly gate?: AccessGate;
  /** For each single exchange; retries have their own. */
  readonly requestTimeoutMs?: number;
}

interface HeldToken {
  readonly token: string;
  /** By the machine's uptime, which continues in sleep and is never set. */
  readonly renewAtUptimeMs: number;
}

/** A login under way, and how many calls wait for it. */
interface Login {
  readonly result: Promise<Result<string, CloudFailure>>;
  readonly controller: AbortController;
  waiting: number;
}

export class Session {
  readonly #options: SessionOptions;
  readonly requestTimeoutMs: number;
  /** As sent; "" without credentials. */
  readonly username: string;
  #held: HeldToken | null = null;
  #login: Login | null = null;
  readonly #gate: AccessGate;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#gate = options.gate ?? createOwnGate();
    this.requestTimeoutMs = options.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS;
    const username = options.credentials?.username ?? '';
    this.username = normalisePhone(username) ?? username;
  }

  /**
   * A usable token, after a login if necessary. Calls that need one at the same time share one login. Rejected credentials are tried
   * again when the gate allows it, since more could lock the account. Failures are certain: the call itself was not sent.
   */
  async token(signal?: AbortSignal): Promise<Result<string, CloudFailure>> {
    const { credentials, clock } = this.#options;
    if (credentials === null) return err(cloudFailure('the-keys', 'credentials-missing'));
    const stopped = stopFailure(signal);
    if (stopped !== null) return err(stopped);
    const held = this.#held;
    if (held !== null && clock.uptimeMs() < held.renewAtUptimeMs) return ok(held.token);
    this.#login ??= this.#startLogin(credentials.password);
    return this.#wait(this.#login, signal);
  }

  /** Drops a token that the cloud refused. One that was renewed in the meantime stays. */
  discard(token: string): void {
    if (this.#held?.token === token) this.#held = null;
  }

  /** Forgets the token, and stops a login under way. */
  end(): void {
    this.#held = null;
    this.#login?.controller.abort();
  }

  #startLogin(password: Secret): Login {
    const controller = new AbortController();
    const login: Login = { result: this.#signIn(password, controller.signal), controller, waiting: 0 };
    const forget = (): void => {
      if (this.#login === login) this.#login = null;
    };
    login.result.then(forget, forget);
    return login;
  }

  /** A caller that stops no longer waits, but others may still need the login. It is stopped with the last of them. */
  async #wait(login: Login, signal: AbortSignal | undefined): Promise<Result<string, CloudFailure>> {
    login.waiting += 1;
    const stop = Promise.withResolvers<Result<string, CloudFailure>>();
    const onAbort = (): void => {
      stop.resolve(err(stopFailure(signal) ?? cloudFailure('the-keys', 'aborted')));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([login.result, stop.promise]);
    } finally {
      signal?.removeEventListener('abort', onAbort);
      login.waiting -= 1;
      if (login.waiting === 0) {
        if (this.#login === login) this.#login = null;
        login.controller.abort();
      }
    }
  }

  async #signIn(password: Secret, signal: AbortSignal): Promise<Result<string, CloudFailure>> {
    const { clock, log } = this.#options;
    if (!(await this.#gate.maySignIn())) return err(cloudFailure('the-keys', 'credentials-rejected'));
    // Measured before the request, so that a slow answer does not extend the token's lifetime.
    let sentUptimeMs = clock.uptimeMs();
    const outcome = await withRetries(
      async () => {
        sentUptimeMs = clock.uptimeMs();
        return this.#exchange(password, signal);
      },
      { effect: 'read', clock, signal },
    );
    const result = readLogin(outcome);
    if (!result.ok) {
      if (result.error.kind === 'credentials-rejected') await this.#gate.rejected();
      if (result.error.kind !== 'aborted')
        log.log('warn', 'sign-in failed', { cloud: 'the-keys', kind: result.error.kind, status: result.error.status });
      return result;
    }
    await this.#gate.accepted();
    const { token, lifetimeMs } = result.value;
    this.#held = { token, renewAtUptimeMs: sentUptimeMs + usableForMs(lifetimeMs) };
    log.log('info', 'signed in', { cloud: 'the-keys', lifetimeSeconds: Math.round(lifetimeMs / 1000) });
    return ok(token);
  }

  async #exchange(password: Secret, signal: AbortSignal): Promise<HttpOutcome> {
    const outcome = await this.#options.transport.exchange({
      method: 'POST',
      target: LOGIN_TARGET,
      headers: { accept: 'application/json', 'content-type': FORM_CONTENT_TYPE },
      body: encodeLoginForm(this.username, password.reveal()),
      timeoutMs: this.requestTimeoutMs,
      signal,
    });
    return withStatusOfBody(outcome);
  }
}

/** A minute less than the lifetime, or half of one below two minutes, since otherwise every call would log in. */
export function usableForMs(lifetimeMs: number): number {
  return Math.max(lifetimeMs - RENEW_BEFORE_EXPIRY_MS, lifetimeMs / 2);
}

function readLogin(outcome: HttpOutcome): Result<LoginAnswer, CloudFailure> {
  if (!outcome.ok) return err(classifyFailure('the-keys', 'read', outcome.failure));
  const { status, body } = outcome.answer;
  const failure = classifyOutcome('the-keys', 'read', outcome);
  if (failure !== null) {
    const isRejected = REJECTED_STATUSES.includes(status) && failure.kind !== 'unreachable';
    return err(isRejected ? cloudFailure('the-keys', 'credentials-rejected', { status }) : failure);
  }
  const login = mapLogin(parseJson(body));
  return login === null ? err(badResponse(status, 'read')) : ok(login);
}
