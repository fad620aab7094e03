/** YAML as a plain tree of maps, lists and texts, each with its line. Every scalar stays the text it was, so 0123 keeps its zero. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, ErrorCode, Node, Pair, YAMLMap } from 'yaml';
import { printableKey } from './config-error.ts';
import type { ConfigError } from './config-error.ts';

interface Placed {
  readonly line: number;
}
export interface TextNode extends Placed {
  readonly kind: 'text';
  readonly text: string;
}
export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
}
export interface MapNode extends Placed {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}
export interface EmptyNode extends Placed {
  readonly kind: 'empty';
}
export type TreeNode = TextNode | ListNode | MapNode | EmptyNode;
export interface MapEntry extends Placed {
  readonly key: string;
  readonly value: TreeNode;
}

export interface YamlReading {
  readonly tree: TreeNode;
  readonly errors: readonly ConfigError[];
}

/** The form needs four levels; more is a mistake, and very much more would exhaust the stack. */
const MAX_DEPTH = 16;
/** Nodes after aliases are put in: keeps a small file from growing into a huge tree. */
const MAX_NODES = 20_000;
const MAX_ALIASES = 50;

/** Never throws. With syntax errors the tree holds what could be made out, so that further mistakes are found in one go. */
export function readYamlTree(text: string): YamlReading {
  const lines = new LineCounter();
  let document: Document;
  try {
    document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  } catch {
    // The parser gives up by throwing on some hostile inputs, such as very deep nesting.
    return { tree: { kind: 'empty', line: 1 }, errors: [{ line: 1, key: '', message: 'this cannot be read as YAML' }] };
  }
  const lineAt = (offset: number | undefined): number => Math.max(1, lines.linePos(offset ?? 0).line);
  const syntax = [...document.errors, ...document.warnings].map(({ code, pos }) => ({
    line: lineAt(pos[0]),
    key: '',
    message: syntaxMessage(code),
  }));
  const walk = new TreeWalk(document, lineAt);
  const tree = isNode(document.contents) ? walk.node(document.contents, '', 0, 1) : { kind: 'empty' as const, line: 1 };
  return { tree, errors: [...onePerLine(syntax), ...walk.errors] };
}

class TreeWalk {
  readonly errors: ConfigError[] = [];
  readonly #document: Document;
  readonly #lineAt: (offset: number | undefined) => number;
  #nodes = 0;
  #aliases = 0;

  constructor(document: Document, lineAt: (offset: number | undefined) => number) {
    this.#document = document;
    this.#lineAt = lineAt;
  }

  node(node: Node | null, path: string, depth: number, parentLine: number): TreeNode {
    const line = node?.range == null ? parentLine : this.#lineAt(node.range[0]);
    this.#nodes += 1;
    if (depth > MAX_DEPTH || this.#nodes > MAX_NODES) {
      return this.#refuse(line, path, depth > MAX_DEPTH ? 'is nested too deeply' : 'holds too much');
    }
    if (isAlias(node)) return this.#alias(node.source, path, depth, line);
    if (isScalar(node)) {
      const text = typeof node.value === 'string' ? node.value : '';
      const isNothing = node.type === 'PLAIN' && ['', '~', 'null'].includes(text);
      return isNothing ? { kind: 'empty', line } : { kind: 'text', line, text };
    }
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.node(isNode(item) ? item : null, join(path, String(index)), depth + 1, line));
      return { kind: 'list', line, items };
    }
    if (isMap(node)) return { kind: 'map', line, entries: this.#entries(node, path, depth, line) };
    return { kind: 'empty', line };
  }

  #entries(map: YAMLMap, path: string, depth: number, line: number): readonly MapEntry[] {
    const entries: MapEntry[] = [];
    const seen = new Map<string, number>();
    for (const pair of map.items) {
      const entry = this.#entry(pair, path, depth, line);
      if (entry === null) continue;
      const earlier = seen.get(entry.key);
      if (earlier !== undefined) {
        this.#refuse(entry.line, join(path, entry.key), `stands here twice, first on line ${String(earlier)}`);
        continue;
      }
      seen.set(entry.key, entry.line);
      entries.push(entry);
    }
    return entries;
  }

  #entry(pair: Pair, path: string, depth: number, parentLine: number): MapEntry | null {
    const { key, value } = pair;
    const line = isNode(key) && key.range != null ? this.#lineAt(key.range[0]) : parentLine;
    if (!isScalar(key) || typeof key.value !== 'string') {
      this.#refuse(line, path, 'a key must be a plain text or number');
      return null;
    }
    // An object's prototype is no key of ours, and the checks behind would overlook it.
    if (key.value === '__proto__') {
      this.#refuse(line, join(path, key.value), 'is not known here');
      return null;
    }
    return { key: key.value, line, value: this.node(isNode(value) ? value : null, join(path, key.value), depth + 1, line) };
  }

  #alias(source: string, path: string, depth: number, line: number): TreeNode {
    this.#aliases += 1;
    if (this.#aliases > MAX_ALIASES) return this.#refuse(line, path, 'uses too many aliases (*name)');
    const target = findAnchor(this.#document, source);
    if (target === null)
      return this.#refuse(line, path, 'uses an alias (*name) that was not set; put a value that begins with * in quotes');
    // A node that holds an alias of itself runs into the limit of depth.
    return atLine(this.node(target, path, depth + 1, line), line);
  }

  /** One complaint about size is enough: each further node would bring another. */
  #refuse(line: number, path: string, message: string): EmptyNode {
    const key = printableKey(path);
    const isAboutSize = message.startsWith('holds') || message.startsWith('is nested') || message.startsWith('uses too many');
    if (!isAboutSize || !this.errors.some((error) => error.message === message)) this.errors.push({ line, key, message });
    return { kind: 'empty', line };
  }
}

/** Anchors stand before their aliases; the last one of a name counts, which the form never needs, so the first is taken. */
function findAnchor(document: Document, name: string): Node | null {
  const open: unknown[] = [document.contents];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isNode(next)) continue;
    if (!isAlias(next) && next.anchor === name) return next;
    if (isSeq(next)) open.push(...next.items.toReversed());
    if (isMap(next)) open.push(...next.items.flatMap(({ key, value }) => [key, value]).toReversed());
  }
  return null;
}

/** What an alias stands for is reported where the alias is. */
function atLine(node: TreeNode, line: number): TreeNode {
  return { ...node, line };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** One slip gives a heap of follow-up errors. */
function onePerLine(errors: readonly ConfigError[]): readonly ConfigError[] {
  return [...new Map(errors.toReversed().map((error) => [error.line, error])).values()];
}

/** Own sentences: the library's messages quote the text. */
function syntaxMessage(code: ErrorCode): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'indent with spaces, not with tabs';
    case 'BAD_INDENT':
      return 'the indentation, or a closing bracket, is not right';
    case 'MULTIPLE_DOCS':
      return 'the file must hold one document only (no second ---)';
    case 'MISSING_CHAR':
      return 'a quote, comma, colon or bracket is missing here';
    case 'RESOURCE_EXHAUSTION':
      return 'this is nested too deeply';
    case 'TAG_RESOLVE_FAILED':
      return 'tags (!name) are not known here; put a value that begins with ! in quotes';
    default:
      return 'this is not valid YAML; put values with special characters in quotes';
  }
}
