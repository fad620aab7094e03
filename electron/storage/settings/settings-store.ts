/** Settings in one checked JSON file, with the last good copy beside it. */
import type { SettingsStore } from '../../app/ports/storage.ts';
import { CheckedFile } from '../checked-file.ts';
import type { CheckedFileOptions } from '../checked-file.ts';
import { SETTINGS_FORMAT } from './settings-file.ts';

/** Opens `settings.json` in the folder. Throws only when the folder itself cannot be used. */
export function openSettingsStore(options: CheckedFileOptions): SettingsStore {
  const file = new CheckedFile(SETTINGS_FORMAT, options);
  return {
    read: () => file.read(),
    write: (settings) => void file.change(() => settings),
    get recovered() {
      return file.recovered;
    },
  };
}
