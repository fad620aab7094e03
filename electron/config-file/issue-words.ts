/** Zod's issues as errors with a line and a key. Own sentences, and none that quotes a value. */
import type * as z from 'zod';
import { printableKey } from './config-error.ts';
import type { ConfigError } from './config-error.ts';
import type { MapNode, TreeNode } from './yaml-tree.ts';

/** Sections whose unknown keys may be the loose end of an unquoted password. */
const SECRET_SECTIONS: ReadonlySet<string> = new Set(['thekeys', 'smoobu']);

export function errorsOfIssue(issue: z.core.$ZodIssue, tree: TreeNode): readonly ConfigError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, tree));
  return [errorAt(path, messageOf(issue), tree)];
}

/** An error at the line of the deepest part of the path that is there. */
export function errorAt(path: readonly string[], message: string, tree: TreeNode): ConfigError {
  return { line: lineOf(path, tree), key: printableKey(path.join('.')), message };
}

function unknownKey(path: readonly string[], key: string, tree: TreeNode): ConfigError {
  const entry = entryOf(findMap(path, tree), key);
  const section = path[0];
  // `password: abc,def` without quotes, inside braces, makes a key of "def".
  if (section !== undefined && SECRET_SECTIONS.has(section) && entry?.value.kind === 'empty') {
    return errorAt([...path], 'holds something without a value; put a value with a comma or a colon in quotes', tree);
  }
  return errorAt([...path, key], 'is not known here', tree);
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return issue.expected === 'string' ? 'must be a single value' : 'must be a section with keys of its own';
    case 'invalid_key':
      return 'must be a number such as 3705';
    case 'custom':
    case 'too_big':
    case 'too_small':
    case 'invalid_format':
      return issue.message;
    default:
      return 'is not right';
  }
}

function lineOf(path: readonly string[], tree: TreeNode): number {
  let node = tree;
  let line = tree.line;
  for (const key of path) {
    if (node.kind === 'map') {
      const entry = entryOf(node, key);
      if (entry === undefined) return line;
      line = entry.line;
      node = entry.value;
    } else if (node.kind === 'list') {
      const item = node.items[Number(key)];
      if (item === undefined) return line;
      line = item.line;
      node = item;
    } else return line;
  }
  return line;
}

function findMap(path: readonly string[], tree: TreeNode): MapNode | undefined {
  let node: TreeNode | undefined = tree;
  for (const key of path) node = node?.kind === 'map' ? entryOf(node, key)?.value : undefined;
  return node?.kind === 'map' ? node : undefined;
}

function entryOf(map: MapNode | undefined, key: string): MapNode['entries'][number] | undefined {
  return map?.entries.find((entry) => entry.key === key);
}
