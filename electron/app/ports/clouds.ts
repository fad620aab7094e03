/** What the use cases need from the two services: bookings and telling guests on one side, doors on the other. */
import type { BookingAccount, BookingFetch, BookingLookup, UnitDetails, UnitSummary } from '../../../shared/domain/booking.ts';
import type { CodeRecord, CodeUse, LockAccount, LockListing, LockSummary } from '../../../shared/domain/code.ts';
import type { BookingId, CodeId, KeypadId, LockId, UnitId } from '../../../shared/domain/ids.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import type { LocalDate } from '../../../shared/time.ts';

/** Whether a cloud may be asked at the moment. The client asks before it sends, and says what came back. */
export interface AccessGate {
  /** False: these credentials were rejected and the next try is not due yet. True counts as a sign-in. */
  maySignIn(): Promise<boolean>;
  accepted(): Promise<void>;
  rejected(): Promise<void>;
  /** True: the cloud asked not to be asked yet. */
  isPaused(): boolean;
  /** The cloud asks to wait for so long. */
  pauseFor(durationMs: number): void;
  /** A usual answer to a request that was sent at this moment: a pause that began before is over. */
  answered(sentAtMs: number): void;
}

/** Options every cloud call takes. */
export interface CallOptions {
  /** Aborting cancels reads at once; a write in hand is let finish up to its own timeout. */
  readonly signal?: AbortSignal;
}

/** The bookings' side (Smoobu). */
export interface BookingCloud {
  /** Every booking that leaves on or after one day and arrives on or before another, cancellations and days blocked in the calendar included. */
  fetchBookings(range: BookingRange, options?: CallOptions): Promise<Result<BookingFetch, CloudFailure>>;
  /** 404 is `missing`, every other failure an error. */
  readBooking(id: BookingId, options?: CallOptions): Promise<Result<Exclude<BookingLookup, { kind: 'failed' }>, CloudFailure>>;
  listUnits(options?: CallOptions): Promise<Result<readonly UnitSummary[], CloudFailure>>;
  readUnit(id: UnitId, options?: CallOptions): Promise<Result<UnitDetails, CloudFailure>>;
  /** Cheapest authenticated call: the credential probe. */
  readAccount(options?: CallOptions): Promise<Result<BookingAccount, CloudFailure>>;
  /** Absent: the service cannot tell guests anything. */
  readonly guests?: GuestMessages & BookingPlaceholders;
  /** Requests sent so far, retries included. */
  requestCount(): number;
  /** The cloud's clock minus ours, from the last answer's Date header; null before the first. */
  clockOffsetMs(): number | null;
  close(): Promise<void>;
}

export interface BookingRange {
  readonly departureFrom: LocalDate;
  readonly arrivalTo: LocalDate;
}

export interface ThreadMessage {
  /** null: the answer names none. */
  readonly id: number | null;
  /** As the service says, which is not always right: who wrote it is told by its text. */
  readonly from: 'guest' | 'host' | 'unknown';
  /** Without HTML. May contain PINs, so it is never logged or stored. */
  readonly text: Secret;
  /** Automatic messages have a subject, those typed by hand do not. */
  readonly hasSubject: boolean;
  /** When it was written, at the earliest: times have no zone, so that it may be up to two hours later. null: not known. */
  readonly writtenMs: number | null;
}

export interface GuestThread {
  /** Oldest first. */
  readonly messages: readonly ThreadMessage[];
  /** False: messages between the oldest and the newest are missing. */
  readonly isWhole: boolean;
}

/**
 * Messages in the thread of a booking. A failure of a send is `certain` only when it was certainly not sent: a 4xx other than 408 and 429, or
 * a request that never left. Sends are never repeated by the client, and follow one another with a pause.
 */
export interface GuestMessages {
  /** At least the newest 25 messages. A booking without a thread is `not-found`. */
  readThread(id: BookingId, options?: CallOptions): Promise<Result<GuestThread, CloudFailure>>;
  /** Accepted does not mean arrived. */
  sendToGuest(id: BookingId, text: Secret, options?: CallOptions): Promise<Result<null, CloudFailure>>;
  /** To the owner of the account, in the thread of this booking, where the guest does not see it. */
  sendToHost(id: BookingId, text: Secret, options?: CallOptions): Promise<Result<null, CloudFailure>>;
}

export interface Placeholder {
  /** null: the list does not say it. Such a placeholder can neither be changed nor deleted. */
  readonly id: number | null;
  readonly key: string;
  /** null: neither of a booking nor of a unit that can be read. */
  readonly owner: { readonly kind: 'booking'; readonly bookingId: BookingId } | { readonly kind: 'unit' } | null;
  /** What the account's templates show. May be a PIN. */
  readonly value: Secret;
  /** Values for other languages, which are shown instead where the guest's is among them. */
  readonly hasTranslations: boolean;
}

/** Values that the user's own templates at the service show, one set for each booking. Writes are not repeated by the client. */
export interface BookingPlaceholders {
  /** All of the account. A list that may be incomplete is a failure. */
  listPlaceholders(options?: CallOptions): Promise<Result<readonly Placeholder[], CloudFailure>>;
  createPlaceholder(bookingId: BookingId, key: string, value: Secret, options?: CallOptions): Promise<Result<null, CloudFailure>>;
  updatePlaceholder(placeholder: Placeholder, value: Secret, options?: CallOptions): Promise<Result<null, CloudFailure>>;
  /** One that is not there any more counts as deleted. */
  deletePlaceholder(id: number, options?: CallOptions): Promise<Result<null, CloudFailure>>;
}

/** The doors' side (The Keys). A write's failure says in `certain` whether it may have happened all the same. */
export interface LockCloud {
  /** Signs in if there is no usable token yet. The credential probe. */
  signIn(options?: CallOptions): Promise<Result<null, CloudFailure>>;
  /** Locks of the account with their keypads' string ids. */
  discover(options?: CallOptions): Promise<Result<readonly LockSummary[], CloudFailure>>;
  /** The account that the credentials belong to, in one request. */
  readAccount(options?: CallOptions): Promise<Result<LockAccount, CloudFailure>>;
  /** When a gateway was last seen; null where it does not say so. */
  readGateway(id: number, options?: CallOptions): Promise<Result<number | null, CloudFailure>>;
  /** The uses of codes that the log of one lock tells, in no order. Everything that cannot be read is left out. */
  readLog(lockId: LockId, options?: CallOptions): Promise<Result<readonly CodeUse[], CloudFailure>>;
  /** Every keypad code of one lock. A list of an odd shape is a failure, never an empty list. */
  listCodes(lockId: LockId, options?: CallOptions): Promise<Result<LockListing, CloudFailure>>;
  /** `codeId` is null when the answer did not tell it. */
  createCode(
    lockId: LockId,
    keypadId: KeypadId,
    record: CodeRecord,
    options?: CallOptions,
  ): Promise<Result<{ codeId: CodeId | null }, CloudFailure>>;
  /** Always the whole record: the server clears what is not sent. */
  updateCode(codeId: CodeId, record: CodeRecord, options?: CallOptions): Promise<Result<null, CloudFailure>>;
  /** A code that is not there any more counts as deleted. */
  deleteCode(codeId: CodeId, options?: CallOptions): Promise<Result<null, CloudFailure>>;
  requestCount(): number;
  /** As of the bookings' side. */
  clockOffsetMs(): number | null;
  close(): Promise<void>;
}

export interface SmoobuCredentials {
  readonly apiKey: Secret;
  readonly apiSecret: Secret;
}

export interface TheKeysCredentials {
  /** International phone number, "+33…". */
  readonly username: string;
  readonly password: Secret;
}
