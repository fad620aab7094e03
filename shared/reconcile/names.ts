/** Guests' names: as written to a lock, and as compared when a code made by hand is adopted. */

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
