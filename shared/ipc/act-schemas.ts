/** What the window asks for and gets when the user acts on a stay. Never a PIN, but the one that the user types. */
import * as z from 'zod';
import { bookingIdSchema, codeIdSchema, unitIdSchema } from '../domain/id-schemas.ts';
import { stayActionSchema } from '../domain/stay-action.ts';
import { dayTimeSchema } from '../domain/wishes.ts';
import { localDateSchema, localDateTimeSchema } from '../domain/time-schemas.ts';
import { nameSchema, placeSchema, questionsSchema, runDetailSchema } from './domain-schemas.ts';

/** `confirmed`: the user has answered the questions. `dryRun`: shows what would be done. */
const mode = { confirmed: z.boolean(), dryRun: z.boolean() };
export const stayActSchema = z.strictObject({ bookingId: bookingIdSchema, action: stayActionSchema, ...mode });
/** A run's id, or that of one of its operations. */
export const undoSchema = z.strictObject({ id: z.string().min(1).max(400), ...mode });

/** Questions first, where there are any; then what was done, or would be. */
export const actAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asks'), questions: questionsSchema.min(1) }),
  z.strictObject({ kind: z.literal('done'), run: runDetailSchema }),
]);

export const stayViewSchema = z.strictObject({
  bookingId: bookingIdSchema,
  unitId: unitIdSchema.nullable(),
  unitName: nameSchema,
  guest: nameSchema,
  arrival: localDateSchema,
  departure: localDateSchema,
  isBlocked: z.boolean(),
  noCode: z.boolean(),
  note: z.string().max(500),
  isTyped: z.boolean(),
  own: z.strictObject({ from: dayTimeSchema.nullable(), until: dayTimeSchema.nullable() }),
  window: z.strictObject({ start: localDateTimeSchema, end: localDateTimeSchema, source: z.enum(['user', 'booking', 'unit', 'default']) }),
  instants: z.strictObject({ from: z.string().max(40), until: z.string().max(40) }),
  doors: z
    .array(
      placeSchema.extend({
        codeId: codeIdSchema.nullable(),
        state: z.enum(['verified', 'unverified', 'missing', 'wrong', 'off', 'outdated']),
        changedByHand: z.boolean(),
      }),
    )
    .max(200),
  verdict: z.enum(['ready', 'on-its-way', 'action-needed']).nullable(),
});
