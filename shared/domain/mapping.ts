/** Which doors the guests of each unit may open: the part of the settings that the user edits in the mapping view. */
import * as z from 'zod';
import { lockIdSchema, unitIdSchema } from './id-schemas.ts';
import { placeKey } from './ids.ts';
import type { UnitId } from './ids.ts';
import { cleaningMinutesSchema, maxEarlyMinutesSchema, timeModeSchema } from './stay-times.ts';
import { timeZoneSchema, wallTimeSchema } from './time-schemas.ts';
import { cleanText } from '../text.ts';

/** An id of digits only is the numeric accessory id, entered by mistake: creating codes needs the text id (cloud-facts K12). */
export const keypadIdSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(64)
  .refine((id) => !/^\d+$/.test(id), "must be the keypad's string id, not its number")
  .brand<'KeypadId', 'inout'>();

export const MAX_HINT_LENGTH = 300;

const doorSchema = z.strictObject({
  lockId: lockIdSchema,
  keypadId: keypadIdSchema,
  /** Digits the guest types before the PIN; not stored on the lock. */
  prefix: z
    .string()
    .regex(/^\d{0,8}$/, 'must be digits')
    .default(''),
  /** The digits that this keypad has; absent: all ten. PINs with others are never drawn. */
  digits: z
    .string()
    .regex(/^\d{2,10}$/, 'must be at least two different digits')
    .refine((digits) => new Set(digits).size === digits.length, 'names a digit twice')
    .exactOptional(),
  /** What to tell a guest whose code does not work here, in the user's words, instead of the usual hints. */
  hint: z
    .string()
    .max(MAX_HINT_LENGTH)
    .transform((text) => cleanText(text, MAX_HINT_LENGTH).replaceAll(/\s+/gu, ' ').trim())
    .exactOptional(),
});
export type Door = z.infer<typeof doorSchema>;

/** What the times in this unit's bookings may do, where it differs from the settings. */
const unitTimesSchema = z.strictObject({
  checkInMode: timeModeSchema.exactOptional(),
  checkOutMode: timeModeSchema.exactOptional(),
  cleaningMinutes: cleaningMinutesSchema.exactOptional(),
  maxEarlyMinutes: maxEarlyMinutesSchema.exactOptional(),
});

export const unitMappingSchema = z.strictObject({
  unitId: unitIdSchema,
  name: z.string().max(200).default(''),
  doors: z.array(doorSchema),
  checkIn: wallTimeSchema.nullable().default(null),
  checkOut: wallTimeSchema.nullable().default(null),
  /** Minutes the code works before check-in and after check-out. */
  bufferBeforeMinutes: z.int().min(0).max(1440).default(0),
  bufferAfterMinutes: z.int().min(0).max(1440).default(0),
  /** The apartment's zone as Smoobu gives it; used when the lock's is unknown. */
  timeZone: timeZoneSchema.nullable().default(null),
  times: unitTimesSchema.exactOptional(),
  /** For texts to guests. */
  address: z
    .string()
    .max(MAX_HINT_LENGTH)
    .transform((text) => cleanText(text, MAX_HINT_LENGTH).replaceAll(/\s+/gu, ' ').trim())
    .exactOptional(),
});
export type UnitMapping = z.infer<typeof unitMappingSchema>;

const lockInfoSchema = z.strictObject({
  lockId: lockIdSchema,
  name: z.string().max(200).default(''),
  timeZone: timeZoneSchema.nullable().default(null),
  /** Names of its keypads, where the account has them. */
  keypads: z.array(z.strictObject({ keypadId: keypadIdSchema, name: z.string().max(200).default('') })).default([]),
});
export type LockInfo = z.infer<typeof lockInfoSchema>;

const retiredPlaceSchema = z.strictObject({
  lockId: lockIdSchema,
  keypadId: keypadIdSchema,
  /** The user replaced this door by that one. */
  replacedBy: z.strictObject({ lockId: lockIdSchema, keypadId: keypadIdSchema }).exactOptional(),
});
export type RetiredPlace = z.infer<typeof retiredPlaceSchema>;

export const mappingSchema = z
  .strictObject({
    units: z.array(unitMappingSchema).default([]),
    locks: z.array(lockInfoSchema).default([]),
    /** Keypads that were mapped once: still read, so that codes left there can be moved or removed. */
    retired: z.array(retiredPlaceSchema).default([]),
  })
  .superRefine((mapping, context) => {
    const seenUnits = new Set<UnitId>();
    mapping.units.forEach((unit, unitIndex) => {
      if (seenUnits.has(unit.unitId)) {
        context.addIssue({ code: 'custom', path: ['units', unitIndex, 'unitId'], message: 'is mapped twice' });
      }
      seenUnits.add(unit.unitId);
      const seenDoors = new Set<string>();
      unit.doors.forEach((door, doorIndex) => {
        if (seenDoors.has(placeKey(door))) {
          context.addIssue({ code: 'custom', path: ['units', unitIndex, 'doors', doorIndex], message: 'names the same door twice' });
        }
        seenDoors.add(placeKey(door));
      });
    });
  });
export type Mapping = z.infer<typeof mappingSchema>;
