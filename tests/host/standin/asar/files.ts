/** Node's `fs` for paths in an archive, as Electron patches it: reading works, writing is refused, and what is not done here throws. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Archive, Entry } from './archive.ts';
import { isFolder } from './archive.ts';

type Function = (...args: unknown[]) => unknown;
type Table = Record<string, unknown>;

function failure(code: string, meaning: string, call: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${meaning}, ${call} '${path}'`), { code, syscall: call, path });
}

/** What a `Dirent` and `Stats` say of an entry. */
function kindOf(entry: Entry): object {
  const folder = isFolder(entry);
  return {
    ...{ isDirectory: () => folder, isFile: () => !folder, isSymbolicLink: () => false },
    ...{ isFIFO: () => false, isSocket: () => false, isBlockDevice: () => false, isCharacterDevice: () => false },
  };
}

function readers(archive: Archive): Readonly<Record<string, (path: string, options: unknown) => unknown>> {
  const found = (call: string, path: string): Entry => {
    const entry = archive.find(path);
    if (entry === null) throw failure('ENOENT', 'not found in the archive', call, path);
    return entry;
  };
  const stat = (path: string, options: unknown): unknown => {
    const entry = archive.find(path);
    if (entry === null && (options as { throwIfNoEntry?: boolean } | undefined)?.throwIfNoEntry === false) return undefined;
    const there = found('stat', path);
    return { ...kindOf(there), size: isFolder(there) ? 0 : there.size };
  };
  const list = (folder: string, options: { recursive?: boolean; withFileTypes?: boolean }, below = ''): unknown[] => {
    const entry = found('scandir', folder);
    if (!isFolder(entry)) throw failure('ENOTDIR', 'not a directory', 'scandir', folder);
    return Object.entries(entry.files).flatMap(([name, child]) => {
      const own = options.withFileTypes === true ? { name, parentPath: folder, ...kindOf(child) } : join(below, name);
      const deeper = options.recursive === true && isFolder(child) ? list(join(folder, name), options, join(below, name)) : [];
      return [own, ...deeper];
    });
  };
  return {
    stat,
    lstat: stat,
    exists: (path) => archive.find(path) !== null,
    realpath: (path) => path,
    access(path, mode) {
      found('access', path);
      if (typeof mode === 'number' && (mode & fs.constants.W_OK) !== 0) throw failure('EACCES', 'permission denied', 'access', path);
    },
    readFile(path, options) {
      const entry = found('open', path);
      if (isFolder(entry)) throw failure('EISDIR', 'illegal operation on a directory', 'read', path);
      const content = archive.read(path, entry);
      const encoding = typeof options === 'string' ? options : (options as { encoding?: string } | null | undefined)?.encoding;
      return Buffer.isEncoding(encoding ?? '') ? content.toString(encoding as BufferEncoding) : content;
    },
    readdir: (path, options) => list(path, typeof options === 'object' && options !== null ? options : {}),
  };
}

/** From now on, for all modules of this process. */
export function patchFiles(archive: Archive): void {
  const known = readers(archive);
  const pathIn = (value: unknown): string | null => {
    const path = value instanceof URL && value.protocol === 'file:' ? fileURLToPath(value) : value;
    return typeof path === 'string' && archive.contains(path) ? path : null;
  };
  const inside = (args: readonly unknown[]): string | null => pathIn(args[0]) ?? pathIn(args[1]);
  const patch = (table: Table, how: (name: string, original: Function) => Function): void => {
    for (const [name, original] of Object.entries(table)) {
      if (typeof original === 'function' && !/^[A-Z_]/.test(name)) table[name] = how(name, original as Function);
    }
  };
  const act = (name: string, path: string, options: unknown): unknown => {
    const reader = known[name];
    if (reader === undefined) throw failure('EACCES', 'permission denied', name, path);
    return reader(path, options);
  };
  patch(fs.promises, (name, original) => async (...args) => {
    const path = inside(args);
    return path === null ? Reflect.apply(original, fs.promises, args) : act(name, path, args[1]);
  });
  patch(fs, (name, original) => {
    const isSync = name.endsWith('Sync');
    const patched: Function = (...args) => {
      const path = inside(args);
      if (path === null) return Reflect.apply(original, fs, args);
      if (isSync) return act(name.slice(0, -'Sync'.length), path, args[1]);
      throw new Error(`stand-in: fs.${name} with a callback in an archive`);
    };
    return Object.assign(patched, original);
  });
  syncBuiltinESMExports();
}
