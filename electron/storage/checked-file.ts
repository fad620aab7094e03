/**
 * What the user decided, in one JSON file through electron-store, with the last good copy beside it. A file that cannot be used is set
 * aside, never overwritten, and the copy is used.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import ElectronStore from 'electron-store';
import type { RecoveredCheckedFile } from '../app/ports/storage.ts';
import { StorageFailure } from '../app/ports/storage.ts';
import type { Clock, Logger } from '../app/ports/system.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { checkedText, readCheckedText, TOO_LARGE } from './checked-text.ts';
import type { Decisive, Raw, Unusable } from './checked-text.ts';
import { storageFailureOf } from './disk-failures.ts';
import { makePrivateFolder, replaceFile } from './private-files.ts';
import { setAside } from './set-aside.ts';

export interface CheckedFileOptions {
  /** Absolute path; created for its owner only when missing. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log?: Logger;
  /** Called before each file is written. Tests throw here what a full disk throws. */
  readonly beforeWrite?: (file: string) => void;
}

/** `recovery`: how it came back after its file was damaged; stays in the file until the user has confirmed it. */
export type Recoverable = Raw & { readonly recovery: 'none' | 'copy' | 'lost' };
export interface CheckedFormat<T extends Recoverable> {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly maxBytes: number;
  readonly decisive: Decisive;
  initial(): T;
  parse(raw: Raw): Result<T, Unusable>;
  /** As it is stored. Throws on what does not fit the schema. */
  checked(value: T): T;
}

/** Runs the work while no other process changes the file. Throws a StorageFailure where that cannot be had. */
export type Exclusively = <R>(work: () => R) => R;

class UnusableText extends Error {
  readonly unusable: Unusable;
  constructor(unusable: Unusable) {
    super(unusable.because);
    this.unusable = unusable;
  }
}

const MISSING: Unusable = { why: 'corrupt', because: 'it is missing' };
const UNREADABLE: Unusable = { why: 'corrupt', because: 'the disk does not give it' };

export class CheckedFile<T extends Recoverable> {
  readonly #format: CheckedFormat<T>;
  readonly #options: CheckedFileOptions;
  readonly #exclusively: Exclusively;
  readonly #file: string;
  readonly #copy: string;
  #store: ElectronStore | null = null;
  #recovered: RecoveredCheckedFile | null = null;
  /** Of the file as it was read last. */
  #isSealed = false;

  /** Throws only when the folder itself cannot be used. */
  constructor(format: CheckedFormat<T>, options: CheckedFileOptions, exclusively: Exclusively = (work) => work()) {
    if (!isAbsolute(options.folder)) throw new TypeError('The folder must be an absolute path.');
    this.#format = format;
    this.#options = options;
    this.#exclusively = exclusively;
    this.#file = join(options.folder, `${format.name}.json`);
    this.#copy = join(options.folder, `${format.name}.last-good.json`);
    makePrivateFolder(options.folder);
    const value = this.read();
    if (this.#recovered === null && existsSync(this.#file)) this.#seal(value);
  }

  get recovered(): RecoveredCheckedFile | null {
    return this.#recovered;
  }

  /** Always from the file: another process can change it. */
  read(): T {
    const main = this.#readMain();
    return main.ok ? main.value : this.#exclusivelyIfPossible(() => this.#readOrRecover());
  }

  /** Nothing is written when `update` returns what it was given. Read first, so that an unusable file is set aside and not lost. */
  change(update: (value: T) => T): T {
    return this.#exclusively(() => {
      const main = this.#readMain();
      // Writing would replace a file of which nothing is known.
      if (!main.ok && main.error === UNREADABLE && !this.#readCopy().ok) throw new StorageFailure('failing');
      const before = main.ok ? main.value : this.#recover(main.error);
      const after = update(before);
      if (after === before) return before;
      const checked = this.#format.checked(after);
      this.#writeMain(checked);
      this.#writeCopy(checked);
      return checked;
    });
  }

  #exclusivelyIfPossible<R>(work: () => R): R {
    try {
      return this.#exclusively(work);
    } catch (error) {
      if (storageFailureOf(error) === null) throw error;
      return work();
    }
  }

  #readOrRecover(): T {
    const main = this.#readMain();
    return main.ok ? main.value : this.#recover(main.error);
  }

  #readMain(): Result<T, Unusable> {
    if (!existsSync(this.#file)) {
      return existsSync(this.#copy) || this.#recovered !== null ? err(MISSING) : ok(this.#format.initial());
    }
    try {
      // Before it is read: a file of gigabytes does not fit into a text.
      if (statSync(this.#file).size > this.#format.maxBytes) return err(TOO_LARGE);
      // A copy, since electron-store returns its own objects.
      return this.#format.parse(structuredClone({ ...this.#open().store }));
    } catch (error) {
      // The disk does not give it: nothing is known of the file, so it stays where it is.
      if (storageFailureOf(error) !== null) return err(UNREADABLE);
      if (!(error instanceof UnusableText)) throw error;
      // Opened again afterwards, since the library may have cached what it read.
      this.#store = null;
      return err(error.unusable);
    }
  }

  #readCopy(): Result<T, Unusable['why']> {
    try {
      if (statSync(this.#copy).size > this.#format.maxBytes) return err('corrupt');
      const read = readCheckedText(readFileSync(this.#copy, 'utf8'), this.#format.decisive);
      if (!read.ok || !read.value.isSealed) return err('corrupt');
      const parsed = this.#format.parse(read.value.raw);
      return parsed.ok ? parsed : err(parsed.error.why);
    } catch {
      return err('corrupt');
    }
  }

  /** The library writes a new file, flushes it to the disk, and renames it. Read back, since a disk may fail without saying so. */
  #writeMain(checked: T): void {
    try {
      this.#open().store = { ...checked };
    } catch (error) {
      throw storageFailureOf(error) ?? error;
    }
    const back = this.#readMain();
    if (!back.ok || JSON.stringify(back.value) !== JSON.stringify(checked)) throw new StorageFailure('failing');
  }

  /** The file is stored by now, so a copy that cannot be written is not a failure: the one before stays. */
  #writeCopy(checked: T): void {
    try {
      this.#options.beforeWrite?.(this.#copy);
      replaceFile(this.#copy, this.#text({ ...checked }));
    } catch (error) {
      const failure = storageFailureOf(error);
      if (failure === null) throw error;
      this.#options.log?.log('warn', 'last good copy not written', { of: this.#format.name, kind: failure.kind });
    }
  }

  /** A file that was edited by hand, or is of an earlier version, gets its checksum and its copy. */
  #seal(value: T): void {
    const copy = this.#readCopy();
    const isCopied = copy.ok && JSON.stringify(copy.value) === JSON.stringify(value);
    if (this.#isSealed && isCopied) return;
    try {
      this.#exclusively(() => {
        const current = this.#readOrRecover();
        if (!this.#isSealed) this.#writeMain(current);
        this.#writeCopy(current);
      });
    } catch (error) {
      if (storageFailureOf(error) === null) throw error;
    }
  }

  #text(raw: Raw): string {
    const text = checkedText(raw, this.#format.decisive);
    // It could not be read back.
    if (Buffer.byteLength(text) > this.#format.maxBytes) throw new RangeError(`The file ${this.#format.name}.json would be too large.`);
    return text;
  }

  #open(): ElectronStore {
    this.#store ??= new ElectronStore({
      cwd: this.#options.folder,
      name: this.#format.name,
      configFileMode: 0o600,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      serialize: (value) => {
        this.#options.beforeWrite?.(this.#file);
        return this.#text(value);
      },
      // electron-store treats lists and texts as an empty store, which would hide a damaged file.
      deserialize: (text) => {
        const read = readCheckedText(text, this.#format.decisive);
        if (!read.ok) throw new UnusableText(read.error);
        this.#isSealed = read.value.isSealed;
        return read.value.raw;
      },
    });
    return this.#store;
  }

  #recover(unusable: Unusable): T {
    const copy = this.#readCopy();
    const setAsideAs = unusable === MISSING || unusable === UNREADABLE ? null : this.#setAside(this.#file, unusable.why);
    // It would be overwritten by the next change, and may be of a newer version.
    if (!copy.ok) this.#setAside(this.#copy, copy.error);
    const value: T = {
      ...(copy.ok ? copy.value : this.#format.initial()),
      // Lost before, and not confirmed since: the copy has nothing either.
      recovery: !copy.ok || copy.value.recovery === 'lost' ? 'lost' : 'copy',
    };
    const isKnown = this.#recovered !== null && setAsideAs === null;
    if (!isKnown) {
      const { because } = unusable;
      this.#recovered = { setAsideAs, because, usesCopy: copy.ok };
      const message = `${this.#format.name} file unusable, ${copy.ok ? 'last good copy' : 'defaults'} in use`;
      this.#options.log?.log('warn', message, { file: setAsideAs, because });
    }
    try {
      // Only the file: the copy stays what it was.
      if (unusable !== UNREADABLE) this.#writeMain(value);
    } catch (error) {
      if (storageFailureOf(error) === null) throw error;
    }
    return value;
  }

  /** null: it could not be renamed, for instance on a read-only disk, or another process was faster. */
  #setAside(file: string, why: Unusable['why']): string | null {
    try {
      return setAside(file, why, this.#options.clock.nowMs());
    } catch (error) {
      if (storageFailureOf(error) === null && existsSync(file)) throw error;
      return null;
    }
  }
}
