/** A real history of quiet weeks: now and then a booking, an outage of an hour, an act of the user, and the last syncs of a portfolio. */
import { openHistoryStore } from '../../../electron/storage/history/history-store.ts';
import type { HistoryStore } from '../../../electron/app/ports/storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { claimOf } from '../../../shared/domain/ids.ts';
import { changeCounts } from '../../../shared/domain/run-changes.ts';
import type { OperationReport, RunCounts, RunOutcome, RunReport } from '../../../shared/domain/run.ts';
import { isoInstant, MINUTE_MS } from '../../../shared/time.ts';
import { SILENT } from '../../engine/world.ts';
import { NOW_MS } from './clock.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';

const NOTHING: RunCounts = { created: 0, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 34, held: 0, skipped: 1, failed: 0 };
/** Syncs of a week, one every quarter of an hour. */
export const WEEK = 672;
/** Smoobu is down, some hours ago. */
const OUTAGE = { from: 20, to: 25 };
/** The user lets a guest stay longer, yesterday afternoon: Siobhán, where there is one. */
const ACT = 67;
const ACT_GUEST = 90_006;
/** How far the bookings are apart that each made a change. */
const BETWEEN_BOOKINGS = 31;

export interface HistoryParts {
  /** Live runs; the last of them is the newest row. */
  readonly last: readonly RunReport[];
  /** What it did came in one by one, a booking at a time. */
  readonly first: RunReport | undefined;
  readonly runs: number;
}
export function openHistory({ last, first, runs }: HistoryParts): HistoryStore {
  const history = openHistoryStore({ file: ':memory:', clock: createVirtualClock({ nowMs: NOW_MS }), log: SILENT });
  const bookings = [...Map.groupBy(first?.operations ?? [], (operation) => operation.bookingId).values()];
  const acted = bookings.find(([operation]) => operation?.bookingId === ACT_GUEST) ?? bookings[0] ?? [];
  for (let age = runs - 1; age >= 0; age -= 1) {
    const report = last.at(-1 - age) ?? (age === ACT ? actOn(acted) : reportOf(age, bookings));
    const run = runOf(age, report.run);
    history.beginRun({ id: run.id, mode: run.mode, trigger: run.trigger, startedAtMs: Date.parse(run.startedAt) });
    history.finishRun({ ...report, run });
    if (age === ACT) rememberAct(history, run, acted);
  }
  return history;
}

function runOf(age: number, { outcome, trigger }: Pick<RunReport['run'], 'outcome' | 'trigger'>): RunReport['run'] {
  const startedMs = NOW_MS - MINUTE_MS * (1 + age * 15) + (age % 7) * 3_000;
  return {
    id: `run-${String(100_000 - age)}`,
    mode: 'live',
    trigger,
    outcome,
    startedAt: isoInstant(startedMs),
    finishedAt: isoInstant(startedMs + 1_400 + ((age * 7_919) % 9_000)),
  };
}

function reportOf(age: number, bookings: readonly (readonly OperationReport[])[]): RunReport {
  const trigger = age % 97 === 5 ? 'manual' : age % 89 === 6 ? 'start' : 'schedule';
  const report = (outcome: RunOutcome, parts: Partial<RunReport> = {}): RunReport => ({
    run: runOf(age, { outcome, trigger }),
    counts: NOTHING,
    operations: [],
    problems: [],
    stays: [],
    requests: { smoobu: 1, theKeys: 9 },
    ...parts,
  });
  const changed = (operations: readonly OperationReport[]): RunReport =>
    report('ok', { operations, counts: { ...NOTHING, ...changeCounts(operations, false) } });
  const inWeek = age % WEEK;
  if (inWeek >= OUTAGE.from && inWeek <= OUTAGE.to) {
    const text = problemText('failure.unreachable');
    const counts = { ...NOTHING, unchanged: 0, skipped: 0 };
    return report('failed', { counts, problems: [{ kind: 'cloud-unreachable', text, retryable: true, cloud: 'smoobu' }] });
  }
  const booking = inWeek % BETWEEN_BOOKINGS === 8 ? bookings.at(-1 - Math.floor(inWeek / BETWEEN_BOOKINGS)) : undefined;
  return booking === undefined ? report('nothing-to-do') : changed(booking);
}

function actOn(operations: readonly OperationReport[]): RunReport {
  const longer = { end: { from: '2026-11-28T11:00', to: '2026-11-28T12:00' } } as const;
  const acted = reportOf(ACT, []);
  return {
    ...acted,
    run: { ...acted.run, trigger: 'act', outcome: 'ok' },
    operations: operations.map((operation) => ({ ...operation, kind: 'update', changes: longer })),
    counts: { ...NOTHING, updated: operations.length },
  };
}

function rememberAct(history: HistoryStore, run: RunReport['run'], [operation]: readonly OperationReport[]): void {
  if (operation === undefined) return;
  const act = { claimId: claimOf(operation), atMs: Date.parse(run.startedAt), action: 'extend', before: null, after: null } as const;
  history.remember([{ kind: 'act', key: run.id, value: { ...act, formerPin: null } }]);
}
