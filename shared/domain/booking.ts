/** A Smoobu reservation reduced to what decides about doors. Phone, mail, notes and links never enter the domain. */
import type { LocalDate, WallTime } from '../time.ts';
import type { BookingId, UnitId } from './ids.ts';

/**
 * `live` and `cancelled` decide; everything else changes nothing:
 * `blocked` is a user's calendar block, `unknown` a type we were never told about or rows that contradict each other.
 */
export type BookingState = 'live' | 'cancelled' | 'blocked' | 'unknown';

export interface Booking {
  readonly id: BookingId;
  readonly state: BookingState;
  /** null when the reservation came without an apartment (seen on odd imports). */
  readonly unitId: UnitId | null;
  readonly arrival: LocalDate;
  readonly departure: LocalDate;
  /** The booking's own times; null when it has none ("", null and "00:00" are none). */
  readonly checkIn: WallTime | null;
  readonly checkOut: WallTime | null;
  /** As the channel sent it, untrimmed; may be empty. */
  readonly guestName: string;
}

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
