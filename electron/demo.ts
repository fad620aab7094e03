/** `npm run demo`: the main job on the built-in demo clouds, in tables; with `--serve`, the clouds alone for anything to talk to. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { refuseOldNode } from './environment/node-version.ts';
import { readVersion } from './compose/read-version.ts';

const refusal = refuseOldNode(process.versions.node);
if (refusal === null) process.exitCode = await main(process.argv.slice(2));
else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}

async function main(words: readonly string[]): Promise<number> {
  let options;
  try {
    options = parseArgs({
      args: [...words],
      options: {
        serve: { type: 'boolean', default: false },
        fault: { type: 'string', multiple: true, default: [] },
        'latency-ms': { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'These words are not understood.'}\n${HELP}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { readFaults, serve, story } = await import('./demo/command/story.ts');
  const latencyMs = Number(options['latency-ms']);
  const faults = readFaults(options.fault);
  if (!faults.ok || !Number.isInteger(latencyMs) || latencyMs < 0) {
    process.stderr.write(`${faults.ok ? '--latency-ms must be a whole number of milliseconds.' : faults.error}\n`);
    return 2;
  }
  const terminal = {
    columns: process.stdout.columns as number | undefined,
    isTerminal: process.stdout.isTTY,
    environment: process.env,
    print: (text: string) => void process.stdout.write(`${text}\n`),
  };
  if (!options.serve) return story({ ...terminal, version: readVersion(), faults: faults.value, latencyMs });
  const lines = createInterface({ input: process.stdin });
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    return await serve({ ...terminal, version: readVersion(), faults: faults.value, latencyMs, lines, signal: stop.signal });
  } finally {
    lines.close();
  }
}

const HELP = `npm run demo                    one sync, a few changed bookings, another sync, all on pretend clouds
npm run demo -- --serve         keeps the pretend clouds up and prints how to reach them
  --fault CLOUD[:PART]=KIND     plays a fault, for instance --fault the-keys:writes=drop-after (may be repeated)
  --latency-ms N                how long each answer takes
`;
