/** The LockCloud port on The Keys' API (cloud-facts K1, K9, K11 to K13). */
import type { CallOptions, LockCloud } from '../../app/ports/clouds.ts';
import { cloudFailure } from '../http/classify.ts';
import { withRetries, type CallEffect } from '../http/retry.ts';
import { clockOffsetOf } from '../http/server-time.ts';
import type { HttpOutcome } from '../http/types.ts';
import type { CodeRecord, CodeUse, LockAccount, LockListing, LockSummary } from '../../../shared/domain/code.ts';
import type { CodeId, KeypadId, LockId } from '../../../shared/domain/ids.ts';
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { TOKEN_REFUSED, badResponse, readData, stopFailure, withStatusOfBody } from './answer.ts';
import { FORM_CONTENT_TYPE, encodeCodeForm } from './form.ts';
import { mapLastSeen } from './gateways.ts';
import { mapLog } from './log.ts';
import { mapAccountId, mapCreatedId, mapKeypadsOfShares, mapListing, mapLocks } from './map.ts';
import { readReason } from './reason.ts';
import { Session, type SessionOptions } from './session.ts';

export const THE_KEYS_ORIGIN = 'https://api.the-keys.fr';
const API_ROOT = '/fr/api/v2/';

interface Call {
  readonly effect: CallEffect;
  readonly target: string;
  /** For the log, where the target contains the user's phone number. */
  readonly loggedAs?: string;
  /** Form-encoded. Its presence makes the call a POST. */
  readonly body?: string;
  /** What a write sends: its PIN and name are kept out of the cloud's reason for refusing it. */
  readonly record?: CodeRecord;
}

export class TheKeysClient implements LockCloud {
  readonly #options: SessionOptions;
  readonly #session: Session;
  /** Keypads that the cloud itself named, whatever their ids look like. */
  readonly #knownKeypads = new Set<KeypadId>();

  /** The server's clock minus ours, from the last answer. */
  #clockOffsetMs: number | null = null;

  /** The transport is closed with the client. */
  constructor(options: SessionOptions) {
    this.#options = options;
    this.#session = new Session(options);
  }

  async signIn(options: CallOptions = {}): Promise<Result<null, CloudFailure>> {
    const token = await this.#session.token(options.signal);
    return token.ok ? ok(null) : token;
  }

  async readAccount(options: CallOptions = {}): Promise<Result<LockAccount, CloudFailure>> {
    const data = await this.#readUser(options);
    if (!data.ok) return data;
    const account = { id: mapAccountId(data.value), locks: mapLocks(data.value, this.#cloudNowMs()) };
    return account.id === null && account.locks === null ? err(badResponse(200, 'read')) : ok(account);
  }

  async readGateway(id: number, options: CallOptions = {}): Promise<Result<number | null, CloudFailure>> {
    const data = await this.#read(`accessoire/get/${String(id)}`, options);
    return data.ok ? ok(mapLastSeen(data.value, this.#cloudNowMs())) : data;
  }

  async readLog(lockId: LockId, options: CallOptions = {}): Promise<Result<readonly CodeUse[], CloudFailure>> {
    const data = await this.#read(`serrure/get/${String(lockId)}`, options);
    return data.ok ? ok(mapLog(data.value, this.#cloudNowMs())) : data;
  }

  async discover(options: CallOptions = {}): Promise<Result<readonly LockSummary[], CloudFailure>> {
    const data = await this.#readUser(options);
    if (!data.ok) return data;
    const locks = mapLocks(data.value, this.#cloudNowMs());
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
        cloudFailure('the-keys', 'refused', {
          message: 'The Keys identifies keypads by a short text, not by a number. Look up the keypad.',
        }),
      );
    }
    const target = `partage/create/${String(lockId)}/accessoire/${encodeURIComponent(keypadId)}`;
    const data = await this.#write(target, options, record);
    return data.ok ? ok({ codeId: mapCreatedId(data.value) }) : data;
  }

  async updateCode(codeId: CodeId, record: CodeRecord, options: CallOptions = {}): Promise<Result<null, CloudFailure>> {
    const data = await this.#write(`partage/accessoire/update/${String(codeId)}`, options, record);
    return data.ok ? ok(null) : data;
  }

  async deleteCode(codeId: CodeId, options: CallOptions = {}): Promise<Result<null, CloudFailure>> {
    const data = await this.#write(`partage/accessoire/delete/${String(codeId)}`, options);
    return data.ok || data.error.kind === 'not-found' ? ok(null) : data;
  }

  requestCount(): number {
    return this.#options.transport.requestCount();
  }

  clockOffsetMs(): number | null {
    return this.#clockOffsetMs;
  }

  /** By the clock that writes the times in the answers. */
  #cloudNowMs(): number {
    return this.#options.clock.nowMs() + (this.#clockOffsetMs ?? 0);
  }

  async close(): Promise<void> {
    this.#session.end();
    await this.#options.transport.close();
  }

  async #readUser(options: CallOptions): Promise<Result<unknown, CloudFailure>> {
    const data = await this.#read(`utilisateur/get/${encodeURIComponent(this.#session.username)}`, options, `${API_ROOT}utilisateur/get/…`);
    return data.ok && data.value === null ? err(cloudFailure('the-keys', 'not-found')) : data;
  }

  /**
   * A lock's accessories may lack keypads that were never used (cloud-facts K9): if none is listed, the lock's codes name them. A lock
   * whose list fails has no keypads and does not affect the others.
   */
  async #withKeypads(lock: LockSummary, options: CallOptions): Promise<Result<LockSummary, CloudFailure>> {
    if (lock.keypads.length > 0) return ok(lock);
    const data = await this.#read(listTarget(lock.id), options);
    const keypads = data.ok ? mapKeypadsOfShares(data.value) : null;
    if (keypads !== null) return ok({ ...lock, keypads });
    if (!data.ok && !concernsOneLock(data.error.kind)) return data;
    const kind = data.ok ? 'bad-response' : data.error.kind;
    this.#options.log.log('warn', 'keypad list failed', { cloud: 'the-keys', lockId: lock.id, kind });
    return ok(lock);
  }

  /** Creating a code needs the text id; the result of a numeric one is not known (cloud-facts K12). */
  #isAddressable(keypadId: KeypadId): boolean {
    return this.#knownKeypads.has(keypadId) || /[^0-9.]/.test(keypadId);
  }

  async #read(path: string, options: CallOptions, loggedAs?: string): Promise<Result<unknown, CloudFailure>> {
    const call: Call = { effect: 'read', target: `${API_ROOT}${path}?_format=json` };
    return this.#call(loggedAs === undefined ? call : { ...call, loggedAs }, options.signal);
  }

  async #write(path: string, options: CallOptions, record?: CodeRecord): Promise<Result<unknown, CloudFailure>> {
    const call: Call = { effect: 'write', target: `${API_ROOT}${path}`, body: record === undefined ? '' : encodeCodeForm(record) };
    return this.#call(record === undefined ? call : { ...call, record }, options.signal);
  }

  /** Returns the envelope's data. A refused token is renewed and the call repeated once, since it was refused before anything was done (cloud-facts K5). */
  async #call(call: Call, signal: AbortSignal | undefined): Promise<Result<unknown, CloudFailure>> {
    for (let replay = false; ; replay = true) {
      const token = await this.#session.token(signal);
      if (!token.ok) return token;
      const stopped = stopFailure(signal);
      if (stopped !== null) return err(stopped);
      const outcome = await withRetries(async () => this.#exchange(call, token.value, signal), {
        effect: call.effect,
        clock: this.#options.clock,
        signal,
      });
      if (!outcome.ok || outcome.answer.status !== TOKEN_REFUSED) return withReason(readData(outcome, call.effect), outcome, call.record);
      this.#session.discard(token.value);
      // Signing in succeeded, so the credentials are not the reason.
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
      timeoutMs: this.#session.requestTimeoutMs,
      signal,
      // A write that was sent may finish: whether it happened would be uncertain if it were cut off.
      finishOnceSent: call.effect === 'write',
      ...(call.loggedAs === undefined ? {} : { loggedAs: call.loggedAs }),
    });
    if (outcome.ok) this.#clockOffsetMs = clockOffsetOf(outcome.answer, this.#options.clock.nowMs()) ?? this.#clockOffsetMs;
    return withStatusOfBody(outcome);
  }
}

/** A refusal with what the cloud said about it. Without a record, as for a delete, the name to leave out is not known. */
function withReason<T>(result: Result<T, CloudFailure>, outcome: HttpOutcome, record: CodeRecord | undefined): Result<T, CloudFailure> {
  if (result.ok || result.error.kind !== 'refused' || !outcome.ok || record === undefined) return result;
  const said = readReason(outcome.answer.body, record);
  return said === null ? result : err({ ...result.error, said });
}

function listTarget(lockId: LockId): string {
  return `partage/all/serrure/${String(lockId)}`;
}

/** Failures that do not concern the account or the connection. */
function concernsOneLock(kind: CloudFailureKind): boolean {
  return ['forbidden', 'not-found', 'refused', 'bad-response', 'server-error'].includes(kind);
}
