/** Single values of Smoobu's JSON, read tolerantly: null is missing or unreadable (cloud-facts S21). */
import * as z from 'zod';

export type Fields = Readonly<Record<string, unknown>>;

export const objectSchema = z.record(z.string(), z.unknown());
const wholeNumberSchema = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\s*\d{1,15}\s*$/)
    .transform(Number),
]);
const filledTextSchema = z.string().refine((text) => text.trim() !== '');

/** PHP writes an empty object as []. That, like anything else without keys, has no fields. */
export function fieldsOf(json: unknown): Fields {
  const parsed = objectSchema.safeParse(json);
  return parsed.success ? parsed.data : {};
}

/** The first of these keys with a text that is not blank. */
export function textOf(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const parsed = filledTextSchema.safeParse(fields[name]);
    if (parsed.success) return parsed.data;
  }
  return null;
}

export function wholeNumberOf(fields: Fields, ...names: readonly string[]): number | null {
  for (const name of names) {
    const parsed = wholeNumberSchema.safeParse(fields[name]);
    if (parsed.success) return parsed.data;
  }
  return null;
}

/** Ids start at 1; 0 means none. */
export function idOf(fields: Fields, ...names: readonly string[]): number | null {
  const id = wholeNumberOf(fields, ...names);
  return id === 0 ? null : id;
}
