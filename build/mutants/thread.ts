/** Loads test files once and runs single tests of them with one mutant after the other. A thread, which `runner.ts` ends when a test hangs. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import '../without-electron.ts';
import type { CollectedTest } from './suite.ts';

type Counts = Record<string, number>;
/** How often each mutant is reached, by the number of the mutant. */
export interface Coverage {
  readonly static: Counts;
  readonly perTest: Readonly<Record<string, Counts>>;
}
/** What the changed sources and this thread share: `activeMutant` chooses the change. */
interface Shared {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: Coverage;
}
export type Order =
  | { readonly kind: 'load'; readonly files: readonly string[] }
  | {
      readonly kind: 'run';
      readonly ids: readonly string[];
      readonly mutant: string | null;
      readonly hitLimit: number | null;
      readonly isDry: boolean;
    };
export interface TestFacts {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
}
export interface Ended {
  readonly id: string;
  readonly ms: number;
  readonly failure: string | null;
}
export type News =
  | { readonly kind: 'started'; readonly id: string }
  | { readonly kind: 'loaded'; readonly tests: readonly TestFacts[]; readonly failure: string | null }
  | { readonly kind: 'ran'; readonly ended: readonly Ended[]; readonly isOverLimit: boolean; readonly coverage: Coverage | null };

const shared: Shared = {};
Object.assign(globalThis, {
  __stryker__: shared,
  // What Vitest's `expect` and `vi` look at.
  __vitest_worker__: { config: { fakeTimers: {}, expect: {}, snapshotOptions: {} }, ctx: {}, metaEnv: {}, environment: { name: 'node' } },
});
const data: unknown = workerData;
shared.activeMutant = typeof data === 'string' ? data : undefined;

const suiteUrl = new URL('suite.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    const isForTests = specifier === 'vitest' && context.parentURL !== suiteUrl;
    return isForTests ? { url: suiteUrl, shortCircuit: true } : next(specifier, context);
  },
});
const { collect } = await import('./suite.ts');

const known = new Map<string, CollectedTest>();
const tell = (news: News): void => parentPort?.postMessage(news);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function load(files: readonly string[]): Promise<void> {
  const added: TestFacts[] = [];
  let failure: string | null = null;
  for (const file of files) {
    tell({ kind: 'started', id: file });
    shared.currentTestId = `load:${file}`;
    try {
      for (const test of await collect(file, () => import(pathToFileURL(file).href))) {
        if (test.isSkipped) continue;
        known.set(test.id, test);
        added.push({ id: test.id, name: test.name, file: test.file, line: test.line });
      }
    } catch (error) {
      failure = messageOf(error);
    }
    shared.currentTestId = undefined;
    if (failure !== null) break;
  }
  tell({ kind: 'loaded', tests: added, failure });
}

async function runOne({ before, body, after }: CollectedTest): Promise<string | null> {
  let failure: string | null = null;
  const attempt = async (step: () => unknown): Promise<void> => {
    try {
      await step();
    } catch (error) {
      failure ??= messageOf(error);
    }
  };
  await attempt(async () => {
    for (const step of before) await step();
    await body();
  });
  for (const step of after) await attempt(step);
  return failure;
}

async function run({ ids, mutant, hitLimit, isDry }: Order & { kind: 'run' }): Promise<void> {
  const isStatic = typeof data === 'string';
  shared.hitCount = 0;
  shared.hitLimit = hitLimit ?? undefined;
  const ended: Ended[] = [];
  for (const id of ids) {
    const test = known.get(id);
    if (test === undefined) continue;
    tell({ kind: 'started', id });
    if (isDry) shared.currentTestId = id;
    if (!isStatic) shared.activeMutant = mutant ?? undefined;
    const since = performance.now();
    const failure = await runOne(test);
    ended.push({ id, ms: performance.now() - since, failure });
    shared.currentTestId = undefined;
    if (failure !== null && !isDry) break;
  }
  if (!isStatic) shared.activeMutant = undefined;
  const isOverLimit = hitLimit !== null && shared.hitCount > hitLimit;
  tell({ kind: 'ran', ended, isOverLimit, coverage: isDry ? (shared.mutantCoverage ?? null) : null });
}

parentPort?.on('message', (order: Order) => void (order.kind === 'load' ? load(order.files) : run(order)));
