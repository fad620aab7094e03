/** Text on a terminal: wrapped, counted, and with nothing in it that could control the terminal. */
import { wrapAnsi } from 'fast-wrap-ansi';

/** Names come from booking channels: control and escape characters are removed, line breaks kept. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(/[^\P{C}\n]/gu, '');
}

/** JSON leaves all but the oldest control characters as they are; escaped, a parser reads the same text and a terminal obeys none of it. */
export function printableJson(value: unknown, indent?: number): string {
  const escape = (character: string): string =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
  return JSON.stringify(value, null, indent).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (found) => (found === '\n' ? found : escape(found)));
}

/** Breaks at spaces, and inside words that are longer than a line. Keeps existing line breaks; colours end and begin again with each line. */
export function wrap(text: string, width: number): string {
  return wrapAnsi(text, width, { hard: true });
}

/** As `wrap`, with every line but the first indented. */
export function wrapHanging(text: string, width: number, indent: number): string {
  return wrap(text, width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`);
}

/** One under the other, without those that are empty. */
export function stack(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
