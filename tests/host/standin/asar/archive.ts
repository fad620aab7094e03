/** One archive: its list of files, and their content, checked against the hashes in the list as Electron does where a fuse says so. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

interface PackedFile {
  readonly size: number;
  /** Where it begins behind the list, as text. None when it is beside the archive. */
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly hash: string };
}
interface PackedFolder {
  readonly files: Readonly<Record<string, Entry>>;
}
export type Entry = PackedFile | PackedFolder;

export const isFolder = (entry: Entry): entry is PackedFolder => 'files' in entry;

/** `/…/app.asar` of `/…/app.asar/out/main.js`; null: it is in none. */
export function archiveOf(path: string): string | null {
  return /^.*?\.asar(?=[\\/]|$)/.exec(path)?.[0] ?? null;
}

export class Archive {
  readonly path: string;
  private readonly _bytes: Buffer;
  private readonly _root: PackedFolder;
  private readonly _contentAt: number;

  constructor(path: string) {
    this.path = path;
    this._bytes = readFileSync(path);
    // A pickle with the size of the list, and one with the list as text.
    this._contentAt = 8 + this._bytes.readUInt32LE(4);
    this._root = JSON.parse(this._bytes.toString('utf8', 16, 16 + this._bytes.readUInt32LE(12))) as PackedFolder;
  }

  /** Whether this is the path of something that is, or would be, in the archive. */
  contains(path: string): boolean {
    return path === this.path || path.startsWith(this.path + sep);
  }

  find(path: string): Entry | null {
    let entry: Entry | undefined = this._root;
    for (const name of relative(this.path, path).split(sep).filter(Boolean)) {
      entry = entry !== undefined && isFolder(entry) && Object.hasOwn(entry.files, name) ? entry.files[name] : undefined;
    }
    return entry ?? null;
  }

  /** Where a file that is beside the archive really is; null: it is inside. */
  besideOf(path: string): string | null {
    const entry = this.find(path);
    return entry !== null && !isFolder(entry) && entry.unpacked === true ? join(`${this.path}.unpacked`, relative(this.path, path)) : null;
  }

  read(path: string, file: PackedFile): Buffer {
    const beside = this.besideOf(path);
    if (beside !== null) return readFileSync(beside);
    const at = this._contentAt + Number(file.offset);
    const content = this._bytes.subarray(at, at + file.size);
    const hash = createHash('sha256').update(content).digest('hex');
    if (file.integrity?.hash !== hash) throw new Error(`stand-in: ${path} is not what was packed`);
    return Buffer.from(content);
  }
}
