/** The text of a message that came as HTML, as far as a guest would read it. Pure. */

/** Ten times the longest text that is kept: tags and their addresses can be longer than what they show. */
const MAX_HTML = 200_000;
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|head|title)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;
/** These begin or end a line. */
const LINE = /<\/?(?:address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)\b[^<>]*>/giu;
/** Only what looks like a tag: "<3" and "a < b" are text. */
const TAG = /<\/?[a-z][^<>]*>/giu;
const ENTITY = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>[a-z]{2,8}));/giu;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  zwnj: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  euro: '€',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  iexcl: '¡',
  iquest: '¿',
  deg: '°',
  rarr: '→',
};
/** "&eacute;", "&Uuml;": a letter and the mark on it. */
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030A',
  caron: '\u030C',
};

/** Also for plain text, which stays as it is but for what looks like a tag or an entity. */
export function textOfHtml(html: string): string {
  const within = html.slice(0, MAX_HTML);
  const lines = within.replace(UNSEEN, '').replace(LINE, '\n').replace(TAG, '').replace(ENTITY, decode);
  return lines
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function decode(entity: string, ...rest: readonly unknown[]): string {
  const { decimal, hex, name } = rest.at(-1) as { readonly decimal?: string; readonly hex?: string; readonly name?: string };
  if (decimal !== undefined || hex !== undefined) {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code).toWellFormed() : '';
  }
  if (name === undefined) return entity;
  const [, letter, mark] = /^([a-z])([a-z]{3,6})$/iu.exec(name) ?? [];
  const combined = mark === undefined ? undefined : MARKS[mark];
  if (letter !== undefined && combined !== undefined) return `${letter}${combined}`.normalize('NFC');
  return NAMED[name] ?? entity;
}
