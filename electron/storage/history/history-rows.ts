/** Rows of the history to domain values. Everything is checked by the domain's schemas, since anybody may have changed the file. */
import * as z from 'zod';
import type { BookingOperationRow } from '../../app/ports/storage.ts';
import { problemSchema, problemTextSchema } from '../../../shared/domain/problem.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import {
  NO_COUNTS,
  operationReportSchema,
  requestCountsSchema,
  RUN_OUTCOMES,
  runCountsSchema,
  runRowSchema,
} from '../../../shared/domain/run.ts';
import type { OperationKind, OperationReport, RequestCounts, RunCounts, RunRow } from '../../../shared/domain/run.ts';
import { isoInstant } from '../../../shared/time.ts';

const rowSchema = z.record(z.string(), z.unknown());
const jsonSchema = z.string().transform((text) => JSON.parse(text) as unknown);

/** The columns of a row by the names that the domain uses; `booking_id` is `bookingId`. */
function columnsOf(row: unknown): Record<string, unknown> {
  const columns = Object.entries(rowSchema.parse(row));
  return Object.fromEntries(columns.map(([name, value]) => [name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()), value]));
}

/** Reads what can be read: one row that somebody changed by hand must not keep the program from working. */
export function readEach<T>(rows: readonly unknown[], read: (row: unknown) => T): T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (error instanceof z.ZodError || error instanceof SyntaxError) return [];
      throw error;
    }
  });
}

const operationSchema = operationReportSchema.strip();

/** Picks the known fields one by one: what else an object might carry does not get into the file. */
export function operationFields(operation: OperationReport): OperationReport {
  return operationSchema.parse(operation);
}
export function parseOperation(json: string): OperationReport {
  return operationSchema.parse(JSON.parse(json));
}
export function readOperation(row: unknown): OperationReport {
  const { changes, ...columns } = columnsOf(row);
  return operationSchema.parse({ ...columns, changes: jsonSchema.parse(changes) });
}

const outcomeSchema = z
  .enum(RUN_OUTCOMES)
  .nullable()
  .transform((outcome) => outcome ?? 'interrupted');
const bookingOperationSchema = z.object({ runId: z.string(), startedAt: z.int().transform(isoInstant), outcome: outcomeSchema });

export function readBookingOperation(row: unknown): BookingOperationRow {
  return { ...readOperation(row), ...bookingOperationSchema.parse(columnsOf(row)) };
}

const problemTextColumnSchema = jsonSchema.pipe(problemTextSchema);

export function readProblem(row: unknown): Problem {
  const { say, retryable, ...columns } = columnsOf(row);
  const facts = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
  const problem = problemSchema.strip().parse({ ...facts, retryable: retryable === 1 });
  // Only another form of the message: where it cannot be read, the message stands.
  const [text] = say === null ? [] : readEach([say], (column) => problemTextColumnSchema.parse(column));
  return text === undefined ? problem : { ...problem, say: text };
}

export interface StoredRun {
  readonly row: RunRow;
  readonly requests: RequestCounts;
  /** No counts were written: the run has not ended, or was killed. */
  readonly uncounted: boolean;
}
const endSchema = z.object({ startedAt: z.int(), finishedAt: z.int().nullable(), counts: jsonSchema.nullable() });

export function readRunRow(row: unknown): StoredRun {
  const columns = columnsOf(row);
  const { startedAt, finishedAt, counts } = endSchema.parse(columns);
  return {
    row: runRowSchema.strip().parse({
      ...columns,
      outcome: columns.outcome ?? 'interrupted',
      startedAt: isoInstant(startedAt),
      finishedAt: isoInstant(finishedAt ?? startedAt),
      counts: counts ?? NO_COUNTS,
    }),
    requests: requestCountsSchema.parse({ smoobu: columns.smoobuRequests, theKeys: columns.theKeysRequests }),
    uncounted: counts === null,
  };
}

export function countsJson(counts: RunCounts): string {
  return JSON.stringify(runCountsSchema.parse(counts));
}

/** What a killed run did, from the operations it recorded before it ended. */
export function countOperations(operations: readonly OperationReport[]): RunCounts {
  const number = (matches: (operation: OperationReport) => boolean): number => operations.filter(matches).length;
  const done = (kind: OperationKind): number => number((operation) => operation.kind === kind && operation.status === 'done');
  return {
    ...NO_COUNTS,
    created: done('create'),
    updated: done('update'),
    adopted: done('adopt'),
    moved: done('move'),
    deleted: done('delete'),
    held: number(({ status }) => status === 'held'),
    failed: number(({ status }) => status === 'failed' || status === 'unverified'),
  };
}
