/** The state of the running app: one snapshot for the window, the tray and the notifications. No secrets, no PINs. */
import * as z from 'zod';
import { CLOUD_FAILURE_KINDS, CLOUD_NAMES, KEYCHAIN_FAILURE_KINDS } from '../errors.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { blockedPeriodSchema, otherStaySchema } from './booking.ts';
import { bookingIdSchema, lockIdSchema, placeSchema, unitIdSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';
import { staySchema } from './plan.ts';
import { programLimitsSchema } from './program-limits.ts';
import { questionSchema, shownProblemSchema } from './problem.ts';
import { coveredSchema, LINK_NAMES, linkStateSchema, verdictSchema } from './readiness.ts';
import { operationReportSchema, requestCountsSchema, runCountsSchema, runIdSchema, runProgressSchema, runSummarySchema } from './run.ts';
import { sendingSchema, tellingSchema } from './told.ts';
import { SETTINGS_SECTIONS } from '../settings-sections.ts';
import { settingsSchema, themeSchema, userSettingsSchema } from './settings.ts';

const instantMsSchema = z.number();

/** Whether credentials for a cloud are stored, and whether they worked last. Nothing else about them leaves the main process. */
export const connectionSchema = z.strictObject({
  stored: z.boolean(),
  /** Smoobu: null. The Keys: the phone number with all but the last two digits masked. */
  userName: z.string().max(60).nullable(),
  /** null: not used since the app started. */
  lastTest: z
    .strictObject({
      atMs: instantMsSchema,
      /** null: it worked. */
      failure: z.enum([...CLOUD_FAILURE_KINDS, ...KEYCHAIN_FAILURE_KINDS]).nullable(),
    })
    .nullable(),
});
export type Connection = Immutable<z.infer<typeof connectionSchema>>;

/** The last run as the overview shows it; its operations are in the history. */
export const lastRunSchema = z.strictObject({
  run: runSummarySchema,
  counts: runCountsSchema,
  problems: z.array(shownProblemSchema),
  requests: requestCountsSchema,
});
export type LastRun = Immutable<z.infer<typeof lastRunSchema>>;

/** A view of the window and what to select in it. */
export const windowTargetSchema = z.discriminatedUnion('view', [
  /** `extend`: the form that makes the stay an hour longer is filled, for the user to save. */
  z.strictObject({ view: z.literal('today'), bookingId: bookingIdSchema.nullable(), extend: z.literal(true).exactOptional() }),
  /** `bookingId`, `lockId`: show only the runs with an operation or problem of this booking or door. */
  z.strictObject({
    view: z.literal('history'),
    runId: runIdSchema.nullable(),
    bookingId: bookingIdSchema.exactOptional(),
    lockId: lockIdSchema.exactOptional(),
  }),
  /** `lockId`: the page of this door. */
  z.strictObject({ view: z.literal('doors'), unitId: unitIdSchema.nullable(), lockId: lockIdSchema.exactOptional() }),
  z.strictObject({ view: z.literal('accounts'), cloud: z.enum(CLOUD_NAMES).nullable() }),
  z.strictObject({ view: z.literal('settings'), section: z.enum(SETTINGS_SECTIONS).exactOptional() }),
  z.strictObject({ view: z.literal('calendar') }),
  z.strictObject({ view: z.literal('people') }),
  /** A guest is at the door. */
  z.strictObject({ view: z.literal('call') }),
  z.strictObject({ view: z.literal('messages') }),
  z.strictObject({ view: z.literal('first-steps') }),
]);
export type WindowTarget = Immutable<z.infer<typeof windowTargetSchema>>;

/** Something the user should look at or do. `target`: the view that the window opens for it. */
export const attentionItemSchema = z.strictObject({
  /** Stays the same from run to run while the cause is the same. */
  key: z.string(),
  /** One of the kinds listed in electron/app/attention. */
  kind: z.string().max(40),
  severity: z.enum(['urgent', 'warning']),
  cloud: z.enum(CLOUD_NAMES).nullable(),
  bookingId: bookingIdSchema.nullable(),
  unitId: unitIdSchema.nullable(),
  lockId: lockIdSchema.nullable(),
  /** What it is about, in one short sentence without a full stop. In the user's language. */
  title: z.string(),
  /** What it means for guests, and what to do. May be empty. */
  message: z.string(),
  target: windowTargetSchema,
  /** Set when the item is answered in place, instead of in its target. */
  question: questionSchema.nullable(),
  /** Everyone it is about, nearest first. */
  bookings: z.array(bookingIdSchema).max(100).exactOptional(),
  /** Held operations that the user approves or not: keys of the snapshot's holds. */
  holds: z.array(z.string().max(300)).exactOptional(),
});
export type AttentionItem = Immutable<z.infer<typeof attentionItemSchema>>;

/** One live stay with what it means for the guest. */
export const stayStatusSchema = z.strictObject({
  /** Without where its times come from, which the view of one stay says. */
  stay: staySchema.omit({ times: true }),
  verdict: verdictSchema,
  /** What the verdict is about; null when everything is in order. */
  worst: z.enum(LINK_NAMES).nullable(),
  /** What is wrong there, and what to do. */
  because: shownProblemSchema.nullable(),
  /** Those that are not good. Without a sentence: not known, which is said of arrivals of the next three days only. */
  links: z.array(z.strictObject({ name: z.enum(LINK_NAMES), state: linkStateSchema, message: z.string().nullable() })),
  /** Start and end of the stay as instants, for sorting and counting down. */
  startMs: instantMsSchema,
  endMs: instantMsSchema,
  /** Keypads on which the last run read the right code from the lock. */
  verifiedPlaces: z.array(placeSchema),
});
export type StayStatus = Immutable<z.infer<typeof stayStatusSchema>>;

/** The window's language and theme, from the settings and the system. */
const appearanceSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  /** A BCP 47 tag for dates, times and numbers. */
  locale: z.string().max(60),
  /** `system` follows the system as it changes. */
  theme: themeSchema,
});
export type Appearance = Immutable<z.infer<typeof appearanceSchema>>;

/** Names of units and doors from the settings. An id without a name is missing here or has an empty name. */
export const namesSchema = z.strictObject({
  units: z.array(z.strictObject({ unitId: unitIdSchema, name: z.string() })),
  doors: z.array(placeSchema.extend({ lockName: z.string(), keypadName: z.string() })),
});
export type Names = Immutable<z.infer<typeof namesSchema>>;
export type DoorName = Names['doors'][number];

/** A newer version that has been downloaded and verified. */
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
  /** False: no run starts, and no code is written. */
  firstStepsDone: z.boolean(),
  settings: userSettingsSchema,
  appearance: appearanceSchema,
  names: namesSchema,
  connections: z.strictObject({ smoobu: connectionSchema, 'the-keys': connectionSchema }),
  stays: z.array(stayStatusSchema),
  /** When the run that read these stays ended. A failed run leaves the stays of the one before. null before the first. */
  staysReadAtMs: instantMsSchema.nullable(),
  /** Until when the doors stay right without another sync. null: no sync could tell yet. */
  covered: coveredSchema.pick({ untilMs: true, messages: true }).nullable(),
  /** Which ways of telling guests are on. */
  sending: sendingSchema,
  /** What guests are told by them, for the stays that are shown: what goes next, went, or waits. */
  tellings: z.array(tellingSchema),
  /** Not over, nearest first. A person can have a code for one of them. */
  blockedPeriods: z.array(blockedPeriodSchema),
  /** Guests who are not among the stays, nearest first, as the last sync that made a plan saw them. */
  others: z.array(otherStaySchema),
  holds: z.array(operationReportSchema),
  attention: z.array(attentionItemSchema),
  version: z.string().max(60),
  limits: programLimitsSchema.shape.limits,
  /** False where the app is not installed. */
  canStartAtLogin: z.boolean(),
  /** null: no update is ready. */
  update: appUpdateSchema.nullable(),
});
export type AppSnapshot = Immutable<z.infer<typeof appSnapshotSchema>>;
export type Activity = AppSnapshot['activity'];

/** Changed top-level fields, each with its whole new value. */
export interface AppChange {
  readonly revision: number;
  readonly fields: Partial<Omit<AppSnapshot, 'revision'>>;
}
