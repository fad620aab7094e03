/** The settings file: the user's settings and the program's own state. No secrets. */
import * as z from 'zod';
import { LANGUAGES } from '../i18n/languages.ts';
import { mappingSchema } from './mapping.ts';
import { cleaningMinutesSchema, maxEarlyMinutesSchema, timeModeSchema } from './stay-times.ts';
import { MAX_TEMPLATES, messageSettingsSchema, sendingSchema, templateSchema } from './told.ts';
import { timeZoneSchema, wallTimeSchema } from './time-schemas.ts';

export const themeSchema = z.enum(['system', 'light', 'dark']);

/** Each new version has a migration in settings-migrations.ts. */
export const SETTINGS_SCHEMA_VERSION = 2;

export const settingsSchema = z.strictObject({
  schemaVersion: z.literal(SETTINGS_SCHEMA_VERSION).default(SETTINGS_SCHEMA_VERSION),
  mapping: mappingSchema.prefault({}),
  /**
   * How the settings came back after their file was damaged: from the last good copy, whose mapping the user has not confirmed yet; or not
   * at all. Ends when the mapping is saved or confirmed.
   */
  recovery: z.enum(['none', 'copy', 'lost']).default('none'),
  times: z
    .strictObject({
      checkIn: wallTimeSchema.prefault('15:00'),
      checkOut: wallTimeSchema.prefault('12:00'),
      /** Used where neither the lock nor the unit has one. */
      timeZone: timeZoneSchema.default('Europe/Paris'),
      /** What the times in a booking may do. A unit may have its own rules. */
      checkInMode: timeModeSchema.default('widen'),
      checkOutMode: timeModeSchema.default('widen'),
      /** How long a unit stays empty after a guest leaves, before the next may come earlier than usual. null: until the usual check-in. */
      cleaningMinutes: cleaningMinutesSchema.nullable().default(null),
      /** A booking's check-in opens the door at most this much before the usual one. */
      maxEarlyMinutes: maxEarlyMinutesSchema.default(240),
    })
    .prefault({}),
  codes: z
    .strictObject({
      pinLength: z.int().min(4).max(8).default(4),
      /** Arrivals further away than this get no code yet. */
      horizonDays: z.int().min(1).max(730).default(90),
      /** Codes of ended stays are removed after this many days. */
      keepDays: z.int().min(0).max(365).default(7),
      /** A code between stays works for so long at most. */
      betweenStaysHours: z.int().min(1).max(24).default(12),
    })
    .prefault({}),
  schedule: z
    .strictObject({
      /** Five-field cron expression. */
      cron: z.string().min(9).max(120).default('*/15 * * * *'),
    })
    .prefault({}),
  /** No scheduled run starts until then; the user can still start one. */
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
      /** In these hours only arrivals within six hours are shown. Wall time of this computer; may span midnight. */
      quietHours: z
        .strictObject({
          enabled: z.boolean().default(false),
          from: wallTimeSchema.prefault('22:00'),
          to: wallTimeSchema.prefault('07:00'),
        })
        .prefault({}),
    })
    .prefault({}),
  messages: messageSettingsSchema.prefault({}),
  templates: z.array(templateSchema).max(MAX_TEMPLATES).default([]),
  /** Neither settings.save nor a backup can change this: what would go to whom is shown first. */
  sending: sendingSchema.prefault({}),
  app: z
    .strictObject({
      startAtLogin: z.boolean().default(false),
      language: z.enum(['system', ...LANGUAGES]).default('system'),
      theme: themeSchema.default('system'),
    })
    .prefault({}),
  /** A random number from the first start, which spreads installations over the minutes after each scheduled time. 0: not drawn yet. */
  installation: z.int().min(0).max(1_000_000).default(0),
  /** Nothing is written to the locks before the user has completed the first steps. Neither settings.save nor a backup can change this. */
  setup: z
    .strictObject({
      done: z.boolean().default(false),
      /** When the user last went back to the first steps. Runs before then do not count as completed setup. 0: never. */
      sinceMs: z.int().min(0).default(0),
    })
    .prefault({}),
  /** When the feed was last checked, the version the user was told about, and the one they postponed. */
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
  history: z
    .strictObject({
      keepDays: z.int().min(7).max(3650).default(365),
      /** Whether the first and last use of a stay's code are kept, where the lock's log tells them. */
      codeUses: z.boolean().default(true),
    })
    .prefault({}),
  /** What is stored in the keychain. A locked keychain looks empty; this tells the two apart. */
  stored: z
    .strictObject({
      smoobu: z.boolean().default(false),
      theKeys: z.boolean().default(false),
      pinKey: z.boolean().default(false),
      watchdog: z.boolean().default(false),
      /** The phone number with all but its last two digits masked, so that it can be shown without reading the keychain. */
      theKeysUser: z.string().max(40).nullable().default(null),
    })
    .prefault({}),
});
export type Pause = z.infer<typeof settingsSchema>['pause'];
export type Settings = z.infer<typeof settingsSchema>;

/** The sections that the user edits in the window and that go into a backup. Mapping, templates and pause have calls of their own. */
export const userSettingsSchema = settingsSchema.pick({
  times: true,
  codes: true,
  schedule: true,
  notifications: true,
  messages: true,
  app: true,
  history: true,
});
export type UserSettings = z.infer<typeof userSettingsSchema>;
/** Fields that are left out stay as they are. */
export type SettingsChange = { readonly [S in keyof UserSettings]?: Partial<UserSettings[S]> };

/** Settings with a mapping that comes from the user, and is therefore confirmed. */
export function withMapping(settings: Settings, mapping: Settings['mapping']): Settings {
  return { ...settings, mapping, recovery: 'none' };
}

export function userSettings({ times, codes, schedule, notifications, messages, app, history }: UserSettings): UserSettings {
  return { times, codes, schedule, notifications, messages, app, history };
}

export function withChange<T extends UserSettings>(settings: T, change: SettingsChange): T {
  return {
    ...settings,
    times: { ...settings.times, ...change.times },
    codes: { ...settings.codes, ...change.codes },
    schedule: { ...settings.schedule, ...change.schedule },
    notifications: { ...settings.notifications, ...change.notifications },
    messages: { ...settings.messages, ...change.messages },
    app: { ...settings.app, ...change.app },
    history: { ...settings.history, ...change.history },
  };
}

export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}
