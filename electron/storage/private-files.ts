/** Files and folders that only their owner may read. */
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the folder readable for its owner only. A folder that is there already keeps its mode: it may be anybody's. */
export function makePrivateFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makePrivateFolder(parent);
  // One by one: Node's own recursive way never ends where the system answers "no such folder" although the parent is there, as in /proc.
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been quicker.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Makes an empty file readable for its owner only, unless there is one. Never opens a file that is there:
 * on POSIX systems closing any handle on a file drops all locks that this process holds on it, SQLite's among them.
 */
export function createPrivateFile(file: string): void {
  if (existsSync(file)) return;
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(file)) throw error;
  }
}
