/** The format of a backup: the user's settings, mapping and wishes, without credentials and without state of this installation. */
import * as z from 'zod';
import type { Immutable } from './immutable.ts';
import { settingsSchema, userSettingsSchema } from './settings.ts';
import { messageSettingsSchema } from './told.ts';
import { wishesSchema } from './wishes.ts';

export const BACKUP_FORMAT = 'latchkey-backup';
export const BACKUP_FORMAT_VERSION = 1;

const { schemaVersion, mapping, templates } = settingsSchema.shape;

/** Read first, to tell a backup of a newer version from a damaged one. `settings`: raw, of any version; null when missing. */
export const backupHeadSchema = z.looseObject({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.int().positive(),
  settings: z.record(z.string(), z.unknown()).nullable().catch(null),
});

/** Wishes of any version. */
export const versionedSchema = z.looseObject({ schemaVersion: z.number() });

/** Typed PINs are in it as they are stored: encrypted with a key that is not. */
const savedWishesSchema = wishesSchema.omit({ recovery: true });
export type SavedWishes = Immutable<z.infer<typeof savedWishesSchema>>;

/**
 * Missing sections get the defaults, but for those about messages, which earlier versions did not have: a restore must not tell guests who
 * were left out here. The settings' other sections (pause, setup, what the keychain holds, what is switched on) are not part of a backup.
 */
export const backupSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.literal(BACKUP_FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  latchkeyVersion: z.string().max(60),
  settings: z.object({
    ...{ schemaVersion, mapping, ...userSettingsSchema.shape },
    messages: messageSettingsSchema.exactOptional(),
    templates: templates.unwrap().exactOptional(),
  }),
  /** Left out by versions that had none: the wishes here are left alone then. */
  wishes: savedWishesSchema.exactOptional(),
});
export type Backup = Omit<z.infer<typeof backupSchema>, 'wishes'> & { readonly wishes?: SavedWishes };
