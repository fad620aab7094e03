/** The calls about sheets that are printed. The emergency sheet has PINs where the user ticked them and said yes to the system's question. */
import * as z from 'zod';
import { unitIdSchema } from '../domain/id-schemas.ts';
import { localDateTimeSchema } from '../domain/time-schemas.ts';
import { nameSchema } from './domain-schemas.ts';

const MAX_UNITS = 2_000;
const MAX_DOORS = 200;
const MAX_CODES = 20_000;

/** `unitId`: null for all units. */
export const sheetRequestSchema = z.strictObject({ unitId: unitIdSchema.nullable(), withPins: z.boolean() });

export const emergencySheetSchema = z.strictObject({
  /** False: the user said no to the system's question, and the sheet has no PINs. */
  hasPins: z.boolean(),
  units: z
    .array(
      z.strictObject({
        unitId: unitIdSchema,
        name: nameSchema,
        address: z.string().max(1_000),
        doors: z
          .array(
            z.strictObject({
              name: nameSchema,
              prefix: z.string().max(8),
              /** When the list of the lock was read. null: it could not be. */
              readAtMs: z.number().nullable(),
              codes: z
                .array(
                  z.strictObject({
                    name: nameSchema,
                    /** null: no limit. */
                    start: localDateTimeSchema.nullable(),
                    end: localDateTimeSchema.nullable(),
                    /** null: not asked for, or the lock does not tell. */
                    pin: z
                      .string()
                      .regex(/^\d{1,12}$/)
                      .nullable(),
                  }),
                )
                .max(MAX_CODES),
            }),
          )
          .max(MAX_DOORS),
      }),
    )
    .max(MAX_UNITS),
});
