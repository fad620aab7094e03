/** Events of the history that belong to no run: a PIN was shown (the PIN itself is not recorded), answers, and notifications. */
import * as z from 'zod';
import { bookingIdSchema, codeIdSchema, placeSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';
import { TELLING_STATES, TEMPLATE_NAMES, TOLD_WAYS } from './told.ts';

export const historyEventSchema = z.discriminatedUnion('kind', [
  /** `bookingId`: null for a code without a booking. */
  placeSchema.extend({
    kind: z.literal('pin-revealed'),
    atMs: z.int(),
    bookingId: bookingIdSchema.nullable(),
    codeId: codeIdSchema.exactOptional(),
  }),
  /** A guest was told, a placeholder was set or deleted (off), or the user said that the guest knows. No digits. */
  z.strictObject({
    kind: z.literal('told'),
    atMs: z.int(),
    bookingId: bookingIdSchema,
    way: z.enum(TOLD_WAYS),
    what: z.enum(TEMPLATE_NAMES),
    state: z.enum(TELLING_STATES),
    by: z.enum(['latchkey', 'user']),
  }),
  /** The user answered a question. */
  z.strictObject({ kind: z.literal('answered'), atMs: z.int(), key: z.string(), choice: z.string() }),
  z.strictObject({ kind: z.literal('notice'), atMs: z.int(), category: z.string(), key: z.string(), title: z.string() }),
]);
export type HistoryEvent = Immutable<z.infer<typeof historyEventSchema>>;
