/** Takes the place of `vitest` where mutants are tried: collects the tests of a file, so that `thread.ts` can run one of them again and again. */
import { format } from 'node:util';

export { expect, vi } from 'vitest';

type Body = (...row: readonly unknown[]) => unknown;
interface Suite {
  readonly name: string;
  readonly parent: Suite | null;
  readonly before: Body[];
  readonly after: Body[];
}
export interface CollectedTest {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly isSkipped: boolean;
  readonly before: readonly Body[];
  readonly after: readonly Body[];
  readonly body: Body;
}

/** The file that is being loaded, and its suite that is being defined. */
const at: { file: string; suite: Suite } = { file: '', suite: { name: '', parent: null, before: [], after: [] } };
const collected = new Map<string, CollectedTest>();

/** The tests that loading a file defines. */
export async function collect(path: string, load: () => Promise<unknown>): Promise<readonly CollectedTest[]> {
  Object.assign(at, { file: path, suite: { name: '', parent: null, before: [], after: [] } });
  await load();
  return [...collected.values()].filter((test) => test.file === path);
}

function outward(inner: Suite): readonly Suite[] {
  return inner.parent === null ? [inner] : [inner, ...outward(inner.parent)];
}

function define(title: string, body: Body, isSkipped: boolean): void {
  const { file } = at;
  const suites = outward(at.suite);
  const name = [...suites.toReversed().map((one) => one.name), title].filter((part) => part !== '').join(' ');
  let id = `${file}#${name}`;
  for (let n = 2; collected.has(id); n++) id = `${file}#${name} (${String(n)})`;
  const before = suites.toReversed().flatMap((one) => one.before);
  const after = suites.flatMap((one) => one.after.toReversed());
  collected.set(id, { id, name: id.slice(file.length + 1), file, line: lineIn(file), isSkipped, before, after, body });
}

/** Where a file that is being loaded is in this call. */
function lineIn(file: string): number {
  const line = new Error().stack?.split('\n').find((entry) => entry.includes(file));
  return Number(/:(\d+):\d+\)?$/u.exec(line ?? '')?.[1] ?? 1);
}

function group(title: string, body: Body): void {
  const parent = at.suite;
  at.suite = { name: title, parent, before: [], after: [] };
  body();
  at.suite = parent;
}

/** One for each row, as Vitest does it: the row is spread where every row is a list. */
function forEachRow(one: (title: string, body: Body) => void) {
  return (table: readonly unknown[]) =>
    (title: string, ...rest: readonly unknown[]): void => {
      const body = bodyOf(rest);
      const isSpread = table.every((row) => Array.isArray(row));
      for (const row of table) {
        const values: readonly unknown[] = isSpread && Array.isArray(row) ? row : [row];
        one(titleOf(title, values), () => body(...values));
      }
    };
}
function titleOf(title: string, [first, ...others]: readonly unknown[]): string {
  const named = title.replaceAll(/\$(\w+)/gu, (whole, key: string) => {
    return typeof first === 'object' && first !== null && key in first
      ? format('%j', Object.entries(first).find(([name]) => name === key)?.[1])
      : whole;
  });
  const places = (named.match(/%[sdifjoO]/gu) ?? []).length;
  return places === 0 ? named : format(named, ...[first, ...others].slice(0, places));
}

/** Options, such as a time limit, stand before or after it. */
function bodyOf(rest: readonly unknown[]): Body {
  return rest.find((one): one is Body => typeof one === 'function') ?? (() => undefined);
}
const run = (title: string, ...rest: readonly unknown[]): void => define(title, bodyOf(rest), false);
const skip = (title: string, ...rest: readonly unknown[]): void => define(title, bodyOf(rest), true);
const one = Object.assign(run, { each: forEachRow(run), skipIf: (isSkipped: unknown) => (isSkipped ? skip : run) });
export { one as it, one as test };
export const describe = Object.assign(group, { each: forEachRow(group) });
export const beforeEach = (body: Body): number => at.suite.before.push(body);
export const afterEach = (body: Body): number => at.suite.after.push(body);
