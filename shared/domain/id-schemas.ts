/** The schemas of the ids in ids.ts. In a file of their own, so that the window can use the types without loading zod. */
import * as z from 'zod';

const numberSchema = z.int().positive();
/** Smoobu reservation id. */
export const bookingIdSchema = numberSchema.brand<'BookingId', 'inout'>();
/** A person who has codes without a booking: made here, once. Never digits only, so that it is no booking's id in a text. */
export const personIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]{5}$/)
  .brand<'PersonId', 'inout'>();
/** Whatever a code can exist for. */
export const claimIdSchema = z.union([bookingIdSchema, personIdSchema]);
/** Smoobu apartment id. */
export const unitIdSchema = numberSchema.brand<'UnitId', 'inout'>();
/** The Keys `serrure.id` (never `id_serrure`, which only the local gateway understands). */
export const lockIdSchema = numberSchema.brand<'LockId', 'inout'>();
/** The Keys `partage_accessoire.id`. */
export const codeIdSchema = numberSchema.brand<'CodeId', 'inout'>();
/** The Keys `id_accessoire` of a keypad: a string such as `Kp7Qm2Xa`; neither its length nor its alphabet is documented. */
export const keypadIdSchema = z.string().min(1).brand<'KeypadId', 'inout'>();

/** The place of a code: one keypad on one lock. */
export const placeSchema = z.strictObject({ lockId: lockIdSchema, keypadId: keypadIdSchema });
