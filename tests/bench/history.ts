/** How long the history takes to read a page of runs, deep in the past, beside the newest page. */
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { median } from './measure.ts';
import type { Part } from './measure.ts';

const RUNS = 10_000;
const TIMES = 20;

export const history: Part = {
  name: 'history',
  about: 'a page of 50 runs among 10,000, median of twenty',
  async measure() {
    const store = openHistoryStore({ file: ':memory:', clock: createSystemClock() });
    for (let index = 0; index < RUNS; index += 1) {
      store.beginRun({ id: `run-${String(index)}`, mode: 'live', trigger: 'schedule', startedAtMs: index * 60_000 });
    }
    const timed = (read: () => unknown): number => {
      const startedMs = performance.now();
      read();
      return performance.now() - startedMs;
    };
    const newest = Array.from({ length: TIMES }, () => timed(() => store.listRuns({ limit: 50 })));
    const deep = Array.from({ length: TIMES }, () => timed(() => store.listRuns({ limit: 50, beforeRunId: 'run-5000' })));
    store.close();
    return [
      {
        what: 'history, a page in the middle',
        value: median(deep),
        unit: 'ms',
        against: { name: 'the newest page', value: median(newest) },
      },
    ];
  },
};
