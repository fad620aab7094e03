/** Opens the history's SQLite file. A file that cannot be used is set aside with its companions, and a new one is created. */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { RecoveredFile } from '../../app/ports/storage.ts';
import type { Clock, Logger } from '../../app/ports/system.ts';
import { migrateHistory, NewerHistory } from './history-schema.ts';
import { sqliteCode } from '../disk-failures.ts';
import { createPrivateFile, makePrivateFolder } from '../private-files.ts';
import { setAside } from '../set-aside.ts';

const IN_MEMORY = ':memory:';
/** Far longer than another process holds the write lock: transactions take milliseconds. */
const BUSY_TIMEOUT_MS = 5000;
/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SQLITE_ERROR = 1;
const SQLITE_CORRUPT = 11;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

export interface OpenedHistory {
  readonly database: DatabaseSync;
  readonly recovered: RecoveredFile | null;
}
export interface HistoryFileOptions {
  /** Absolute path, or ":memory:". */
  readonly file: string;
  readonly clock: Clock;
  readonly log?: Logger;
  /** Called before the file is opened and before each write. Tests throw here what a full disk throws. */
  readonly beforeWrite?: () => void;
}

/** Never throws because of the file's contents; throws when nothing can be written (missing rights, full disk). */
export function openHistoryFile({ file, clock, log, beforeWrite }: HistoryFileOptions): OpenedHistory {
  if (file === IN_MEMORY) return { database: openDatabase(file), recovered: null };
  beforeWrite?.();
  makePrivateFolder(dirname(file));
  let recovered: RecoveredFile | null = null;
  // The next round finds a new file, or the one that another process has created meanwhile.
  for (let round = 1; ; round += 1) {
    const before = identityOf(file);
    try {
      return { database: openDatabase(file), recovered };
    } catch (error) {
      const because = unusableBecause(error, file);
      if (because === null || round > 3) throw error;
      if (before === null || identityOf(file) !== before) continue;
      try {
        recovered = { setAsideAs: setAside(file, error instanceof NewerHistory ? 'newer' : 'corrupt', clock.nowMs(), COMPANIONS), because };
        log?.log('warn', 'history set aside: unusable', { file: recovered.setAsideAs, because });
      } catch {
        // Windows does not rename a file that another program has open: this history is lost when the program ends.
        log?.log('error', 'history kept in memory only: the file can neither be used nor set aside', { file, because });
        return { database: openDatabase(IN_MEMORY), recovered: { setAsideAs: file, because } };
      }
    }
  }
}

/** True when a statement failed because the file is damaged. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

const COMPANIONS = ['-wal', '-shm', '-journal'];
const checkSchema = z.object({ quick_check: z.string() });

/** The file can be read, and its contents are damaged. */
class DamagedHistory extends Error {}

function openDatabase(file: string): DatabaseSync {
  if (file !== IN_MEMORY) createPrivateFile(file);
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
    const check = checkSchema.parse(database.prepare('PRAGMA quick_check(1)').get()).quick_check;
    if (check !== 'ok') throw new DamagedHistory('it is damaged');
    migrateHistory(database);
    return database;
  } catch (error) {
    closeQuietly(database);
    throw error;
  }
}

export function closeQuietly(database: DatabaseSync): void {
  try {
    database.close();
  } catch {
    // Already closed, or too damaged to be closed properly.
  }
}

function identityOf(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? null : `${String(stats.dev)}:${String(stats.ino)}`;
}

/** null when setting the file aside would not help. */
function unusableBecause(error: unknown, file: string): string | null {
  if (error instanceof NewerHistory || error instanceof DamagedHistory) return error.message;
  switch (sqliteCode(error)) {
    case SQLITE_NOTADB:
      return 'it is not a database';
    case SQLITE_CORRUPT:
      return 'it is damaged';
    case SQLITE_ERROR:
      return 'its tables are not ours';
    case SQLITE_CANTOPEN:
      return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true ? 'it is a folder' : null;
    default:
      return null;
  }
}
