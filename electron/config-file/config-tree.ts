/** A configuration file of the older tool as plain values, whatever language it is written in. */
import type { OldConfigMistake } from '../app/mapping/import-config.ts';

export interface ConfigTree {
  /** Objects, lists, texts and null; undefined where nothing could be read. Every scalar stays the text it was, so 0123 keeps its zero. */
  readonly value: unknown;
  readonly mistakes: readonly OldConfigMistake[];
  /** Names of what the file sets beside the sections. */
  readonly others: readonly string[];
  /** The line of the deepest part of the path that exists. */
  lineOf(path: readonly string[]): number;
}

export const UNKNOWN_KEY = 'is not a known key';

/** Keys come from the file: printed in full they could upset a terminal or fill it. */
export function printableKey(path: readonly string[]): string {
  const plain = path
    .join('.')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}

/** Nothing could be read. */
export function unreadableTree(line: number, message: string): ConfigTree {
  return { value: undefined, mistakes: [{ line, key: '', message }], others: [], lineOf: () => 1 };
}
