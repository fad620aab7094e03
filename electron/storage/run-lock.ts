/** Allows one run at a time on a data folder: an exclusive transaction on a tiny SQLite file, which ends when the process dies. */
import { truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RunLock } from '../app/ports/system.ts';
import { sqliteCode, storageFailureOf } from './disk-failures.ts';
import { createPrivateFile, makePrivateFolder } from './private-files.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

/**
 * `file`: absolute path on a local disk. Where the disk takes no lock, a run goes on without one, unless another process is seen to hold it:
 * two runs at once lead to the same codes, as two installations on one account do, and a guest must not be kept out by a full disk.
 * `beforeWrite`: tests throw here what a full disk throws.
 */
export function createRunLock({ file, beforeWrite }: { readonly file: string; readonly beforeWrite?: () => void }): RunLock {
  return {
    tryAcquire: () => {
      try {
        beforeWrite?.();
        return acquire(file);
      } catch (error) {
        if (storageFailureOf(error) === null) throw error;
        return isHeld(file) ? null : { release: () => undefined };
      }
    },
  };
}

function acquire(file: string): { release(): void } | null {
  makePrivateFolder(dirname(file));
  createPrivateFile(file);
  const outcome = lock(file);
  if (outcome !== 'damaged') return outcome;
  // It could be read, so nobody holds the lock; it contains no data.
  truncateSync(file);
  const again = lock(file);
  if (again === 'damaged') throw new Error('The lock file cannot be used.');
  return again;
}

/** An exclusive transaction keeps others from reading, too. */
function isHeld(file: string): boolean {
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

function lock(file: string): { release(): void } | null | 'damaged' {
  const database = new DatabaseSync(file, { timeout: 0 });
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
