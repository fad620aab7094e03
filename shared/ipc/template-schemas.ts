/** The calls about texts for guests. No PIN. */
import * as z from 'zod';
import { bookingIdSchema } from '../domain/id-schemas.ts';
import { templateSchema } from '../domain/told.ts';
import { TEMPLATE_ERRORS, TEMPLATE_WARNINGS } from '../messages/templates/validate-template.ts';
import { messageSchema } from './domain-schemas.ts';

/** Names and hints are not part of the text that the user writes, so a preview may be longer. */
export const MAX_PREVIEW_LENGTH = 20_000;

export const templateKeySchema = templateSchema.pick({ name: true, language: true, unitId: true });
/** Longer texts than can be saved are judged, too. */
export const templateTextSchema = templateKeySchema.extend({ text: z.string().max(10_000) });

export const templatesSchema = z.strictObject({
  templates: z.array(templateSchema.extend({ version: z.int().min(0), builtIn: z.boolean(), draft: z.boolean() })).max(1_000),
});

function finding<Kind extends string>(kinds: readonly [Kind, ...Kind[]]) {
  return z.strictObject({ kind: z.enum(kinds), line: z.int().positive().nullable(), message: messageSchema });
}
/** `message` in the user's language; the line counts from 1, null: it is about the whole text. */
export const templateFindingsSchema = z.strictObject({
  errors: z.array(finding(TEMPLATE_ERRORS)).max(2_000),
  warnings: z.array(finding(TEMPLATE_WARNINGS)).max(2_000),
});

export const templatePreviewsSchema = z
  .array(z.strictObject({ bookingId: bookingIdSchema, text: z.string().max(MAX_PREVIEW_LENGTH) }))
  .max(3);

/** `unclear`: it may have been sent. `no-text`: this stay cannot have the text. */
export const templateTestSchema = z.strictObject({ result: z.enum(['sent', 'unclear', 'no-text']) });
