/** Reads the variables of `wrangler.toml`: JSON in texts, under the older tool's names in capitals. */
import { parse, TomlError } from 'smol-toml';
import * as z from 'zod';
import type { OldConfigMistake } from '../app/mapping/import-config.ts';
import { parseJson } from '../../shared/json.ts';
import { printableKey, unreadableTree } from './config-tree.ts';
import type { ConfigTree } from './config-tree.ts';

const SECTIONS: Readonly<Record<string, string>> = {
  APARTMENT_LOCKS: 'apartment_locks',
  LOCK_ACCESSOIRES: 'lock_accessoires',
  DIGICODE_PREFIXES: 'digicode_prefixes',
  DEFAULT_TIMES: 'default_times',
};
const MAX_DEPTH = 10;
const PIN_LENGTH = 'PIN_LENGTH';
const fileSchema = z.object({ vars: z.record(z.string(), z.unknown()) });

export function isToml(text: string): boolean {
  return /^\s*(?:\[\s*vars\s*\]|vars\s*[.=])/m.test(text);
}

/** Never throws. */
export function readToml(text: string): ConfigTree {
  const lineOfName = (name: string): number => {
    const index = text.split('\n').findIndex((line) => new RegExp(String.raw`^\s*(?:vars\s*\.\s*)?["']?${name}["']?\s*=`).test(line));
    return index === -1 ? 1 : index + 1;
  };
  const read = parseToml(text);
  if ('line' in read) return unreadableTree(read.line, 'this is not valid TOML; put texts in quotes');
  const mistakes: OldConfigMistake[] = [];
  const entries = Object.entries(SECTIONS).flatMap(([name, section]) => {
    const given = read.vars[name];
    if (given === undefined) return [];
    const value = typeof given === 'string' ? parseJson(given) : given;
    if (value !== undefined) return [[section, asTexts(value)] as const];
    mistakes.push({ line: lineOfName(name), key: section, message: `is not valid JSON in ${name}` });
    return [];
  });
  const length = read.vars[PIN_LENGTH];
  const known = new Set([...Object.keys(SECTIONS), PIN_LENGTH]);
  return {
    value: { ...Object.fromEntries(entries), ...(length === undefined ? {} : { code_settings: { length: asTexts(length) } }) },
    mistakes,
    others: Object.keys(read.vars)
      .filter((name) => !known.has(name))
      .map((name) => printableKey([name])),
    lineOf: ([section = '']) => {
      const name = Object.entries(SECTIONS).find(([, of]) => of === section)?.[0];
      return lineOfName(name ?? PIN_LENGTH);
    },
  };
}

function parseToml(text: string): { readonly vars: Readonly<Record<string, unknown>> } | { readonly line: number } {
  try {
    const file = fileSchema.safeParse(parse(text));
    return file.success ? file.data : { line: 1 };
  } catch (error) {
    // The library's message quotes the text. Other errors: something nested so deeply that the stack is exhausted.
    return { line: error instanceof TomlError ? error.line : 1 };
  }
}

/** Scalars as the texts they were, as in the other forms. */
function asTexts(value: unknown, depth = 0): unknown {
  // Deeper than any of the sections: it does not fit in any case.
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((entry) => asTexts(entry, depth + 1));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asTexts(entry, depth + 1)]));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
