/** What is special about the settings file: its migrations, and which of its parts decide about doors. */
import { defaultSettings, SETTINGS_SCHEMA_VERSION, settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { migrateSettings } from '../../../shared/domain/settings-migrations.ts';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { CheckedFormat } from '../checked-file.ts';
import { newerVersion, parsedBy } from '../checked-text.ts';
import type { Raw, Unusable } from '../checked-text.ts';

export const SETTINGS_FORMAT: CheckedFormat<Settings> = {
  name: 'settings',
  // Far more than a thousand units need.
  maxBytes: 4_000_000,
  initial: defaultSettings,
  // The rest may be edited by hand, for instance the schedule on a server.
  decisive: ({ mapping, times, codes, setup, recovery }) => [mapping, times, codes, setup, recovery],
  parse: settingsOf,
  checked: (settings) => settingsSchema.parse({ ...settings, schemaVersion: SETTINGS_SCHEMA_VERSION }),
};

function settingsOf(raw: Raw): Result<Settings, Unusable> {
  const migrated = migrateSettings(raw);
  if (migrated.kind === 'newer') return err(newerVersion('settings', migrated.version));
  if (migrated.kind === 'unfit') return err({ why: 'corrupt', because: migrated.because });
  return parsedBy(settingsSchema, migrated.raw);
}
