/**
 * Everything that crosses between window and main: the input and output of each call, and the payload of each event. Both sides and the
 * tests derive their types from it. No output contains a credential, and only those of the `reveal` calls contain PINs.
 */
import * as z from 'zod';
import { connectionSchema, windowTargetSchema } from '../domain/app-state.ts';
import { bookingIdSchema, codeIdSchema, lockIdSchema } from '../domain/id-schemas.ts';
import type { Immutable } from '../domain/immutable.ts';
import { runFilterSchema, runIdSchema, shownRunRowSchema } from '../domain/run.ts';
import { userSettingsSchema } from '../domain/settings.ts';
import { CLOUD_NAMES } from '../errors.ts';
import type { Result } from '../result.ts';
import type { CallName, EventName } from './channels.ts';
import {
  actAnswerSchema,
  peopleSchema,
  personAddSchema,
  personEditSchema,
  personLinkSchema,
  personRemoveSchema,
  stayActSchema,
  stayViewSchema,
  undoAnswerSchema,
  undoSchema,
} from './act-schemas.ts';
import { appSnapshotSchema, operationKeySchema, publishedChangeSchema, runDetailSchema } from './domain-schemas.ts';
import * as door from './door-schemas.ts';
import { emergencySheetSchema, sheetRequestSchema } from './sheet-schemas.ts';
import * as telling from './message-schemas.ts';
import type { IpcError } from './result.ts';
import {
  backupReadingSchema,
  discoverySchema,
  doorCodesSchema,
  draftUnitsSchema,
  importReadingSchema,
  knownDoorsSchema,
  mappingStateSchema,
  planPreviewSchema,
  previewOfSchema,
  savedFileSchema,
} from './setup-schemas.ts';
import {
  templateFindingsSchema,
  templateKeySchema,
  templatePreviewsSchema,
  templatesSchema,
  templateTestSchema,
  templateTextSchema,
} from './template-schemas.ts';

/** How long the window may show a PIN. Sent with every PIN, so that only main decides. */
export const PIN_SHOWN_MS = 20_000;
/** For a whole payload, before it is read. The longest legitimate one is a backup. */
export const MAX_PAYLOAD_BYTES = 1024 * 1024;

/** For a file that the window reads. Legitimate ones are far shorter. */
const MAX_FILE_CHARACTERS = 800_000;

const nothing = z.null();
const shownPinSchema = z.string().regex(/^\d{1,12}$/);
const secretText = z.string().trim().min(1).max(500);

/**
 * Some fields of a section of the settings. zod would fill in missing fields and so reset them to their defaults; therefore only the given
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
const { times, codes, schedule, notifications, messages, app, history } = userSettingsSchema.shape;
const cloudNameSchema = z.enum(CLOUD_NAMES);

const diagnosticsSchema = z.strictObject({ text: z.string().max(200_000) });

const credentialsSchema = z.discriminatedUnion('cloud', [
  z.strictObject({ cloud: z.literal('smoobu'), apiKey: secretText, apiSecret: secretText }),
  // A password can begin or end with a space. The phone number is validated on sign-in.
  z.strictObject({ cloud: z.literal('the-keys'), phone: z.string().trim().min(4).max(40), password: z.string().min(1).max(500) }),
]);

export const contract = {
  'snapshot.get': { input: nothing, output: appSnapshotSchema },
  /** Called once per page, when it listens: events are sent from now on. Answers with the view to open first. */
  'window.ready': { input: nothing, output: windowTargetSchema.nullable() },
  /** Answers when the run is requested, not when it is over: its progress is in the snapshot. */
  'sync.now': { input: nothing, output: nothing },

  /** Starts a run that carries out these held operations. Refused as a whole when one of them is not held any more. */
  'holds.apply': { input: z.strictObject({ keys: z.array(operationKeySchema).min(1).max(500) }), output: nothing },
  'holds.dismiss': { input: z.strictObject({ key: operationKeySchema }), output: z.strictObject({ wasWaiting: z.boolean() }) },
  /** Of an attention item. Starts a sync, which acts on the answer. */
  'question.answer': {
    input: z.strictObject({ key: operationKeySchema, choice: z.string().min(1).max(40) }),
    output: z.strictObject({ wasOpen: z.boolean() }),
  },
  'pause.set': {
    input: z.strictObject({ choice: z.enum(['hour', 'tomorrow', 'until-resumed', 'none']) }),
    output: appSnapshotSchema.shape.pause,
  },

  /** Stores the credentials, then tests them. A failed test is in the answer (`lastTest`); a keychain failure is a refusal. */
  'credentials.save': { input: credentialsSchema, output: connectionSchema },
  'credentials.test': { input: z.strictObject({ cloud: cloudNameSchema }), output: connectionSchema },
  'credentials.remove': { input: z.strictObject({ cloud: cloudNameSchema }), output: connectionSchema },

  /** Sections and fields that are left out stay as they are. The new settings come with the snapshot. */
  'settings.save': {
    input: z
      .strictObject({
        times: changeOf(times).exactOptional(),
        codes: changeOf(codes).exactOptional(),
        schedule: changeOf(schedule).exactOptional(),
        notifications: changeOf(notifications).exactOptional(),
        messages: changeOf(messages).exactOptional(),
        app: changeOf(app).exactOptional(),
        history: changeOf(history).exactOptional(),
      })
      .refine((given) => Object.keys(given).length > 0, 'must change something'),
    output: nothing,
  },
  'schedule.preview': {
    input: z.strictObject({ cron: z.string().max(120) }),
    /** No times when it is invalid; fewer than three when it occurs rarely. */
    output: z.strictObject({ valid: z.boolean(), nextRunsMs: z.array(z.number()).max(3) }),
  },

  /** Newest first. The next page starts before the last row of this one. */
  'history.runs': {
    input: z.strictObject({
      limit: z.int().min(1).max(100),
      beforeRunId: runIdSchema.exactOptional(),
      filter: runFilterSchema.exactOptional(),
    }),
    output: z.strictObject({ runs: z.array(shownRunRowSchema).max(100) }),
  },
  /** null: it is not in the history (any more). */
  'history.run': { input: z.strictObject({ id: runIdSchema }), output: runDetailSchema.nullable() },
  /** Every run that matches, as a CSV file. The user chooses the place. */
  'history.export': { input: z.strictObject({ filter: runFilterSchema }), output: savedFileSchema },
  /** Copies a report for support without secrets and guest data, and answers with it, so that the user sees what was copied. */
  'history.copy-report': { input: z.strictObject({ id: runIdSchema }), output: z.strictObject({ text: z.string().max(2_000_000) }) },
  'logs.open': { input: nothing, output: nothing },

  /** Lists what both accounts hold. A cloud that fails is `null` and a failure in the answer, not a refusal. */
  'accounts.discover': { input: nothing, output: discoverySchema },
  'mapping.get': { input: nothing, output: mappingStateSchema },
  /**
   * The whole mapping. Doors that no unit uses any more stay known, so that codes left there can be moved or removed. An empty list of doors
   * says that the unit has none, and its bookings cause no warning. Units that are not mapped yet must be left out.
   */
  'mapping.save': { input: z.strictObject({ units: draftUnitsSchema }), output: mappingStateSchema },
  /** Undoes the last save since the app started; refused when there is none. */
  'mapping.undo': { input: nothing, output: mappingStateSchema },
  /** A dry run. What is read from the clouds is reused for a minute, so that a draft can be previewed while it is edited. */
  'plan.preview': { input: previewOfSchema, output: planPreviewSchema },
  /** Completes the first steps: from now on runs write, the first one at once. */
  'setup.finish': { input: nothing, output: nothing },

  /** Reads the text of the older tool's configuration file; stores nothing. */
  'import.read': { input: z.strictObject({ text: z.string().max(MAX_FILE_CHARACTERS) }), output: importReadingSchema },
  'backup.read': { input: z.strictObject({ text: z.string().max(MAX_FILE_CHARACTERS) }), output: backupReadingSchema },
  /** Settings and mapping without secrets. The user chooses the place. */
  'backup.save': { input: nothing, output: savedFileSchema },
  /** Applies the file that was read last. `withCredentials`: also its credentials; `apiSecret`: where the file has only the key. */
  'candidate.apply': {
    input: z.strictObject({ withCredentials: z.boolean(), apiSecret: secretText.nullable() }),
    output: mappingStateSchema,
  },
  'candidate.drop': { input: nothing, output: nothing },
  /** Erases settings, mapping and credentials. Codes on the locks and the history stay. */
  'settings.reset': { input: nothing, output: nothing },
  /** Starts the app again, as the demo or not. */
  'demo.start': { input: nothing, output: nothing },
  'demo.leave': { input: nothing, output: nothing },

  /** Everything about a stay, read from both clouds now. */
  'stay.view': { input: z.strictObject({ bookingId: bookingIdSchema }), output: stayViewSchema },
  /** Records the wish and carries it out at once, also while paused. */
  'stay.act': { input: stayActSchema, output: actAnswerSchema },
  /** Takes back one of the user's own acts with all its doors. */
  'act.undo': { input: undoSchema, output: undoAnswerSchema },
  /** Removes what is kept here of a past guest, for good. */
  'stay.forget': { input: z.strictObject({ bookingId: bookingIdSchema }), output: nothing },

  /** Everybody who has a code without a booking, and where it is, read from both clouds now. */
  'people.list': { input: nothing, output: peopleSchema },
  /** Each records the wish and carries it out at once, also while paused. */
  'people.add': { input: personAddSchema, output: actAnswerSchema },
  /** What is left out stays as it is. */
  'people.edit': { input: personEditSchema, output: actAnswerSchema },
  'people.remove': { input: personRemoveSchema, output: actAnswerSchema },
  /** A code made by hand becomes a new person's, with its PIN and its times. */
  'people.link': { input: personLinkSchema, output: actAnswerSchema },

  /** Every text that guests may get, the user's and the built-in ones. */
  'templates.list': { input: nothing, output: templatesSchema },
  /** Nothing is saved while the text has mistakes; warnings are no hindrance. */
  'templates.save': { input: templateTextSchema, output: templateFindingsSchema.extend({ isSaved: z.boolean() }) },
  'templates.reset': { input: templateKeySchema, output: z.strictObject({ wasOwn: z.boolean() }) },
  /** The text for up to three stays, with dots in place of PINs; none while it has mistakes. Reads nothing from the clouds. */
  'templates.preview': { input: templateTextSchema, output: templateFindingsSchema.extend({ previews: templatePreviewsSchema }) },
  /** Sends the text for a stay to the host, with dots in place of PINs. */
  'templates.test': { input: templateTextSchema.extend({ bookingId: bookingIdSchema }), output: templateTestSchema },

  /** The message for a stay as it would be now, with dots for its digits, read from both clouds. */
  'messages.preview': { input: telling.messageOfSchema, output: telling.messagePreviewSchema },
  /** With its digits to the system's clipboard, and never to the window. The history records it like a PIN that was shown. */
  'messages.copy': { input: telling.messageOfSchema, output: telling.messagePreviewSchema.pick({ language: true }) },
  /** What would go to whom; then, with what the user saw and ticked, switches the way on. */
  'messages.start': { input: telling.messageStartSchema, output: telling.messageStartAnswerSchema },
  'messages.stop': { input: telling.sendingWaySchema, output: z.strictObject({ wasOn: z.boolean() }) },
  /** Syncs this stay, which sends what is due for it now, also at night and while paused. */
  'messages.send': { input: telling.messageOfSchema, output: telling.messageSentSchema },
  /** The user told the guest what the locks have now. */
  'messages.mark-told': { input: telling.messageOfSchema, output: nothing },

  'codes.list': { input: nothing, output: doorCodesSchema },
  'doors.list': { input: nothing, output: knownDoorsSchema },

  /** Letters of a guest, unit, door or person, or the number of a lock. */
  'door.find': { input: z.strictObject({ text: z.string().max(100) }), output: door.foundDoorsSchema },
  /** `fresh`: the lock and its gateway are read first. Otherwise what is in memory, at once. */
  'door.view': { input: z.strictObject({ lockId: lockIdSchema, fresh: z.boolean() }), output: door.shownDoorSchema },
  /** Removes one code that is no guest's and no person's, also one made by hand. Without the user's yes to all questions: a dry run. */
  'door.remove': { input: door.doorRemoveSchema, output: door.doorAnswerSchema },
  /** The new lock for every unit and person of the old one, then a sync. Without the user's yes to all questions: a dry run. */
  'door.replace': { input: door.doorReplaceSchema, output: door.doorAnswerSchema },
  /** Makes or removes the spare code of a door, which always opens it. */
  'door.spare': { input: door.doorSpareSchema, output: actAnswerSchema },
  /** Any code on a door, as read from the lock. The history records that it was shown. */
  'code.reveal': {
    input: z.strictObject({ lockId: lockIdSchema, codeId: codeIdSchema }),
    output: z.strictObject({ pin: shownPinSchema, hideAfterMs: z.literal(PIN_SHOWN_MS) }),
  },
  /** What to tell a guest whose code does not work, without digits. null: the booking is not known (any more). */
  'call.view': { input: z.strictObject({ bookingId: bookingIdSchema, fresh: z.boolean() }), output: door.shownCallSchema.nullable() },
  /**
   * The digits for each door of the stay, from the last list in memory; a lock without one is read. The history records that they were shown.
   * `spare`: those of the spare codes that its guest may be told.
   */
  'call.reveal': {
    input: z.strictObject({ bookingId: bookingIdSchema, spare: z.literal(true).exactOptional() }),
    output: z.strictObject({ doors: door.revealedDoorsSchema, hideAfterMs: z.literal(PIN_SHOWN_MS) }),
  },
  /** The same digits, without spaces, to the system's clipboard, which is emptied after a minute. Recorded like a reveal. */
  'call.copy': { input: z.strictObject({ bookingId: bookingIdSchema }), output: nothing },

  /** What opens each door, as last read; a lock that was not read yet is read. With PINs, the user is asked outside the page first. */
  'sheet.emergency': { input: sheetRequestSchema, output: emergencySheetSchema },
  /** The page as it is printed. The user chooses the place. */
  'sheet.save-pdf': { input: z.strictObject({ sheet: z.enum(['today', 'emergency']) }), output: savedFileSchema },

  /** When no run is in progress, the program quits and the new version starts. */
  'update.install': { input: nothing, output: nothing },
  /** Postpones the new version for a week. */
  'update.later': { input: nothing, output: nothing },

  /** For support, without secrets, names and guest data; shown before it is copied. */
  'diagnostics.read': { input: nothing, output: diagnosticsSchema },
  /** Read again and copied; the answer is what was copied. */
  'diagnostics.copy': { input: nothing, output: diagnosticsSchema },
} as const satisfies Record<CallName, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export const events = {
  'snapshot.changed': publishedChangeSchema,
  'window.goto': windowTargetSchema,
} as const satisfies Record<EventName, z.ZodType>;

/** What the window sends. */
export type CallInput<N extends CallName> = Immutable<z.input<(typeof contract)[N]['input']>>;
/** What the handler gets, trimmed and validated. */
export type CallRequest<N extends CallName> = z.output<(typeof contract)[N]['input']>;
export type CredentialEntry = CallRequest<'credentials.save'>;
export type CallOutput<N extends CallName> = Immutable<z.output<(typeof contract)[N]['output']>>;
export type EventPayload<N extends EventName> = Immutable<z.output<(typeof events)[N]>>;

/** An expected failure: `detail` as in IpcError, `message` for the user. */
export type IpcRefusal = Pick<IpcError, 'detail' | 'message'>;
export type CallAnswer<N extends CallName> = Result<CallOutput<N>, IpcRefusal>;
/** One per call, or it does not compile. Bugs may throw: the window then shows a general message. */
export type CallHandlers = { readonly [N in CallName]: (request: CallRequest<N>) => CallAnswer<N> | Promise<CallAnswer<N>> };
