/** How long the history takes to read a page of runs, deep in the past, beside the newest page, and to record a large plan. */
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import type { OperationReport } from '../../shared/domain/run.ts';
import { bookingId, place, unitId } from '../support/ids.ts';
import { median } from './measure.ts';
import type { Part } from './measure.ts';

const RUNS = 10_000;
const TIMES = 20;
const OPERATIONS = 8000;

export const history: Part = {
  name: 'history',
  about: 'a page of 50 runs among 10,000, median of twenty; a plan of 8,000 operations recorded',
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
    const planned = Array.from({ length: OPERATIONS }, (_, index) => created(index));
    const recorded = timed(() => store.recordOperations('run-9999', planned));
    store.close();
    return [
      { what: 'history, 8,000 operations recorded', value: recorded, unit: 'ms', against: { name: 'aim', value: 200 } },
      {
        what: 'history, a page in the middle',
        value: median(deep),
        unit: 'ms',
        against: { name: 'the newest page', value: median(newest) },
      },
    ];
  },
};

function created(index: number): OperationReport {
  return {
    ...place(3705, 'Kp7Qm2Xa'),
    key: `create ${String(90_000 + index)} 3705/Kp7Qm2Xa`,
    kind: 'create',
    status: 'planned',
    bookingId: bookingId(90_000 + index),
    unitId: unitId(500037),
    codeId: null,
    changes: { name: { from: null, to: 'Ada Example' }, active: { from: false, to: true } },
    evidence: null,
    hold: null,
  };
}
