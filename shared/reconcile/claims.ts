/** A claim is the reason for codes. Matching, doubles, moves, PINs and removal know only claims: sources differ in where a window comes from. */
import type { Booking } from '../domain/booking.ts';
import type { Code, Pin } from '../domain/code.ts';
import type { BookingId, ClaimId, UnitId } from '../domain/ids.ts';
import type { Door, UnitMapping } from '../domain/mapping.ts';
import type { PinDraw, StayWindow } from '../domain/plan.ts';
import type { StayTimes } from './stay-window.ts';
import type { LocalDate } from '../time.ts';

export interface Claim {
  readonly id: ClaimId;
  /** Of whom the code is, as its source has the name. */
  readonly fullName: string;
  /** For its codes: one that a person can tell from others. */
  readonly name: string;
  /** Tells people of one name apart. */
  readonly firstDay: LocalDate;
  readonly unitId: UnitId | null;
  /** Its time zone counts where a lock's is not known. People's doors need not be those of one unit. */
  readonly unit: UnitMapping | null;
  readonly doors: readonly Door[];
  readonly window: StayWindow;
  /** False once the window has passed: nothing is created any more, but a code may still be shortened. */
  readonly isDue: boolean;
  readonly managed: readonly Code[];
  /** null: not from a booking. */
  readonly booking: Booking | null;
  /** Of a booking: how its window came about. */
  readonly times?: StayTimes;
  /** Set for codes between stays, which give way to stays whatever else is in doubt, and grow only where nothing is. */
  readonly gap?: { readonly mayGrow: boolean };
  /** A cancelled or gone booking that was the same guest's, or may have been. */
  readonly former?: FormerBooking | null;
}

export interface FormerBooking {
  readonly id: BookingId;
  /** Certain enough to go on with its PIN. */
  readonly isSame: boolean;
  /** The PINs that its guest may have been told. */
  readonly pins: readonly Pin[];
  /** Its draw; null where the claim has one of its own, or none is known. */
  readonly draw: { readonly id: ClaimId; readonly draw: PinDraw } | null;
  /** The user should know when the PIN is another one now. */
  readonly isToTell: boolean;
}

/** A live booking whose unit has doors. */
export interface StayClaim extends Claim {
  readonly booking: Booking;
  readonly unit: UnitMapping;
}
