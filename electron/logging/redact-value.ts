/** Turns anything that is logged into plain JSON data without secrets. Never throws. */
import { isSecretField, REDACTED, redactExact, redactText } from './redaction.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

const MAX_DEPTH = 6;
const MAX_ITEMS = 100;
const MAX_TEXT_LENGTH = 4000;
/** Longer than any secret except tokens, which are recognised by their beginning. */
const MARGIN = 200;

/** Registered secrets are looked for in the whole text; the cut is far enough from the end that no half of another secret remains. */
export function redactLongText(text: string, forms: readonly string[]): string {
  const exact = redactExact(text, forms);
  if (exact.length <= MAX_TEXT_LENGTH) return redactText(exact, forms);
  const redacted = redactText(exact.slice(0, MAX_TEXT_LENGTH + MARGIN), forms);
  return `${redacted.slice(0, Math.min(MAX_TEXT_LENGTH, redacted.length - MARGIN))}… (${String(text.length)} characters)`;
}

/** `forms` are the registered secrets in the forms to look for (`secretForms`); `above` are the objects that contain the value. */
export function redactValue(value: unknown, forms: readonly string[], above: readonly object[] = []): JsonValue {
  switch (typeof value) {
    case 'string':
      return redactLongText(value, forms);
    case 'number':
      if (!Number.isFinite(value)) return String(value);
      // A secret may consist of digits only.
      return forms.some((form) => String(value).includes(form)) ? REDACTED : value;
    case 'bigint':
      return redactLongText(String(value), forms);
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    case 'function':
    case 'symbol':
      return `[${typeof value}]`;
    case 'object':
      return value === null ? null : redactObject(value, forms, above);
  }
}

function redactObject(value: object, forms: readonly string[], above: readonly object[]): JsonValue {
  if (above.includes(value)) return '[circular]';
  if (above.length >= MAX_DEPTH) return '[deep]';
  const path = [...above, value];
  try {
    if (value instanceof Error) return redactError(value, forms, path);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${String(value.byteLength)} bytes]`;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[invalid date]' : value.toISOString();
    if (value instanceof URL) return redactLongText(value.href, forms);
    if (value instanceof Map)
      return redactFields(Object.fromEntries([...value].map(([key, item]) => [describeKey(key), item])), forms, path);
    if (Array.isArray(value) || value instanceof Set) return redactItems([...value], forms, path);
    return redactFields(value, forms, path);
  } catch {
    // A getter or a proxy may throw.
    return '[unreadable]';
  }
}

/** Errors keep what helps to find the cause; their own fields are redacted as well (`code` of the platform's errors stays). */
function redactError(error: Error, forms: readonly string[], path: readonly object[]): JsonValue {
  const { name, message, stack, cause } = error;
  return {
    ...redactFields(error, forms, path),
    name: redactValue(name, forms, path),
    message: redactValue(message, forms, path),
    ...(stack === undefined ? {} : { stack: redactValue(stack, forms, path) }),
    ...(cause === undefined ? {} : { cause: redactValue(cause, forms, path) }),
  };
}

function redactItems(items: readonly unknown[], forms: readonly string[], path: readonly object[]): JsonValue {
  const shown: JsonValue[] = items.slice(0, MAX_ITEMS).map((item) => redactValue(item, forms, path));
  return items.length > MAX_ITEMS ? [...shown, `… ${String(items.length - MAX_ITEMS)} more`] : shown;
}

export function redactFields(value: object, forms: readonly string[], path: readonly object[] = []): Record<string, JsonValue> {
  const result = Object.create(null) as Record<string, JsonValue>;
  for (const [name, item] of Object.entries(value).slice(0, MAX_ITEMS)) {
    if (item === undefined) continue;
    result[redactLongText(name, forms)] = isSecretField(name, item) ? REDACTED : redactValue(item, forms, path);
  }
  return result;
}

function describeKey(key: unknown): string {
  return typeof key === 'string' || typeof key === 'number' ? String(key) : `[${typeof key}]`;
}
