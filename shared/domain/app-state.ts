/** What the running app knows and shows: one snapshot for the window, the tray and the notices. No secrets, no PINs. */
import * as z from 'zod';
import { CLOUD_FAILURE_KINDS, CLOUD_NAMES, KEYCHAIN_FAILURE_KINDS } from '../errors.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { bookingIdSchema, lockIdSchema, placeSchema, unitIdSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';
import { staySchema } from './plan.ts';
import { shownProblemSchema } from './problem.ts';
import { operationReportSchema, requestCountsSchema, runCountsSchema, runIdSchema, runProgressSchema, runSummarySchema } from './run.ts';
import { settingsSchema, themeSchema, userSettingsSchema } from './settings.ts';

const instantMsSchema = z.number();

/** What is stored for a cloud and how its last test or run went: all that is ever said about stored credentials. */
export const connectionSchema = z.strictObject({
  stored: z.boolean(),
  /** Smoobu: null. The Keys: the phone number with all but the last two digits masked. */
  userName: z.string().max(60).nullable(),
  /** null: never tried since the start. */
  lastTest: z
    .strictObject({
      atMs: instantMsSchema,
      /** null: it worked. */
      failure: z.enum([...CLOUD_FAILURE_KINDS, ...KEYCHAIN_FAILURE_KINDS]).nullable(),
    })
    .nullable(),
});
export type Connection = Immutable<z.infer<typeof connectionSchema>>;

/** The last run, as far as the window shows it at once; the rest is in the history. */
export const lastRunSchema = z.strictObject({
  run: runSummarySchema,
  counts: runCountsSchema,
  problems: z.array(shownProblemSchema),
  requests: requestCountsSchema,
});
export type LastRun = Immutable<z.infer<typeof lastRunSchema>>;

/** A place in the window. */
export const windowTargetSchema = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('arrivals'), bookingId: bookingIdSchema.nullable() }),
  /** `bookingId`: the runs that did something for this booking. */
  z.strictObject({ view: z.literal('history'), runId: runIdSchema.nullable(), bookingId: bookingIdSchema.exactOptional() }),
  z.strictObject({ view: z.literal('mapping'), unitId: unitIdSchema.nullable() }),
  z.strictObject({ view: z.literal('accounts'), cloud: z.enum(CLOUD_NAMES).nullable() }),
  z.strictObject({ view: z.literal('settings') }),
  z.strictObject({ view: z.literal('timeline') }),
  z.strictObject({ view: z.literal('first-steps') }),
]);
export type WindowTarget = Immutable<z.infer<typeof windowTargetSchema>>;

/** Something that needs the user, most pressing first. `target` says where the window opens. */
export const attentionItemSchema = z.strictObject({
  /** The same from run to run while it is the same matter. */
  key: z.string(),
  /** The matter's name, as electron/app/attention lists them. */
  kind: z.string().max(40),
  severity: z.enum(['urgent', 'warning']),
  cloud: z.enum(CLOUD_NAMES).nullable(),
  bookingId: bookingIdSchema.nullable(),
  unitId: unitIdSchema.nullable(),
  lockId: lockIdSchema.nullable(),
  /** A sentence in the user's language. */
  message: z.string(),
  target: windowTargetSchema,
});
export type AttentionItem = Immutable<z.infer<typeof attentionItemSchema>>;

/** One live stay with what it means for the guest. */
export const stayStatusSchema = z.strictObject({
  stay: staySchema,
  verdict: z.enum(['ready', 'on-its-way', 'needs-you']),
  /** Why it needs the user; null otherwise. */
  because: shownProblemSchema.nullable(),
  /** Start and end of the stay as instants in the doors' time zone, for sorting and counting down. */
  startMs: instantMsSchema,
  endMs: instantMsSchema,
  /** Places whose code was read from the lock and was right, in the last run. */
  verifiedPlaces: z.array(placeSchema),
});
export type StayStatus = Immutable<z.infer<typeof stayStatusSchema>>;
export type Verdict = StayStatus['verdict'];

/** The window's language and look, by the settings and the system. */
const appearanceSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  /** A BCP 47 tag for dates, times and numbers. */
  locale: z.string().max(60),
  /** `system` follows the system as it changes. */
  theme: themeSchema,
});
export type Appearance = Immutable<z.infer<typeof appearanceSchema>>;

/** Names of units and doors, as far as the settings know: an id without a name is not listed, or has an empty one. */
export const namesSchema = z.strictObject({
  units: z.array(z.strictObject({ unitId: unitIdSchema, name: z.string() })),
  doors: z.array(placeSchema.extend({ lockName: z.string(), keypadName: z.string() })),
});
export type Names = Immutable<z.infer<typeof namesSchema>>;
export type DoorName = Names['doors'][number];

/** A newer version that has been fetched and checked. */
const appUpdateSchema = z.strictObject({
  version: z.string().max(40),
  /** `put-off`: the user chose later. `after-run`: the user chose now, during a run. */
  state: z.enum(['ready', 'put-off', 'after-run']),
});
export type AppUpdate = Immutable<z.infer<typeof appUpdateSchema>>;

export const appSnapshotSchema = z.strictObject({
  /** Grows by one with every change; a gap means that changes were missed and the snapshot must be read again. */
  revision: z.int().nonnegative(),
  activity: z.enum(['starting', 'idle', 'syncing', 'quitting']),
  progress: runProgressSchema.nullable(),
  lastRun: lastRunSchema.nullable(),
  /** Epoch milliseconds; null when paused, offline without a slot, or not scheduled. */
  nextRunAtMs: instantMsSchema.nullable(),
  pause: settingsSchema.shape.pause.unwrap(),
  isOnline: z.boolean(),
  isDemo: z.boolean(),
  /** False: no run starts, and nothing is written. */
  firstStepsDone: z.boolean(),
  settings: userSettingsSchema,
  appearance: appearanceSchema,
  names: namesSchema,
  connections: z.strictObject({ smoobu: connectionSchema, 'the-keys': connectionSchema }),
  stays: z.array(stayStatusSchema),
  /** When the run that read these stays ended: a run that fails keeps the stays of the last good one. null before the first. */
  staysReadAtMs: instantMsSchema.nullable(),
  holds: z.array(operationReportSchema),
  attention: z.array(attentionItemSchema),
  version: z.string().max(60),
  /** null: nothing to install. */
  update: appUpdateSchema.nullable(),
});
export type AppSnapshot = Immutable<z.infer<typeof appSnapshotSchema>>;
export type Activity = AppSnapshot['activity'];

/** What changed: whole top-level fields. */
export interface AppChange {
  readonly revision: number;
  readonly fields: Partial<Omit<AppSnapshot, 'revision'>>;
}
