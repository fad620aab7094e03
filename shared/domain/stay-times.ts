/** Where the window of a stay comes from, and what was decided against the times in its booking. */
import * as z from 'zod';
import { bookingIdSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';
import { exactTimeSchema } from './time-schemas.ts';

/** `widen`: a booking's time may only open the door longer than usual. `usual`: it is ignored. `exact`: it is used as it is. */
export const timeModeSchema = z.enum(['widen', 'usual', 'exact']);
export type TimeMode = z.infer<typeof timeModeSchema>;

export const cleaningMinutesSchema = z.int().min(0).max(1440);
export const maxEarlyMinutesSchema = z.int().min(0).max(1440);

/** Who gave the time: the user for this stay, the booking, the unit, or the settings. */
const windowSourceSchema = z.enum(['user', 'booking', 'unit', 'default']);
export type WindowSource = z.infer<typeof windowSourceSchema>;

export const overruledReasonSchema = z.enum([
  /** A later check-in than usual would shut the guest out until then. */
  'later-than-usual',
  /** An earlier check-out than usual would shut the guest out from then on. */
  'earlier-than-usual',
  /** 00:01 to 05:59 on the day of arrival: the night after it. */
  'next-night',
  /** A check-out from 00:01 to 05:59: the user is asked. */
  'asked',
  /** Earlier than the settings allow. */
  'too-early',
  /** Another guest leaves the unit before. */
  'guest-leaves',
  /** Another guest arrives in the unit. */
  'guest-arrives',
  /** Not every booking could be read, so another guest may be there. */
  'incomplete',
  /** The unit ignores times in bookings. */
  'usual-times',
]);
export type OverruledReason = z.infer<typeof overruledReasonSchema>;

/** One end of a window. `overruled`: the time in the booking, where the window differs from it, with the other stay where one is the reason. */
const stayEndSchema = z.strictObject({
  source: windowSourceSchema,
  overruled: z
    .strictObject({ says: exactTimeSchema, because: overruledReasonSchema, otherId: bookingIdSchema.nullable() })
    .nullable()
    .default(null),
});
export type StayEnd = Immutable<z.infer<typeof stayEndSchema>>;

export const stayTimesSchema = z.strictObject({ start: stayEndSchema, end: stayEndSchema });
