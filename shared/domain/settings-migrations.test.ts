import { describe, expect, it } from 'vitest';
import { defaultSettings, SETTINGS_SCHEMA_VERSION, settingsSchema } from './settings.ts';
import { migrateSettings, SETTINGS_MIGRATIONS } from './settings-migrations.ts';
import type { SettingsMigration } from './settings-migrations.ts';

const MIGRATIONS: readonly SettingsMigration[] = [
  { to: 2, migrate: ({ old, ...rest }) => ({ ...rest, renamed: old }) },
  { to: 3, migrate: (raw) => ({ ...raw, steps: [raw.renamed, 'three'] }) },
];

describe('migrateSettings', () => {
  it('runs the migrations in order and sets the version', () => {
    expect(migrateSettings({ schemaVersion: 1, old: 'a' }, MIGRATIONS, 3)).toEqual({
      kind: 'migrated',
      from: 1,
      raw: { schemaVersion: 3, renamed: 'a', steps: ['a', 'three'] },
    });
  });

  it('starts at the version of the file', () => {
    expect(migrateSettings({ schemaVersion: 2, renamed: 'b' }, MIGRATIONS, 3)).toMatchObject({
      raw: { schemaVersion: 3, steps: ['b', 'three'] },
    });
  });

  it('treats a file without a version as version 1', () => {
    expect(migrateSettings({ old: 'c' }, MIGRATIONS, 2)).toMatchObject({ kind: 'migrated', from: 1, raw: { renamed: 'c' } });
  });

  it('does not change its input', () => {
    const raw = Object.freeze({ schemaVersion: 1, old: 'a' });
    migrateSettings(raw, MIGRATIONS, 3);
    expect(raw).toEqual({ schemaVersion: 1, old: 'a' });
  });

  it('does not migrate a newer file', () => {
    expect(migrateSettings({ schemaVersion: 4 }, MIGRATIONS, 3)).toEqual({ kind: 'newer', version: 4 });
  });

  it.each([0, 1.5, -1, '1', true, []])('rejects the version %j', (schemaVersion) => {
    expect(migrateSettings({ schemaVersion }, MIGRATIONS, 3).kind).toBe('unfit');
  });

  it('throws when a migration is missing, which is a bug', () => {
    expect(() => migrateSettings({}, [], 2)).toThrow('no settings migration to version 2');
  });

  it('there is a migration for every version up to the current one', () => {
    expect(SETTINGS_MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: SETTINGS_SCHEMA_VERSION - 1 }, (_, index) => index + 2));
  });
});

describe('rules for the times in bookings', () => {
  it('are the defaults in a file without them', () => {
    const old = { checkIn: '16:00', checkOut: '11:00', timeZone: 'Europe/Warsaw' };
    const read = settingsSchema.parse({ schemaVersion: 2, times: old, mapping: { units: [{ unitId: 1, doors: [] }] } });
    expect(read.times).toEqual({ ...old, checkInMode: 'widen', checkOutMode: 'widen', cleaningMinutes: null, maxEarlyMinutes: 240 });
    expect(read.mapping.units[0]?.times).toBeUndefined();
  });
  it('a unit may have some of its own', () => {
    const unit = (times: object) => settingsSchema.safeParse({ mapping: { units: [{ unitId: 1, doors: [], times }] } });
    expect(unit({ checkOutMode: 'exact', cleaningMinutes: 0 }).data?.mapping.units[0]?.times).toEqual({
      checkOutMode: 'exact',
      cleaningMinutes: 0,
    });
    for (const wrong of [{ checkOutMode: 'late' }, { cleaningMinutes: 1_441 }, { maxEarlyMinutes: -1 }, { maxEarlyMinutes: null }])
      expect(unit(wrong).success).toBe(false);
  });
});

describe('from version 1', () => {
  const upgraded = (raw: object): unknown => {
    const migrated = migrateSettings({ ...raw });
    return migrated.kind === 'migrated' ? settingsSchema.safeParse(migrated.raw).data : migrated;
  };

  it('setup state moves out of the user’s settings, and everything else stays', () => {
    const { setup: _, schemaVersion: __, ...rest } = defaultSettings();
    const old = { ...rest, schemaVersion: 1, app: { ...rest.app, theme: 'dark', firstStepsDone: true }, firstStepsSinceMs: 7 };
    expect(upgraded(old)).toEqual({ ...defaultSettings(), app: { ...rest.app, theme: 'dark' }, setup: { done: true, sinceMs: 7 } });
  });
  it('setup is not done when the old settings do not say so', () => {
    expect(upgraded({})).toEqual(defaultSettings());
    expect(upgraded({ app: { theme: 'dark' } })).toMatchObject({ app: { theme: 'dark' }, setup: { done: false, sinceMs: 0 } });
  });
  it.each([{ app: 'dark' }, { app: { firstStepsDone: 'yes' } }, { firstStepsSinceMs: -1 }, { app: { pins: [] } }])(
    'settings that did not fit before do not fit now: %j',
    (raw) => {
      expect(upgraded(raw)).toBeUndefined();
    },
  );
});
