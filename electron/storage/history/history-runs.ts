/** The history's runs, their operations and problems. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod';
import type { BookingOperationRow, RunDetail, RunListQuery, RunStart } from '../../app/ports/storage.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { OperationReport, RunReport, RunRow } from '../../../shared/domain/run.ts';
import { englishSentence } from '../../../shared/i18n/problem-text.ts';
import { runListStatement } from './history-filter.ts';
import { transact } from './history-schema.ts';
import {
  countOperations,
  countsJson,
  operationFields,
  problemFields,
  readBookingOperation,
  readEach,
  readOperation,
  readProblem,
  readRunRow,
  OPERATION_COLUMNS,
  PROBLEM_COLUMNS,
  RUN_COLUMNS,
} from './history-rows.ts';

const positionSchema = z.object({ last: z.int() });

/** Statements are prepared once: a run writes hundreds of rows. */
export function runQueries(database: DatabaseSync) {
  const insertRun = database.prepare('INSERT INTO runs (id, mode, trigger, started_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING');
  const finish = database.prepare(
    `UPDATE runs SET outcome = ?, finished_at = ?, counts = ?, smoobu_requests = ?, the_keys_requests = ?, problem_count = ?, closed_at = NULL
     WHERE id = ?`,
  );
  const upsertOperation = database.prepare(
    `INSERT INTO operations (run_id, key, position, recorded_at, kind, status, booking_id, person_id, unit_id, lock_id, keypad_id, code_id, changes, evidence, hold, replaced_code_id)
     VALUES (:runId, :key, :position, :nowMs,
       :kind, :status, :bookingId, :personId, :unitId, :lockId, :keypadId, :codeId, :changes, :evidence, :hold, :replacedCodeId)
     ON CONFLICT (run_id, key) DO UPDATE SET
       position = iif(:isFinal, excluded.position, position), recorded_at = excluded.recorded_at, kind = excluded.kind, status = excluded.status,
       booking_id = excluded.booking_id, person_id = excluded.person_id, unit_id = excluded.unit_id, lock_id = excluded.lock_id, keypad_id = excluded.keypad_id,
       code_id = excluded.code_id, changes = excluded.changes, evidence = excluded.evidence, hold = excluded.hold,
       replaced_code_id = excluded.replaced_code_id`,
  );
  const lastPosition = database.prepare('SELECT coalesce(max(position), -1) AS last FROM operations WHERE run_id = ?');
  const deleteProblems = database.prepare('DELETE FROM problems WHERE run_id = ?');
  const insertProblem = database.prepare(
    `INSERT INTO problems (run_id, position, kind, message, retryable, booking_id, person_id, unit_id, lock_id, keypad_id, code_id, say, cloud, failure, said)
     VALUES (:runId, :position, :kind, :message, :retryable, :bookingId, :personId, :unitId, :lockId, :keypadId, :codeId, :say, :cloud, :failure, :said)`,
  );
  const unfinished = database.prepare('SELECT id FROM runs WHERE outcome IS NULL');
  const close = database.prepare(
    `UPDATE runs SET outcome = 'interrupted', closed_at = ?, counts = ?,
       finished_at = max(started_at, coalesce((SELECT max(recorded_at) FROM operations WHERE run_id = runs.id), started_at))
     WHERE id = ?`,
  );
  const oneRun = database.prepare(`SELECT ${RUN_COLUMNS} FROM runs WHERE id = ?`);
  /** By SQL text: there are few, and each is prepared when it is first used. */
  const lists = new Map<string, StatementSync>();
  const operationsOfRun = database.prepare(`SELECT ${OPERATION_COLUMNS} FROM operations WHERE run_id = ? ORDER BY position, key`);
  const problemsOfRun = database.prepare(`SELECT ${PROBLEM_COLUMNS} FROM problems WHERE run_id = ? ORDER BY position`);
  const operationsOfBooking = database.prepare(
    `SELECT ${OPERATION_COLUMNS}, run_id AS runId, runs.started_at AS startedAt, runs.trigger, runs.outcome FROM operations JOIN runs ON runs.id = run_id
     WHERE operations.booking_id = ? ORDER BY runs.started_at DESC, runs.id DESC, operations.position LIMIT ?`,
  );
  const prune = database.prepare('DELETE FROM runs WHERE started_at < ?');

  const readOperations = (runId: string): OperationReport[] => readEach(operationsOfRun.all(runId), readOperation);
  const begin = (run: RunStart): void => {
    insertRun.run(run.id, run.mode, run.trigger, run.startedAtMs);
  };
  /** `isFinal`: an operation that was recorded before takes this position. */
  const record = (runId: string, operation: OperationReport, position: number, isFinal: boolean, nowMs: number): void => {
    const fields = operationFields(operation);
    const row = {
      replacedCodeId: null,
      personId: null,
      ...fields,
      changes: JSON.stringify(fields.changes),
      runId,
      position,
      isFinal: isFinal ? 1 : 0,
      nowMs,
    };
    upsertOperation.run(row);
  };
  /** The next position of the run recorded last. Looked up once: for each operation, it would take as long as there are operations. */
  let next: { readonly runId: string; position: number } | null = null;
  const nextOf = (runId: string): { position: number } => {
    if (next?.runId !== runId) next = { runId, position: positionSchema.parse(lastPosition.get(runId)).last + 1 };
    return next;
  };
  const readRows = (rows: readonly unknown[]): RunRow[] =>
    readEach(rows, (raw) => {
      const { row, uncounted } = readRunRow(raw);
      return uncounted ? { ...row, counts: countOperations(readOperations(row.id)) } : row;
    });

  return {
    begin,
    recordOperations: (runId: string, operations: readonly OperationReport[], nowMs: number): void =>
      transact(database, () => {
        const end = nextOf(runId);
        for (const operation of operations) {
          record(runId, operation, end.position, false, nowMs);
          end.position += 1;
        }
      }),

    finish: ({ run, counts, operations, problems, requests }: RunReport, nowMs: number): void =>
      transact(database, () => {
        begin({ id: run.id, mode: run.mode, trigger: run.trigger, startedAtMs: Date.parse(run.startedAt) });
        operations.forEach((operation, index) => record(run.id, operation, index, true, nowMs));
        deleteProblems.run(run.id);
        problems.forEach((problem, index) => {
          // The time of the next try means nothing later on, and open questions come from the memory, not from the recorded problems.
          const { text, retryable, retryAtMs: _, question: _question, ...facts } = problemFields(problem);
          insertProblem.run({
            ...{
              bookingId: null,
              personId: null,
              unitId: null,
              lockId: null,
              keypadId: null,
              codeId: null,
              cloud: null,
              failure: null,
              said: null,
              ...facts,
            },
            retryable: retryable ? 1 : 0,
            // For a version of Latchkey that does not know the text.
            message: englishSentence(problem),
            say: JSON.stringify(text),
            runId: run.id,
            position: index,
          });
        });
        finish.run(run.outcome, Date.parse(run.finishedAt), countsJson(counts), requests.smoobu, requests.theKeys, problems.length, run.id);
      }),

    closeInterrupted: (nowMs: number): number =>
      transact(database, () => {
        const ids = z.array(z.object({ id: z.string() })).parse(unfinished.all());
        for (const { id } of ids) close.run(nowMs, countsJson(countOperations(readOperations(id))), id);
        return ids.length;
      }),

    list: (query: RunListQuery): readonly RunRow[] => {
      const { sql, values } = runListStatement(RUN_COLUMNS, query);
      const statement = lists.get(sql) ?? database.prepare(sql);
      lists.set(sql, statement);
      return readRows(statement.all(...values));
    },

    read: (id: string): RunDetail | null => {
      const raw = oneRun.get(id);
      if (raw === undefined) return null;
      const { row, requests, uncounted } = readRunRow(raw);
      const operations = readOperations(id);
      const run = uncounted ? { ...row, counts: countOperations(operations) } : row;
      return { run, operations, problems: readEach(problemsOfRun.all(id), readProblem), requests };
    },

    listOfBooking: (bookingId: BookingId, limit: number): readonly BookingOperationRow[] =>
      readEach(operationsOfBooking.all(bookingId, limit), readBookingOperation),

    prune: (beforeMs: number): void => {
      prune.run(beforeMs);
    },
  };
}
