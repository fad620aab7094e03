/**
 * A Smoobu reservation, reduced to what codes depend on. Notes and links are never read; the guest's e-mail address, phone number and Smoobu id
 * only tell one guest from another, in memory.
 */
import * as z from 'zod';
import { bookingIdSchema, codeIdSchema, placeSchema, unitIdSchema } from './id-schemas.ts';
import type { BookingId, UnitId } from './ids.ts';
import type { Immutable } from './immutable.ts';
import type { Secret } from '../secret.ts';
import { exactTimeSchema, localDateSchema, localDateTimeSchema } from './time-schemas.ts';

export const bookingSchema = z.strictObject({
  id: bookingIdSchema,
  /**
   * Only `live` and `cancelled` bookings change codes.
   * `blocked`: the user blocked these days in the calendar. `unknown`: an undocumented type, or rows that contradict each other.
   */
  state: z.enum(['live', 'cancelled', 'blocked', 'unknown']),
  /** null when the reservation has no apartment, as some imported ones do. */
  unitId: unitIdSchema.nullable(),
  arrival: localDateSchema,
  departure: localDateSchema,
  /** The booking's own times; null when Smoobu sends "", null or "00:00". */
  checkIn: exactTimeSchema.nullable(),
  checkOut: exactTimeSchema.nullable(),
  /** As the channel sent it, untrimmed; may be empty. */
  guestName: z.string(),
});
/** As it may be shown and recorded: without the guest's contact, as the compiler checks. */
export type ShownBooking = Immutable<z.infer<typeof bookingSchema>> & { readonly contact?: never };
export type BookingState = ShownBooking['state'];

/** Tells guests of one name apart. Never shown, logged or stored: texts are secrets, so that a copy made by mistake says nothing. */
export interface GuestContact {
  /** In lower case. */
  readonly email: Secret | null;
  /** Digits only. */
  readonly phone: Secret | null;
  /** Smoobu's number for the guest. */
  readonly guestId: number | null;
}
export interface Booking extends Immutable<z.infer<typeof bookingSchema>> {
  readonly contact?: GuestContact;
  /** The unit's name at Smoobu; left out where it is not said. */
  readonly unitName?: string;
  /** Units that Smoobu links with the booking's own, such as the rooms of a whole house. */
  readonly related?: readonly UnitId[];
  /** As Smoobu has it, in lower case: mostly an ISO code. */
  readonly language?: string;
  /** Smoobu's number of the channel. */
  readonly channelId?: number;
  /** The channel's number for the booking, which the guest knows. */
  readonly reference?: string;
}
export function shownBooking(booking: Booking): ShownBooking {
  const {
    contact: _contact,
    unitName: _unitName,
    related: _related,
    language: _language,
    channelId: _channelId,
    reference: _reference,
    ...shown
  } = booking;
  return shown;
}

/** Days that the user blocked in a unit's calendar: for the owner, or a repair. They make no code by themselves. */
export const blockedPeriodSchema = z.strictObject({
  bookingId: bookingIdSchema,
  unitId: unitIdSchema,
  arrival: localDateSchema,
  departure: localDateSchema,
});
export type BlockedPeriod = Immutable<z.infer<typeof blockedPeriodSchema>>;

/**
 * A guest who is not among the stays. `no-door`: the unit has none yet. `no-code`: the user chose that. `unclear`: the booking cannot be
 * understood. `cancelled`, `gone`, `over`: a code of it may still open a door. `left`: of today, also before the hour.
 */
export const otherStaySchema = z.strictObject({
  bookingId: bookingIdSchema,
  why: z.enum(['no-door', 'no-code', 'unclear', 'cancelled', 'gone', 'over', 'left']),
  /** As on the code where the booking is not known. */
  guestName: z.string().max(300),
  unitId: unitIdSchema.nullable(),
  unitName: z.string().max(300),
  /** At the door: of the stay, else of its codes; null: unlimited or not known. */
  start: localDateTimeSchema.nullable(),
  end: localDateTimeSchema.nullable(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  /** That may still open a door. */
  codes: z.array(placeSchema.extend({ codeId: codeIdSchema })).max(20),
});
export type OtherStay = Immutable<z.infer<typeof otherStaySchema>>;

/** The bookings that were read. An incomplete list may cause creates and updates, but no deletes (sync rules, "Deleting"). */
export interface BookingFetch {
  readonly complete: boolean;
  /** Incomplete, but a second reading found the same rows: then a booking that is read again by id decides about itself. */
  readonly agreed?: boolean;
  /** Bookings that are in the list, but cannot be read there. */
  readonly unreadable?: readonly BookingId[];
  readonly bookings: readonly Booking[];
  /** Why the list is incomplete, in one sentence; null when it is complete. */
  readonly incompleteBecause: string | null;
}

/** The answer to reading one booking by id. */
export type BookingLookup =
  | { readonly kind: 'found'; readonly booking: Booking }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed' };

export interface UnitSummary {
  readonly id: UnitId;
  readonly name: string;
}
export interface UnitDetails {
  readonly id: UnitId;
  /** IANA zone; null when absent or not a zone this machine knows. */
  readonly timeZone: string | null;
}
export interface BookingAccount {
  readonly id: number | null;
  readonly email: string | null;
}
