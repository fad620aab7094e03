/**
 * Settings in one JSON file through electron-store, with the last good copy beside it. A file that cannot be used is set aside, never
 * overwritten, and the copy is used.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import ElectronStore from 'electron-store';
import type { RecoveredSettings, SettingsStore } from '../../app/ports/storage.ts';
import { StorageFailure } from '../../app/ports/storage.ts';
import type { Clock, Logger } from '../../app/ports/system.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { storageFailureOf } from '../disk-failures.ts';
import { makePrivateFolder, replaceFile } from '../private-files.ts';
import { setAside } from '../set-aside.ts';
import { checkedSettings, MAX_SETTINGS_BYTES, readSettingsText, settingsOf, settingsText, TOO_LARGE } from './settings-file.ts';
import type { Unusable } from './settings-file.ts';

export interface SettingsStoreOptions {
  /** Absolute path; created for its owner only when missing. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log?: Logger;
  /** Called before each file is written. Tests throw here what a full disk throws. */
  readonly beforeWrite?: (file: string) => void;
}

/** Opens `settings.json` in the folder. Throws only when the folder itself cannot be used. */
export function openSettingsStore(options: SettingsStoreOptions): SettingsStore {
  if (!isAbsolute(options.folder)) throw new TypeError('The settings folder must be an absolute path.');
  return new FileSettingsStore(options);
}

class UnusableText extends Error {
  readonly unusable: Unusable;
  constructor(unusable: Unusable) {
    super(unusable.because);
    this.unusable = unusable;
  }
}

const FILE_NAME = 'settings';
const COPY_NAME = 'settings.last-good.json';
const MISSING = 'it is missing';
const UNREADABLE = 'the disk does not give it';

class FileSettingsStore implements SettingsStore {
  readonly #options: SettingsStoreOptions;
  readonly #file: string;
  readonly #copy: string;
  #store: ElectronStore | null = null;
  #recovered: RecoveredSettings | null = null;
  /** Of the file as it was read last. */
  #isSealed = false;

  constructor(options: SettingsStoreOptions) {
    this.#options = options;
    this.#file = join(options.folder, `${FILE_NAME}.json`);
    this.#copy = join(options.folder, COPY_NAME);
    makePrivateFolder(options.folder);
    const settings = this.read();
    if (this.#recovered === null && existsSync(this.#file)) this.#seal(settings);
  }

  get recovered(): RecoveredSettings | null {
    return this.#recovered;
  }

  /** Always from the file: the command line can change it while the app runs. */
  read(): Settings {
    const main = this.#readMain();
    return main.ok ? main.value : this.#recover(main.error);
  }

  write(settings: Settings): void {
    const checked = checkedSettings(settings);
    // Read first, so that a file that has become unusable is set aside and not lost.
    this.read();
    this.#writeMain(checked);
    this.#writeCopy(checked);
  }

  #readMain(): Result<Settings, Unusable> {
    if (!existsSync(this.#file)) {
      return existsSync(this.#copy) || this.#recovered !== null ? err({ why: 'corrupt', because: MISSING }) : ok(defaultSettings());
    }
    try {
      // Before it is read: a file of gigabytes does not fit into a text.
      if (statSync(this.#file).size > MAX_SETTINGS_BYTES) return err(TOO_LARGE);
      // A copy, since electron-store returns its own objects.
      return settingsOf(structuredClone({ ...this.#open().store }));
    } catch (error) {
      // The disk does not give it: nothing is known of the file, so it stays where it is.
      if (storageFailureOf(error) !== null && this.#readCopy() !== null) return err({ why: 'corrupt', because: UNREADABLE });
      if (!(error instanceof UnusableText)) throw error;
      // Opened again afterwards, since the library may have cached what it read.
      this.#store = null;
      return err(error.unusable);
    }
  }

  #readCopy(): Settings | null {
    try {
      if (statSync(this.#copy).size > MAX_SETTINGS_BYTES) return null;
      const read = readSettingsText(readFileSync(this.#copy, 'utf8'));
      const settings = read.ok && read.value.isSealed ? settingsOf(read.value.raw) : null;
      return settings?.ok === true ? settings.value : null;
    } catch {
      return null;
    }
  }

  /** The library writes a new file, flushes it to the disk, and renames it. Read back, since a disk may fail without saying so. */
  #writeMain(checked: Settings): void {
    try {
      this.#open().store = { ...checked };
    } catch (error) {
      throw storageFailureOf(error) ?? error;
    }
    const back = this.#readMain();
    if (!back.ok || JSON.stringify(back.value) !== JSON.stringify(checked)) throw new StorageFailure('failing');
  }

  /** The settings are stored by now, so a copy that cannot be written is not a failure: the one before stays. */
  #writeCopy(checked: Settings): void {
    try {
      this.#options.beforeWrite?.(this.#copy);
      replaceFile(this.#copy, settingsText({ ...checked }));
    } catch (error) {
      const failure = storageFailureOf(error);
      if (failure === null) throw error;
      this.#options.log?.log('warn', 'last good copy of the settings not written', { kind: failure.kind });
    }
  }

  /** A file that was edited by hand, or is of an earlier version, gets its checksum and its copy. */
  #seal(settings: Settings): void {
    const copy = this.#readCopy();
    const isCopied = copy !== null && JSON.stringify(copy) === JSON.stringify(settings);
    if (this.#isSealed && isCopied) return;
    try {
      if (!this.#isSealed) this.#writeMain(settings);
      this.#writeCopy(settings);
    } catch (error) {
      if (storageFailureOf(error) === null) throw error;
    }
  }

  #open(): ElectronStore {
    this.#store ??= new ElectronStore({
      cwd: this.#options.folder,
      name: FILE_NAME,
      configFileMode: 0o600,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      serialize: (value) => {
        this.#options.beforeWrite?.(this.#file);
        return settingsText(value);
      },
      // electron-store treats lists and texts as an empty store, which would hide a damaged file.
      deserialize: (text) => {
        const read = readSettingsText(text);
        if (!read.ok) throw new UnusableText(read.error);
        this.#isSealed = read.value.isSealed;
        return read.value.raw;
      },
    });
    return this.#store;
  }

  #recover({ why, because }: Unusable): Settings {
    const copy = this.#readCopy();
    const setAsideAs = because === MISSING || because === UNREADABLE ? null : this.#setAside(why);
    const settings: Settings = {
      ...(copy ?? defaultSettings()),
      // Lost before, and not set up again: the copy has no mapping either.
      recovery: copy === null || copy.recovery === 'lost' ? 'lost' : 'copy',
    };
    const isKnown = this.#recovered !== null && setAsideAs === null;
    if (!isKnown) {
      this.#recovered = { setAsideAs, because, usesCopy: copy !== null };
      const message = copy === null ? 'settings file unusable, defaults in use' : 'settings file unusable, last good copy in use';
      this.#options.log?.log('warn', message, { file: setAsideAs, because });
    }
    try {
      // Only the file: the copy stays what it was.
      if (because !== UNREADABLE) this.#writeMain(settings);
    } catch (error) {
      if (storageFailureOf(error) === null) throw error;
    }
    return settings;
  }

  /** null: it could not be renamed, for instance on a read-only disk, or another process was faster. */
  #setAside(why: Unusable['why']): string | null {
    try {
      return setAside(this.#file, why, this.#options.clock.nowMs());
    } catch (error) {
      if (storageFailureOf(error) === null && existsSync(this.#file)) throw error;
      return null;
    }
  }
}
