/** A run as it is reported and recorded: facts, from which each place that shows them makes its sentences. Never a PIN. */
import * as z from 'zod';
import { bookingIdSchema, codeIdSchema, lockIdSchema, personIdSchema, placeSchema, unitIdSchema } from './id-schemas.ts';
import { CHANGE_FIELDS } from './code.ts';
import { localDateSchema } from './time-schemas.ts';
import type { ClaimId, LockId } from './ids.ts';
import type { BlockedPeriod, OtherStay } from './booking.ts';
import type { Immutable } from './immutable.ts';
import { deleteEvidenceSchema, fieldChangesSchema, holdReasonSchema } from './plan.ts';
import type { PersonPlan, Stay } from './plan.ts';
import type { Problem } from './problem.ts';
import type { Arrival } from './readiness.ts';
import { RUN_ASKERS, RUN_TRIGGERS } from './run-askers.ts';
import { ACT_KINDS } from './stay-action.ts';
import type { Telling } from './told.ts';

export const RUN_OUTCOMES = ['ok', 'nothing-to-do', 'partial', 'held', 'failed', 'interrupted'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];
export const OPERATION_KINDS = ['create', 'update', 'adopt', 'move', 'delete'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];
export const RUN_COUNTS = ['created', 'updated', 'adopted', 'moved', 'deleted', 'unchanged', 'held', 'skipped', 'failed'] as const;

export const runIdSchema = z.string().min(1).max(100);
export const runSummarySchema = z.strictObject({
  id: runIdSchema,
  mode: z.enum(['live', 'dry-run']),
  trigger: z.enum(RUN_TRIGGERS),
  outcome: z.enum(RUN_OUTCOMES),
  /** ISO instants with Z. */
  startedAt: z.string().max(40),
  finishedAt: z.string().max(40),
});
export type RunSummary = Immutable<z.infer<typeof runSummarySchema>>;
export type RunMode = RunSummary['mode'];
export type RunTrigger = RunSummary['trigger'];

export const countSchema = z.int().nonnegative();
export const runCountsSchema = z.record(z.enum(RUN_COUNTS), countSchema);
export type RunCounts = Immutable<z.infer<typeof runCountsSchema>>;
export const NO_COUNTS: RunCounts = {
  created: 0,
  updated: 0,
  adopted: 0,
  moved: 0,
  deleted: 0,
  unchanged: 0,
  held: 0,
  skipped: 0,
  failed: 0,
};

export const operationReportSchema = placeSchema.extend({
  /** The same situation gives the same key in every run. */
  key: z.string(),
  kind: z.enum(OPERATION_KINDS),
  status: z.enum(['planned', 'done', 'held', 'failed', 'unverified']),
  /** null: the code is a person's. */
  bookingId: bookingIdSchema.nullable(),
  personId: personIdSchema.exactOptional(),
  unitId: unitIdSchema.nullable(),
  codeId: codeIdSchema.nullable(),
  /** For a move: the code that is removed after the new one is in place. */
  replacedCodeId: codeIdSchema.exactOptional(),
  changes: fieldChangesSchema(z.string()),
  evidence: deleteEvidenceSchema.nullable(),
  hold: holdReasonSchema.nullable(),
});
export type OperationReport = Immutable<z.infer<typeof operationReportSchema>>;
export type OperationStatus = OperationReport['status'];

export const requestCountsSchema = z.strictObject({ smoobu: countSchema, theKeys: countSchema });
export type RequestCounts = Immutable<z.infer<typeof requestCountsSchema>>;

export interface RunReport {
  readonly run: RunSummary;
  readonly counts: RunCounts;
  readonly operations: readonly OperationReport[];
  readonly problems: readonly Problem[];
  readonly requests: RequestCounts;
  /** The live stays after the run. Not part of the command line's JSON. */
  readonly stays: readonly Stay[];
  /** Left out where nothing was planned. Not kept in the history. */
  readonly blockedPeriods?: readonly BlockedPeriod[];
  /** Guests who are not among the stays. Left out where nothing was planned. Neither kept in the history nor part of the JSON. */
  readonly others?: readonly OtherStay[];
  /** When each lock's list was read that the run planned with, by itself or by an earlier one. Neither kept in the history nor part of the JSON. */
  readonly listsReadAtMs?: ReadonlyMap<LockId, number>;
  /** Their codes after the run. Not part of the command line's JSON of a run. */
  readonly people?: readonly PersonPlan[];
  /** What guests were sent, and placeholders that were set or deleted. Left out where there is nothing. */
  readonly told?: readonly Telling[];
  /** What goes next, went, or waits, for each stay and way that is on, in order of arrival. Neither kept in the history nor part of the JSON. */
  readonly tellings?: readonly Telling[];
  /** What is known of each arrival after the run, also where it could not read the locks. Neither kept with the run nor part of the JSON. */
  readonly arrivals?: readonly Arrival[];
  /** Set when the run was for this stay or person alone; operations and problems are then about nothing else. */
  readonly claim?: ClaimId;
}

/** What a run did alike for one guest or person, on one or several doors. */
const runChangeSchema = z.strictObject({
  kind: z.enum(OPERATION_KINDS),
  status: operationReportSchema.shape.status,
  bookingId: bookingIdSchema.nullable(),
  personId: personIdSchema.nullable(),
  /** The guest's or person's; '' where it is not known. */
  name: z.string(),
  unitId: unitIdSchema.nullable(),
  /** First and last day of the code, where they are known. */
  days: z.strictObject({ from: localDateSchema, to: localDateSchema }).nullable(),
  lockIds: z.array(lockIdSchema),
  /** Which fields of the code changed. */
  fields: z.array(z.enum(CHANGE_FIELDS)),
});
export type RunChange = Immutable<z.infer<typeof runChangeSchema>>;

/** Acts on a door are remembered beside those on a stay or person. */
const SHOWN_ACTS = [...ACT_KINDS, 'door-replaced', 'code-removed'] as const;

/** A run in the history's list. */
export const runRowSchema = runSummarySchema.extend({ counts: runCountsSchema, problemCount: countSchema });
export type RunRow = Immutable<z.infer<typeof runRowSchema>>;
/** As the window lists it. */
export const shownRunRowSchema = runRowSchema.extend({
  /** The change that matters most: one that did not work before one that did. null: it changed nothing. */
  lead: runChangeSchema.nullable(),
  /** What it did beside that, in codes. */
  more: runCountsSchema,
  /** The sentence of its first problem. */
  problem: z.string().nullable(),
  /** The user's act that it carried out; null: a sync. */
  act: z
    .strictObject({
      what: z.enum(SHOWN_ACTS),
      /** The guest's or person's; '' where the act is about a door, or the name is not known. */
      name: z.string(),
      /** It can still be taken back. */
      canUndo: z.boolean(),
    })
    .nullable(),
});
export type ShownRunRow = Immutable<z.infer<typeof shownRunRowSchema>>;

/** Whom or what an operation is about: it matches when one of these does. None of them, and nothing does. */
const aboutSchema = z.strictObject({
  bookingIds: z.array(bookingIdSchema).max(100).readonly(),
  personIds: z.array(personIdSchema).max(100).readonly(),
  lockIds: z.array(lockIdSchema).max(100).readonly(),
  unitIds: z.array(unitIdSchema).max(100).readonly(),
  /** A part of the name that was on the code, for guests who are not known any more; '' for none. */
  name: z.string().max(100),
});
export type About = Immutable<z.infer<typeof aboutSchema>>;

/**
 * A missing field matches everything. A run matches when its outcome and who asked for it do, and one of its operations matches all other
 * fields. Without `kind`, one of its problems may match them instead.
 */
export const runFilterSchema = z.strictObject({
  unitId: unitIdSchema.exactOptional(),
  bookingId: bookingIdSchema.exactOptional(),
  kind: z.enum(OPERATION_KINDS).exactOptional(),
  about: aboutSchema.exactOptional(),
  outcome: z.enum(RUN_OUTCOMES).exactOptional(),
  by: z.enum(RUN_ASKERS).exactOptional(),
  /** Without runs that found nothing to do. */
  isChange: z.literal(true).exactOptional(),
});
export type RunFilter = Immutable<z.infer<typeof runFilterSchema>>;

/** What a run is doing, for the terminal's progress line and the window. */
export const runProgressSchema = z.strictObject({
  phase: z.enum(['bookings', 'codes', 'plan', 'apply', 'verify', 'done']),
  done: countSchema,
  total: countSchema,
  /** While codes are written: how many of each lock. */
  doors: z.array(z.strictObject({ lockId: lockIdSchema, done: countSchema, total: countSchema })).exactOptional(),
});
export type RunProgress = Immutable<z.infer<typeof runProgressSchema>>;
