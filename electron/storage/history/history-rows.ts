/** Rows of the history to domain values: everything read is checked, as the file may be anybody's. */
import * as z from 'zod';
import type { BookingOperationRow, RunRow } from '../../app/ports/storage.ts';
import { bookingIdSchema, codeIdSchema, keypadIdSchema, lockIdSchema, unitIdSchema } from '../../../shared/domain/id-schemas.ts';
import { PROBLEM_KINDS } from '../../../shared/domain/problem.ts';
import type { Problem, ProblemText } from '../../../shared/domain/problem.ts';
import type { DeleteEvidence, FieldChanges, HoldReason } from '../../../shared/domain/plan.ts';
import type {
  OperationKind,
  OperationReport,
  OperationStatus,
  RunCounts,
  RunMode,
  RunOutcome,
  RunTrigger,
} from '../../../shared/domain/run.ts';
import { CLOUD_FAILURE_KINDS, CLOUD_NAMES } from '../../../shared/errors.ts';
import { isoInstant } from '../../../shared/time.ts';

// Records of true, so that a value added to a union and forgotten here does not compile.
const RUN_MODES: Record<RunMode, true> = { live: true, 'dry-run': true };
const RUN_TRIGGERS: Record<RunTrigger, true> = { command: true, schedule: true, manual: true, resume: true, start: true, settings: true };
const RUN_OUTCOMES: Record<RunOutcome, true> = {
  ok: true,
  'nothing-to-do': true,
  partial: true,
  held: true,
  failed: true,
  interrupted: true,
};
const KINDS: Record<OperationKind, true> = { create: true, update: true, adopt: true, move: true, delete: true };
const STATUSES: Record<OperationStatus, true> = { planned: true, done: true, held: true, failed: true, unverified: true };
const EVIDENCES: Record<DeleteEvidence, true> = { cancelled: true, gone: true, ended: true, moved: true, duplicate: true };
const HOLD_REASONS: Record<HoldReason, true> = {
  'someone-may-be-inside': true,
  'too-many-deletes': true,
  'clock-stepped': true,
  'no-bookings': true,
};

function oneOf<T extends string>(values: Record<T, true>) {
  return z.string().refine((text): text is T => Object.hasOwn(values, text), 'is not one of the known values');
}

const count = z.int().min(0);
export const countsSchema = z.object({
  created: count,
  updated: count,
  adopted: count,
  moved: count,
  deleted: count,
  unchanged: count,
  held: count,
  skipped: count,
  failed: count,
});
export const NO_COUNTS: RunCounts = countsSchema.parse({
  created: 0,
  updated: 0,
  adopted: 0,
  moved: 0,
  deleted: 0,
  unchanged: 0,
  held: 0,
  skipped: 0,
  failed: 0,
});

const changeValue = z.union([z.string(), z.boolean(), z.null()]);
const change = z.object({ from: changeValue, to: changeValue });
const CHANGE_FIELDS = [
  'name',
  'start',
  'end',
  'active',
  'description',
  'lockId',
  'keypadId',
] as const satisfies readonly (keyof FieldChanges)[];
const changesSchema = z.partialRecord(z.enum(CHANGE_FIELDS), change);

export const holdReasonSchema = oneOf(HOLD_REASONS);
const operationSchema = z.object({
  key: z.string(),
  kind: oneOf(KINDS),
  status: oneOf(STATUSES),
  bookingId: bookingIdSchema,
  unitId: unitIdSchema.nullable(),
  lockId: lockIdSchema,
  keypadId: keypadIdSchema,
  codeId: codeIdSchema.nullable(),
  reason: z.string(),
  changes: changesSchema,
  evidence: oneOf(EVIDENCES).nullable(),
  hold: holdReasonSchema.nullable(),
});

const operationRowSchema = z.object({
  key: z.string(),
  kind: z.string(),
  status: z.string(),
  booking_id: z.int(),
  unit_id: z.int().nullable(),
  lock_id: z.int(),
  keypad_id: z.string(),
  code_id: z.int().nullable(),
  reason: z.string(),
  changes: z.string(),
  evidence: z.string().nullable(),
  hold: z.string().nullable(),
});

/** Picks the known fields one by one: what else an object might carry does not get into the file. */
export function operationFields(operation: OperationReport): OperationReport {
  return operationSchema.parse(operation);
}
export function parseOperation(json: string): OperationReport {
  return operationSchema.parse(JSON.parse(json));
}

export function readOperation(row: unknown): OperationReport {
  const fields = operationRowSchema.parse(row);
  return operationSchema.parse({
    ...fields,
    bookingId: fields.booking_id,
    unitId: fields.unit_id,
    lockId: fields.lock_id,
    keypadId: fields.keypad_id,
    codeId: fields.code_id,
    changes: JSON.parse(fields.changes) as unknown,
  });
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

const runRowSchema = z.object({
  id: z.string(),
  mode: oneOf(RUN_MODES),
  trigger: oneOf(RUN_TRIGGERS),
  outcome: oneOf(RUN_OUTCOMES).nullable(),
  started_at: z.int(),
  finished_at: z.int().nullable(),
  counts: z.string().nullable(),
  smoobu_requests: count,
  the_keys_requests: count,
  problem_count: count,
});
export interface StoredRun {
  readonly row: RunRow;
  readonly requests: { readonly smoobu: number; readonly theKeys: number };
  /** No counts were written: the run is in hand or was killed. */
  readonly uncounted: boolean;
}

export function readRunRow(row: unknown): StoredRun {
  const run = runRowSchema.parse(row);
  return {
    row: {
      id: run.id,
      mode: run.mode,
      trigger: run.trigger,
      outcome: run.outcome ?? 'interrupted',
      startedAt: isoInstant(run.started_at),
      finishedAt: isoInstant(run.finished_at ?? run.started_at),
      counts: run.counts === null ? NO_COUNTS : countsSchema.parse(JSON.parse(run.counts)),
      problemCount: run.problem_count,
    },
    requests: { smoobu: run.smoobu_requests, theKeys: run.the_keys_requests },
    uncounted: run.counts === null,
  };
}

const bookingOperationSchema = z.object({ run_id: z.string(), started_at: z.int(), outcome: oneOf(RUN_OUTCOMES).nullable() });
export function readBookingOperation(row: unknown): BookingOperationRow {
  const run = bookingOperationSchema.parse(row);
  return { ...readOperation(row), runId: run.run_id, startedAt: isoInstant(run.started_at), outcome: run.outcome ?? 'interrupted' };
}

const problemRowSchema = z.object({
  kind: z.enum(PROBLEM_KINDS),
  message: z.string(),
  retryable: z.int(),
  booking_id: bookingIdSchema.nullable(),
  unit_id: unitIdSchema.nullable(),
  lock_id: lockIdSchema.nullable(),
  keypad_id: keypadIdSchema.nullable(),
  code_id: codeIdSchema.nullable(),
  say: z.string().nullable(),
  cloud: z.enum(CLOUD_NAMES).nullable(),
  failure: z.enum(CLOUD_FAILURE_KINDS).nullable(),
});
const problemTextSchema = z.object({ key: z.string(), parameters: z.record(z.string(), z.union([z.string(), z.number()])) });
/** Only another way to say the message: where it cannot be read, the message stands. */
function readProblemText(text: string | null): ProblemText | null {
  if (text === null) return null;
  try {
    return problemTextSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
export function readProblem(row: unknown): Problem {
  const problem = problemRowSchema.parse(row);
  const say = readProblemText(problem.say);
  return {
    kind: problem.kind,
    message: problem.message,
    ...(say === null ? {} : { say }),
    retryable: problem.retryable === 1,
    ...(problem.cloud === null ? {} : { cloud: problem.cloud }),
    ...(problem.failure === null ? {} : { failure: problem.failure }),
    ...(problem.booking_id === null ? {} : { bookingId: problem.booking_id }),
    ...(problem.unit_id === null ? {} : { unitId: problem.unit_id }),
    ...(problem.lock_id === null ? {} : { lockId: problem.lock_id }),
    ...(problem.keypad_id === null ? {} : { keypadId: problem.keypad_id }),
    ...(problem.code_id === null ? {} : { codeId: problem.code_id }),
  };
}

/** What a killed run did, from the operations it wrote down before it ended. */
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
