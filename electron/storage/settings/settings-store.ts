/** Settings in one JSON file through electron-store, validated on every read. A file that cannot be used is set aside, never overwritten. */
import { isAbsolute, join } from 'node:path';
import ElectronStore from 'electron-store';
import * as z from 'zod';
import type { RecoveredFile, SettingsStore } from '../../app/ports/storage.ts';
import type { Clock, Logger } from '../../app/ports/system.ts';
import { defaultSettings, SETTINGS_SCHEMA_VERSION, settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { migrateSettings } from '../../../shared/domain/settings-migrations.ts';
import type { RawSettings } from '../../../shared/domain/settings-migrations.ts';

import { parseJson } from '../../../shared/json.ts';
import { makePrivateFolder } from '../private-files.ts';
import { setAside } from '../set-aside.ts';
import type { SetAsideWhy } from '../set-aside.ts';

export interface SettingsStoreOptions {
  /** Absolute path; created for its owner only when missing. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log?: Logger;
}

/** Opens `settings.json` in the folder. Throws only when the folder itself cannot be used. */
export function openSettingsStore(options: SettingsStoreOptions): SettingsStore {
  if (!isAbsolute(options.folder)) throw new TypeError('The settings folder must be an absolute path.');
  return new FileSettingsStore(options);
}

/** The file is not JSON, or not an object. */
class UnreadableText extends Error {}

const FILE_NAME = 'settings';

class FileSettingsStore implements SettingsStore {
  readonly #options: SettingsStoreOptions;
  readonly #file: string;
  #store: ElectronStore | null = null;
  #recovered: RecoveredFile | null = null;

  constructor(options: SettingsStoreOptions) {
    this.#options = options;
    this.#file = join(options.folder, `${FILE_NAME}.json`);
    makePrivateFolder(options.folder);
    this.read();
  }

  get recovered(): RecoveredFile | null {
    return this.#recovered;
  }

  /** Always from the file: the command line can change it while the app runs. */
  read(): Settings {
    let raw: RawSettings;
    try {
      // A copy, since electron-store returns its own objects.
      raw = structuredClone({ ...this.#open().store });
    } catch (error) {
      if (!(error instanceof UnreadableText)) throw error;
      return this.#recover('corrupt', error.message);
    }
    const migrated = migrateSettings(raw);
    if (migrated.kind === 'newer') {
      return this.#recover('newer', `it was written by a newer version of Latchkey (settings version ${String(migrated.version)})`);
    }
    if (migrated.kind === 'unfit') return this.#recover('corrupt', migrated.because);
    const parsed = settingsSchema.safeParse(migrated.raw);
    return parsed.success ? parsed.data : this.#recover('corrupt', describeIssue(parsed.error));
  }

  write(settings: Settings): void {
    const checked = settingsSchema.parse({ ...settings, schemaVersion: SETTINGS_SCHEMA_VERSION });
    // Read first, so that a file that has become unusable is set aside and not lost.
    this.read();
    this.#open().store = { ...checked };
  }

  #open(): ElectronStore {
    this.#store ??= new ElectronStore({
      cwd: this.#options.folder,
      name: FILE_NAME,
      configFileMode: 0o600,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      deserialize: readObject,
    });
    return this.#store;
  }

  #recover(why: SetAsideWhy, because: string): Settings {
    // Opened again afterwards, since the library may have cached what it read.
    this.#store = null;
    const setAsideAs = setAside(this.#file, why, this.#options.clock.nowMs());
    this.#recovered = { setAsideAs, because };
    this.#options.log?.log('warn', 'settings file unusable and set aside, defaults in use', {
      file: setAsideAs,
      because,
    });
    return defaultSettings();
  }
}

/** electron-store treats lists and texts as an empty store, which would hide a damaged file. */
function readObject(text: string): Record<string, unknown> {
  const value = parseJson(text);
  if (value === undefined) throw new UnreadableText('it is not valid JSON');
  const read = z.record(z.string(), z.unknown()).safeParse(value);
  if (!read.success) throw new UnreadableText('it is not a JSON object');
  return read.data;
}

/** Names the path of the first mistake. The schema's messages quote no values. */
function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it does not fit';
  const place = issue.path.map(String).join('.');
  return `${place === '' ? 'the whole' : place}: ${issue.message}`;
}
