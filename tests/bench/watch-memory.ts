/** Memory of the shipped `watch` over 1,500 runs, with a stay prolonged now and then so that there is something to do. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { largePortfolio } from '../../electron/demo/portfolio/large-portfolio.ts';
import { startRemoteClouds } from './clouds.ts';
import type { RemoteClouds } from './clouds.ts';
import type { Part } from './measure.ts';

export type MemoryQuestion = { readonly kind: 'measure' } | { readonly kind: 'next' };
export type MemoryReading =
  | { readonly kind: 'ran'; readonly run: number; readonly operations: number }
  | { readonly kind: 'memory'; readonly run: number; readonly heapBytes: number; readonly rssBytes: number };
type Memory = Extract<MemoryReading, { kind: 'memory' }>;

/** Early enough for the settled state, and two to see the slope from. */
const MARKS = [100, 750, 1_500] as const;
const LAST_RUN = MARKS[2];
/** Every so many runs one stay changes. */
const CHANGE_EVERY = 10;
const MEGABYTE = 1024 * 1024;

export const watchMemory: Part = {
  name: 'watch',
  about: `memory of watch over ${String(LAST_RUN)} runs of 60 bookings on 12 locks (ten minutes at least: the request budget of Smoobu is the real one)`,
  async measure() {
    const portfolio = { units: 12, locks: 12, bookings: 60, seed: 5, nowMs: Date.now() };
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
    const clouds = await startRemoteClouds(portfolio, 0);
    try {
      const startedMs = performance.now();
      const [early, middle, late] = await watch(clouds, folder, JSON.stringify(largePortfolio(portfolio).mapping));
      const growthKb = (late.heapBytes - middle.heapBytes) / 1024 / ((late.run - middle.run) / 100);
      const heap = (memory: Memory) => ({ name: `heap after run ${String(memory.run)}`, value: memory.heapBytes / MEGABYTE });
      return [
        { what: `watch, heap after run ${String(middle.run)}`, value: middle.heapBytes / MEGABYTE, unit: 'MB', against: heap(early) },
        { what: `watch, heap after run ${String(late.run)}`, value: late.heapBytes / MEGABYTE, unit: 'MB', against: heap(middle) },
        { what: 'watch, growth of the heap in 100 runs', value: growthKb, unit: 'KB', against: null },
        {
          what: `watch, resident memory after run ${String(late.run)}`,
          value: late.rssBytes / MEGABYTE,
          unit: 'MB',
          against: { name: 'aim', value: 150 },
        },
        { what: `watch, ${String(LAST_RUN)} runs`, value: performance.now() - startedMs, unit: 'ms', against: null },
      ];
    } finally {
      await clouds.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function watch(clouds: RemoteClouds, folder: string, mapping: string): Promise<readonly [Memory, Memory, Memory]> {
  const script = join(folder, 'watch-process.mjs');
  const source = readFileSync(new URL('watch-process.ts', import.meta.url), 'utf8');
  writeFileSync(script, stripTypeScriptTypes(source));
  const out = fileURLToPath(new URL('../../out', import.meta.url));
  const child = fork(script, [out, mapping, String(LAST_RUN)], {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      LATCHKEY_HOME: join(folder, 'home'),
      LATCHKEY_SMOOBU_URL: clouds.smoobu.url,
      LATCHKEY_SMOOBU_API_KEY: clouds.smoobu.apiKey,
      LATCHKEY_SMOOBU_API_SECRET: clouds.smoobu.apiSecret,
      LATCHKEY_THEKEYS_URL: clouds.theKeys.url,
      LATCHKEY_THEKEYS_USERNAME: clouds.theKeys.username,
      LATCHKEY_THEKEYS_PASSWORD: clouds.theKeys.password,
      LATCHKEY_PIN_KEY: Buffer.alloc(32, 11).toString('base64'),
    },
  });
  try {
    const memories = await follow(child, clouds);
    const [early, middle, late] = MARKS.map((mark) => memories.find((memory) => memory.run === mark));
    if (early === undefined || middle === undefined || late === undefined) throw new Error('watch ended too early.');
    return [early, middle, late];
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
}

/** Lets it run on, run by run, until it ends. */
async function follow(child: ChildProcess, clouds: RemoteClouds): Promise<readonly Memory[]> {
  const memories: Memory[] = [];
  // It tells each run there; what it said is of interest when it fails.
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  const ended = once(child, 'exit');
  const say = (question: MemoryQuestion): void => {
    child.send(question);
  };
  const next = async (run: number): Promise<void> => {
    if (run % CHANGE_EVERY === 0) await clouds.prolong(run / CHANGE_EVERY);
    say({ kind: 'next' });
  };
  child.on('message', (reading: MemoryReading) => {
    if (reading.kind === 'memory') {
      memories.push(reading);
      void next(reading.run);
    } else if (MARKS.some((mark) => mark === reading.run)) say({ kind: 'measure' });
    else void next(reading.run);
  });
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`watch ended with ${String(code)}\n${said}`);
  return memories;
}
