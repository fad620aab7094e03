/** The identifiers of ids.ts as schemas. Apart from the types, so that the window does not load zod with them. */
import * as z from 'zod';

const numberSchema = z.int().positive();
export const bookingIdSchema = numberSchema.brand<'BookingId', 'inout'>();
export const unitIdSchema = numberSchema.brand<'UnitId', 'inout'>();
export const lockIdSchema = numberSchema.brand<'LockId', 'inout'>();
export const codeIdSchema = numberSchema.brand<'CodeId', 'inout'>();
export const keypadIdSchema = z.string().min(1).brand<'KeypadId', 'inout'>();
