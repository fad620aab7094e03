/** Reads JSON of unknown shape. */

export type Fields = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** undefined where there is nothing. */
export function inside(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, key) => (isObject(found) ? found[key] : undefined), value);
}

export function listIn(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = inside(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** An id may be a number or a text of digits (cloud-facts K24). */
export function isId(value: unknown, id: number | null): boolean {
  return id !== null && (value === id || value === String(id));
}

/** A number may be a text of digits; NaN for anything else. */
export function numberIn(value: unknown, ...path: readonly string[]): number {
  const found = inside(value, ...path);
  return typeof found === 'number' ? found : typeof found === 'string' && /^\d{1,15}$/.test(found) ? Number(found) : Number.NaN;
}

/** Every text in it, one after the other, as deep as messages of an error are. */
export function textsIn(value: unknown, depth = 5): string {
  if (typeof value === 'string') return value;
  if (depth === 0 || typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .map((one: unknown) => textsIn(one, depth - 1))
    .filter((text) => text !== '')
    .join('; ');
}
