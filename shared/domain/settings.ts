/** Everything the host can set, without secrets. `schemaVersion` is moved on by the numbered migrations in electron/storage. */
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
  history: z.strictObject({ keepDays: z.int().min(7).max(3650).default(365) }).prefault({}),
  /** What was put into the keychain: a locked keyring answers "nothing there", and only this tells the difference. */
  stored: z
    .strictObject({
      smoobu: z.boolean().default(false),
      theKeys: z.boolean().default(false),
      pinKey: z.boolean().default(false),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}
