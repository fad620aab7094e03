/** Reads YAML as plain values, with yaml's own positions and with mistakes in our own sentences: the library's messages quote the text. */
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import type { Document, ErrorCode, Pair, YAMLMap } from 'yaml';
import type { OldConfigMistake } from '../app/mapping/import-config.ts';
import { printableKey, UNKNOWN_KEY, unreadableTree } from './config-tree.ts';
import type { ConfigTree } from './config-tree.ts';

const MAX_ALIASES = 50;

/** Never throws. Whatever can be read despite mistakes is in the value, so that one reading finds them all. */
export function readYaml(text: string): ConfigTree {
  const lines = new LineCounter();
  const lineAt = (offset: number | undefined): number => Math.max(1, lines.linePos(offset ?? 0).line);
  const mistakes: OldConfigMistake[] = [];
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
    });
    const syntax = [...document.errors, ...document.warnings].map(({ code, pos }) => ({
      line: lineAt(pos[0]),
      key: '',
      message: syntaxMessage(code),
    }));
    // One mistake causes several errors on its line; the first names it.
    mistakes.push(...new Map(syntax.toReversed().map((mistake) => [mistake.line, mistake])).values());
    mistakes.push(...removeUnusable(document, lineAt));
    return {
      value: document.toJS({ maxAliasCount: MAX_ALIASES }),
      mistakes,
      others: [],
      lineOf: (path) => lineAt(offsetOf(document, path)),
    };
  } catch (error) {
    // Aliases of aliases are counted while they are resolved (ReferenceError); other hostile input exhausts the stack.
    const message = error instanceof ReferenceError ? TOO_MANY_ALIASES : 'this cannot be read as YAML';
    return { ...unreadableTree(1, message), mistakes: [...mistakes, { line: 1, key: '', message }] };
  }
}
const TOO_MANY_ALIASES = 'the file uses too many aliases (*name)';

/** Replaces empty values by null, and takes out what has no place in the form, naming each. */
function removeUnusable(document: Document, lineAt: (offset: number | undefined) => number): readonly OldConfigMistake[] {
  const mistakes: OldConfigMistake[] = [];
  let aliasCount = 0;
  visit(document, {
    Scalar: (place, node) => {
      if (place !== 'key' && node.type === 'PLAIN' && ['', '~', 'null'].includes(String(node.value))) node.value = null;
    },
    Alias: (_place, node, ancestors) => {
      aliasCount += 1;
      // Each is looked up in the whole document, so the number is limited here as well.
      if (aliasCount > MAX_ALIASES) throw new ReferenceError(TOO_MANY_ALIASES);
      const target = node.resolve(document);
      if (target !== undefined && !ancestors.includes(target)) return undefined;
      const message =
        target === undefined
          ? 'uses an alias (*name) that was not set; put a value that begins with * in quotes'
          : 'contains an alias (*name) of itself';
      mistakes.push({ line: lineAt(node.range?.[0]), key: keyOf(ancestors), message });
      return new Scalar(null);
    },
    Map: (_place, map, ancestors) => {
      const firstLines = new Map<string, number>();
      map.items = map.items.filter(({ key }) => {
        const line = lineAt((isNode(key) ? key : map).range?.[0]);
        const name = isScalar(key) && typeof key.value === 'string' ? key.value : null;
        const message = name === null ? 'a key must be a plain text or number' : keyMistake(name, firstLines.get(name));
        if (message !== null) mistakes.push({ line, key: keyOf(ancestors, name), message });
        else if (name !== null) firstLines.set(name, line);
        return message === null;
      });
    },
  });
  return mistakes;
}

/** An object's prototype is no key of ours, and the checks that follow would overlook it. */
function keyMistake(name: string, firstLine: number | undefined): string | null {
  if (name === '__proto__') return UNKNOWN_KEY;
  return firstLine === undefined ? null : `appears twice, first on line ${String(firstLine)}`;
}
function offsetOf({ contents }: Document, path: readonly string[]): number | undefined {
  let node: unknown = contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const name of path) {
    const pair: Pair | undefined = isMap(node) ? findPair(node, name) : undefined;
    const place: unknown = isSeq(node) ? node.items[Number(name)] : pair?.key;
    if (!isNode(place)) break;
    offset = place.range?.[0] ?? offset;
    node = pair === undefined ? place : pair.value;
  }
  return offset;
}

function findPair(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name);
}

function keyOf(ancestors: readonly unknown[], name: string | null = null): string {
  const names = ancestors.flatMap((step) => (isPair(step) && isScalar(step.key) ? [String(step.key.value)] : []));
  return printableKey(name === null ? names : [...names, name]);
}

function syntaxMessage(code: ErrorCode): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'indent with spaces, not with tabs';
    case 'BAD_INDENT':
      return 'the indentation or a closing bracket is wrong';
    case 'MULTIPLE_DOCS':
      return 'the file must contain only one document (no second ---)';
    case 'MISSING_CHAR':
      return 'a quote, comma, colon or bracket is missing';
    case 'RESOURCE_EXHAUSTION':
      return 'this is nested too deeply';
    case 'TAG_RESOLVE_FAILED':
      return 'tags (!name) are not supported; put a value that begins with ! in quotes';
    default:
      return 'this is not valid YAML; put values with special characters in quotes';
  }
}
