/** Ids of both clouds. Branded, because mixing up two of them opens the wrong door; made only by schemas and by code that parses text. */
import type * as z from 'zod';
import type {
  bookingIdSchema,
  codeIdSchema,
  keypadIdSchema,
  lockIdSchema,
  personIdSchema,
  placeSchema,
  unitIdSchema,
} from './id-schemas.ts';
import type { Immutable } from './immutable.ts';

export type BookingId = z.infer<typeof bookingIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type UnitId = z.infer<typeof unitIdSchema>;
export type LockId = z.infer<typeof lockIdSchema>;
export type CodeId = z.infer<typeof codeIdSchema>;
export type KeypadId = z.infer<typeof keypadIdSchema>;
export type KeypadPlace = Immutable<z.infer<typeof placeSchema>>;

/** Why a code exists: a booking or a person. Ids of one source never look like those of another. */
export type ClaimId = BookingId | PersonId;

/** As operations, problems and the history name it: by one of two fields. */
export interface ClaimRef {
  readonly bookingId: BookingId | null;
  readonly personId?: PersonId;
}
export function claimRef(id: ClaimId): ClaimRef {
  return typeof id === 'number' ? { bookingId: id } : { bookingId: null, personId: id };
}
export function claimOf({ bookingId, personId }: ClaimRef): ClaimId {
  const id = personId ?? bookingId;
  if (id === null) throw new TypeError('An operation belongs to a booking or a person.');
  return id;
}
/** From `String(id)`, as keys in the memory have it. */
export function claimFromKey(key: string): ClaimId {
  return /^\d/.test(key) ? (Number(key) as BookingId) : (key as PersonId);
}
/** For problems, which leave out what they are not about. */
export function aboutClaim(id: ClaimId): { readonly bookingId: BookingId } | { readonly personId: PersonId } {
  return typeof id === 'number' ? { bookingId: id } : { personId: id };
}
/** In a fixed order: bookings by number, then people. */
export function compareClaims(one: ClaimId, other: ClaimId): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'number') return -1;
  if (typeof other === 'number') return 1;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A map key for a place. Lock ids are numbers, so the first slash always separates the two parts. */
export function placeKey(place: KeypadPlace): string {
  return `${String(place.lockId)}/${place.keypadId}`;
}
