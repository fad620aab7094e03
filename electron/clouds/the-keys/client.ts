/** The LockCloud port on The Keys' API (cloud-facts K1, K9, K11 to K13). */
import type { CallOptions, LockCloud, TheKeysCredentials } from '../../app/ports/clouds.ts';
import type { Clock, Logger } from '../../app/ports/system.ts';
import { cloudFailure } from '../http/classify.ts';
import { withRetries, type CallEffect } from '../http/retry.ts';
import type { HttpOutcome, HttpTransport } from '../http/types.ts';
import type { CodeRecord, LockListing, LockSummary } from '../../../shared/domain/code.ts';
import type { CodeId, KeypadId, LockId } from '../../../shared/domain/ids.ts';
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { TOKEN_REFUSED, badResponse, readData, stopFailure, withStatusOfBody } from './answer.ts';
import { FORM_CONTENT_TYPE, encodeCodeForm } from './form.ts';
import { mapCreatedId, mapKeypadsOfShares, mapListing, mapLocks } from './map.ts';
import { normalisePhone } from '../../../shared/phone.ts';
import { Session } from './session.ts';

export const THE_KEYS_ORIGIN = 'https://api.the-keys.fr';
const API_ROOT = '/fr/api/v2/';
const DEFAULT_REQUEST_TIMEOUT_MS = 20_000;

export interface TheKeysClientOptions {
  /** Closed with the client. */
  readonly transport: HttpTransport;
  /** null: every call fails with `credentials-missing`, and nothing is sent. */
  readonly credentials: TheKeysCredentials | null;
  readonly clock: Clock;
  readonly log: Logger;
  /** For each single exchange; retries have their own. */
  readonly requestTimeoutMs?: number;
}

interface Call {
  readonly effect: CallEffect;
  readonly target: string;
  /** For the log, where the target names the user's phone number. */
  readonly loggedAs?: string;
  /** Form-encoded. Its presence makes the call a POST. */
  readonly body?: string;
}

export class TheKeysClient implements LockCloud {
  readonly #options: TheKeysClientOptions;
  readonly #requestTimeoutMs: number;
  readonly #username: string;
  readonly #session: Session | null;
  /** Keypads that the cloud itself named, whatever they look like. */
  readonly #knownKeypads = new Set<KeypadId>();

  constructor(options: TheKeysClientOptions) {
    const { transport, credentials, clock, log } = options;
    this.#options = options;
    this.#requestTimeoutMs = options.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS;
    this.#username = credentials === null ? '' : (normalisePhone(credentials.username) ?? credentials.username);
    this.#session =
      credentials === null
        ? null
        : new Session({
            transport,
            credentials: { username: this.#username, password: credentials.password },
            clock,
            log,
            requestTimeoutMs: this.#requestTimeoutMs,
          });
  }

  async signIn(options: CallOptions = {}): Promise<Result<null, CloudFailure>> {
    const token = await this.#token(options.signal);
    return token.ok ? ok(null) : token;
  }

  async discover(options: CallOptions = {}): Promise<Result<readonly LockSummary[], CloudFailure>> {
    const data = await this.#read(`utilisateur/get/${encodeURIComponent(this.#username)}`, options, `${API_ROOT}utilisateur/get/…`);
    if (!data.ok) return data;
    if (data.value === null) return err(cloudFailure('the-keys', 'not-found'));
    const locks = mapLocks(data.value);
    if (locks === null) return err(badResponse(200, 'read'));
    const found = await Promise.all(locks.map(async (lock) => this.#withKeypads(lock, options)));
    const complete: LockSummary[] = [];
    for (const lock of found) {
      if (!lock.ok) return lock;
      complete.push(lock.value);
      for (const { keypadId } of lock.value.keypads) this.#knownKeypads.add(keypadId);
    }
    return ok(complete);
  }

  async listCodes(lockId: LockId, options: CallOptions = {}): Promise<Result<LockListing, CloudFailure>> {
    const data = await this.#read(listTarget(lockId), options);
    if (!data.ok) return data;
    const listing = mapListing(lockId, data.value);
    if (listing === null) return err(badResponse(200, 'read'));
    for (const { keypadId } of listing.codes) this.#knownKeypads.add(keypadId);
    return ok(listing);
  }

  async createCode(
    lockId: LockId,
    keypadId: KeypadId,
    record: CodeRecord,
    options: CallOptions = {},
  ): Promise<Result<{ codeId: CodeId | null }, CloudFailure>> {
    if (!this.#isAddressable(keypadId)) {
      return err(
        cloudFailure('the-keys', 'refused', { message: 'The Keys calls keypads by a short text, not by a number: look the keypad up.' }),
      );
    }
    const target = `partage/create/${String(lockId)}/accessoire/${encodeURIComponent(keypadId)}`;
    const data = await this.#write(target, encodeCodeForm(record), options);
    return data.ok ? ok({ codeId: mapCreatedId(data.value) }) : data;
  }

  async updateCode(codeId: CodeId, record: CodeRecord, options: CallOptions = {}): Promise<Result<null, CloudFailure>> {
    const data = await this.#write(`partage/accessoire/update/${String(codeId)}`, encodeCodeForm(record), options);
    return data.ok ? ok(null) : data;
  }

  async deleteCode(codeId: CodeId, options: CallOptions = {}): Promise<Result<null, CloudFailure>> {
    const data = await this.#write(`partage/accessoire/delete/${String(codeId)}`, '', options);
    return data.ok || data.error.kind === 'not-found' ? ok(null) : data;
  }

  requestCount(): number {
    return this.#options.transport.requestCount();
  }

  async close(): Promise<void> {
    this.#session?.end();
    await this.#options.transport.close();
  }

  /**
   * It is not proven that a keypad never used in a share stands among a lock's accessories, nor that all do: where none does, the lock's
   * shares name them. A lock that refuses its list shows no keypad and leaves the others served.
   */
  async #withKeypads(lock: LockSummary, options: CallOptions): Promise<Result<LockSummary, CloudFailure>> {
    if (lock.keypads.length > 0) return ok(lock);
    const data = await this.#read(listTarget(lock.id), options);
    if (!data.ok) {
      if (!concernsOneLock(data.error.kind)) return data;
      this.#options.log.log('warn', 'keypads of a lock could not be read', { cloud: 'the-keys', lockId: lock.id, kind: data.error.kind });
      return ok(lock);
    }
    const keypads = mapKeypadsOfShares(data.value);
    if (keypads !== null) return ok({ ...lock, keypads });
    this.#options.log.log('warn', 'keypads of a lock could not be read', { cloud: 'the-keys', lockId: lock.id, kind: 'bad-response' });
    return ok(lock);
  }

  /** Creating a code needs the text id; what a numeric one leads to is not known (cloud-facts K12). */
  #isAddressable(keypadId: KeypadId): boolean {
    if (this.#knownKeypads.has(keypadId)) return true;
    return /[^0-9.]/.test(keypadId);
  }

  async #token(signal: AbortSignal | undefined): Promise<Result<string, CloudFailure>> {
    if (this.#session === null) return err(cloudFailure('the-keys', 'credentials-missing'));
    return this.#session.token(signal);
  }

  async #read(path: string, options: CallOptions, loggedAs?: string): Promise<Result<unknown, CloudFailure>> {
    const call: Call = { effect: 'read', target: `${API_ROOT}${path}?_format=json` };
    return this.#call(loggedAs === undefined ? call : { ...call, loggedAs }, options.signal);
  }

  async #write(path: string, body: string, options: CallOptions): Promise<Result<unknown, CloudFailure>> {
    return this.#call({ effect: 'write', target: `${API_ROOT}${path}`, body }, options.signal);
  }

  /** Gives the envelope's data. A refused token is renewed and the call replayed once: it was refused before anything was done. */
  async #call(call: Call, signal: AbortSignal | undefined): Promise<Result<unknown, CloudFailure>> {
    for (let replay = false; ; replay = true) {
      const token = await this.#token(signal);
      if (!token.ok) return token;
      const stopped = stopFailure(signal);
      if (stopped !== null) return err(stopped);
      const outcome = await withRetries(async () => this.#exchange(call, token.value, signal), {
        effect: call.effect,
        clock: this.#options.clock,
        signal,
      });
      if (!outcome.ok || outcome.answer.status !== TOKEN_REFUSED) return readData(outcome, call.effect);
      this.#session?.discard(token.value);
      // The login itself was accepted, so this is not about the credentials.
      if (replay) return err(cloudFailure('the-keys', 'bad-response', { status: TOKEN_REFUSED }));
    }
  }

  async #exchange(call: Call, token: string, signal: AbortSignal | undefined): Promise<HttpOutcome> {
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    const outcome = await this.#options.transport.exchange({
      ...(call.body === undefined
        ? { method: 'GET', headers }
        : { method: 'POST', headers: { ...headers, 'content-type': FORM_CONTENT_TYPE }, body: call.body }),
      target: call.target,
      timeoutMs: this.#requestTimeoutMs,
      signal,
      // A write in hand is let finish, since cutting it off would leave open whether it happened.
      finishOnceSent: call.effect === 'write',
      ...(call.loggedAs === undefined ? {} : { loggedAs: call.loggedAs }),
    });
    return withStatusOfBody(outcome);
  }
}

function listTarget(lockId: LockId): string {
  return `partage/all/serrure/${String(lockId)}`;
}

/** Failures that say nothing about the account or the connection. */
function concernsOneLock(kind: CloudFailureKind): boolean {
  return ['forbidden', 'not-found', 'refused', 'bad-response', 'server-error'].includes(kind);
}
