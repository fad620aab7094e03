/** Text as a search compares it, and the fixed order of ids, dates and keys. */

/** Letters that Unicode does not decompose into a base letter and an accent. */
const BASE_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** Without case and accents, with single spaces: "Łukasz  Groß" becomes "lukasz gross". */
export function plainText(text: string): string {
  const lower = isAscii(text) ? text.toLowerCase() : withoutAccents(text);
  return lower.replace(/\s+/g, ' ').trim();
}

const ASCII = /^[\0-\x7F]*$/;

/** Most names: planning compares many thousands, and these need no tables of Unicode. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => BASE_LETTERS[letter] ?? letter);
}

/** True when one of the texts contains what is searched for; an empty search is found in all. */
export function isFoundIn(texts: readonly string[], search: string): boolean {
  const wanted = plainText(search);
  return texts.some((text) => plainText(text).includes(wanted));
}

/** Compares code units: the same order on every computer. Names that a user reads are sorted by their language instead. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const GRAPHEMES = new Intl.Segmenter('und');

/** At most that many code units, the last an ellipsis where some are missing. No character that a person sees as one is cut in two. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const room = maxLength - 1;
  // One character can have any number of marks: beyond this many, it is cut all the same.
  const within = text.slice(0, room + 64);
  const last = GRAPHEMES.segment(within).containing(room);
  const end = last === undefined || last.index === 0 ? room : last.index;
  return `${text
    .slice(0, end)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trimEnd()}…`;
}

/** Printable ASCII and Latin letters: most texts, and nothing to clean. */
const HARMLESS = /^[ -~\u00A0-\u024F]*$/;
const MISLEADING = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const MISLEADING_IN_A_NOTE = new RegExp(`(?![\\t\\n\\r])${MISLEADING.source}`, 'gu');

/**
 * A text from a cloud, as it may be shown anywhere: without control characters, without characters that reverse or hide the text around them,
 * without halves of a character, and not longer than that. Each of them becomes a space, so that no two parts of a text become one word that
 * was not there. A note keeps its lines; anything else becomes a single line.
 */
export function cleanText(text: string, maxLength: number, kind: 'line' | 'note' = 'line'): string {
  if (HARMLESS.test(text)) return cutText(text, maxLength);
  const within = text.slice(0, 4 * maxLength + 1_000).toWellFormed();
  return cutText(within.replace(kind === 'line' ? MISLEADING : MISLEADING_IN_A_NOTE, ' '), maxLength);
}
