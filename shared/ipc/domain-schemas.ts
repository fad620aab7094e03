/**
 * The shapes of what main tells the window, checked before they leave: strict, so that a field nobody listed (a PIN, a phone number)
 * is a bug that is found instead of a leak. Texts that come from the clouds are bounded generously, since a long guest name is no bug.
 */
import * as z from 'zod';
import type {
  AppChange,
  Appearance,
  AppSnapshot,
  AppUpdate,
  AttentionItem,
  Connection,
  LastRun,
  Names,
  StayStatus,
  WindowTarget,
} from '../domain/app-state.ts';
import type { Booking } from '../domain/booking.ts';
import { bookingIdSchema, codeIdSchema, keypadIdSchema as anyKeypadIdSchema, lockIdSchema, unitIdSchema } from '../domain/id-schemas.ts';
import { PROBLEM_KINDS } from '../domain/problem.ts';
import type { Problem } from '../domain/problem.ts';
import type { FieldChange, FieldChanges, Stay } from '../domain/plan.ts';
import { OPERATION_KINDS, RUN_OUTCOMES } from '../domain/run.ts';
import type { OperationReport, RequestCounts, RunCounts, RunProgress, RunSummary } from '../domain/run.ts';
import { settingsSchema, userSettingsSchema } from '../domain/settings.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { CLOUD_FAILURE_KINDS, CLOUD_NAMES, KEYCHAIN_FAILURE_KINDS } from '../errors.ts';
import { parseLocalDate, parseWallTime } from '../time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../time.ts';

export const countSchema = z.int().nonnegative();
const instantMsSchema = z.number();
export const nameSchema = z.string().max(1000);
export const messageSchema = z.string().max(2000);
export const runIdSchema = z.string().min(1).max(100);
export const operationKeySchema = z.string().min(1).max(300);
export const keypadIdSchema = anyKeypadIdSchema.max(64);

export const localDateSchema = z.custom<LocalDate>((value) => typeof value === 'string' && parseLocalDate(value) !== null);
const wallTimeSchema = z.custom<WallTime>((value) => typeof value === 'string' && parseWallTime(value) === value);
export const localDateTimeSchema = z.custom<LocalDateTime>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value),
);

export const placeSchema = z.strictObject({ lockId: lockIdSchema, keypadId: keypadIdSchema });
export const cloudNameSchema = z.enum(CLOUD_NAMES);

export const problemSchema = z.strictObject({
  kind: z.enum(PROBLEM_KINDS),
  message: messageSchema,
  retryable: z.boolean(),
  cloud: cloudNameSchema.exactOptional(),
  failure: z.enum(CLOUD_FAILURE_KINDS).exactOptional(),
  bookingId: bookingIdSchema.exactOptional(),
  unitId: unitIdSchema.exactOptional(),
  lockId: lockIdSchema.exactOptional(),
  keypadId: keypadIdSchema.exactOptional(),
  codeId: codeIdSchema.exactOptional(),
}) satisfies z.ZodType<Problem>;

const holdSchema = z.enum(['someone-may-be-inside', 'too-many-deletes', 'clock-stepped', 'no-bookings']);
const changeValueSchema = z.union([nameSchema, z.boolean(), z.null()]);
const fieldChangeSchema = z
  .strictObject({ from: changeValueSchema, to: changeValueSchema })
  .exactOptional() satisfies z.ZodType<FieldChange>;
const fieldChangesSchema = z.strictObject({
  name: fieldChangeSchema,
  start: fieldChangeSchema,
  end: fieldChangeSchema,
  active: fieldChangeSchema,
  description: fieldChangeSchema,
  lockId: fieldChangeSchema,
  keypadId: fieldChangeSchema,
}) satisfies z.ZodType<FieldChanges>;

export const operationReportSchema = z.strictObject({
  key: operationKeySchema,
  kind: z.enum(OPERATION_KINDS),
  status: z.enum(['planned', 'done', 'held', 'failed', 'unverified']),
  bookingId: bookingIdSchema,
  unitId: unitIdSchema.nullable(),
  lockId: lockIdSchema,
  keypadId: keypadIdSchema,
  codeId: codeIdSchema.nullable(),
  reason: messageSchema,
  changes: fieldChangesSchema,
  evidence: z.enum(['cancelled', 'gone', 'ended', 'moved', 'duplicate']).nullable(),
  hold: holdSchema.nullable(),
}) satisfies z.ZodType<OperationReport>;

const runSummaryShape = {
  id: runIdSchema,
  mode: z.enum(['live', 'dry-run']),
  trigger: z.enum(['command', 'schedule', 'manual', 'resume', 'start', 'settings']),
  outcome: z.enum(RUN_OUTCOMES),
  startedAt: z.string().max(40),
  finishedAt: z.string().max(40),
};
const runSummarySchema = z.strictObject(runSummaryShape) satisfies z.ZodType<RunSummary>;
export const runCountsSchema = z.strictObject({
  created: countSchema,
  updated: countSchema,
  adopted: countSchema,
  moved: countSchema,
  deleted: countSchema,
  unchanged: countSchema,
  held: countSchema,
  skipped: countSchema,
  failed: countSchema,
}) satisfies z.ZodType<RunCounts>;
const requestCountsSchema = z.strictObject({ smoobu: countSchema, theKeys: countSchema }) satisfies z.ZodType<RequestCounts>;

/** One line of the history, as `RunRow` in electron/app/ports/ports.ts. */
export const runRowSchema = z.strictObject({ ...runSummaryShape, counts: runCountsSchema, problemCount: countSchema });
export const runDetailSchema = z.strictObject({
  run: runRowSchema,
  operations: z.array(operationReportSchema),
  problems: z.array(problemSchema),
  requests: requestCountsSchema,
});

const bookingSchema = z.strictObject({
  id: bookingIdSchema,
  state: z.enum(['live', 'cancelled', 'blocked', 'unknown']),
  unitId: unitIdSchema.nullable(),
  arrival: localDateSchema,
  departure: localDateSchema,
  checkIn: wallTimeSchema.nullable(),
  checkOut: wallTimeSchema.nullable(),
  guestName: nameSchema,
}) satisfies z.ZodType<Booking>;
const staySchema = z.strictObject({
  booking: bookingSchema,
  unitName: nameSchema,
  doors: z.array(
    z.strictObject({
      ...placeSchema.shape,
      prefix: z.string().max(8),
      window: z.strictObject({ start: localDateTimeSchema, end: localDateTimeSchema }),
      state: z.enum(['in-place', 'planned', 'blocked']),
      codeId: codeIdSchema.nullable(),
      operationKey: operationKeySchema.nullable(),
    }),
  ),
}) satisfies z.ZodType<Stay>;
const stayStatusSchema = z.strictObject({
  stay: staySchema,
  verdict: z.enum(['ready', 'on-its-way', 'needs-you']),
  because: problemSchema.nullable(),
  startMs: instantMsSchema,
  endMs: instantMsSchema,
  verifiedPlaces: z.array(placeSchema),
}) satisfies z.ZodType<StayStatus>;

export const windowTargetSchema = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('arrivals'), bookingId: bookingIdSchema.nullable() }),
  z.strictObject({ view: z.literal('history'), runId: runIdSchema.nullable(), bookingId: bookingIdSchema.exactOptional() }),
  z.strictObject({ view: z.literal('mapping'), unitId: unitIdSchema.nullable() }),
  z.strictObject({ view: z.literal('accounts'), cloud: cloudNameSchema.nullable() }),
  z.strictObject({ view: z.literal('settings') }),
  z.strictObject({ view: z.literal('timeline') }),
  z.strictObject({ view: z.literal('first-steps') }),
]) satisfies z.ZodType<WindowTarget>;

/** Presence, a masked user name and how the last test went: all that is ever said about stored credentials. */
export const connectionSchema = z.strictObject({
  stored: z.boolean(),
  userName: z.string().max(60).nullable(),
  lastTest: z
    .strictObject({ atMs: instantMsSchema, failure: z.enum([...CLOUD_FAILURE_KINDS, ...KEYCHAIN_FAILURE_KINDS]).nullable() })
    .nullable(),
}) satisfies z.ZodType<Connection>;

const attentionSchema = z.strictObject({
  key: operationKeySchema,
  kind: z.string().max(40),
  severity: z.enum(['urgent', 'warning']),
  cloud: cloudNameSchema.nullable(),
  bookingId: bookingIdSchema.nullable(),
  unitId: unitIdSchema.nullable(),
  lockId: lockIdSchema.nullable(),
  message: messageSchema,
  target: windowTargetSchema,
}) satisfies z.ZodType<AttentionItem>;
const lastRunSchema = z.strictObject({
  run: runSummarySchema,
  counts: runCountsSchema,
  problems: z.array(problemSchema),
  requests: requestCountsSchema,
}) satisfies z.ZodType<LastRun>;
const progressSchema = z.strictObject({
  phase: z.enum(['bookings', 'codes', 'plan', 'apply', 'verify', 'done']),
  done: countSchema,
  total: countSchema,
}) satisfies z.ZodType<RunProgress>;

export const pauseSchema = settingsSchema.shape.pause.unwrap();
const appearanceSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  locale: z.string().max(60),
  theme: z.enum(['system', 'light', 'dark']),
}) satisfies z.ZodType<Appearance>;
const namesSchema = z.strictObject({
  units: z.array(z.strictObject({ unitId: unitIdSchema, name: nameSchema })),
  doors: z.array(z.strictObject({ ...placeSchema.shape, lockName: nameSchema, keypadName: nameSchema })),
}) satisfies z.ZodType<Names>;
const updateSchema = z.strictObject({
  version: z.string().max(40),
  state: z.enum(['ready', 'put-off', 'after-run']),
}) satisfies z.ZodType<AppUpdate>;
const snapshotFields = {
  activity: z.enum(['starting', 'idle', 'syncing', 'quitting']),
  progress: progressSchema.nullable(),
  lastRun: lastRunSchema.nullable(),
  nextRunAtMs: instantMsSchema.nullable(),
  pause: pauseSchema,
  isOnline: z.boolean(),
  isDemo: z.boolean(),
  firstStepsDone: z.boolean(),
  settings: userSettingsSchema,
  appearance: appearanceSchema,
  names: namesSchema,
  connections: z.strictObject({ smoobu: connectionSchema, 'the-keys': connectionSchema }),
  stays: z.array(stayStatusSchema),
  staysReadAtMs: instantMsSchema.nullable(),
  holds: z.array(operationReportSchema),
  attention: z.array(attentionSchema),
  version: z.string().max(60),
  update: updateSchema.nullable(),
} satisfies Record<keyof Omit<AppSnapshot, 'revision'>, z.ZodType>;
const revisionSchema = z.int().nonnegative();
export const appSnapshotSchema: z.ZodType<AppSnapshot> = z.strictObject({ revision: revisionSchema, ...snapshotFields });

/** A change as it is published: several may have been folded into one. */
export interface PublishedChange extends AppChange {
  /** The revision this follows. A window that knows a lower one has missed something; one that knows a higher one may still apply it. */
  readonly since: number;
}
const changedFields = Object.fromEntries(Object.entries(snapshotFields).map(([name, schema]) => [name, z.exactOptional(schema)]));
export const publishedChangeSchema = z.strictObject({
  since: revisionSchema,
  revision: revisionSchema,
  fields: z.strictObject(changedFields),
}) as unknown as z.ZodType<PublishedChange, PublishedChange>;
