/** Ids of both clouds. Branded, because mixing up two of them opens the wrong door; made only by schemas and by code that parses text. */
import type * as z from 'zod';
import type { bookingIdSchema, codeIdSchema, keypadIdSchema, lockIdSchema, placeSchema, unitIdSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';

export type BookingId = z.infer<typeof bookingIdSchema>;
export type UnitId = z.infer<typeof unitIdSchema>;
export type LockId = z.infer<typeof lockIdSchema>;
export type CodeId = z.infer<typeof codeIdSchema>;
export type KeypadId = z.infer<typeof keypadIdSchema>;
export type KeypadPlace = Immutable<z.infer<typeof placeSchema>>;

/** A map key for a place. Lock ids are numbers, so the first slash always separates the two parts. */
export function placeKey(place: KeypadPlace): string {
  return `${String(place.lockId)}/${place.keypadId}`;
}
