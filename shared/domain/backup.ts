/** The form of a settings backup: what the user set and mapped, never credentials or what belongs to one installation. */
import * as z from 'zod';
import { SETTINGS_SCHEMA_VERSION, settingsSchema } from './settings.ts';

export const BACKUP_FORMAT = 'latchkey-backup';
export const BACKUP_FORMAT_VERSION = 1;

const { schemaVersion, mapping, times, codes, schedule, notifications, app, history } = settingsSchema.shape;

/** Read before anything else, so that a file of a later version is told from a damaged one. */
export const backupHeadSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.int().positive(),
  settings: z
    .object({ schemaVersion: z.int().positive().catch(SETTINGS_SCHEMA_VERSION) })
    .catch({ schemaVersion: SETTINGS_SCHEMA_VERSION }),
});

/** Sections that are missing are the defaults; other fields beside them (a pause, what the keychain holds) are not taken over. */
export const backupSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.literal(BACKUP_FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  latchkeyVersion: z.string().max(60),
  settings: z.object({ schemaVersion, mapping, times, codes, schedule, notifications, app, history }),
});
export type Backup = z.infer<typeof backupSchema>;
