/**
 * Everything that crosses between window and main, in one place: what each call takes and answers, and what each event carries.
 * Both sides and the tests derive their types from here. No answer carries a credential; `pin.reveal` is the one that carries a PIN.
 */
import * as z from 'zod';
import { connectionSchema, windowTargetSchema } from '../domain/app-state.ts';
import { bookingIdSchema } from '../domain/id-schemas.ts';
import type { Immutable } from '../domain/immutable.ts';
import { runFilterSchema, runIdSchema, runRowSchema } from '../domain/run.ts';
import { userSettingsSchema } from '../domain/settings.ts';
import { CLOUD_NAMES } from '../errors.ts';
import type { Result } from '../result.ts';
import type { CallName, EventName } from './channels.ts';
import { appSnapshotSchema, operationKeySchema, placeSchema, publishedChangeSchema, runDetailSchema } from './domain-schemas.ts';
import type { IpcError } from './result.ts';
import {
  backupReadingSchema,
  discoverySchema,
  doorCodesSchema,
  draftUnitsSchema,
  importReadingSchema,
  mappingStateSchema,
  planPreviewSchema,
  previewOfSchema,
  savedFileSchema,
} from './setup-schemas.ts';

/** How long the window may show a PIN. Told with every PIN, so that main alone decides. */
export const PIN_SHOWN_MS = 20_000;
/** For a payload as a whole, before it is looked at; the longest honest one is `holds.apply` with its keys. */
export const MAX_PAYLOAD_BYTES = 256 * 1024;

/** Of a file read by the window: any honest one is far shorter. */
const MAX_FILE_CHARACTERS = 200_000;

const nothing = z.null();
const secretText = z.string().trim().min(1).max(500);

/**
 * Some fields of a section of the settings. zod fills in what is missing, which would put a field back to its default: so only the given
 * fields are passed on, and each of them must be whole.
 */
function changeOf<S extends z.ZodType>(section: S): z.ZodType<Partial<z.output<S>>, Partial<z.output<S>>> {
  const change = z.record(z.string(), z.unknown()).transform((given, context) => {
    const parsed = section.safeParse(given);
    if (parsed.success) {
      const filled = new Map(Object.entries(parsed.data as object));
      const fields = Object.fromEntries(Object.keys(given).map((name) => [name, filled.get(name) as unknown]));
      const paths = keyPaths(given);
      if (paths.length > 0 && keyPaths(fields).every((path) => paths.includes(path))) return fields;
    }
    context.addIssue('must be whole fields of the section');
    return z.NEVER;
  });
  return change as unknown as z.ZodType<Partial<z.output<S>>, Partial<z.output<S>>>;
}
function keyPaths(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([, below]) => below !== undefined)
    .flatMap(([key, below]) => [key, ...keyPaths(below).map((path) => `${key}.${path}`)]);
}
const { times, codes, schedule, notifications, app, history } = userSettingsSchema.shape;
const cloudNameSchema = z.enum(CLOUD_NAMES);

const diagnosticsSchema = z.strictObject({ text: z.string().max(200_000) });

const credentialsSchema = z.discriminatedUnion('cloud', [
  z.strictObject({ cloud: z.literal('smoobu'), apiKey: secretText, apiSecret: secretText }),
  // Spaces may belong to a password; the phone number is read by whoever signs in.
  z.strictObject({ cloud: z.literal('the-keys'), phone: z.string().trim().min(4).max(40), password: z.string().min(1).max(500) }),
]);

export const contract = {
  'snapshot.get': { input: nothing, output: appSnapshotSchema },
  /** Once per page, when it listens; answers where to go first. Events are sent from here on. */
  'window.ready': { input: nothing, output: windowTargetSchema.nullable() },
  /** Answers when the run has been asked for, not when it is over: its progress is in the snapshot. */
  'sync.now': { input: nothing, output: nothing },

  /** Carries out held operations: a run starts that does not hold these keys again. Refused as a whole when one of them waits no more. */
  'holds.apply': { input: z.strictObject({ keys: z.array(operationKeySchema).min(1).max(500) }), output: nothing },
  'holds.dismiss': { input: z.strictObject({ key: operationKeySchema }), output: z.strictObject({ wasWaiting: z.boolean() }) },
  'pause.set': {
    input: z.strictObject({ choice: z.enum(['hour', 'tomorrow', 'until-resumed', 'none']) }),
    output: appSnapshotSchema.shape.pause,
  },

  /** Stores, then tests. A failed test is an answer (`lastTest`), a keychain that says no a refusal. */
  'credentials.save': { input: credentialsSchema, output: connectionSchema },
  'credentials.test': { input: z.strictObject({ cloud: cloudNameSchema }), output: connectionSchema },
  'credentials.remove': { input: z.strictObject({ cloud: cloudNameSchema }), output: connectionSchema },

  /** Sections and fields that are left out stay as they are. What is in force afterwards comes with the snapshot. */
  'settings.save': {
    input: z
      .strictObject({
        times: changeOf(times).exactOptional(),
        codes: changeOf(codes).exactOptional(),
        schedule: changeOf(schedule).exactOptional(),
        notifications: changeOf(notifications).exactOptional(),
        app: changeOf(app).exactOptional(),
        history: changeOf(history).exactOptional(),
      })
      .refine((given) => Object.keys(given).length > 0, 'must change something'),
    output: nothing,
  },
  'schedule.preview': {
    input: z.strictObject({ cron: z.string().max(120) }),
    /** No times when it is not valid; fewer than three when it seldom comes round. */
    output: z.strictObject({ valid: z.boolean(), nextRunsMs: z.array(z.number()).max(3) }),
  },

  /** One door of one booking, read from the lock's list; recorded in the history. */
  'pin.reveal': {
    input: z.strictObject({ bookingId: bookingIdSchema, ...placeSchema.shape }),
    output: z.strictObject({ pin: z.string().regex(/^\d{1,12}$/), hideAfterMs: z.literal(PIN_SHOWN_MS) }),
  },

  /** Newest first. The next page starts before the last row of this one. */
  'history.runs': {
    input: z.strictObject({
      limit: z.int().min(1).max(100),
      beforeRunId: runIdSchema.exactOptional(),
      filter: runFilterSchema.exactOptional(),
    }),
    output: z.strictObject({ runs: z.array(runRowSchema).max(100) }),
  },
  /** null: the history does not know it (any more). */
  'history.run': { input: z.strictObject({ id: runIdSchema }), output: runDetailSchema.nullable() },
  /** Every run that fits, as CSV, into a file the user chooses. */
  'history.export': { input: z.strictObject({ filter: runFilterSchema }), output: savedFileSchema },
  /** A run for support, without secrets and guest data: copied, and answered so that the user sees what was copied. */
  'history.copy-report': { input: z.strictObject({ id: runIdSchema }), output: z.strictObject({ text: z.string().max(2_000_000) }) },
  'logs.open': { input: nothing, output: nothing },

  /** What both accounts hold; reads only. A cloud that fails is a `null` and a failure in the answer, not a refusal. */
  'accounts.discover': { input: nothing, output: discoverySchema },
  'mapping.get': { input: nothing, output: mappingStateSchema },
  /**
   * Whole. Doors that no unit uses any more stay known, so that codes left there can be moved or removed. A unit with an empty list of doors
   * is the user's word that it has none, and nobody is warned of its bookings any more: units not mapped yet are left out.
   */
  'mapping.save': { input: z.strictObject({ units: draftUnitsSchema }), output: mappingStateSchema },
  /** Back to before the last save since the app started; refused when there is none. */
  'mapping.undo': { input: nothing, output: mappingStateSchema },
  /** A dry run. What was read from the clouds serves for a minute, so that a draft can be looked at while it is made. */
  'plan.preview': { input: previewOfSchema, output: planPreviewSchema },
  /** The user's word after the first steps: from here on runs write, the first one at once. */
  'setup.finish': { input: nothing, output: nothing },

  /** Reads the text of the older tool's configuration file; stores nothing. */
  'import.read': { input: z.strictObject({ text: z.string().max(MAX_FILE_CHARACTERS) }), output: importReadingSchema },
  'backup.read': { input: z.strictObject({ text: z.string().max(MAX_FILE_CHARACTERS) }), output: backupReadingSchema },
  /** Settings and mapping without secrets, into a file the user chooses. */
  'backup.save': { input: nothing, output: savedFileSchema },
  /** Takes over what was read last. `withCredentials`: also those of an imported file; `apiSecret` where the file has only the key. */
  'candidate.apply': {
    input: z.strictObject({ withCredentials: z.boolean(), apiSecret: secretText.nullable() }),
    output: mappingStateSchema,
  },
  'candidate.drop': { input: nothing, output: nothing },
  /** Settings and mapping as on the first day, credentials forgotten. Codes on the locks and the history stay. */
  'settings.reset': { input: nothing, output: nothing },
  /** Starts the app again with the demo's data, or without. */
  'demo.start': { input: nothing, output: nothing },
  'demo.leave': { input: nothing, output: nothing },

  'codes.list': { input: nothing, output: doorCodesSchema },

  /** The user's word for it: ends the program when no run is in hand, and starts the new version. */
  'update.install': { input: nothing, output: nothing },
  /** Not before a week has passed, unless the user says otherwise. */
  'update.later': { input: nothing, output: nothing },

  /** For support, without secrets, names and guest data: shown before it is copied. */
  'diagnostics.read': { input: nothing, output: diagnosticsSchema },
  /** Made again, copied, and answered so that the user sees what was copied. */
  'diagnostics.copy': { input: nothing, output: diagnosticsSchema },
} as const satisfies Record<CallName, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export const events = {
  'snapshot.changed': publishedChangeSchema,
  'window.goto': windowTargetSchema,
} as const satisfies Record<EventName, z.ZodType>;

/** What the window sends. */
export type CallInput<N extends CallName> = Immutable<z.input<(typeof contract)[N]['input']>>;
/** What the handler gets, trimmed and checked. */
export type CallRequest<N extends CallName> = z.output<(typeof contract)[N]['input']>;
export type CallOutput<N extends CallName> = Immutable<z.output<(typeof contract)[N]['output']>>;
export type EventPayload<N extends EventName> = Immutable<z.output<(typeof events)[N]>>;

/** A foreseen no: `detail` as in IpcError, `message` a sentence for the user. */
export type IpcRefusal = Pick<IpcError, 'detail' | 'message'>;
export type CallAnswer<N extends CallName> = Result<CallOutput<N>, IpcRefusal>;
/** One per call, or it does not compile. Bugs may throw: the window then learns only that something went wrong. */
export type CallHandlers = { readonly [N in CallName]: (request: CallRequest<N>) => CallAnswer<N> | Promise<CallAnswer<N>> };

export type CredentialEntry = CallRequest<'credentials.save'>;
