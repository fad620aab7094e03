/** Reduces a text to what survives its way through Smoobu and a channel, so that it is recognised when it is read back. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', hellip: '…' };
const QUOTES_BY_NAME = { lsquo: "'", rsquo: "'", sbquo: "'", ldquo: '"', rdquo: '"', bdquo: '"', laquo: '"', raquo: '"' };
const DASHES_BY_NAME = { ndash: '-', mdash: '-', minus: '-' };
const NAMED: ReadonlyMap<string, string> = new Map(Object.entries({ ...ENTITIES, ...QUOTES_BY_NAME, ...DASHES_BY_NAME }));
/** Escaped any number of times. */
const ENTITY = /&(?:amp;|#38;|#x26;)*(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi;
const INVISIBLE = /[\s\p{Cc}\p{Cf}]|[\uFE0E\uFE0F]/gu;
/** Longer chains of tags in entities in tags are not unfolded: they are no text that anybody sent. */
const MAX_PASSES = 10;

/** Without white space, HTML tags, entities and invisible characters, with plain quotes and dashes. Letters and digits stay as they are. */
export function foldText(text: string): string {
  let folded = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = withoutTags(folded.replaceAll(INVISIBLE, '').replaceAll(ENTITY, decoded));
    if (next === folded) break;
    folded = next;
  }
  return folded
    .normalize('NFC')
    .replaceAll(/[‘’‚‛ʼ`´′]/gu, "'")
    .replaceAll(/[“”„‟«»″]/gu, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll('…', '...');
}

function decoded(entity: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff) ? entity : String.fromCodePoint(code);
}

/** Also tags inside tags; in one pass, since a thread may contain any text. */
function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  let kept = '';
  /** Where the tags that may have begun start in `kept`. */
  let open: number[] = [];
  for (const part of text.split(/(?=[<>])|(?<=[<>])/)) {
    if (part === '<') open.push(kept.length);
    if (part !== '>') {
      kept += part;
      continue;
    }
    const start = open.pop();
    if (start !== undefined && /^<(?:\/?[a-z]|!--)/i.test(kept.slice(start, start + 4))) {
      kept = kept.slice(0, start);
    } else {
      kept += part;
      open = [];
    }
  }
  return kept;
}
