/** Why The Keys refused a write, in its own words (cloud-facts K8): one short line without the PIN, names and addresses. Pure. */
import type { CodeRecord } from '../../../shared/domain/code.ts';
import { MAX_SAID } from '../../../shared/errors.ts';
import { parseJson } from '../../../shared/json.ts';
import { foldName } from '../../../shared/reconcile/stay/names.ts';
import { wireReasons } from './wire.ts';

const HIDDEN = '[…]';
/** Messages may be nested by field; anything deeper is not a message. */
const MAX_DEPTH = 6;

/** null where the body has no message, such as a page. */
export function readReason(body: string, record: CodeRecord): string | null {
  const reasons = wireReasons.safeParse(parseJson(body));
  if (!reasons.success) return null;
  const { message, error_description: description, detail } = reasons.data;
  const texts = [message, description, detail].flatMap((value) => textsOf(value, MAX_DEPTH));
  const line = [...new Set(texts)]
    .join('; ')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  const cut = [...hideValues(hideRecord(line, record))].slice(0, MAX_SAID).join('');
  // The limit counts UTF-16 units, which a character may need two of.
  return cut === '' ? null : cut.slice(0, MAX_SAID).toWellFormed();
}

/** With the names of the form's fields, since they say what a message is about. */
function textsOf(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, depth - 1));
  return Object.entries(value).flatMap(([field, inner]) =>
    textsOf(inner, depth - 1).map((text) => (field === 'global' || field === 'form' ? text : `${field}: ${text}`)),
  );
}

/** The PIN however its digits are separated, and every word of the name in any spelling. */
function hideRecord(text: string, { pin, name }: CodeRecord): string {
  const words = new Set(
    name
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .map(foldName)
      .filter((word) => word.length > 1),
  );
  return text
    .replaceAll(new RegExp([...pin].join(String.raw`[\s.,_-]{0,2}`), 'g'), HIDDEN)
    .replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => (words.has(foldName(word)) ? HIDDEN : word));
}

/** Quoted values, addresses and long numbers may be those of somebody else. */
function hideValues(text: string): string {
  return text
    .replaceAll(/"[^"]*"?|“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?/gu, HIDDEN)
    .replaceAll(/\S*(?:@|:\/\/)\S*/gu, HIDDEN)
    .replaceAll(/\+?\d(?:[\s.,_-]?\d){3,}/gu, HIDDEN);
}
