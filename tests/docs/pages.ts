/** The documents of the repository, taken apart as far as the tests look into them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Page {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Inline code outside of fences, without its backticks. */
  readonly code: readonly string[];
  /** Lines within fences. */
  readonly fenced: readonly string[];
  readonly headings: readonly string[];
  /** Rows of all tables, cell by cell, rules aside. */
  readonly rows: readonly (readonly string[])[];
}

export function page(path: string): Page {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const parts = text.split(/^ *```.*$/m);
  const prose = parts.filter((_part, index) => index % 2 === 0).join('\n');
  const lines = prose.split('\n');
  return {
    path,
    text,
    code: [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? ''),
    fenced: parts.filter((_part, index) => index % 2 === 1).flatMap((part) => part.split('\n')),
    headings: lines.flatMap((line) => /^#{1,6} (.+)$/.exec(line)?.[1] ?? []),
    rows: lines.filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line)).map(cellsOf),
  };
}

/** A bar that belongs to a cell is written `\|`. */
function cellsOf(line: string): readonly string[] {
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
  return cells.slice(1, -1);
}

export const pages: readonly Page[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
]
  .sort()
  .map(page);

const SKIPPED = new Set(['node_modules', 'out', 'release', 'coverage', '.git']);

/** Every file and folder of the repository, folders with a slash at their end. */
export function everything(folder = ''): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (folder === '' && SKIPPED.has(entry.name)) return [];
    return entry.isDirectory() ? [`${path}/`, ...everything(`${path}/`)] : [path];
  });
}

/** As GitHub makes anchors of headings. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

export interface Link {
  readonly page: string;
  readonly target: string;
}
/** Links and pictures that lead into the repository. */
export function localLinks({ path, text }: Page): readonly Link[] {
  const prose = text.split(/^ *```.*$/m).filter((_part, index) => index % 2 === 0);
  return [...prose.join('\n').matchAll(/\]\(([^)\s]+)\)|\bsrc(?:set)?="([^"]+)"/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => ({ page: path, target }));
}

/** null: it leads somewhere. */
export function brokenBecause({ page: from, target }: Link): string | null {
  const [file = '', anchor] = target.split('#');
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : '';
  const path = file === '' ? from : join(folder, file).replaceAll('\\', '/');
  if (!existsSync(join(ROOT, path))) return `${from}: ${target} is not there`;
  if (anchor === undefined) return null;
  return page(path).headings.some((heading) => slug(heading) === anchor) ? null : `${from}: ${target} has no such heading`;
}
