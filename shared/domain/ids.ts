/** Identifiers of both clouds. Branded, because mixing two of them opens the wrong door: they are made by id-schemas.ts and where text is parsed. */
import type { $brand } from 'zod';

/** Smoobu reservation id. */
export type BookingId = number & $brand<'BookingId'>;
/** Smoobu apartment id. */
export type UnitId = number & $brand<'UnitId'>;
/** The Keys `serrure.id` (never `id_serrure`, which only the local gateway understands). */
export type LockId = number & $brand<'LockId'>;
/** The Keys `id_accessoire` of a keypad: a string such as `Kp7Qm2Xa`; neither length nor alphabet is promised. */
export type KeypadId = string & $brand<'KeypadId'>;
/** The Keys `partage_accessoire.id`. */
export type CodeId = number & $brand<'CodeId'>;

/** The place a code stands: one keypad on one lock. */
export interface KeypadPlace {
  readonly lockId: LockId;
  readonly keypadId: KeypadId;
}

/** A map key for a place; lock ids are digits, so the first slash always separates the two. */
export function placeKey(place: KeypadPlace): string {
  return `${String(place.lockId)}/${place.keypadId}`;
}
