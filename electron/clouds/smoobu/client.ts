/** The BookingCloud port on Smoobu's API. Bookings and units are only read. */
import type { BookingCloud, BookingRange, CallOptions } from '../../app/ports/clouds.ts';
import type { Logger } from '../../app/ports/system.ts';
import type { BookingAccount, BookingFetch, BookingLookup, UnitDetails, UnitSummary } from '../../../shared/domain/booking.ts';
import type { BookingId, UnitId } from '../../../shared/domain/ids.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isTimeZone } from '../../../shared/time.ts';
import { cloudFailure } from '../http/classify.ts';
import type { HttpTransport } from '../http/types.ts';
import { SmoobuGuests } from './guests.ts';
import { mapBooking, mapBookings } from './map.ts';
import { readAllPages } from './pages.ts';
import { SmoobuSession, type SessionOptions, type SmoobuAnswer } from './session.ts';
import { parseAccount, parseApartmentDetails, parseApartments, parseBooking, parsePage, type WirePage } from './wire.ts';

export const SMOOBU_ORIGIN = 'https://login.smoobu.com';
/** Well below the published limit, which has been lowered before (cloud-facts S24). */
export const SMOOBU_BUDGET = { requests: 300, perMs: 60_000 } as const;
const PAGE_SIZE = 100;

type FoundOrMissing = Exclude<BookingLookup, { kind: 'failed' }>;

export class SmoobuClient implements BookingCloud {
  readonly #transport: HttpTransport;
  readonly #log: Logger;
  readonly #session: SmoobuSession;
  readonly guests: SmoobuGuests;

  /** The transport is closed with the client. */
  constructor(options: SessionOptions & { readonly log: Logger }) {
    this.#transport = options.transport;
    this.#log = options.log;
    this.#session = new SmoobuSession(options);
    this.guests = new SmoobuGuests(this.#session, options.clock);
  }

  async fetchBookings(range: BookingRange, options?: CallOptions): Promise<Result<BookingFetch, CloudFailure>> {
    const all = await readAllPages(async (page) => this.#readPage(range, page, options));
    if (!all.ok) return all;
    const { rows, reasons, agreed } = all.value;
    const { bookings, unreadable } = mapBookings(rows);
    if (unreadable.length > 0)
      this.#log.log('warn', 'bookings unreadable', { bookingIds: unreadable.slice(0, 100), count: unreadable.length });
    if (reasons.length === 0) return ok({ complete: true, agreed: false, bookings, unreadable, incompleteBecause: null });
    this.#log.log('warn', 'booking list incomplete', { reasons, agreed, bookings: bookings.length });
    return ok({ complete: false, agreed, bookings, unreadable, incompleteBecause: `The bookings are incomplete: ${reasons.join('; ')}.` });
  }

  async readBooking(id: BookingId, options?: CallOptions): Promise<Result<FoundOrMissing, CloudFailure>> {
    const answer = await this.#session.get(`/api/reservations/${id}`, [], options, 404);
    if (!answer.ok) return answer;
    if (answer.value.status === 404) {
      // Smoobu's own 404 is JSON. Text or HTML is about the address, not about the booking, so it proves nothing.
      const isAboutBooking = answer.value.json !== undefined || answer.value.isEmpty;
      return isAboutBooking ? ok({ kind: 'missing' }) : err(badResponse(answer.value));
    }
    const row = parseBooking(answer.value.json);
    const booking = mapBooking(row);
    if (typeof booking === 'string' || booking.id !== id || row.type === null) return err(badResponse(answer.value));
    return ok({ kind: 'found', booking });
  }

  async listUnits(options?: CallOptions): Promise<Result<readonly UnitSummary[], CloudFailure>> {
    const answer = await this.#session.get('/api/apartments', [], options);
    if (!answer.ok) return answer;
    const apartments = parseApartments(answer.value.json);
    if (apartments === null) return err(badResponse(answer.value));
    const units = apartments.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]));
    if (units.length < apartments.length)
      this.#log.log('warn', 'units skipped', { because: 'no readable id', count: apartments.length - units.length });
    return ok(units);
  }

  async readUnit(id: UnitId, options?: CallOptions): Promise<Result<UnitDetails, CloudFailure>> {
    const answer = await this.#session.get(`/api/apartments/${id}`, [], options);
    if (!answer.ok) return answer;
    const details = parseApartmentDetails(answer.value.json);
    if (details === null) return err(badResponse(answer.value));
    const { timeZone } = details;
    return ok({ id, timeZone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null });
  }

  async readAccount(options?: CallOptions): Promise<Result<BookingAccount, CloudFailure>> {
    const answer = await this.#session.get('/api/me', [], options);
    if (!answer.ok) return answer;
    const account = parseAccount(answer.value.json);
    return account === null ? err(badResponse(answer.value)) : ok(account);
  }

  requestCount(): number {
    return this.#transport.requestCount();
  }

  clockOffsetMs(): number | null {
    return this.#session.clockOffsetMs();
  }

  async close(): Promise<void> {
    await this.#transport.close();
  }

  async #readPage(range: BookingRange, page: number, options: CallOptions | undefined): Promise<Result<WirePage, CloudFailure>> {
    const pairs = [
      ['departureFrom', range.departureFrom],
      ['arrivalTo', range.arrivalTo],
      ['showCancellation', 'true'],
      ['page', String(page)],
      ['pageSize', String(PAGE_SIZE)],
    ] as const;
    const answer = await this.#session.get('/api/reservations', pairs, options);
    if (!answer.ok) return answer;
    const content = parsePage(answer.value.json);
    return content === null ? err(badResponse(answer.value)) : ok(content);
  }
}

function badResponse(answer: SmoobuAnswer): CloudFailure {
  return cloudFailure('smoobu', 'bad-response', { status: answer.status });
}
