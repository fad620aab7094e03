import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryStore } from '../../app/ports/storage.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { About, OperationReport, RunFilter, RunOutcome, RunTrigger } from '../../../shared/domain/run.ts';
import { isoInstant } from '../../../shared/time.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import type { Plain } from '../../../tests/support/ids.ts';
import { runListStatement } from './history-filter.ts';
import { migrateHistory } from './history-schema.ts';
import { openHistoryStore } from './history-store.ts';
import { bookingId, branded, unitId } from '../../../tests/support/ids.ts';
import { recordedText } from '../../../shared/i18n/problem-text.ts';

const START_MS = Date.parse('2026-11-23T14:53:00Z');
let history: HistoryStore;
beforeEach(() => {
  history = openHistoryStore({ file: ':memory:', clock: createVirtualClock({ nowMs: START_MS }) });
});
afterEach(() => {
  history.close();
});

type OperationFacts = Plain<Pick<OperationReport, 'kind' | 'bookingId' | 'unitId'>> &
  Partial<Plain<Pick<OperationReport, 'lockId' | 'personId' | 'changes'>>>;
type ProblemFacts = Plain<Pick<Problem, 'bookingId' | 'unitId'>>;
interface RunFacts {
  readonly outcome: RunOutcome;
  readonly trigger?: RunTrigger;
  readonly operations: readonly OperationFacts[];
  readonly problems: readonly ProblemFacts[];
}

function finish(index: number, { outcome, trigger = 'schedule', operations, problems }: RunFacts): void {
  const startedAt = isoInstant(START_MS + Math.floor(index / 2) * 1000);
  history.finishRun({
    run: { id: `run-${String(index).padStart(3, '0')}`, mode: 'live', trigger, outcome, startedAt, finishedAt: startedAt },
    counts: NO_COUNTS,
    operations: operations.map((facts, position) =>
      branded<OperationReport>({
        key: String(position),
        status: 'done',
        lockId: 1,
        keypadId: 'Kp1',
        codeId: null,
        changes: {},
        evidence: null,
        hold: null,
        ...facts,
      }),
    ),
    problems: problems.map((facts) => branded<Problem>({ kind: 'overlap', text: recordedText(''), retryable: false, ...facts })),
    requests: { smoobu: 1, theKeys: 1 },
    stays: [],
  });
}

/** What the SQL must do. */
function matches(run: RunFacts, { unitId, bookingId, kind, outcome }: RunFilter): boolean {
  if (outcome !== undefined && run.outcome !== outcome) return false;
  if (unitId === undefined && bookingId === undefined && kind === undefined) return true;
  const isAbout = (facts: ProblemFacts | OperationFacts): boolean =>
    (unitId === undefined || facts.unitId === unitId) && (bookingId === undefined || facts.bookingId === bookingId);
  if (run.operations.some((operation) => isAbout(operation) && (kind === undefined || operation.kind === kind))) return true;
  return kind === undefined && run.problems.some(isAbout);
}

const UNITS = [undefined, 1, 2] as const;
const BOOKINGS = [undefined, 11, 12] as const;
const KINDS = [undefined, 'create', 'delete'] as const;
const OUTCOMES = [undefined, 'ok', 'partial', 'interrupted'] as const;
const FILTERS: readonly RunFilter[] = UNITS.flatMap((unit) =>
  BOOKINGS.flatMap((booking) =>
    KINDS.flatMap((kind) =>
      OUTCOMES.map((outcome) => ({
        ...(unit === undefined ? {} : { unitId: unitId(unit) }),
        ...(booking === undefined ? {} : { bookingId: bookingId(booking) }),
        ...(kind === undefined ? {} : { kind }),
        ...(outcome === undefined ? {} : { outcome }),
      })),
    ),
  ),
);

describe('filtered runs', () => {
  it('are the same as without SQL, page by page, for every filter', () => {
    const runs: RunFacts[] = Array.from({ length: 120 }, (_, index) => ({
      outcome: (['ok', 'partial', 'nothing-to-do'] as const)[index % 3] ?? 'ok',
      operations: [
        { kind: 'create' as const, bookingId: 10 + (index % 4), unitId: index % 5 === 0 ? null : (index % 3) + 1 },
        { kind: (['delete', 'update'] as const)[index % 2] ?? 'update', bookingId: 11 + (index % 3), unitId: ((index + 1) % 4) + 1 },
      ].slice(index % 3),
      problems: index % 7 === 0 ? [{ unitId: (index % 3) + 1, bookingId: 11 + (index % 2) }, {}] : [],
    }));
    runs.forEach((run, index) => {
      finish(index, run);
    });
    history.beginRun({ id: 'run-999', mode: 'live', trigger: 'manual', startedAtMs: START_MS + 999_000 });
    const all: RunFacts[] = [...runs, { outcome: 'interrupted', operations: [], problems: [] }];
    const ids = [...runs.keys(), 999].map((number) => `run-${String(number).padStart(3, '0')}`);
    for (const filter of FILTERS) {
      const expected = ids.filter((_, index) => matches(all[index] as RunFacts, filter)).toReversed();
      const seen: string[] = [];
      for (let before: string | undefined; ; before = seen.at(-1)) {
        const page = history.listRuns({ limit: 7, filter, ...(before === undefined ? {} : { beforeRunId: before }) });
        seen.push(...page.map(({ id }) => id));
        if (page.length < 7) break;
      }
      expect(seen, JSON.stringify(filter)).toEqual(expected);
    }
  });

  it('have one operation that matches all fields, not several that match one each', () => {
    finish(0, {
      outcome: 'ok',
      operations: [
        { kind: 'create', bookingId: 11, unitId: 1 },
        { kind: 'delete', bookingId: 12, unitId: 2 },
      ],
      problems: [],
    });
    expect(history.listRuns({ limit: 9, filter: { unitId: unitId(1), kind: 'create' } })).toHaveLength(1);
    expect(history.listRuns({ limit: 9, filter: { unitId: unitId(1), kind: 'delete' } })).toEqual([]);
    expect(history.listRuns({ limit: 9, filter: { unitId: unitId(1), bookingId: bookingId(12) } })).toEqual([]);
  });

  it('are about any of those that are looked for, also by a part of the name on the code', () => {
    const nobody = { bookingIds: [], personIds: [], lockIds: [], unitIds: [], name: '' };
    const found = (about: Partial<Plain<About>>, kind?: 'create' | 'delete') =>
      history
        .listRuns({ limit: 9, filter: { about: branded<About>({ ...nobody, ...about }), ...(kind === undefined ? {} : { kind }) } })
        .map(({ id }) => id);
    const none = { bookingId: null, unitId: null };
    finish(0, {
      outcome: 'ok',
      operations: [{ ...none, kind: 'create', bookingId: 11, changes: { name: { from: null, to: 'Ada Müller' } } }],
      problems: [],
    });
    finish(2, { outcome: 'ok', operations: [{ ...none, kind: 'delete', personId: 'k3m9qa', lockId: 7 }], problems: [] });
    finish(4, { outcome: 'partial', operations: [{ ...none, kind: 'create', bookingId: 13, unitId: 3 }], problems: [{ bookingId: 12 }] });
    expect(found({})).toEqual([]);
    expect([found({ bookingIds: [11] }), found({ personIds: ['k3m9qa'] }), found({ unitIds: [3] }), found({ lockIds: [7] })]).toEqual([
      ['run-000'],
      ['run-002'],
      ['run-004'],
      ['run-002'],
    ]);
    expect(found({ bookingIds: [11, 12], lockIds: [7] })).toEqual(['run-004', 'run-002', 'run-000']);
    expect(found({ bookingIds: [12] }, 'create')).toEqual([]);
    expect([found({ name: 'müll' }), found({ name: 'ADA' }), found({ name: '%' })]).toEqual([['run-000'], ['run-000'], []]);
  });

  it('are those of who asked for them, and those that changed something', () => {
    const triggers = ['schedule', 'act', 'command', 'manual', 'resume', 'start', 'settings'] as const;
    triggers.forEach((trigger, index) => {
      finish(index * 2, { outcome: index % 2 === 0 ? 'ok' : 'nothing-to-do', trigger, operations: [], problems: [] });
    });
    const by = (filter: RunFilter) => history.listRuns({ limit: 9, filter }).map((run) => run.trigger);
    expect([by({ by: 'user' }), by({ by: 'command' }), by({ by: 'latchkey' })]).toEqual([
      ['manual', 'act'],
      ['command'],
      ['settings', 'start', 'resume', 'schedule'],
    ]);
    expect([by({ by: 'user', isChange: true }), by({ isChange: true })]).toEqual([[], ['settings', 'resume', 'command', 'schedule']]);
  });

  it('are those for everything, without those for one stay or person, where that is asked for', () => {
    finish(0, { outcome: 'ok', operations: [], problems: [] });
    history.beginRun({ id: 'run-999', mode: 'live', trigger: 'act', startedAtMs: START_MS + 999_000 });
    expect(history.listRuns({ limit: 1 }).map(({ id }) => id)).toEqual(['run-999']);
    expect(history.listRuns({ limit: 1, isWhole: true }).map(({ id }) => id)).toEqual(['run-000']);
  });

  it('are found with an index for every filter, and sorted only for a booking', () => {
    const database = new DatabaseSync(':memory:');
    migrateHistory(database);
    for (const filter of FILTERS) {
      for (const beforeRunId of [undefined, 'run-1']) {
        const query = { limit: 50, filter, ...(beforeRunId === undefined ? {} : { beforeRunId }) };
        const { sql, values } = runListStatement('runs.*', query);
        const plan = database
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .all(...values)
          .map(({ detail }) => String(detail));
        const about = `${JSON.stringify(query)}\n${plan.join('\n')}`;
        // "SCAN runs USING INDEX" reads rows in order and stops at the end of the page; a SCAN without index reads the whole table.
        const scans = plan.filter((step) => step.startsWith('SCAN') && !step.includes('USING') && !step.includes('fitting'));
        expect(scans, about).toEqual([]);
        if (filter.bookingId === undefined) expect(plan.join('\n'), about).not.toContain('TEMP B-TREE');
        else expect(plan.join('\n'), about).toContain('operations_by_booking');
      }
    }
    database.close();
  });
});
