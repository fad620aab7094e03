/** The format of a settings backup: the user's settings and mapping, without credentials and without state of this installation. */
import * as z from 'zod';
import { settingsSchema, userSettingsSchema } from './settings.ts';

export const BACKUP_FORMAT = 'latchkey-backup';
export const BACKUP_FORMAT_VERSION = 1;

const { schemaVersion, mapping } = settingsSchema.shape;

/** Read first, to tell a backup of a newer version from a damaged one. `settings`: raw, of any version; null when missing. */
export const backupHeadSchema = z.looseObject({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.int().positive(),
  settings: z.record(z.string(), z.unknown()).nullable().catch(null),
});

/** Missing sections get the defaults. The settings' other sections (pause, setup, what the keychain holds) are not part of a backup. */
export const backupSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.literal(BACKUP_FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  latchkeyVersion: z.string().max(60),
  settings: z.object({ schemaVersion, mapping, ...userSettingsSchema.shape }),
});
export type Backup = z.infer<typeof backupSchema>;
