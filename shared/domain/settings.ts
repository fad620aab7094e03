/** Everything the user can set, without secrets. `schemaVersion` is moved on by the numbered migrations in electron/storage. */
import * as z from 'zod';
import { mappingSchema, timeZoneSchema, wallTimeSchema } from './mapping.ts';

export const SETTINGS_SCHEMA_VERSION = 1;

export const settingsSchema = z.strictObject({
  schemaVersion: z.literal(SETTINGS_SCHEMA_VERSION).default(SETTINGS_SCHEMA_VERSION),
  mapping: mappingSchema.prefault({}),
  times: z
    .strictObject({
      checkIn: wallTimeSchema.prefault('15:00'),
      checkOut: wallTimeSchema.prefault('12:00'),
      /** Used where neither lock nor unit tells its zone. */
      timeZone: timeZoneSchema.default('Europe/Paris'),
    })
    .prefault({}),
  codes: z
    .strictObject({
      pinLength: z.int().min(4).max(8).default(4),
      /** Arrivals further away than this get no code yet. */
      horizonDays: z.int().min(1).max(730).default(90),
      /** Codes of ended stays are removed after this many days. */
      keepDays: z.int().min(0).max(365).default(7),
    })
    .prefault({}),
  schedule: z
    .strictObject({
      /** Five-field cron expression. */
      cron: z.string().min(9).max(120).default('*/15 * * * *'),
    })
    .prefault({}),
  /** Runs on the schedule rest until then; the user can still ask for one. */
  pause: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('until'), untilMs: z.int().positive() }),
      z.strictObject({ kind: z.literal('until-resumed') }),
    ])
    .default({ kind: 'none' }),
  notifications: z
    .strictObject({
      credentials: z.boolean().default(true),
      unreachable: z.boolean().default(true),
      held: z.boolean().default(true),
      arrival: z.boolean().default(true),
      recovered: z.boolean().default(true),
      /** Nothing is shown in these hours but arrivals within six hours. Wall time of this computer; may span midnight. */
      quietHours: z
        .strictObject({
          enabled: z.boolean().default(false),
          from: wallTimeSchema.prefault('22:00'),
          to: wallTimeSchema.prefault('07:00'),
        })
        .prefault({}),
    })
    .prefault({}),
  app: z
    .strictObject({
      startAtLogin: z.boolean().default(false),
      language: z.enum(['system', 'en', 'fr', 'de', 'pl']).default('system'),
      theme: z.enum(['system', 'light', 'dark']).default('system'),
      firstStepsDone: z.boolean().default(false),
    })
    .prefault({}),
  /** Drawn at the first start; spreads installations over the minutes after a slot. 0: not drawn yet. */
  installation: z.int().min(0).max(1_000_000).default(0),
  /** When the user went back to the first steps: runs from before are no word to begin. 0: never. */
  firstStepsSinceMs: z.int().min(0).default(0),
  /** Of the program itself: when the feed was last asked, of which version the user was told, and which one was put off. */
  updates: z
    .strictObject({
      checkedAtMs: z.int().min(0).default(0),
      toldVersion: z.string().max(40).nullable().default(null),
      later: z
        .strictObject({ version: z.string().max(40), untilMs: z.int().positive() })
        .nullable()
        .default(null),
    })
    .prefault({}),
  history: z.strictObject({ keepDays: z.int().min(7).max(3650).default(365) }).prefault({}),
  /** What was put into the keychain: a locked keyring answers "nothing there", and only this tells the difference. */
  stored: z
    .strictObject({
      smoobu: z.boolean().default(false),
      theKeys: z.boolean().default(false),
      pinKey: z.boolean().default(false),
      /** The phone number with all but the last two digits masked, so that it can be shown without asking the keychain. */
      theKeysUser: z.string().max(40).nullable().default(null),
    })
    .prefault({}),
});
export type Pause = z.infer<typeof settingsSchema>['pause'];
export type Settings = z.infer<typeof settingsSchema>;

export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}
