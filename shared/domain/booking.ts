/** A Smoobu reservation reduced to what decides about doors. Phone, mail, notes and links never enter the domain. */
import * as z from 'zod';
import { bookingIdSchema, unitIdSchema } from './id-schemas.ts';
import type { UnitId } from './ids.ts';
import type { Immutable } from './immutable.ts';
import { exactTimeSchema, localDateSchema } from './time-schemas.ts';

export const bookingSchema = z.strictObject({
  id: bookingIdSchema,
  /**
   * `live` and `cancelled` decide; everything else changes nothing:
   * `blocked` is a user's calendar block, `unknown` a type that is not documented or rows that contradict each other.
   */
  state: z.enum(['live', 'cancelled', 'blocked', 'unknown']),
  /** null when the reservation came without an apartment (seen on odd imports). */
  unitId: unitIdSchema.nullable(),
  arrival: localDateSchema,
  departure: localDateSchema,
  /** The booking's own times; null when it has none ("", null and "00:00" are none). */
  checkIn: exactTimeSchema.nullable(),
  checkOut: exactTimeSchema.nullable(),
  /** As the channel sent it, untrimmed; may be empty. */
  guestName: z.string(),
});
export type Booking = Immutable<z.infer<typeof bookingSchema>>;
export type BookingState = Booking['state'];

/** What a fetch of the booking list gave. `incomplete` may add and correct, but never delete (sync rules, "Deleting"). */
export interface BookingFetch {
  readonly complete: boolean;
  readonly bookings: readonly Booking[];
  /** Why the fetch is incomplete, in one sentence; null when it is complete. */
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
