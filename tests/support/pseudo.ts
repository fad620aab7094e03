/** A pseudo-language for tests: accented, in brackets and a third longer, so that hard-coded and cut-off texts are found. */
import type { Message, Section } from '../../shared/i18n/message.ts';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Ü',
  Y: 'Ý',
  Z: 'Ž',
};

/** "Sync now" becomes "⟦Šýñç ñöw ···⟧"; placeholders stay. */
function pseudoText(text: string): string {
  const accented = text.replace(/\{\w+\}|[A-Za-z]/g, (part) => ACCENTS[part] ?? part);
  return `⟦${accented} ${'·'.repeat(Math.ceil(text.length / 3))}⟧`;
}

export function pseudoSection<S extends Section>(section: S): S {
  const pseudo = (message: Message): Message =>
    typeof message === 'string'
      ? pseudoText(message)
      : (Object.fromEntries(Object.entries(message).map(([form, text]) => [form, pseudoText(text as string)])) as unknown as Message);
  return Object.fromEntries(Object.entries(section).map(([key, message]) => [key, pseudo(message)])) as S;
}
