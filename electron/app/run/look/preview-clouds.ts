/**
 * Both clouds for previews: read-only, and with answers that are reused for a minute, since a draft is previewed again and again while it is
 * edited. Failed and incomplete answers are not reused.
 */
import type { Booking, BookingFetch } from '../../../../shared/domain/booking.ts';
import type { LockListing } from '../../../../shared/domain/code.ts';
import type { BookingId } from '../../../../shared/domain/ids.ts';
import type { CloudFailure } from '../../../../shared/errors.ts';
import { ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { BookingCloud, LockCloud } from '../../ports/clouds.ts';
import type { Clock } from '../../ports/system.ts';

export const REUSE_MS = 60_000;

type Found = Awaited<ReturnType<BookingCloud['readBooking']>> & { readonly ok: true };
interface Remembered<T> {
  readonly value: T;
  readonly readAtMs: number;
  /** On the monotonic clock. */
  readonly untilMs: number;
}
export interface PreviewClouds {
  readonly bookings: BookingCloud;
  readonly locks: LockCloud;
  /** What one preview has read. */
  readonly seen: {
    readonly bookings: ReadonlyMap<BookingId, Booking>;
    /** When the oldest answer in use was read; null before the first. */
    readAtMs(): number | null;
    /** The first failure of each. */
    bookingsFailure(): CloudFailure | null;
    codesFailure(): CloudFailure | null;
  };
}

/** The answers of one pair of clients. After a change of credentials there are other clients, and the memory is empty. */
export class ReadMemory {
  readonly #clock: Pick<Clock, 'nowMs' | 'uptimeMs'>;
  #of: { readonly bookings: BookingCloud; readonly locks: LockCloud } | null = null;
  #kept = new Map<string, Remembered<unknown>>();

  constructor(clock: Pick<Clock, 'nowMs' | 'uptimeMs'>) {
    this.#clock = clock;
  }

  /** Call when a run has changed, or is about to change, what was read. */
  forget(): void {
    this.#kept = new Map();
  }

  look(bookings: BookingCloud, locks: LockCloud): PreviewClouds {
    if (this.#of?.bookings !== bookings || this.#of.locks !== locks) this.forget();
    this.#of = { bookings, locks };
    const kept = this.#kept;
    const seenBookings = new Map<BookingId, Booking>();
    let readAtMs: number | null = null;
    let bookingsFailure: CloudFailure | null = null;
    let codesFailure: CloudFailure | null = null;

    const remembering = async <T>(
      key: string,
      read: () => Promise<Result<T, CloudFailure>>,
      isWhole: (value: T) => boolean = () => true,
    ) => {
      const known = kept.get(key) as Remembered<T> | undefined;
      if (known !== undefined && this.#clock.uptimeMs() < known.untilMs) {
        readAtMs = Math.min(readAtMs ?? known.readAtMs, known.readAtMs);
        return ok(known.value);
      }
      const nowMs = this.#clock.nowMs();
      const answer = await read();
      if (!answer.ok) return answer;
      readAtMs = Math.min(readAtMs ?? nowMs, nowMs);
      // `forget` replaces the map: what was read before is not remembered after it.
      if (isWhole(answer.value)) kept.set(key, { value: answer.value, readAtMs: nowMs, untilMs: this.#clock.uptimeMs() + REUSE_MS });
      return answer;
    };

    return {
      bookings: {
        async fetchBookings(range, options) {
          const key = `bookings ${range.departureFrom} ${range.arrivalTo}`;
          const answer = await remembering<BookingFetch>(
            key,
            () => bookings.fetchBookings(range, options),
            ({ complete }) => complete,
          );
          if (answer.ok) for (const booking of answer.value.bookings) seenBookings.set(booking.id, booking);
          else bookingsFailure ??= answer.error;
          return answer;
        },
        async readBooking(id, options) {
          const answer = await remembering<Found['value']>(`booking ${String(id)}`, () => bookings.readBooking(id, options));
          if (answer.ok && answer.value.kind === 'found') seenBookings.set(id, answer.value.booking);
          return answer;
        },
        listUnits: (options) => bookings.listUnits(options),
        readUnit: (id, options) => bookings.readUnit(id, options),
        readAccount: (options) => remembering('account smoobu', () => bookings.readAccount(options)),
        requestCount: () => bookings.requestCount(),
        clockOffsetMs: () => bookings.clockOffsetMs(),
        close: never,
      },
      locks: {
        signIn: (options) => locks.signIn(options),
        discover: (options) => locks.discover(options),
        readAccount: (options) => remembering('account the-keys', () => locks.readAccount(options)),
        readGateway: (id, options) => locks.readGateway(id, options),
        readLog: (lockId, options) => locks.readLog(lockId, options),
        async listCodes(lockId, options) {
          const answer = await remembering<LockListing>(`codes ${String(lockId)}`, () => locks.listCodes(lockId, options));
          if (!answer.ok) codesFailure ??= answer.error;
          return answer;
        },
        createCode: never,
        updateCode: never,
        deleteCode: never,
        requestCount: () => locks.requestCount(),
        clockOffsetMs: () => locks.clockOffsetMs(),
        close: never,
      },
      seen: {
        bookings: seenBookings,
        readAtMs: () => readAtMs,
        bookingsFailure: () => bookingsFailure,
        codesFailure: () => codesFailure,
      },
    };
  }
}

function never(): Promise<never> {
  return Promise.reject(new Error('A preview only reads.'));
}
