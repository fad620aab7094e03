/** Guests' names: as written to a lock, as the cloud may keep them, and as compared when a code made by hand is adopted. */
import type { ClaimId } from '../../domain/ids.ts';
import { isAscii, plainText } from '../../text.ts';
import type { LocalDate } from '../../time.ts';

const MAX_NAME_LENGTH = 50;
const FALLBACK_NAME = 'Guest';

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Words of ASCII and Latin letters with single spaces: most names, and nothing to clean. Planning looks at many thousands. */
const CLEAN = /^[!-~\u00C0-\u024F]+(?: [!-~\u00C0-\u024F]+)*$/;

/** Without control characters and emoji, with single spaces, 50 characters at most; "Guest" when nothing readable is left. */
export function cleanName(name: string): string {
  const plain = CLEAN.test(name) ? name : cleaned(name);
  const cut = cutTo(plain, MAX_NAME_LENGTH);
  return SAYS_SOMETHING.test(cut) ? cut : FALLBACK_NAME;
}

function cleaned(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{FE00}-\u{FE0F}\u{20E3}\p{Cf}]/gu, '')
    .replaceAll(/[\p{C}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Never inside a character. */
function cutTo(name: string, length: number): string {
  if (name.length <= length) return name;
  let end = 0;
  for (let left = length; left > 0; left -= 1) end += (name.codePointAt(end) ?? 0) > 0xff_ff ? 2 : 1;
  return name.slice(0, end).trim();
}

/**
 * The names of stays, which a person can read and tell apart: nameless guests and guests of one name have the day of arrival behind it, and
 * the number of the booking too where the day is also the same.
 */
export function tellApart(
  stays: readonly { readonly id: ClaimId; readonly guestName: string; readonly arrival: LocalDate }[],
): ReadonlyMap<ClaimId, string> {
  const clean = stays.map(({ id, guestName, arrival }) => ({ id, arrival, name: cleanName(guestName) }));
  const names = new Map<ClaimId, string>();
  for (const [fold, alike] of Map.groupBy(clean, ({ name }) => foldName(name))) {
    const isNameless = fold === FALLBACK_FOLD;
    const [only] = alike;
    if (alike.length === 1 && only !== undefined && !isNameless) {
      names.set(only.id, only.name);
      continue;
    }
    for (const sameDay of Map.groupBy(alike, ({ arrival }) => arrival).values()) {
      for (const { id, name, arrival } of sameDay) {
        const behind = [shortDay(arrival), ...(sameDay.length > 1 ? [String(id)] : [])];
        names.set(id, withBehind(name, behind.join(' '), MAX_NAME_LENGTH));
      }
    }
  }
  return names;
}

function withBehind(name: string, behind: string, length: number): string {
  return `${cutTo(name, length - behind.length - 1)} ${behind}`;
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** "12 Dec", in the language of the names on a lock. */
function shortDay(date: LocalDate): string {
  const month = Number(date.slice(5, 7));
  return `${String(Number(date.slice(8)))} ${MONTHS.slice(month * 3 - 3, month * 3)}`;
}

/**
 * The forms of a name that are tried, each after the one before was refused, and each plainer; the first is the name itself. Made one by one:
 * nearly every name is written in its first form.
 */
export function* nameForms(name: string, arrival: LocalDate): Generator<string, void> {
  const nameless = (): string => `${FALLBACK_NAME} ${shortDay(arrival)}`;
  const said = (form: string): string => (SAYS_SOMETHING.test(form) ? form : nameless());
  yield said(name);
  yield said(cutTo(name, 30));
  const short = cutTo(name, 20);
  yield said(short);
  const unmarked = isAscii(short) ? short : short.normalize('NFD').replaceAll(/\p{M}/gu, '');
  yield said(unmarked);
  const plain = unmarked
    .replaceAll(/[^\p{L}\p{N}\s]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  yield said(plain);
  // Guests of one name have the day already.
  const day = shortDay(arrival);
  const withoutDay = plain.endsWith(` ${day}`) ? plain.slice(0, -day.length - 1) : plain;
  yield said(withBehind(withoutDay, day, 20));
  yield nameless();
}

/** The name in one of its forms; beyond the last, in the last. */
export function nameInForm(name: string, form: number, arrival: LocalDate): string {
  let [found, index] = [name, 0];
  for (const text of nameForms(name, arrival)) {
    found = text;
    if (index === form) break;
    index += 1;
  }
  return found;
}

/** The next form that is another text than those tried before; null after the last one. */
export function nextNameForm(name: string, form: number, arrival: LocalDate): number | null {
  const tried = new Set<string>();
  let index = 0;
  for (const text of nameForms(name, arrival)) {
    if (index > form && !tried.has(text)) return index;
    tried.add(text);
    index += 1;
  }
  return null;
}

/** A name in one spelling for all the forms in which a cloud may keep it: other case, without marks, decomposed, escaped. */
export function foldName(name: string): string {
  const unescaped = name.includes('&')
    ? name
        .replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu, (_entity, hex: string | undefined, digits: string | undefined) => {
          const point = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
          // The last one is no letter.
          return String.fromCodePoint(Math.min(point, 0x10_ff_ff));
        })
        .replaceAll(/&([a-z])(?:uml|acute|grave|circ|tilde|cedil|ring|slash|caron);/giu, '$1')
        .replaceAll(/&(?:amp|quot|apos|lt|gt|nbsp);/giu, '')
    : name;
  if (isAscii(unescaped)) return unescaped.toLowerCase().replace(/[^a-z\d]/g, '');
  return plainText(unescaped.normalize('NFKC')).replaceAll(/[^\p{L}\p{N}]/gu, '');
}
const FALLBACK_FOLD = FALLBACK_NAME.toLowerCase();

/** Shorter names are not taken for the beginning of a longer one that was cut. */
const MIN_CUT_LENGTH = 15;

/** Whether the cloud may have made this of one of the names that were sent. */
export function isKeptForm(kept: string, ...sent: readonly string[]): boolean {
  if (sent.includes(kept.trim())) return true;
  const fold = foldName(kept);
  const isCut = fold.length >= MIN_CUT_LENGTH;
  return (
    fold !== '' &&
    sent.some((name) => {
      const sentFold = foldName(name);
      return fold === sentFold || (isCut && sentFold.startsWith(fold));
    })
  );
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
  return SAYS_SOMETHING.test(plain) && plain !== FALLBACK_FOLD ? plain : '';
}
