/** A lock between processes: an exclusive transaction on a tiny SQLite file, which ends when the process dies. */
import { truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCode } from './disk-failures.ts';
import { createPrivateFile, makePrivateFolder } from './private-files.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

export interface HeldLock {
  release(): void;
}

/** `file`: absolute path on a local disk. null: another process still holds it after `waitMs`. Throws where the disk takes no lock. */
export function acquireLock(file: string, waitMs: number): HeldLock | null {
  makePrivateFolder(dirname(file));
  createPrivateFile(file);
  const outcome = lock(file, waitMs);
  if (outcome !== 'damaged') return outcome;
  // It could be read, so nobody holds the lock; it contains no data.
  truncateSync(file);
  const again = lock(file, waitMs);
  if (again === 'damaged') throw new Error('The lock file cannot be used.');
  return again;
}

/** An exclusive transaction keeps others from reading, too. */
export function isLockHeld(file: string): boolean {
  try {
    const database = new DatabaseSync(file, { timeout: 0, readOnly: true });
    try {
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
      return false;
    } finally {
      database.close();
    }
  } catch (error) {
    return sqliteCode(error) === SQLITE_BUSY;
  }
}

function lock(file: string, waitMs: number): HeldLock | null | 'damaged' {
  const database = new DatabaseSync(file, { timeout: waitMs });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    switch (sqliteCode(error)) {
      case SQLITE_BUSY:
        return null;
      case SQLITE_NOTADB:
        return 'damaged';
      default:
        throw error;
    }
  }
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}
