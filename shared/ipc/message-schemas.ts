/** The calls about what guests are told. Texts have dots in place of PINs: one with digits goes to the clipboard, never to the window. */
import * as z from 'zod';
import { bookingIdSchema } from '../domain/id-schemas.ts';
import { localDateSchema } from '../domain/time-schemas.ts';
import { guestLanguageSchema, SENDING_SWITCHES, TELLING_REASONS } from '../domain/told.ts';
import { nameSchema, runDetailSchema } from './domain-schemas.ts';
import { MAX_PREVIEW_LENGTH } from './template-schemas.ts';

/** More stays than this are not shown either. */
const MAX_STAYS = 10_000;
const reasonSchema = z.enum(TELLING_REASONS).nullable();
const idsSchema = z.array(bookingIdSchema).max(MAX_STAYS);

export const messageOfSchema = z.strictObject({ bookingId: bookingIdSchema });
export const sendingWaySchema = z.strictObject({ way: z.enum(SENDING_SWITCHES) });

export const messagePreviewSchema = z.strictObject({
  language: guestLanguageSchema,
  text: z.string().max(MAX_PREVIEW_LENGTH),
  /** Why it is not sent; null: nothing is in its way, or messages are off. */
  waitsFor: reasonSchema,
});

export const messageStartSchema = sendingWaySchema.extend({
  /** Of the placeholder, as the user's templates name it; null: as it is. */
  key: z.string().max(100).nullable(),
  /** Who counts as told by messages, before the user ticks. */
  alreadyTold: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['usual', 'nobody']) }),
    z.strictObject({ kind: z.literal('until'), date: localDateSchema }),
  ]),
  /**
   * null: only shows it. Otherwise whom the user has seen: who is told, and who counts as told (ticked). Nothing is switched on unless exactly
   * these would be.
   */
  confirmed: z.strictObject({ tells: idsSchema, told: idsSchema }).nullable(),
});

export const messageStartAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('plan'),
    /** In order of arrival. */
    lines: z
      .array(
        z.strictObject({
          bookingId: bookingIdSchema,
          guest: nameSchema,
          unit: nameSchema,
          arrival: localDateSchema,
          will: z.enum(['now', 'later', 'waits', 'told', 'never']),
          atMs: z.number().nullable(),
          reason: reasonSchema,
          /** The user may tick that this guest was told, or take the tick away. */
          mayTick: z.boolean(),
        }),
      )
      .max(MAX_STAYS),
    /** Stays that are too many to be shown: then nothing can be confirmed. */
    more: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('started') }),
]);

export const messageSentSchema = z.strictObject({ isSent: z.boolean(), run: runDetailSchema });
