/** Allows one run at a time on a data folder: an exclusive transaction on a tiny SQLite file, which ends when the process dies. */
import { truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RunLock } from '../app/ports/system.ts';
import { createPrivateFile, makePrivateFolder } from './private-files.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

/** `file`: absolute path on a local disk. `tryAcquire` throws when the file cannot be created or opened. */
export function createRunLock({ file }: { readonly file: string }): RunLock {
  return {
    tryAcquire: () => {
      makePrivateFolder(dirname(file));
      createPrivateFile(file);
      const outcome = lock(file);
      if (outcome !== 'damaged') return outcome;
      // It could be read, so nobody holds the lock; it contains no data.
      truncateSync(file);
      const again = lock(file);
      if (again === 'damaged') throw new Error('The lock file cannot be used.');
      return again;
    },
  };
}

function lock(file: string): { release(): void } | null | 'damaged' {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    switch (primaryCode(error)) {
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

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}
