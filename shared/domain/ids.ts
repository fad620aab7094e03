/** Identifiers of both clouds. Branded, because mixing two of them opens the wrong door: schemas and what parses text make them. */
import type * as z from 'zod';
import type { bookingIdSchema, codeIdSchema, keypadIdSchema, lockIdSchema, placeSchema, unitIdSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';

export type BookingId = z.infer<typeof bookingIdSchema>;
export type UnitId = z.infer<typeof unitIdSchema>;
export type LockId = z.infer<typeof lockIdSchema>;
export type CodeId = z.infer<typeof codeIdSchema>;
export type KeypadId = z.infer<typeof keypadIdSchema>;
export type KeypadPlace = Immutable<z.infer<typeof placeSchema>>;

/** A map key for a place; lock ids are digits, so the first slash always separates the two. */
export function placeKey(place: KeypadPlace): string {
  return `${String(place.lockId)}/${place.keypadId}`;
}
