/** Backups of settings and mapping: what goes into one, what a file says, and what restoring it makes of the present settings. Pure. */
import { BACKUP_FORMAT, BACKUP_FORMAT_VERSION, backupHeadSchema, backupSchema } from '../../../shared/domain/backup.ts';
import type { Backup } from '../../../shared/domain/backup.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { SETTINGS_SCHEMA_VERSION } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { dateOf, isoInstant, localNow } from '../../../shared/time.ts';
import type { FileToSave } from '../desktop/ports.ts';

export interface BackupFacts {
  readonly nowMs: number;
  /** The file is named after the day it is here. */
  readonly zone: string;
  readonly version: string;
}
export type BackupRefusal = 'no-backup' | 'newer' | 'damaged';

/** Beyond this it is written without indentation, so that the window can hand it in again. */
const COMFORTABLE_CHARACTERS = 150_000;

/** Sections are named one by one: whatever the settings come to keep about keychain and installation stays out. */
export function backupFile(settings: Settings, { nowMs, zone, version }: BackupFacts): FileToSave {
  const { mapping, times, codes, schedule, notifications, app, history } = settings;
  const backup: Backup = {
    format: BACKUP_FORMAT,
    formatVersion: BACKUP_FORMAT_VERSION,
    createdAt: isoInstant(nowMs),
    latchkeyVersion: version.slice(0, 60),
    settings: { schemaVersion: SETTINGS_SCHEMA_VERSION, mapping, times, codes, schedule, notifications, app, history },
  };
  const readable = JSON.stringify(backup, null, 2);
  return {
    suggestedName: `${BACKUP_FORMAT}-${dateOf(localNow(zone, nowMs))}.json`,
    content: `${readable.length > COMFORTABLE_CHARACTERS ? JSON.stringify(backup) : readable}\n`,
    extension: 'json',
  };
}

/** `isSchedule`: whether a cron expression can be used. */
export function readBackup(text: string, isSchedule: (cron: string) => boolean): Result<Backup, BackupRefusal> {
  const raw = parseJson(text);
  const head = backupHeadSchema.safeParse(raw);
  if (!head.success) return err('no-backup');
  const { formatVersion, settings } = head.data;
  if (formatVersion > BACKUP_FORMAT_VERSION || settings.schemaVersion > SETTINGS_SCHEMA_VERSION) return err('newer');
  const parsed = backupSchema.safeParse(raw);
  return parsed.success && isSchedule(parsed.data.settings.schedule.cron) ? ok(parsed.data) : err('damaged');
}

/**
 * The settings with a backup in force. A restore is no word to begin: whether the first steps are done stays as it is here, and so do the
 * pause, the installation and what the keychain holds. Doors that were mapped here stay known, so that codes left there can be removed.
 */
export function restoreBackup(current: Settings, { settings }: Backup): Settings {
  const { mapping, times, codes, schedule, notifications, app, history } = settings;
  return {
    ...current,
    mapping: restoreMapping(current.mapping, mapping),
    times,
    codes,
    schedule,
    notifications,
    app: { ...app, firstStepsDone: current.app.firstStepsDone },
    history,
  };
}

function restoreMapping(before: Mapping, next: Mapping): Mapping {
  const inUse = new Set(next.units.flatMap(({ doors }) => doors.map(placeKey)));
  const known = [...next.retired, ...before.retired, ...before.units.flatMap(({ doors }) => doors)];
  const retired = uniquePlaces(known).filter((place) => !inUse.has(placeKey(place)));
  const told = new Set(next.locks.map(({ lockId }) => lockId));
  const watched = new Set(retired.map(({ lockId }) => lockId));
  // What is known of a lock that is only watched from now on (its zone above all) is known still.
  const kept = before.locks.filter(({ lockId }) => watched.has(lockId) && !told.has(lockId));
  return { units: next.units, locks: [...next.locks, ...kept], retired };
}

/** How many different doors the units open. */
export function doorCount({ units }: Mapping): number {
  return new Set(units.flatMap(({ doors }) => doors.map(placeKey))).size;
}

function uniquePlaces(places: readonly KeypadPlace[]): KeypadPlace[] {
  return [...new Map(places.map(({ lockId, keypadId }) => [placeKey({ lockId, keypadId }), { lockId, keypadId }])).values()];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch {
    return undefined;
  }
}
