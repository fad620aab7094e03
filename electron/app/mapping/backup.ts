/** Backups of settings, mapping and wishes: writing one, reading one, and the settings after it is restored. Pure. */
import { BACKUP_FORMAT, BACKUP_FORMAT_VERSION, backupHeadSchema, backupSchema, versionedSchema } from '../../../shared/domain/backup.ts';
import type { Backup } from '../../../shared/domain/backup.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { SETTINGS_SCHEMA_VERSION, userSettings, withMapping } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { migrateSettings } from '../../../shared/domain/settings-migrations.ts';
import { WISHES_SCHEMA_VERSION } from '../../../shared/domain/wishes.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { parseJson } from '../../../shared/json.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { dateOf, isoInstant, localNow } from '../../../shared/time.ts';
import type { FileToSave } from '../ports/files.ts';
import { doorsOf, retiredPlaces } from './edit-mapping.ts';

export interface BackupFacts {
  readonly nowMs: number;
  /** The file is named after the day it is here. */
  readonly zone: string;
  readonly version: string;
}
export type BackupRefusal = 'no-backup' | 'newer' | 'damaged';

/** Longer backups are written without indentation: the window accepts files of at most 800,000 characters. */
const MAX_INDENTED_CHARACTERS = 150_000;

/** What the settings hold about setup, keychain and installation stays out. */
export function backupFile(
  settings: Settings,
  { schemaVersion, stays, people }: Wishes,
  { nowMs, zone, version }: BackupFacts,
): FileToSave {
  const backup: Backup = {
    format: BACKUP_FORMAT,
    formatVersion: BACKUP_FORMAT_VERSION,
    createdAt: isoInstant(nowMs),
    latchkeyVersion: version.slice(0, 60),
    settings: {
      ...{ schemaVersion: SETTINGS_SCHEMA_VERSION, mapping: settings.mapping, ...userSettings(settings) },
      templates: settings.templates,
    },
    wishes: { schemaVersion, stays, people },
  };
  const readable = JSON.stringify(backup, null, 2);
  return {
    suggestedName: `${BACKUP_FORMAT}-${dateOf(localNow(zone, nowMs))}.json`,
    content: `${readable.length > MAX_INDENTED_CHARACTERS ? JSON.stringify(backup) : readable}\n`,
    extension: 'json',
  };
}

/** `isSchedule`: whether a cron expression can be used. */
export function readBackup(text: string, isSchedule: (cron: string) => boolean): Result<Backup, BackupRefusal> {
  const head = backupHeadSchema.safeParse(parseJson(text));
  if (!head.success) return err('no-backup');
  const { formatVersion, settings, wishes } = head.data;
  if (formatVersion > BACKUP_FORMAT_VERSION) return err('newer');
  if (settings === null) return err('damaged');
  if ((versionedSchema.safeParse(wishes).data?.schemaVersion ?? 0) > WISHES_SCHEMA_VERSION) return err('newer');
  const migrated = migrateSettings(settings);
  if (migrated.kind === 'newer') return err('newer');
  if (migrated.kind === 'unfit') return err('damaged');
  const parsed = backupSchema.safeParse({ ...head.data, settings: migrated.raw });
  return parsed.success && isSchedule(parsed.data.settings.schedule.cron) ? ok(parsed.data) : err('damaged');
}

/**
 * The settings with a backup in force. Setup, pause, installation and what the keychain holds stay as they are on this computer. Doors that
 * were mapped here stay known, so that codes left there can be removed.
 */
export function restoreBackup(current: Settings, { settings }: Backup): Settings {
  const { messages = current.messages, templates = current.templates } = settings;
  const mapping = restoreMapping(current.mapping, settings.mapping);
  return { ...withMapping(current, mapping), ...userSettings({ ...settings, messages }), templates };
}

function restoreMapping(before: Mapping, next: Mapping): Mapping {
  const retired = retiredPlaces(next.units, [...next.retired, ...before.retired, ...doorsOf(before)]);
  const described = new Set(next.locks.map(({ lockId }) => lockId));
  const watched = new Set(retired.map(({ lockId }) => lockId));
  // Retired locks are still read, and their time zone is needed for that.
  const kept = before.locks.filter(({ lockId }) => watched.has(lockId) && !described.has(lockId));
  return { units: next.units, locks: [...next.locks, ...kept], retired };
}

/** How many different doors the units open. */
export function doorCount(mapping: Mapping): number {
  return new Set(doorsOf(mapping).map(placeKey)).size;
}
