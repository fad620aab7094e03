/** Guests' names: as written to a lock, and as compared when a code made by hand is adopted. */
import { plainText } from '../text.ts';

const MAX_NAME_LENGTH = 50;
const FALLBACK_NAME = 'Guest';

/** Printable ASCII with single spaces: most names, and nothing to clean. */
const CLEAN = /^[!-~]+(?: [!-~]+)*$/;

/** Without control characters and emoji, with single spaces, 50 characters at most; "Guest" when nothing is left. */
export function cleanName(name: string): string {
  if (name.length <= MAX_NAME_LENGTH && CLEAN.test(name)) return name;
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{FE00}-\u{FE0F}\u{20E3}\p{Cf}]/gu, '')
    .replaceAll(/[\p{C}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const cut = [...plain].slice(0, MAX_NAME_LENGTH).join('').trim();
  return cut === '' ? FALLBACK_NAME : cut;
}

/** A name in one spelling for all the forms in which a cloud may keep it: other case, without marks, decomposed, escaped. */
export function foldName(name: string): string {
  const unescaped = name.includes('&')
    ? name
        .replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu, (_entity, hex: string | undefined, digits: string | undefined) => {
          const point = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
          return point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
        })
        .replaceAll(/&([a-z])(?:uml|acute|grave|circ|tilde|cedil|ring|slash|caron);/giu, '$1')
        .replaceAll(/&(?:amp|quot|apos|lt|gt|nbsp);/giu, ' ')
    : name;
  return plainText(unescaped.normalize('NFKC')).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Case, spaces, accents and a leading "smoobu" do not count. "" for names that say nothing, which must never match.
 * Not `plainText`: a search may find too much, but "ł" and "l" or "ß" and "ss" are different letters, and adopting the code of another
 * person with a similar name would give a stranger's PIN to a guest.
 */
export function comparableName(name: string): string {
  const plain = cleanName(name)
    .normalize('NFD')
    .replaceAll(/[\p{M}\s]/gu, '')
    .toLowerCase()
    .replace(/^smoobu[^\p{L}\p{N}]*/u, '');
  const saysSomething = /[\p{L}\p{N}]/u.test(plain) && plain !== FALLBACK_NAME.toLowerCase();
  return saysSomething ? plain : '';
}
