/** Text as a search compares it, and the fixed order of ids, dates and keys. */

/** Letters that Unicode does not decompose into a base letter and an accent. */
const BASE_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** Without case and accents, with single spaces: "Łukasz  Groß" becomes "lukasz gross". */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => BASE_LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
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
