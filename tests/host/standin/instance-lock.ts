/** One instance per profile, across processes: a lock file with the holder's process id, and a folder for messages from later instances. */
import { createHash, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, watch, writeFileSync } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';

export interface OtherInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

export class InstanceLock {
  private readonly _lockFile: string;
  private readonly _inbox: string;
  private readonly _onOther: (other: OtherInstance) => void;
  private _watcher: FSWatcher | null = null;

  /** `folder`: for the lock's files, outside the profile, whose content tests compare. */
  constructor(folder: string, profile: string, onOther: (other: OtherInstance) => void) {
    const place = join(folder, `instance-${createHash('sha256').update(profile).digest('hex').slice(0, 16)}`);
    this._lockFile = `${place}.lock`;
    this._inbox = `${place}.inbox`;
    this._onOther = onOther;
  }

  get held(): boolean {
    return this._watcher !== null;
  }

  /** Returns true when this process holds the lock; otherwise the holder is notified of this start. */
  request(additionalData: unknown): boolean {
    if (this.held) return true;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (this._take()) {
        this._listen();
        return true;
      }
      if (this._holderLives()) {
        this._notify({ argv: process.argv, workingDirectory: process.cwd(), additionalData });
        return false;
      }
      rmSync(this._lockFile, { force: true });
    }
    throw new Error('stand-in: the instance lock is contested');
  }

  private _release(): void {
    this._watcher?.close();
    this._watcher = null;
    rmSync(this._inbox, { recursive: true, force: true });
    rmSync(this._lockFile, { force: true });
  }

  /** Linking is atomic, so the file never exists without its content. */
  private _take(): boolean {
    const draft = `${this._lockFile}.${process.pid}`;
    writeFileSync(draft, String(process.pid));
    try {
      linkSync(draft, this._lockFile);
      return true;
    } catch {
      return false;
    } finally {
      unlinkSync(draft);
    }
  }

  private _holderLives(): boolean {
    try {
      process.kill(Number(readFileSync(this._lockFile, 'utf8')), 0);
      return true;
    } catch {
      return false;
    }
  }

  private _listen(): void {
    rmSync(this._inbox, { recursive: true, force: true });
    mkdirSync(this._inbox);
    this._watcher = watch(this._inbox, () => this._read());
    process.once('exit', () => this._release());
  }

  private _notify(other: OtherInstance): void {
    const draft = join(this._inbox, `${randomUUID()}.draft`);
    mkdirSync(this._inbox, { recursive: true });
    writeFileSync(draft, JSON.stringify(other));
    renameSync(draft, draft.replace(/\.draft$/, '.json'));
  }

  private _read(): void {
    if (!this.held) return;
    for (const name of readdirSync(this._inbox).filter((entry) => entry.endsWith('.json'))) {
      const file = join(this._inbox, name);
      const other = JSON.parse(readFileSync(file, 'utf8')) as OtherInstance;
      unlinkSync(file);
      this._onOther(other);
    }
  }
}
