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
  runSummarySchema,
} from '../../../shared/domain/run.ts';
import type { OperationKind, OperationReport, RequestCounts, RunCounts, RunRow } from '../../../shared/domain/run.ts';
import { isProblemKey, recordedText } from '../../../shared/i18n/problem-text.ts';
import { isoInstant } from '../../../shared/time.ts';

const json = z.string().transform((text) => JSON.parse(text) as unknown);

/** Columns by the names of the domain, for SELECT. */
export const RUN_COLUMNS = `runs.id, mode, trigger, outcome, started_at AS startedAt, finished_at AS finishedAt, counts,
  smoobu_requests AS smoobu, the_keys_requests AS theKeys, problem_count AS problemCount`;
const PLACE_COLUMNS =
  'booking_id AS bookingId, person_id AS personId, unit_id AS unitId, lock_id AS lockId, keypad_id AS keypadId, code_id AS codeId';
export const OPERATION_COLUMNS = `key, kind, status, ${PLACE_COLUMNS}, changes, evidence, hold, replaced_code_id AS replacedCodeId`;
export const PROBLEM_COLUMNS = `kind, message, retryable, ${PLACE_COLUMNS}, say, cloud, failure, said`;

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
const operationRowSchema = z.looseObject({ changes: json, replacedCodeId: z.unknown(), personId: z.unknown() });

/** Picks the known fields one by one: what else an object might carry does not get into the file. */
export function operationFields(operation: OperationReport): OperationReport {
  return operationSchema.parse(operation);
}
export function parseOperation(text: string): OperationReport {
  return json.pipe(operationSchema).parse(text);
}
export function readOperation(row: unknown): OperationReport {
  const { replacedCodeId, personId, ...columns } = operationRowSchema.parse(row);
  return operationSchema.parse({
    ...columns,
    ...(replacedCodeId === null ? {} : { replacedCodeId }),
    ...(personId === null ? {} : { personId }),
  });
}

const bookingOperationSchema = z.object({
  trigger: runSummarySchema.shape.trigger,
  runId: z.string(),
  startedAt: z.int().transform(isoInstant),
  outcome: z
    .enum(RUN_OUTCOMES)
    .nullable()
    .transform((outcome) => outcome ?? 'interrupted'),
});
export function readBookingOperation(row: unknown): BookingOperationRow {
  return { ...readOperation(row), ...bookingOperationSchema.parse(row) };
}

const problemRowSchema = z.looseObject({
  message: z.string(),
  retryable: z.int().transform((retryable) => retryable === 1),
  say: z.string().nullable(),
});
const strippedProblemSchema = problemSchema.strip();
const problemTextColumn = json.pipe(problemTextSchema.refine(({ key }) => isProblemKey(key)));

export function problemFields(problem: Problem): Problem {
  return strippedProblemSchema.parse(problem);
}
/** Where there is no text that this version knows, the recorded message stands. */
export function readProblem(row: unknown): Problem {
  const { message, say, ...columns } = problemRowSchema.parse(row);
  const [text = recordedText(message)] = say === null ? [] : readEach([say], (column) => problemTextColumn.parse(column));
  const facts = Object.entries(columns).filter(([, value]) => value !== null);
  return strippedProblemSchema.parse({ ...Object.fromEntries(facts), text });
}

export interface StoredRun {
  readonly row: RunRow;
  readonly requests: RequestCounts;
  /** No counts were written: the run has not ended, or was killed. */
  readonly uncounted: boolean;
}
const storedRunSchema = z.looseObject({
  outcome: z.unknown().transform((outcome) => outcome ?? 'interrupted'),
  startedAt: z.int(),
  finishedAt: z.int().nullable(),
  counts: json.nullable(),
});
const strippedRowSchema = runRowSchema.strip();
const strippedRequestsSchema = requestCountsSchema.strip();

export function readRunRow(row: unknown): StoredRun {
  const run = storedRunSchema.parse(row);
  return {
    row: strippedRowSchema.parse({
      ...run,
      startedAt: isoInstant(run.startedAt),
      finishedAt: isoInstant(run.finishedAt ?? run.startedAt),
      counts: run.counts ?? NO_COUNTS,
    }),
    requests: strippedRequestsSchema.parse(run),
    uncounted: run.counts === null,
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
