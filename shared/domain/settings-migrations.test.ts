import { describe, expect, it } from 'vitest';
import { defaultSettings, SETTINGS_SCHEMA_VERSION, settingsSchema } from './settings.ts';
import { migrateSettings, SETTINGS_MIGRATIONS } from './settings-migrations.ts';
import type { SettingsMigration } from './settings-migrations.ts';

const MIGRATIONS: readonly SettingsMigration[] = [
  { to: 2, migrate: ({ old, ...rest }) => ({ ...rest, renamed: old }) },
  { to: 3, migrate: (raw) => ({ ...raw, steps: [raw.renamed, 'three'] }) },
];

describe('migrateSettings', () => {
  it('runs the migrations in order and stamps the version', () => {
    expect(migrateSettings({ schemaVersion: 1, old: 'a' }, MIGRATIONS, 3)).toEqual({
      kind: 'migrated',
      from: 1,
      raw: { schemaVersion: 3, renamed: 'a', steps: ['a', 'three'] },
    });
  });

  it('starts where the file is', () => {
    expect(migrateSettings({ schemaVersion: 2, renamed: 'b' }, MIGRATIONS, 3)).toMatchObject({
      raw: { schemaVersion: 3, steps: ['b', 'three'] },
    });
  });

  it('takes a file without a version for version 1', () => {
    expect(migrateSettings({ old: 'c' }, MIGRATIONS, 2)).toMatchObject({ kind: 'migrated', from: 1, raw: { renamed: 'c' } });
  });

  it('leaves its input alone', () => {
    const raw = Object.freeze({ schemaVersion: 1, old: 'a' });
    migrateSettings(raw, MIGRATIONS, 3);
    expect(raw).toEqual({ schemaVersion: 1, old: 'a' });
  });

  it('does not touch a newer file', () => {
    expect(migrateSettings({ schemaVersion: 4 }, MIGRATIONS, 3)).toEqual({ kind: 'newer', version: 4 });
  });

  it.each([0, 1.5, -1, '1', true, []])('refuses the version %j', (schemaVersion) => {
    expect(migrateSettings({ schemaVersion }, MIGRATIONS, 3).kind).toBe('unfit');
  });

  it('throws when a step is missing: that is a bug', () => {
    expect(() => migrateSettings({}, [], 2)).toThrow('no settings migration to version 2');
  });

  it('has a step for every version up to the current one', () => {
    expect(SETTINGS_MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: SETTINGS_SCHEMA_VERSION - 1 }, (_, index) => index + 2));
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
  it('setup is not done where the old settings did not say so', () => {
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
