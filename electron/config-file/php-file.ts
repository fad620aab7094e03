/**
 * Reads `config.php`, which is one `return [ … ];`, as data: texts, numbers, true, false, null and arrays of them. Everything else is a
 * mistake with its line. PHP is never run.
 */
import type { OldConfigMistake } from '../app/mapping/import-config.ts';
import { printableKey, UNKNOWN_KEY, unreadableTree } from './config-tree.ts';
import type { ConfigTree } from './config-tree.ts';

export function isPhp(text: string): boolean {
  return /^\s*<\?php\b/.test(text);
}

/** Never throws. */
export function readPhp(text: string): ConfigTree {
  const reader = new PhpReader(text);
  try {
    const value = reader.file();
    return { value, mistakes: reader.mistakes, others: [], lineOf: (path) => reader.lineOf(path) };
  } catch (error) {
    if (error instanceof Unreadable) return unreadableTree(error.line, error.message);
    throw error;
  }
}

class Unreadable extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** A file of this tool has three levels. */
const MAX_DEPTH = 10;
const SKIPPED = /(?:\s+|\/\/[^\n]*|#(?!\[)[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const SINGLE_QUOTED = /'((?:[^'\\]|\\[\s\S])*)'/y;
/** Without variables, which PHP would put in. */
const DOUBLE_QUOTED = /"((?:[^"\\$]|\\[\s\S]|\$(?![A-Za-z_{]))*)"/y;
const WORD = /[A-Za-z_]\w*/y;
const NUMBER = /[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?![\w.])/y;
const ONLY_LITERALS = 'only texts, numbers, true, false, null and arrays of them are read; nothing in the file is run';

class PhpReader {
  readonly mistakes: OldConfigMistake[] = [];
  readonly #text: string;
  readonly #lines = new Map<string, number>();
  #at = 0;
  /** The line of the character at `#counted`. */
  #lineNumber = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  file(): unknown {
    this.#skip();
    this.#expect('<?php');
    if (this.#takeWord('declare')) {
      for (const part of ['(', 'strict_types', '=', '1', ')', ';']) this.#expect(part);
    }
    if (!this.#takeWord('return')) this.#fail('the file must consist of one "return [ … ];"');
    const value = this.#value([], 0);
    this.#expect(';');
    if (this.#take('?>')) this.#skip();
    if (this.#at < this.#text.length) this.#fail('nothing may follow "return [ … ];"');
    return value;
  }

  lineOf(path: readonly string[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const line = this.#lines.get(lineKey(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  }

  #value(path: readonly string[], depth: number): unknown {
    if (depth > MAX_DEPTH) this.#fail('this is nested too deeply');
    if (this.#take('[')) return this.#entries(path, depth, ']');
    const quoted = this.#quoted();
    if (quoted !== null) return quoted;
    const number = this.#match(NUMBER);
    if (number !== null) return number[0];
    const word = this.#match(WORD)?.[0] ?? this.#fail(ONLY_LITERALS);
    switch (word.toLowerCase()) {
      case 'true':
      case 'false':
        return word.toLowerCase();
      case 'null':
        return null;
      case 'array':
        if (this.#take('(')) return this.#entries(path, depth, ')');
        return this.#fail(ONLY_LITERALS);
      default:
        return word === '__DIR__' ? this.#folder(path) : this.#fail(ONLY_LITERALS);
    }
  }

  /** `__DIR__ . '/…'` names a file of the older tool, which is of no use here. */
  #folder(path: readonly string[]): null {
    while (this.#take('.')) if (this.#quoted() === null) this.#fail(ONLY_LITERALS);
    if (path[0] !== 'logging') this.#fail(ONLY_LITERALS);
    return null;
  }

  #entries(path: readonly string[], depth: number, end: string): unknown {
    const entries: (readonly [key: string, value: unknown])[] = [];
    const names = new Set<string>();
    let isList = true;
    while (!this.#take(end)) {
      const line = this.#line();
      let key = String(entries.length);
      let value = this.#value([...path, key], depth + 1);
      if (this.#take('=>')) {
        if (typeof value !== 'string') this.#fail('a key must be a text or a number');
        isList = false;
        key = value;
        const first = this.#lines.get(lineKey([...path, key]));
        const isTwice = names.has(key);
        names.add(key);
        if (isTwice && first !== undefined) this.#mistake([...path, key], line, `appears twice, first on line ${String(first)}`);
        if (!isTwice) this.#lines.set(lineKey([...path, key]), line);
        value = this.#value([...path, key], depth + 1);
        if (key === '__proto__') this.#mistake([...path, key], line, UNKNOWN_KEY);
        else if (!isTwice) entries.push([key, value]);
      } else {
        this.#lines.set(lineKey([...path, key]), line);
        entries.push([key, value]);
      }
      if (this.#take(',')) continue;
      this.#expect(end);
      break;
    }
    return isList && entries.length > 0 ? entries.map(([, value]) => value) : Object.fromEntries(entries);
  }

  #quoted(): string | null {
    const single = this.#match(SINGLE_QUOTED)?.[1];
    if (single !== undefined) return single.replaceAll(/\\(['\\])/g, '$1');
    const double = this.#match(DOUBLE_QUOTED)?.[1];
    return double === undefined ? null : double.replaceAll(/\\([\\$"nrt])/g, (_, name: string) => ESCAPES[name] ?? name);
  }

  #mistake(path: readonly string[], line: number, message: string): void {
    this.mistakes.push({ line, key: printableKey(path), message });
  }

  #skip(): void {
    SKIPPED.lastIndex = this.#at;
    if (SKIPPED.test(this.#text)) this.#at = SKIPPED.lastIndex;
  }
  #take(part: string): boolean {
    this.#skip();
    if (!this.#text.startsWith(part, this.#at)) return false;
    this.#at += part.length;
    this.#skip();
    return true;
  }
  #takeWord(word: string): boolean {
    this.#skip();
    return new RegExp(String.raw`${word}\b`, 'iy').test(this.#text.slice(this.#at, this.#at + word.length + 1)) && this.#take(word);
  }
  #expect(part: string): void {
    if (!this.#take(part)) this.#fail(`"${part}" is missing, or something that is not a literal value stands here`);
  }
  #match(pattern: RegExp): RegExpExecArray | null {
    this.#skip();
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }
  #line(): number {
    this.#skip();
    for (; this.#counted < this.#at; this.#counted += 1) if (this.#text[this.#counted] === '\n') this.#lineNumber += 1;
    return this.#lineNumber;
  }
  #fail(message: string): never {
    throw new Unreadable(this.#line(), message);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function lineKey(path: readonly string[]): string {
  return path.join('\0');
}
