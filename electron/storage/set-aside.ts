/** Renames an unreadable file, with the reason and time in its new name, so that nothing of the user's is ever overwritten. */
import { existsSync, renameSync } from 'node:fs';
import { join, parse } from 'node:path';
import { isoInstant } from '../../shared/time.ts';

/** `corrupt`: unreadable or invalid. `newer`: written by a newer version of the program. */
export type SetAsideWhy = 'corrupt' | 'newer';

/** "settings.json" becomes "settings.corrupt-20261123T145300Z.json", with a number if that name is taken. */
export function setAsidePath(file: string, why: SetAsideWhy, nowMs: number, isTaken: (path: string) => boolean = existsSync): string {
  const { dir, name, ext } = parse(file);
  const stamp = isoInstant(nowMs).replaceAll(/[-:]/g, '');
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : `-${String(count)}`;
    const path = join(dir, `${name}.${why}-${stamp}${suffix}${ext}`);
    if (!isTaken(path)) return path;
  }
}

/** Renames the file, and its companions such as `-wal` where they exist. Returns the new path. */
export function setAside(file: string, why: SetAsideWhy, nowMs: number, companions: readonly string[] = []): string {
  const target = setAsidePath(file, why, nowMs);
  renameSync(file, target);
  for (const companion of companions) {
    if (existsSync(file + companion)) renameSync(file + companion, target + companion);
  }
  return target;
}
