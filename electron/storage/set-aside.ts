/** Moves an unreadable file out of the way under a name that tells why and when, so that nothing of the user's is ever overwritten. */
import { existsSync, renameSync } from 'node:fs';
import { join, parse } from 'node:path';
import { isoInstant } from '../../shared/time.ts';

/** `corrupt`: not readable or not fitting. `newer`: written by a newer version of the program. */
export type SetAsideWhy = 'corrupt' | 'newer';

/** "settings.json" gives "settings.corrupt-20261123T145300Z.json"; a number is added while the name is taken. */
export function setAsidePath(file: string, why: SetAsideWhy, nowMs: number, isTaken: (path: string) => boolean = existsSync): string {
  const { dir, name, ext } = parse(file);
  const stamp = isoInstant(nowMs).replaceAll(/[-:]/g, '');
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : `-${String(count)}`;
    const path = join(dir, `${name}.${why}-${stamp}${suffix}${ext}`);
    if (!isTaken(path)) return path;
  }
}

/** Renames the file, and companions such as `-wal` with it where they exist. Returns where it is now. Throws what the file system throws. */
export function setAside(file: string, why: SetAsideWhy, nowMs: number, companions: readonly string[] = []): string {
  const target = setAsidePath(file, why, nowMs);
  renameSync(file, target);
  for (const companion of companions) {
    if (existsSync(file + companion)) renameSync(file + companion, target + companion);
  }
  return target;
}
