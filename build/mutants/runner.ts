/**
 * Runs tests for the mutation tool, which loads this by its path. All test files stay loaded in a thread, where a mutant takes milliseconds instead
 * of a start of the test runner. Tests that failed for other mutants of a file come first. What runs while files are loaded gets a fresh thread.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { Coverage, Ended, News, Order, TestFacts } from './thread.ts';

interface MutantRun {
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly activeMutant: { readonly id: string; readonly fileName: string };
  readonly mutantActivation: 'runtime' | 'static';
}
interface Killed {
  readonly status: 'killed';
  readonly killedBy: readonly string[];
  readonly failureMessage: string;
  readonly nrOfTests: number;
}
type MutantResult =
  | Killed
  | { readonly status: 'survived'; readonly nrOfTests: number }
  | { readonly status: 'timeout'; readonly reason: string };

/** What the first run without any mutant found out, for all processes of the tool. */
const factsSchema = z.object({
  tests: z.array(z.object({ id: z.string(), file: z.string(), ms: z.number() })),
  /** The test files that reach a mutant while they are loaded, where a test reaches it too. */
  whileLoading: z.record(z.string(), z.array(z.string())),
});
const FACTS = 'mutants-facts.json';
const LOADING = 'load:';

/** Generated histories of whole runs: minutes for each mutant that survives the others. */
const TOO_LONG = [
  'acts/acts',
  'app-portfolio',
  'any-text',
  'convergence',
  'fewer-lists',
  'full-keypads',
  'hard-times',
  'lagging-lists',
  'large-day',
  'messages/any-moment/any-moment',
  'placeholders/any-moment',
  'reads-alike',
  'refusal-properties',
  'week/',
];

/** A mutant that survives so much of the tests that reach it, the likeliest first, has survived: those of whole runs take minutes. */
const ENOUGH_MS = 30_000;
const ENOUGH_SHARE = 0.1;

class Hung extends Error {}
/** What a file may take to load on a busy machine, and a test in a thread of its own. */
const START_MS = 60_000;

/** One thread, which answers one order at a time. */
class Thread {
  readonly #worker: Worker;
  #heard: (news: News | Error) => void = () => undefined;
  constructor(mutant: string | null) {
    this.#worker = new Worker(new URL('thread.ts', import.meta.url), {
      workerData: mutant,
      env: { ...process.env, LATCHKEY_SOAK_FACTOR: '0.1', LATCHKEY_SOAK_SHRINK: 'no', NODE_ENV: 'test' },
    });
    this.#worker.on('message', (news: News) => this.#heard(news));
    this.#worker.on('error', (error) => this.#heard(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#heard(new Error('The thread ended.')));
  }
  /** Fails when a test, or loading a file, takes longer than that. */
  ask(order: Order, limitMs: (id: string) => number): Promise<Exclude<News, { kind: 'started' }>> {
    const { promise, resolve: settle, reject: fail } = Promise.withResolvers<Exclude<News, { kind: 'started' }>>();
    const onSilence = (): void => fail(new Hung());
    let timer = setTimeout(onSilence, START_MS);
    this.#heard = (news): void => {
      clearTimeout(timer);
      if (news instanceof Error) fail(news);
      else if (news.kind === 'started') timer = setTimeout(onSilence, limitMs(news.id));
      else settle(news);
    };
    this.#worker.postMessage(order);
    return promise;
  }
  async load(files: readonly string[]): Promise<readonly TestFacts[]> {
    const news = await this.ask({ kind: 'load', files }, () => START_MS);
    if (news.kind !== 'loaded') return [];
    if (news.failure !== null) throw new Error(news.failure);
    return news.tests;
  }
  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

class InOneThread {
  #thread: Thread | null = null;
  #facts: z.infer<typeof factsSchema> | null = null;
  readonly #kills = new Map<string, number>();

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<unknown> {
    const thread = new Thread(null);
    const tests = await thread.load(testFiles());
    const news = await thread.ask(
      { kind: 'run', ids: tests.map(({ id }) => id), mutant: null, hitLimit: null, isDry: true },
      () => 2 * START_MS,
    );
    if (news.kind !== 'ran') return { status: 'error', errorMessage: 'The tests did not run.' };
    const times = new Map(news.ended.map((one): [string, Ended] => [one.id, one]));
    const { mutantCoverage, whileLoading } = separated(news.coverage ?? { static: {}, perTest: {} });
    this.#facts = { tests: tests.map(({ id, file }) => ({ id, file, ms: times.get(id)?.ms ?? 0 })), whileLoading };
    writeFileSync(FACTS, JSON.stringify(this.#facts));
    this.#thread = thread;
    return {
      status: 'complete',
      mutantCoverage,
      tests: tests.map(({ id, name, file, line }) => {
        const { ms, failure } = times.get(id) ?? { ms: 0, failure: null };
        const facts = { id, name, fileName: file, startPosition: { line: line - 1, column: 0 }, timeSpentMs: ms };
        return failure === null ? { ...facts, status: 0 } : { ...facts, status: 1, failureMessage: failure };
      }),
    };
  }

  async mutantRun(run: MutantRun): Promise<MutantResult> {
    this.#facts ??= factsSchema.parse(JSON.parse(readFileSync(FACTS, 'utf8')));
    const { id } = run.activeMutant;
    const result = run.mutantActivation === 'static' ? await this.#runFresh(run, null) : await this.#runLoaded(run);
    const loading = this.#facts.whileLoading[id];
    const last = result.status === 'survived' && loading !== undefined ? await this.#runFresh(run, loading) : result;
    if (last.status === 'killed') for (const test of last.killedBy) this.#kills.set(test, (this.#kills.get(test) ?? 0) + 1);
    return last;
  }

  /** In the thread where all tests are loaded. */
  async #runLoaded({ testFilter = [], hitLimit, activeMutant }: MutantRun): Promise<MutantResult> {
    const facts = new Map(this.#facts?.tests.map((test) => [test.id, test]));
    const limitMs = (id: string): number => 5_000 + 10 * (facts.get(id)?.ms ?? 0);
    const cost = (id: string): number => {
      const { ms, file } = facts.get(id) ?? { ms: 0, file: '' };
      const isBeside = dirname(file) === dirname(activeMutant.fileName);
      return (ms + 1) / (1 + (isBeside ? 5 : 0) + 20 * (this.#kills.get(id) ?? 0));
    };
    const sorted = testFilter.toSorted((one, other) => cost(one) - cost(other));
    const enough = Math.max(ENOUGH_MS, testFilter.reduce((sum, id) => sum + (facts.get(id)?.ms ?? 0), 0) * ENOUGH_SHARE);
    let ms = 0;
    const ids = sorted.filter((id) => {
      const before = ms;
      ms += facts.get(id)?.ms ?? 0;
      return before < enough;
    });
    try {
      this.#thread ??= await this.#loaded();
      const news = await this.#thread.ask({ kind: 'run', ids, mutant: activeMutant.id, hitLimit: hitLimit ?? null, isDry: false }, limitMs);
      return resultOf(news);
    } catch (error) {
      await this.#thread?.end();
      this.#thread = null;
      return error instanceof Hung ? { status: 'timeout', reason: 'A test hung.' } : killedBy(ids.slice(0, 1), error);
    }
  }
  async #loaded(): Promise<Thread> {
    const thread = new Thread(null);
    await thread.load(testFiles());
    return thread;
  }

  /** In a thread where files are loaded with the mutant, the likeliest first: only these files, or all. */
  async #runFresh({ hitLimit, activeMutant }: MutantRun, only: readonly string[] | null): Promise<MutantResult> {
    const thread = new Thread(activeMutant.id);
    const source = activeMutant.fileName;
    const rank = (file: string): number =>
      basename(file, '.test.ts') === basename(source, '.ts') ? 0 : dirname(file) === dirname(source) ? 1 : 2;
    let count = 0;
    const tests = this.#facts?.tests ?? [];
    try {
      for (const file of [...(only ?? testFiles())].toSorted((one, other) => rank(one) - rank(other))) {
        const first = tests.filter((test) => test.file === file).slice(0, 1);
        try {
          const loaded = await thread.load([file]);
          const ids = loaded.map(({ id }) => id);
          const news = await thread.ask(
            { kind: 'run', ids, mutant: activeMutant.id, hitLimit: hitLimit ?? null, isDry: false },
            () => START_MS,
          );
          const result = resultOf(news);
          if (result.status !== 'survived') return result;
          count += result.nrOfTests;
        } catch (error) {
          if (error instanceof Hung) return { status: 'timeout', reason: 'A test hung.' };
          return killedBy(
            first.map(({ id }) => id),
            error,
          );
        }
      }
      return { status: 'survived', nrOfTests: count };
    } finally {
      await thread.end();
    }
  }

  async dispose(): Promise<void> {
    await this.#thread?.end();
  }
}

function testFiles(): readonly string[] {
  const folders = (process.env.MUTANT_TESTS ?? 'shared/reconcile').split(',');
  const files = folders.flatMap((path) => (path.endsWith('.ts') ? [path] : globSync(`${path}/**/*.test.ts`).toSorted()));
  return files.filter((file) => !TOO_LONG.some((name) => file.startsWith(`tests/engine/${name}`))).map((file) => resolve(file));
}

const killedBy = (ids: readonly string[], error: unknown): Killed => {
  return { status: 'killed', killedBy: ids, failureMessage: error instanceof Error ? error.message : String(error), nrOfTests: 1 };
};

function resultOf(news: News): MutantResult {
  if (news.kind !== 'ran') return { status: 'timeout', reason: 'The tests did not run.' };
  if (news.isOverLimit) return { status: 'timeout', reason: 'Run far more often than before.' };
  const failed = news.ended.find(({ failure }) => failure !== null);
  if (failed === undefined) return { status: 'survived', nrOfTests: news.ended.length };
  return { ...killedBy([failed.id], failed.failure), nrOfTests: news.ended.length };
}

/**
 * Apart from what a mutant does in tests, what it does while files are loaded; and only that where no test reaches it. Then it counts as reached by all
 * tests, so that a survivor is tried again once there is another one.
 */
function separated({ static: atOther, perTest }: Coverage): { mutantCoverage: Coverage; whileLoading: Record<string, string[]> } {
  const inTests = Object.entries(perTest).filter(([id]) => !id.startsWith(LOADING));
  const reached = new Set(inTests.flatMap(([, counts]) => Object.keys(counts)));
  const whileLoading: Record<string, string[]> = {};
  const alone: Record<string, number> = Object.fromEntries(
    Object.keys(atOther).flatMap((mutant) => (reached.has(mutant) ? [] : [[mutant, 1]])),
  );
  for (const [id, counts] of Object.entries(perTest)) {
    if (!id.startsWith(LOADING)) continue;
    for (const mutant of Object.keys(counts)) {
      if (reached.has(mutant)) (whileLoading[mutant] ??= []).push(id.slice(LOADING.length));
      else alone[mutant] = 1;
    }
  }
  const all = inTests.map(([id, counts]): [string, Record<string, number>] => [id, { ...counts, ...alone }]);
  return { mutantCoverage: { static: alone, perTest: Object.fromEntries(all) }, whileLoading };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-one-thread', injectableClass: InOneThread }];
