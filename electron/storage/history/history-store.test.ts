import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { OperationReport, RunReport } from '../../../shared/domain/run.ts';
import { begin, operation, START_MS, temporaryHistory } from '../../../tests/support/history.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { readProblem } from './history-rows.ts';
import { bookingId, codeId, place, unitId } from '../../../tests/support/ids.ts';
import { problemText, recordedText } from '../../../shared/i18n/problem-text.ts';

const { open, fileName, clock } = temporaryHistory();
const report = (id: string, over: Partial<RunReport> = {}): RunReport => ({
  run: { id, mode: 'live', trigger: 'schedule', outcome: 'ok', startedAt: '2026-11-23T14:53:00Z', finishedAt: '2026-11-23T14:53:09Z' },
  counts: { ...NO_COUNTS, created: 1 },
  operations: [operation({ status: 'done', codeId: codeId(684000) })],
  problems: [],
  requests: { smoobu: 2, theKeys: 12 },
  stays: [],
  ...over,
});

const ROW = {
  kind: 'write-failed',
  message: 'It could not be created.',
  retryable: 1,
  bookingId: null,
  unitId: null,
  lockId: null,
  keypadId: null,
  codeId: null,
  say: null,
  cloud: null,
  failure: null,
  said: null,
};

describe('runs', () => {
  it('are read as they were reported', () => {
    const store = open();
    begin(store, 'run-1');
    store.recordOperations('run-1', [operation()]);
    const full = report('run-1', {
      problems: [
        {
          kind: 'unmapped-unit',
          text: problemText('problem.unmapped', { arrival: '2026-11-24' }),
          retryable: false,
          bookingId: bookingId(90002),
          unitId: unitId(500038),
        },
        {
          ...{ kind: 'list-failed', text: problemText('problem.list-failed'), retryable: true, failure: 'timeout' },
          ...place(3706, 'Kp0Zz9Yy'),
          codeId: codeId(684001),
        },
        {
          ...{ kind: 'write-failed', text: problemText('problem.write.create'), retryable: false, failure: 'refused' },
          said: 'code: déjà utilisé',
          bookingId: bookingId(90003),
        },
        { kind: 'cloud-failed', text: problemText('failure.forbidden'), retryable: false, cloud: 'smoobu', failure: 'forbidden' },
      ],
    });
    store.finishRun(full);
    const row = { ...full.run, counts: full.counts, problemCount: 4 };
    expect(store.readRun('run-1')).toEqual({ run: row, operations: full.operations, problems: full.problems, requests: full.requests });
    expect(open().listRuns({ limit: 10 })).toEqual([row]);
    expect(store.readRun('no-such-run')).toBeNull();
  });

  it('keep the facts of a problem’s text, or the sentence of another version', () => {
    const store = open();
    const text = { key: 'problem.write.create', parameters: { tries: 2 } };
    const problem = { kind: 'write-failed', text, retryable: true } as const;
    store.finishRun(report('run-1', { problems: [problem] }));
    expect(store.readRun('run-1')?.problems).toEqual([problem]);
    expect(readProblem({ ...ROW, say: JSON.stringify(text) })).toEqual(problem);
    const recorded = { ...problem, text: recordedText('It could not be created.') };
    for (const say of [
      null,
      '{"key":',
      '{"key":7}',
      '[]',
      '{"key":"problem.from-tomorrow","parameters":{}}',
      '{"key":"toString","parameters":{}}',
    ])
      expect(readProblem({ ...ROW, say })).toEqual(recorded);
  });

  it('may be finished without having been begun', () => {
    const store = open();
    store.finishRun(report('run-1'));
    expect(store.readRun('run-1')?.run.outcome).toBe('ok');
  });

  it('keep one row and its place for an operation that is recorded again', () => {
    const store = open();
    begin(store, 'run-1');
    store.recordOperations('run-1', [operation({ key: 'b' })]);
    store.recordOperations('run-1', [operation({ key: 'a' })]);
    store.recordOperations('run-1', [operation({ key: 'b', status: 'unverified', codeId: codeId(7) })]);
    expect(store.readRun('run-1')?.operations).toEqual([
      operation({ key: 'b', status: 'unverified', codeId: codeId(7) }),
      operation({ key: 'a' }),
    ]);
  });

  it('record a plan in its order, all of it or nothing', () => {
    const store = open();
    begin(store, 'run-1');
    const planned = Array.from({ length: 40 }, (_, index) => operation({ key: `create ${String(index)}` }));
    store.recordOperations('run-1', planned.slice(0, 20));
    expect(() => store.recordOperations('run-1', [...planned.slice(20), { kind: 'unheard of' } as unknown as OperationReport])).toThrow();
    expect(store.readRun('run-1')?.operations).toEqual(planned.slice(0, 20));
    store.recordOperations('run-1', planned.slice(20));
    expect(store.readRun('run-1')?.operations).toEqual(planned);
  });

  it('that were killed contain what they did, and are closed once', () => {
    const store = open();
    begin(store, 'killed', START_MS);
    clock().advance(5000);
    store.recordOperations('killed', [operation({ key: 'a', status: 'done' })]);
    store.recordOperations('killed', [operation({ key: 'b', kind: 'delete', status: 'unverified', evidence: 'cancelled' })]);
    begin(store, 'killed-early', START_MS + 1000);
    store.close();
    const next = open();
    expect(next.readRun('killed')?.run).toMatchObject({ outcome: 'interrupted', counts: { created: 1, failed: 1 } });
    expect(next.closeInterrupted(START_MS + DAY_MS)).toBe(2);
    expect(next.closeInterrupted(START_MS + DAY_MS)).toBe(0);
    expect(next.listRuns({ limit: 9 })).toMatchObject([
      {
        id: 'killed-early',
        outcome: 'interrupted',
        startedAt: '2026-11-23T14:53:01Z',
        finishedAt: '2026-11-23T14:53:01Z',
        counts: NO_COUNTS,
      },
      { id: 'killed', outcome: 'interrupted', finishedAt: '2026-11-23T14:53:05Z', counts: { ...NO_COUNTS, created: 1, failed: 1 } },
    ]);
  });

  it('are listed in pages, newest first, also when they started at the same time', () => {
    const store = open();
    const ids = Array.from({ length: 25 }, (_, index) => `run-${String(index).padStart(2, '0')}`);
    ids.forEach((id, index) => begin(store, id, START_MS + Math.floor(index / 4)));
    const seen: string[] = [];
    for (let before: string | undefined; ; before = seen.at(-1)) {
      const page = store.listRuns({ limit: 4, ...(before === undefined ? {} : { beforeRunId: before }) });
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
    }
    expect(seen).toEqual(ids.toReversed());
    expect(store.listRuns({ limit: 4, beforeRunId: 'no-such-run' })).toEqual([]);
  });

  it('are found by booking', () => {
    const store = open();
    for (const [index, id] of ['run-1', 'run-2'].entries()) {
      begin(store, id, START_MS + index * 1000);
      store.recordOperations(id, [operation()]);
      store.recordOperations(id, [operation({ key: 'other', bookingId: bookingId(90002) })]);
    }
    store.finishRun(report('run-1'));
    const rows = store.listOperationsOfBooking(bookingId(90001), 10);
    expect(rows).toEqual([
      { ...operation(), runId: 'run-2', startedAt: '2026-11-23T14:53:01Z', trigger: 'schedule', outcome: 'interrupted' },
      {
        ...operation({ status: 'done', codeId: codeId(684000) }),
        runId: 'run-1',
        startedAt: '2026-11-23T14:53:00Z',
        trigger: 'schedule',
        outcome: 'ok',
      },
    ]);
    expect(store.listOperationsOfBooking(bookingId(90001), 1)).toEqual(rows.slice(0, 1));
  });

  it('page through many from anywhere', () => {
    const store = open(':memory:');
    for (let index = 0; index < 10_000; index += 1) begin(store, `run-${String(index)}`, START_MS + index * 60_000);
    store.closeInterrupted(START_MS);
    const page = store.listRuns({ limit: 50, beforeRunId: 'run-5000' });
    expect(page.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, index) => `run-${String(4999 - index)}`));
  });

  it('store nothing that is not part of a report', () => {
    const store = open();
    begin(store, 'run-1');
    store.recordOperations('run-1', [{ ...operation(), pin: '4821', record: { pin: '4821' } } as OperationReport]);
    store.putHolds([{ ...operation({ hold: 'clock-stepped' }), pin: '4821' } as OperationReport], START_MS);
    store.close();
    expect(readFileSync(fileName(), 'latin1')).not.toContain('4821');
  });
});

describe('the file', () => {
  it('is read without the rows that were damaged by hand', () => {
    const store = open();
    for (const id of ['good', 'bad']) begin(store, id);
    store.recordOperations('good', [operation({ key: 'a' })]);
    store.recordOperations('good', [operation({ key: 'b' })]);
    store.putHolds([operation({ key: 'a', hold: 'no-bookings' }), operation({ key: 'b', hold: 'no-bookings' })], 1);
    const database = new DatabaseSync(fileName());
    database.exec(
      `UPDATE runs SET mode = 'sideways' WHERE id = 'bad'; UPDATE operations SET changes = '{' WHERE key = 'a'; UPDATE holds SET operation = '[]' WHERE key = 'a'`,
    );
    database.close();
    expect(store.listRuns({ limit: 9 }).map(({ id }) => id)).toEqual(['good']);
    expect(store.readRun('good')?.operations.map(({ key }) => key)).toEqual(['b']);
    expect([...store.memory().waiting.keys()]).toEqual(['b']);
    expect(store.closeInterrupted(START_MS)).toBe(2);
  });

  it.skipIf(process.platform === 'win32')('is readable only by its owner, with its companions', () => {
    begin(open(), 'run-1');
    for (const suffix of ['', '-wal', '-shm']) expect(statSync(fileName() + suffix).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(fileName())).mode & 0o777).toBe(0o700);
  });

  it('may be open several times', () => {
    const first = open();
    const second = open();
    begin(first, 'run-1');
    begin(second, 'run-2');
    second.recordOperations('run-1', [operation()]);
    expect(first.readRun('run-1')?.operations).toHaveLength(1);
    first.close();
    first.close();
    expect(second.listRuns({ limit: 9 })).toHaveLength(2);
  });
});
