/** The demo command from arguments to exit code: the story by default, with `--serve` the demo clouds alone. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { makeStyle, wantsColour } from '../../cli/render/style.ts';
import { readVersion } from '../../compose/read-version.ts';
import { FAULT_KINDS } from '../http/faults.ts';
import { parseFaults } from '../parse-fault.ts';
import { parseSwitch, switchNames } from '../parse-switch.ts';
import type { SwitchChange } from '../parse-switch.ts';
import { serve } from './serve.ts';
import { story } from './story.ts';

export const DEMO_HELP = `npm run demo                    three syncs on local demo clouds: codes, messages to guests, and changes
npm run demo -- --serve         keeps the demo clouds running and prints how to reach them
  --fault CLOUD[:PART]=KIND     simulates a fault, for instance --fault the-keys:writes=drop-after (can be repeated)
  --switch CLOUD:NAME=VALUE     how a cloud behaves, for instance --switch the-keys:missingDigits=0 (can be repeated)
  --latency-ms N                how long each response takes

Faults: ${FAULT_KINDS.join(', ')}
Switches of smoobu: ${switchNames('smoobu').join(', ')}
Switches of the-keys: ${switchNames('the-keys').join(', ')}
`;

export async function runDemoCommand(words: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  const refuse = (message: string): number => {
    stderr.write(`${message}\n${DEMO_HELP}`);
    return 2;
  };
  let values;
  try {
    ({ values } = parseArgs({
      args: [...words],
      options: {
        serve: { type: 'boolean', default: false },
        fault: { type: 'string', multiple: true, default: [] },
        switch: { type: 'string', multiple: true, default: [] },
        'latency-ms': { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  if (values.help) {
    stdout.write(DEMO_HELP);
    return 0;
  }
  const latencyMs = Number(values['latency-ms']);
  if (!Number.isInteger(latencyMs) || latencyMs < 0) return refuse('--latency-ms must be a whole number of milliseconds.');
  const faults = parseFaults(values.fault);
  if (!faults.ok) return refuse(faults.error);
  const switches: SwitchChange[] = [];
  for (const text of values.switch) {
    const change = parseSwitch(text);
    if (!change.ok) return refuse(change.error);
    switches.push(change.value);
  }
  const options = {
    style: makeStyle(stdout.isTTY ? stdout.columns : undefined, wantsColour(stdout.isTTY, env)),
    print: (text: string) => void stdout.write(`${text}\n`),
    version: readVersion(),
    faults: faults.value,
    switches,
    latencyMs,
  };
  if (!values.serve) return story(options);
  const lines = createInterface({ input: stdin });
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    return await serve({ ...options, lines, signal: stop.signal });
  } finally {
    lines.close();
  }
}
