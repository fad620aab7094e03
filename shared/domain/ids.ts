/** Identifiers of both clouds. Numbers everywhere except the keypad, which The Keys addresses by a string. */

/** Smoobu reservation id. */
export type BookingId = number;
/** Smoobu apartment id. */
export type UnitId = number;
/** The Keys `serrure.id` (never `id_serrure`, which only the local gateway understands). */
export type LockId = number;
/** The Keys `id_accessoire` of a keypad: a string such as `Kp7Qm2Xa`; neither length nor alphabet is promised. */
export type KeypadId = string;
/** The Keys `partage_accessoire.id`. */
export type CodeId = number;

/** The place a code stands: one keypad on one lock. */
export interface KeypadPlace {
  readonly lockId: LockId;
  readonly keypadId: KeypadId;
}

/** A map key for a place; lock ids are digits, so the first slash always separates the two. */
export function placeKey(place: KeypadPlace): string {
  return `${String(place.lockId)}/${place.keypadId}`;
}
