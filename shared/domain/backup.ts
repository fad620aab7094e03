/** The form of a settings backup: what the user set and mapped, never credentials or what belongs to one installation. */
import * as z from 'zod';
import { settingsSchema, userSettingsSchema } from './settings.ts';

export const BACKUP_FORMAT = 'latchkey-backup';
export const BACKUP_FORMAT_VERSION = 1;

const { schemaVersion, mapping } = settingsSchema.shape;

/** Read first: a backup of a later version is not a damaged one. `settings`: raw, of any version; null where there are none. */
export const backupHeadSchema = z.looseObject({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.int().positive(),
  settings: z.record(z.string(), z.unknown()).nullable().catch(null),
});

/** Sections that are missing are the defaults. Other sections of the settings (pause, setup, what the keychain holds) are left out. */
export const backupSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.literal(BACKUP_FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  latchkeyVersion: z.string().max(60),
  settings: z.object({ schemaVersion, mapping, ...userSettingsSchema.shape }),
});
export type Backup = z.infer<typeof backupSchema>;
