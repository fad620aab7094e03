/** Checks what leaves for the window. A row that does not fit the contract is left out, so that the others still arrive. */
import type * as z from 'zod';

export interface Checked<T> {
  /** null: it does not fit, and no row is the reason. */
  readonly value: T | null;
  readonly leftOut: number;
  /** Why the first check failed; null if it did not. */
  readonly error: z.ZodError | null;
}

/** A row is an element of the outermost list that contains what does not fit. */
export function withoutMisfits<T>(schema: z.ZodType<T>, given: unknown): Checked<T> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return { value: parsed.data, leftOut: 0, error: null };
  const rows = new Map<string, { readonly list: readonly PropertyKey[]; readonly at: Set<number> }>();
  for (const { path } of parsed.error.issues) {
    const depth = path.findIndex((key) => typeof key === 'number');
    if (depth === -1) return { value: null, leftOut: 0, error: parsed.error };
    const list = path.slice(0, depth);
    const row = rows.get(list.join('.')) ?? { list, at: new Set() };
    row.at.add(path[depth] as number);
    rows.set(list.join('.'), row);
  }
  let rest = given;
  let leftOut = 0;
  for (const { list, at } of rows.values()) {
    rest = withoutRows(rest, list, at);
    leftOut += at.size;
  }
  const again = schema.safeParse(rest);
  return { value: again.success ? again.data : null, leftOut: again.success ? leftOut : 0, error: parsed.error };
}

function withoutRows(value: unknown, [key, ...below]: readonly PropertyKey[], at: ReadonlySet<number>): unknown {
  if (key === undefined) return Array.isArray(value) ? value.filter((_row, index) => !at.has(index)) : value;
  const fields = value as Readonly<Record<PropertyKey, unknown>>;
  return { ...fields, [key]: withoutRows(fields[key], below, at) };
}
