/** The desktop app from the load of its bundle to its icon in the tray, and what it holds on to when it then has nothing to do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareApp } from '../e2e/app.ts';
import { defaultKind } from '../host/host.ts';
import { median } from './measure.ts';
import type { Part } from './measure.ts';
import { buildStandin } from './standin.ts';

const TIMES = 7;
const MEBIBYTE = 1024 * 1024;

interface Start {
  readonly tookMs: number;
  readonly cpuMs: number;
  readonly residentBytes: number;
}

export const start: Part = {
  name: 'start',
  about: `start of the built app on the ${defaultKind()}, median of ${String(TIMES)}, and its memory at rest; the stand-in as JavaScript`,
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
    const starts: Start[] = [];
    try {
      const standin = await buildStandin(folder);
      for (let time = 0; time < TIMES; time += 1) starts.push(await startOnce(standin));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const of = (value: (one: Start) => number): number => median(starts.map(value));
    return [
      { what: 'start, from the bundle to the tray', value: of(({ tookMs }) => tookMs), unit: 'ms', against: { name: 'aim', value: 300 } },
      {
        what: 'start, own processor time until the tray',
        value: of(({ cpuMs }) => cpuMs),
        unit: 'ms',
        against: { name: 'aim', value: 300 },
      },
      {
        what: 'memory of main at rest',
        value: of(({ residentBytes }) => residentBytes) / MEBIBYTE,
        unit: 'MB',
        against: { name: 'aim', value: 110 },
      },
    ];
  },
};

/** After a collection, which V8 is asked for through its own flag. */
async function startOnce(standin: string): Promise<Start> {
  // Once a year: no slot falls into the measurement.
  const app = await prepareApp(defaultKind(), (settings) => ({ ...settings, schedule: { cron: '59 23 31 12 *' } }));
  try {
    const host = await app.start({ standin });
    while ((await host.tray()) === null) await new Promise((resolve) => setTimeout(resolve, 5));
    return await host.evaluateMain(() => {
      const { setFlagsFromString } = process.getBuiltinModule('node:v8');
      const { runInNewContext } = process.getBuiltinModule('node:vm');
      const { performance } = process.getBuiltinModule('node:perf_hooks');
      setFlagsFromString('--expose-gc');
      const collect = runInNewContext('gc') as () => undefined;
      const [main, tray] = ['main', 'tray'].map((name) => performance.getEntriesByName(name)[0] as PerformanceMark);
      if (main === undefined || tray === undefined) throw new Error('The host does not mark its start.');
      collect();
      collect();
      const [before, after] = [main.detail as NodeJS.CpuUsage, tray.detail as NodeJS.CpuUsage];
      return {
        tookMs: tray.startTime - main.startTime,
        cpuMs: (after.user + after.system - before.user - before.system) / 1000,
        residentBytes: process.memoryUsage().rss,
      };
    }, null);
  } finally {
    await app.close();
  }
}
