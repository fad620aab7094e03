/**
 * The shipped `watch`, as fast as its runs go: only the schedule is played. Started by watch-memory.ts, which strips the types first,
 * so that this process holds nothing but the program itself.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OpenBackend } from '../../electron/cli/backend.ts';
import type { Mapping } from '../../shared/domain/mapping.ts';
import type { MemoryQuestion, MemoryReading } from './watch-memory.ts';

const [, , outFolder = '', mappingText = '{}', runsText = '0'] = process.argv;
const LAST_RUN = Number(runsText);

/** What out/cli.js imports on demand; the chunks keep the names of what they export. */
interface Shipped {
  readonly runCommandLine: (words: readonly string[], world: unknown) => Promise<number>;
  readonly createProcessWorld: (version: string, openBackend: OpenBackend) => unknown;
  readonly openBackend: OpenBackend;
}

const shipped = await load();
let ran = 0;
let due: () => void = () => undefined;

const openBackend: OpenBackend = async (options) => {
  const opened = await shipped.openBackend(options);
  if (!opened.ok) return opened;
  const backend = opened.value;
  const { settings } = backend;
  settings.write({ ...settings.read(), mapping: JSON.parse(mappingText) as Mapping });
  const sync = backend.sync.bind(backend);
  Object.assign(backend, {
    scheduler: {
      validate: () => true,
      schedule: (_cron: string, onDue: () => void) => {
        due = onDue;
        return { stop: () => undefined, nextRuns: () => [] };
      },
    },
    sync: async (syncOptions: Parameters<typeof sync>[0]) => {
      const outcome = await sync(syncOptions);
      if (!outcome.ok || outcome.value.run.outcome === 'failed') throw new Error('A run of the bench failed.');
      ran += 1;
      tell({ kind: 'ran', run: ran, operations: outcome.value.operations.length });
      return outcome;
    },
  });
  return opened;
};

process.on('message', (question: MemoryQuestion) => {
  if (question.kind === 'measure') {
    // Twice: what finalizers let go in the first is collected in the second.
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    tell({ kind: 'memory', run: ran, heapBytes: heapUsed, rssBytes: rss });
  } else if (ran < LAST_RUN) due();
  else process.kill(process.pid, 'SIGINT');
});
process.exitCode = await shipped.runCommandLine(['watch', '--json'], shipped.createProcessWorld('bench', openBackend));
process.disconnect();

function tell(reading: MemoryReading): void {
  process.send?.(reading);
}

async function load(): Promise<Shipped> {
  const { readFileSync } = await import('node:fs');
  const text = readFileSync(join(outFolder, 'cli.js'), 'utf8');
  const chunks = [...text.matchAll(/import\("(\.\/chunks\/[^"]+)"\)/g)].map(([, path = '']) => join(outFolder, path));
  const modules = await Promise.all(chunks.map((path) => import(pathToFileURL(path).href) as Promise<Partial<Shipped>>));
  return Object.assign({}, ...modules) as Shipped;
}
