/** Which texts of a page in the made-up language are written into the code instead of a catalogue. Pure. */
import type { PageText } from './page/texts.ts';

/** What `Intl` writes in British English: days, months, spans, lists. */
const OF_INTL = new Set(
  (
    'mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday ' +
    'jan feb mar apr may jun jul aug sep sept oct nov dec ' +
    'january february march april june july august september october november december ' +
    'at in ago and sec secs min mins minute minutes hour hours day days tomorrow yesterday today this next last now'
  ).split(' '),
);
/** Names that are the same in every language. */
const PRODUCTS = ['Latchkey', 'Smoobu', 'The Keys', 'English', 'Français', 'Deutsch', 'Polski'];

/** `known`: every text that main has told the page. */
export function uncatalogued(texts: readonly PageText[], known: readonly string[]): readonly string[] {
  // Longest first: "Lyon, portail commun" goes before "Lyon". Words like "held" are kinds, which nobody should see.
  const names = [...new Set([...known, ...PRODUCTS])]
    .filter((name) => /\p{Lu}/u.test(name))
    .sort((one, other) => other.length - one.length);
  return texts.flatMap(({ where, text }) => {
    const rest = names.reduce((left, name) => left.replaceAll(name, ' '), withoutPseudo(text));
    const words = rest.match(/\p{L}{2,}/gu) ?? [];
    return words.every((word) => OF_INTL.has(word.toLowerCase())) ? [] : [`${where} ${text}`];
  });
}

/** Brackets stand within brackets where one text is put into another. */
function withoutPseudo(text: string): string {
  const shorter = text.replaceAll(/⟦[^⟦⟧]*⟧/gu, ' ');
  return shorter === text ? text : withoutPseudo(shorter);
}

/** Every text in a value, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
