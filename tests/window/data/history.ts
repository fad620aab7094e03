/** A year of runs in a real history: mostly nothing to do, now and then one that really happened on the demo portfolio. */
import { openHistoryStore } from '../../../electron/storage/history/history-store.ts';
import type { HistoryStore } from '../../../electron/app/ports/storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import type { RunCounts, RunOutcome, RunReport } from '../../../shared/domain/run.ts';
import { isoInstant, MINUTE_MS } from '../../../shared/time.ts';
import { SILENT } from '../../engine/world.ts';
import { NOW_MS } from './clock.ts';
import { recordedText } from '../../../shared/i18n/problem-text.ts';

const NOTHING: RunCounts = { created: 0, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 34, held: 0, skipped: 1, failed: 0 };

/** `templates`: live runs; the last of them is the newest row, and all but that come round again and again. */
export function openHistory(templates: readonly RunReport[], runs: number): HistoryStore {
  const history = openHistoryStore({ file: ':memory:', clock: createVirtualClock({ nowMs: NOW_MS }), log: SILENT });
  for (let age = runs - 1; age >= 0; age -= 1) {
    const report = reportOf(age, templates);
    const { id, mode, trigger, startedAt } = report.run;
    history.beginRun({ id, mode, trigger, startedAtMs: Date.parse(startedAt) });
    history.finishRun(report);
  }
  return history;
}

function reportOf(age: number, templates: readonly RunReport[]): RunReport {
  const startedMs = NOW_MS - MINUTE_MS * (1 + age * 15) + (age % 7) * 3_000;
  const durationMs = 1_400 + ((age * 7_919) % 9_000);
  const template = templates.at(-1 - age) ?? (age % 11 === 4 ? templates[age % Math.max(1, templates.length - 1)] : undefined);
  const run = (outcome: RunOutcome): RunReport['run'] => ({
    id: `run-${String(100_000 - age)}`,
    mode: 'live',
    trigger: age % 97 === 5 ? 'manual' : age % 89 === 6 ? 'start' : 'schedule',
    outcome,
    startedAt: isoInstant(startedMs),
    finishedAt: isoInstant(startedMs + durationMs),
  });
  if (template !== undefined) return { ...template, run: run(template.run.outcome) };
  const quiet = { counts: NOTHING, operations: [], stays: [], requests: { smoobu: 1, theKeys: 9 } };
  if (age % 53 !== 20) return { ...quiet, run: run('nothing-to-do'), problems: [] };
  return {
    ...quiet,
    run: run('failed'),
    counts: { ...NOTHING, unchanged: 0, skipped: 0 },
    problems: [{ kind: 'cloud-unreachable', text: recordedText('Smoobu does not answer.'), retryable: true, cloud: 'smoobu' }],
  };
}
