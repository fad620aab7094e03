/** Telling guests through Smoobu: messages in the threads of their bookings, and values that the host's own templates show. */
import type { BookingPlaceholders, CallOptions, GuestMessages, GuestThread, Placeholder } from '../../app/ports/clouds.ts';
import type { Clock } from '../../app/ports/system.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import { cloudFailure } from '../http/classify.ts';
import { parsePlaceholderPage, placeholderContent, readPlaceholders, type PlaceholderPage } from './placeholders.ts';
import type { SmoobuAnswer, SmoobuSession } from './session.ts';
import { fieldsOf, wholeNumberOf } from './fields.ts';
import { parseThreadPage, readNewest, type ThreadPage } from './thread.ts';

/** Messages that follow each other faster are accepted and get lost (cloud-facts S32). */
const SEND_GAP_MS = 2_500;
const PLACEHOLDERS = '/api/custom-placeholders';

export class SmoobuGuests implements GuestMessages, BookingPlaceholders {
  readonly #session: SmoobuSession;
  readonly #clock: Clock;
  /** Resolves when the last send of the queue has ended. */
  #sending: Promise<unknown> = Promise.resolve();
  /** Uptime: the wall clock can be changed. At first the start of this client: the client of a former run may have just sent something. */
  #lastSentMs: number;

  constructor(session: SmoobuSession, clock: Clock) {
    this.#session = session;
    this.#clock = clock;
    this.#lastSentMs = clock.uptimeMs();
  }

  async readThread(id: BookingId, options?: CallOptions): Promise<Result<GuestThread, CloudFailure>> {
    return readNewest(async (page) => this.#readThreadPage(id, page, options));
  }

  async sendToGuest(id: BookingId, text: Secret, options?: CallOptions): Promise<Result<null, CloudFailure>> {
    return this.#send(`${threadPath(id)}/send-message-to-guest`, { messageBody: text.reveal() }, options);
  }

  async sendToHost(id: BookingId, text: Secret, options?: CallOptions): Promise<Result<null, CloudFailure>> {
    return this.#send(`${threadPath(id)}/send-message-to-host`, { messageBody: text.reveal(), internal: true }, options);
  }

  async listPlaceholders(options?: CallOptions): Promise<Result<readonly Placeholder[], CloudFailure>> {
    return readPlaceholders(async (page) => this.#readPlaceholderPage(page, options));
  }

  async createPlaceholder(bookingId: BookingId, key: string, value: Secret, options?: CallOptions): Promise<Result<null, CloudFailure>> {
    return written(await this.#session.write('POST', PLACEHOLDERS, placeholderContent(bookingId, key, value), options));
  }

  async updatePlaceholder({ id, key, owner }: Placeholder, value: Secret, options?: CallOptions): Promise<Result<null, CloudFailure>> {
    if (id === null || owner?.kind !== 'booking') return err(cloudFailure('smoobu', 'refused'));
    const content = placeholderContent(owner.bookingId, key, value);
    const answer = await this.#session.write('PUT', `${PLACEHOLDERS}/${String(id)}`, content, options, 404);
    return answer.ok && answer.value.status === 404 ? err(await this.#missing(id, options)) : written(answer);
  }

  async deletePlaceholder(id: number, options?: CallOptions): Promise<Result<null, CloudFailure>> {
    const answer = await this.#session.write('DELETE', `${PLACEHOLDERS}/${String(id)}`, null, options, 404);
    if (!answer.ok || answer.value.status !== 404) return written(answer);
    const failure = await this.#missing(id, options);
    return failure.kind === 'not-found' ? ok(null) : err(failure);
  }

  /** A 404 to a change may be about the address, which nobody was seen to use (cloud-facts S36): whether the placeholder is gone, the list says. */
  async #missing(id: number, options: CallOptions | undefined): Promise<CloudFailure> {
    const listed = await this.listPlaceholders(options);
    if (!listed.ok) return listed.error;
    return cloudFailure('smoobu', listed.value.some((one) => one.id === id) ? 'refused' : 'not-found', { status: 404 });
  }

  async #readThreadPage(id: BookingId, page: number, options: CallOptions | undefined): Promise<Result<ThreadPage, CloudFailure>> {
    const pairs = [
      ['onlyRelatedToGuest', 'false'],
      ['page', String(page)],
    ] as const;
    const answer = await this.#session.get(threadPath(id), pairs, options, 404);
    if (!answer.ok) return answer;
    if (answer.value.status === 404)
      return err(cloudFailure('smoobu', isAboutObject(answer.value) ? 'not-found' : 'bad-response', { status: 404 }));
    const content = parseThreadPage(answer.value.json);
    return content === null ? err(cloudFailure('smoobu', 'bad-response', { status: answer.value.status })) : ok(content);
  }

  /** Known clients read the list without a page, so the first one is not named. */
  async #readPlaceholderPage(page: number, options: CallOptions | undefined): Promise<Result<PlaceholderPage, CloudFailure>> {
    const answer = await this.#session.get(PLACEHOLDERS, page === 1 ? [] : [['page', String(page)]], options);
    if (!answer.ok) return answer;
    const content = parsePlaceholderPage(answer.value.json);
    return content === null ? err(cloudFailure('smoobu', 'bad-response', { status: answer.value.status })) : ok(content);
  }

  /** One at a time, in the order of the calls. */
  async #send(path: string, content: object, options: CallOptions | undefined): Promise<Result<null, CloudFailure>> {
    const turn = this.#sending.then(async () => this.#sendNow(path, content, options));
    this.#sending = turn.catch(() => undefined);
    return turn;
  }

  async #sendNow(path: string, content: object, options: CallOptions | undefined): Promise<Result<null, CloudFailure>> {
    const waitMs = this.#lastSentMs + SEND_GAP_MS - this.#clock.uptimeMs();
    if (waitMs > 0) await this.#clock.sleep(waitMs, options?.signal);
    if (options?.signal?.aborted === true) return err(cloudFailure('smoobu', 'aborted'));
    try {
      return written(await this.#session.write('POST', path, content, options));
    } finally {
      this.#lastSentMs = this.#clock.uptimeMs();
    }
  }
}

function threadPath(id: BookingId): string {
  return `/api/reservations/${String(id)}/messages`;
}

/** Smoobu's own 404 is JSON or empty. */
function isAboutObject({ json, isEmpty }: SmoobuAnswer): boolean {
  return json !== undefined || isEmpty;
}

/** A success counts when its status or its body says what was done: answers without a body were feared, as were errors in a success (cloud-facts S27). */
function written(answer: Result<SmoobuAnswer, CloudFailure>): Result<null, CloudFailure> {
  if (!answer.ok) return answer;
  const { status, json, isEmpty } = answer.value;
  const saysNothing = isEmpty || json === null || (typeof json === 'object' && Object.keys(json).length === 0);
  const isDone = status === 201 || status === 204 || !saysNothing;
  const reportsError = (wholeNumberOf(fieldsOf(json), 'status') ?? 0) >= 400;
  return isDone && !reportsError ? ok(null) : err(cloudFailure('smoobu', 'bad-response', { status, certain: false }));
}
