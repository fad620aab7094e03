/** A message as its digits are read: one kind of digit, no tags inside numbers, and nothing that is only quoted. Pure. */

const LINE_TAG = /<\/?(?:br|p|div|li|ul|ol|tr|td|table|h[1-6]|blockquote)\b[^<>]{0,300}>/gi;
const OTHER_TAG = /<\/?[a-z][^<>]{0,300}>/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', euro: '€', pound: '£' };
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi;
/** Between the digits of keycap emoji, and characters without width. After NFKC, no letter of the guests' languages needs one. */
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}]/gu;
const LONGEST_READ = 20_000;

/** Full-width, circled and bold digits are digits; so are those of keycap emoji. Lines stay lines. */
export function foldDigits(text: string): string {
  const read = text.slice(0, LONGEST_READ);
  const untagged = read.replace(LINE_TAG, '\n').replace(OTHER_TAG, '').replace(ENTITY, decoded);
  return untagged
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(/[\u2018\u2019\u02BC]/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n');
}

function decoded(whole: string, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
}

/** What stands before the quotation in a reply by e-mail, in the guests' languages. */
const QUOTES_FOLLOW =
  /^.{0,200}\d.{0,200}(?:wrote|schrieb|a écrit|napisał|escribió|ha scritto|schreef|escreveu|napsal|написав|пише).{0,200}:[ ]*$|^-{2,}[ ]?\p{L}[^\n]{0,60}-{2,}[ ]*$/imu;

/** Quoting is not telling: the message that is quoted counts by itself. */
export function withoutQuotes(folded: string): string {
  const quotes = QUOTES_FOLLOW.exec(folded);
  const own = quotes === null ? folded : folded.slice(0, quotes.index);
  return own
    .replace(/^[ ]*>.*$/gmu, '')
    .replace(/[ ]+/gu, ' ')
    .replace(/[ ]?\n\s*/gu, '\n')
    .trim();
}

/** Without what guests say: some channels repeat their words as the host's, and replies contain them. */
export function withoutRepeated(folded: string, ofGuests: readonly string[]): string {
  if (ofGuests.includes(folded)) return '';
  return ofGuests.filter((one) => one.length >= SHORTEST_REPEATED).reduce((rest, one) => rest.replaceAll(one, '\n'), folded);
}
/** A shorter part of a text may well be said by both. */
const SHORTEST_REPEATED = 12;
