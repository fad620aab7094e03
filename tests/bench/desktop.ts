/** The desktop app in the background: how often its timers fire when nothing is due, and its memory over many runs. */
import { prepareApp } from '../e2e/app.ts';
import { defaultKind } from '../host/host.ts';
import type { Host } from '../host/host.ts';
import type { Measurement, Part } from './measure.ts';

const RUNS = 200;
const WARM_RUNS = 50;
const IDLE_MS = 65_000;
const MEBIBYTE = 1024 * 1024;

export const desktop: Part = {
  name: 'desktop',
  about: `the app on the ${defaultKind()}: ${String(RUNS)} runs in the tray, then ${String(IDLE_MS / 1000)} s with nothing to do`,
  async measure() {
    // Once a year: no slot falls into the measurement.
    const app = await prepareApp(defaultKind(), (settings) => ({ ...settings, schedule: { cron: '59 23 31 12 *' } }));
    try {
      const host = await app.start();
      const run = async (): Promise<void> => {
        const before = app.clouds.smoobu.requestCount();
        await host.clickTrayItem({ id: 'sync-now' });
        while (app.clouds.smoobu.requestCount() === before || !(await canSync(host)))
          await new Promise((resolve) => setTimeout(resolve, 5));
      };
      for (let count = 0; count < WARM_RUNS; count += 1) await run();
      const warm = await memoryOf(host);
      for (let count = WARM_RUNS; count < RUNS; count += 1) await run();
      const late = await memoryOf(host);
      // The user waits for what the runs left: connections that may still be used again.
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      const firings = await firingsWhileIdle(host);
      return [...memoryRows(warm, late), ...firings];
    } finally {
      await app.close();
    }
  },
};

async function canSync(host: Host): Promise<boolean> {
  return (await host.tray())?.menu?.find((entry) => entry.id === 'sync-now')?.enabled === true;
}

interface Memory {
  readonly heapBytes: number;
  readonly residentBytes: number;
}

/** After a collection, which V8 is asked for through its own flag. */
function memoryOf(host: Host): Promise<Memory> {
  return host.evaluateMain(() => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8');
    const { runInNewContext } = process.getBuiltinModule('node:vm');
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => undefined;
    collect();
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    return { heapBytes: heapUsed, residentBytes: rss };
  }, null);
}

function memoryRows(warm: Memory, late: Memory): Measurement[] {
  const per100 = ((late.heapBytes - warm.heapBytes) / (RUNS - WARM_RUNS)) * 100;
  return [
    {
      what: `desktop, heap of main per 100 runs (run ${String(WARM_RUNS)} to ${String(RUNS)})`,
      value: per100 / 1024,
      unit: 'KB',
      against: { name: 'noise of a collection', value: 1024 },
    },
    {
      what: `desktop, memory of main after ${String(RUNS)} runs`,
      value: late.residentBytes / MEBIBYTE,
      unit: 'MB',
      against: { name: 'aim', value: 150 },
    },
  ];
}

/** Counts the callbacks of timers, whoever set them and when. */
async function firingsWhileIdle(host: Host): Promise<Measurement[]> {
  await host.evaluateMain(() => {
    const { createHook, executionAsyncResource } = process.getBuiltinModule('node:async_hooks');
    const fired: Record<string, number> = {};
    Object.assign(globalThis, { latchkeyFired: fired });
    createHook({
      before() {
        const resource = executionAsyncResource() as
          | { constructor?: { name?: string }; _onTimeout?: unknown; _idleTimeout?: number }
          | undefined;
        if (resource?.constructor?.name !== 'Timeout') return;
        // Two timers of the same length are two: what they call tells them apart.
        const key = `${String(resource._idleTimeout)} ms ${String(resource._onTimeout)}`;
        fired[key] = (fired[key] ?? 0) + 1;
      },
    }).enable();
  }, null);
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const fired = await host.evaluateMain(() => (globalThis as { latchkeyFired?: Record<string, number> }).latchkeyFired ?? {}, null);
  const most = Math.max(0, ...Object.values(fired));
  return [
    {
      what: `desktop, firings of the busiest timer in ${String(IDLE_MS / 1000)} s at rest`,
      value: most,
      unit: '×',
      against: { name: 'once a minute', value: Math.ceil(IDLE_MS / 60_000) },
    },
  ];
}
