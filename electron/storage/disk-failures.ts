/** Which errors of files and of SQLite mean that the disk is full, read-only or failing: expected, and not a bug. */
import { StorageFailure } from '../app/ports/storage.ts';
import type { StorageFailureKind } from '../app/ports/storage.ts';

const KINDS: ReadonlyMap<unknown, StorageFailureKind> = new Map<unknown, StorageFailureKind>([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EIO', 'failing'],
  ['EMFILE', 'failing'],
  ['ENFILE', 'failing'],
  ['ETIMEDOUT', 'failing'],
  // SQLite's primary result codes (sqlite.org/rescode.html): FULL, PERM, READONLY, BUSY, IOERR, CANTOPEN, PROTOCOL.
  [13, 'full'],
  [3, 'read-only'],
  [8, 'read-only'],
  [5, 'failing'],
  [10, 'failing'],
  [14, 'failing'],
  [15, 'failing'],
]);

/** null: another error, which has to be thrown on. */
export function storageFailureOf(error: unknown): StorageFailure | null {
  if (error instanceof StorageFailure) return error;
  const kind = KINDS.get(sqliteCode(error) ?? errorCode(error));
  return kind === undefined ? null : new StorageFailure(kind, { cause: error });
}

/** The primary code: extended ones carry it in their lowest byte. null for other errors. */
export function sqliteCode(error: unknown): number | null {
  if (errorCode(error) !== 'ERR_SQLITE_ERROR' || !(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
