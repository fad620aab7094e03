/** Numbered migrations of the settings, in their file and in backups: raw JSON of one version in, raw JSON of the next out. Pure. */
import { SETTINGS_SCHEMA_VERSION } from './settings.ts';

export type RawSettings = Readonly<Record<string, unknown>>;

export interface SettingsMigration {
  /** The version that the result has; its input has the one before. */
  readonly to: number;
  /** Pure. What it returns is checked by the schema only after the last migration. */
  readonly migrate: (raw: RawSettings) => RawSettings;
}

/** In order and without gaps; the first leads to version 2. */
export const SETTINGS_MIGRATIONS: readonly SettingsMigration[] = [{ to: 2, migrate: moveSetupState }];

/** Version 1 kept setup state among the user's settings. */
function moveSetupState({ app, firstStepsSinceMs: sinceMs, ...rest }: RawSettings): RawSettings {
  // The schema rejects what is not an object.
  if (typeof app !== 'object' || app === null) return { ...rest, app, setup: { sinceMs } };
  const { firstStepsDone: done, ...others } = app as RawSettings;
  return { ...rest, app: others, setup: { done, sinceMs } };
}

export type MigrationResult =
  | { readonly kind: 'migrated'; readonly raw: RawSettings; readonly from: number }
  /** Written by a newer version of the program; must not be overwritten. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unfit'; readonly because: string };

/** Migrates raw settings to the target version. Settings without a version are version 1. */
export function migrateSettings(
  raw: RawSettings,
  migrations: readonly SettingsMigration[] = SETTINGS_MIGRATIONS,
  target: number = SETTINGS_SCHEMA_VERSION,
): MigrationResult {
  const version = raw.schemaVersion ?? 1;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { kind: 'unfit', because: 'schemaVersion is not a whole number from 1 on' };
  }
  if (version > target) return { kind: 'newer', version };
  let current = raw;
  for (let next = version + 1; next <= target; next += 1) {
    const migration = migrations.find(({ to }) => to === next);
    if (migration === undefined) throw new Error(`There is no settings migration to version ${String(next)}.`);
    current = { ...migration.migrate(current), schemaVersion: next };
  }
  return { kind: 'migrated', raw: current, from: version };
}
