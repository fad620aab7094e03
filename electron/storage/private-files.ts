/** Files and folders that only their owner can read. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Creates the folder, readable for its owner only. An existing folder keeps its mode. */
export function makePrivateFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makePrivateFolder(parent);
  // One by one: Node's `recursive` does not end where mkdir reports a missing folder although its parent exists, as in /proc.
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have created it in between.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Creates an empty file, readable for its owner only, unless it exists. Never opens an existing file: on POSIX systems, closing any handle on
 * a file drops all locks that this process holds on it, SQLite's among them.
 */
export function createPrivateFile(file: string): void {
  if (existsSync(file)) return;
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    // Another process may have created it in between.
    if (!existsSync(file)) throw error;
  }
}

/** Writes a new file beside the old one, flushes it to the disk, and renames it: a crash leaves the old file or the new one. */
export function replaceFile(file: string, text: string): void {
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    const handle = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
