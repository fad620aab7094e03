/** The form of the older tool's file, as zod sees it: every scalar arrives as a text, an empty one as null. */
import * as z from 'zod';
import type { LockId } from '../../shared/domain/ids.ts';
import { keypadIdSchema } from '../../shared/domain/mapping.ts';

const NUMBER_TEXT = /^[1-9]\d{0,14}$/;
const MUST_BE_ID = 'must be a number such as 3705';

const lockIdSchema = z.string().trim().regex(NUMBER_TEXT, MUST_BE_ID).transform(Number).brand<'LockId'>();
const filledSchema = z.string().trim().min(1, 'must not be empty').max(500, 'is too long');
/** Passwords may begin or end with spaces. */
const passwordSchema = z.string().min(1, 'must not be empty').max(500, 'is too long');

const lockListSchema = z.unknown().transform((value, context): readonly LockId[] => {
  if (value === null) {
    context.addIssue({ code: 'custom', message: 'is missing' });
    return z.NEVER;
  }
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (given.length === 0) context.addIssue({ code: 'custom', message: 'must name at least one lock' });
  const ids: LockId[] = [];
  given.forEach((item, index) => {
    const path = Array.isArray(value) ? [index] : [];
    const id = lockIdSchema.safeParse(item);
    if (!id.success) context.addIssue({ code: 'custom', path, message: 'must be the number of a lock, or a list of such numbers' });
    else if (ids.includes(id.data)) context.addIssue({ code: 'custom', path, message: 'names the same lock twice' });
    else ids.push(id.data);
  });
  return ids;
});

const wholeNumber = (from: number, to: number): z.ZodType<number, string> =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `must be a whole number from ${from} to ${to}`);

const byIdSchema = <T extends z.ZodType>(value: T) => z.record(z.string().trim().regex(NUMBER_TEXT, MUST_BE_ID), value);

export const configSchema = z.strictObject({
  thekeys: z.strictObject({ username: filledSchema, password: passwordSchema }).nullish(),
  smoobu: z.strictObject({ api_key: filledSchema, api_secret: filledSchema.nullish() }).nullish(),
  apartment_locks: byIdSchema(lockListSchema).refine((units) => Object.keys(units).length > 0, 'must name at least one unit'),
  lock_accessoires: byIdSchema(keypadIdSchema),
  digicode_prefixes: byIdSchema(
    z
      .string()
      .trim()
      .regex(/^\d{0,8}$/, 'must be up to eight digits'),
  ).nullish(),
  default_times: z
    .strictObject({
      check_in_hour: wholeNumber(0, 23).nullish(),
      check_in_minute: wholeNumber(0, 59).nullish(),
      check_out_hour: wholeNumber(0, 23).nullish(),
      check_out_minute: wholeNumber(0, 59).nullish(),
    })
    .nullish(),
  code_settings: z.strictObject({ length: wholeNumber(4, 8).nullish() }).nullish(),
});
export type ConfigForm = z.infer<typeof configSchema>;
