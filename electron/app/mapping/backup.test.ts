import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey } from '../../../shared/domain/ids.ts';
import { defaultSettings, SETTINGS_SCHEMA_VERSION, settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { noStayWish, noWishes } from '../../../shared/domain/wishes.ts';
import { bookingId, unitId } from '../../../tests/support/ids.ts';
import { MAX_PAYLOAD_BYTES } from '../../../shared/ipc/contract.ts';
import { MAX_TEMPLATE_CHARACTERS } from '../../../shared/messages/templates/edit-templates.ts';
import { settings as someSettings } from '../../../tests/reconcile/recipes.ts';
import { backupFile, doorCount, readBackup, restoreBackup } from './backup.ts';
import type { BackupRefusal } from './backup.ts';

const FACTS = { nowMs: Date.parse('2026-11-23T23:30:00Z'), zone: 'Europe/Paris', version: '0.1.0' };
const anySchedule = () => true;
const fileOf = (settings: Settings, wishes = noWishes()) => backupFile(settings, wishes, FACTS);

function restored(text: string, current: Settings): Settings | BackupRefusal {
  const read = readBackup(text, anySchedule);
  return read.ok ? restoreBackup(current, read.value) : read.error;
}
function sections({ mapping, times, codes, schedule, notifications, messages, templates, app, history }: Settings) {
  return { mapping: { ...mapping, retired: [] }, times, codes, schedule, notifications, messages, templates, app, history };
}
/** Drawn settings with everything that a restore has to bring back set to something else than the default. */
const full = fc
  .record({
    settings: someSettings,
    language: fc.constantFrom('system', 'en', 'fr', 'de', 'pl'),
    theme: fc.constantFrom('system', 'light', 'dark'),
    flags: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    keepDays: fc.integer({ min: 7, max: 3650 }),
    cron: fc.constantFrom('*/15 * * * *', '5 4 * * *'),
    installation: fc.integer({ min: 0, max: 1_000_000 }),
    text: fc.string({ minLength: 1, maxLength: 50 }),
  })
  .map(({ settings, language, theme, flags: [startAtLogin, held, enabled, done], keepDays, cron, installation, text }) =>
    settingsSchema.parse({
      ...settings,
      app: { language, theme, startAtLogin },
      setup: { done },
      notifications: { held, quietHours: { enabled } },
      history: { keepDays },
      schedule: { cron },
      installation,
      messages: { hostName: text, message: { except: { units: [keepDays] } } },
      templates: [{ name: 'code', language: 'fr', unitId: null, version: keepDays, text }],
      sending: { message: held, threads: done },
    }),
  );

describe('a backup', () => {
  it('is a file named after the local date', () => {
    const { suggestedName, extension, content } = fileOf(defaultSettings());
    expect([suggestedName, extension]).toEqual(['latchkey-backup-2026-11-24.json', 'json']);
    expect(JSON.parse(content)).toMatchObject({
      format: 'latchkey-backup',
      formatVersion: 1,
      createdAt: '2026-11-23T23:30:00Z',
      latchkeyVersion: '0.1.0',
    });
  });

  it('restores every section, and restoring it again changes nothing', () => {
    const comesBack = (saved: Settings, current: Settings): void => {
      const { content } = fileOf(saved);
      const next = restored(content, current) as Settings;
      expect(sections(next)).toEqual(sections({ ...saved, mapping: { ...saved.mapping, locks: next.mapping.locks } }));
      expect(next.mapping.locks).toEqual(expect.arrayContaining(saved.mapping.locks));
      expect(settingsSchema.parse(next)).toEqual(next);
      // What belongs to this computer stays.
      const { installation, stored, pause } = current;
      expect({ installation: next.installation, stored: next.stored, pause: next.pause }).toEqual({ installation, stored, pause });
      expect(next.setup).toEqual(current.setup);
      expect(next.sending).toEqual(current.sending);
      expect(restored(fileOf(next).content, next)).toEqual(next);
    };
    fc.assert(fc.property(full, full, comesBack), { numRuns: 60 });
  });

  it('keeps every door that had codes of ours, here or there', () => {
    const known = ({ mapping }: Settings): string[] => [...mapping.units.flatMap(({ doors }) => doors), ...mapping.retired].map(placeKey);
    const forgetsNone = (saved: Settings, current: Settings): void => {
      const next = restored(fileOf(saved).content, current) as Settings;
      expect(new Set(known(next))).toEqual(new Set([...known(saved), ...known(current)]));
      const inUse = new Set(next.mapping.units.flatMap(({ doors }) => doors.map(placeKey)));
      expect(next.mapping.retired.filter((place) => inUse.has(placeKey(place)))).toEqual([]);
    };
    fc.assert(fc.property(full, full, forgetsNone), { numRuns: 60 });
  });

  it('leaves out credentials, installation, pause and setup', () => {
    const settings: Settings = {
      ...defaultSettings(),
      installation: 424_242,
      pause: { kind: 'until', untilMs: 1_999_888_777_666 },
      stored: { smoobu: true, theKeys: true, pinKey: true, watchdog: false, theKeysUser: '+33 •••••••42' },
      setup: { done: true, sinceMs: 1_888_777_666_555 },
    };
    const { content } = fileOf({ ...settings, smuggled: 'CANARY' } as Settings);
    for (const canary of ['424242', '1999888777666', '•', '42"', 'stored', 'pinKey', 'CANARY', 'pause', 'setup', '1888777666555'])
      expect(content).not.toContain(canary);
  });

  it('contains the wishes, but not that they were lost; without them, as from an earlier version, it says nothing of them', () => {
    const stays = [{ bookingId: bookingId(1), wish: { ...noStayWish(), note: 'a' } }];
    const { content } = fileOf(defaultSettings(), { ...noWishes(), stays, recovery: 'lost' });
    expect(content).not.toContain('recovery');
    const read = readBackup(content, anySchedule);
    expect(read.ok && read.value.wishes).toEqual({ schemaVersion: 1, stays, people: [] });
    const { wishes: _, ...earlier } = JSON.parse(content) as Record<string, unknown>;
    const readEarlier = readBackup(JSON.stringify(earlier), anySchedule);
    expect(readEarlier.ok && 'wishes' in readEarlier.value).toBe(false);
  });

  it('switches nothing on, whatever is written in it', () => {
    const sending = { placeholder: true, message: true, threads: true, host: true };
    expect(fileOf({ ...defaultSettings(), sending }).content).not.toContain('sending');
    const good = JSON.parse(fileOf(defaultSettings()).content) as { readonly settings: object };
    expect(restored(JSON.stringify({ ...good, settings: { ...good.settings, sending } }), defaultSettings())).toEqual(defaultSettings());
  });

  it('of an earlier version, without messages and texts, leaves those here as they are', () => {
    const good = JSON.parse(fileOf(defaultSettings()).content) as { readonly settings: object };
    const settings = { ...good.settings, messages: undefined, templates: undefined };
    const here = settingsSchema.parse({
      messages: { message: { except: { units: [5] } } },
      templates: [{ name: 'code', language: 'en', unitId: null, version: 1, text: 'x' }],
    });
    expect(restored(JSON.stringify({ ...good, settings }), here)).toEqual(here);
  });

  it('with decisions for thousands of stays can still be read by the window', () => {
    const stays = Array.from({ length: 4000 }, (_, index) => ({
      bookingId: bookingId(90_000_000 + index),
      wish: { ...noStayWish(), until: { day: 0, time: '14:00' as never } },
    }));
    expect(fileOf(defaultSettings(), { ...noWishes(), stays }).content.length).toBeLessThan(800_000);
  });

  it('with as many texts as there can be, and decisions for thousands of stays, can still be read by the window', () => {
    const text = `{doors}${'й\n'.repeat(980)}`;
    const templates = Array.from({ length: Math.floor(MAX_TEMPLATE_CHARACTERS / text.length) }, (_, index) => ({
      ...{ name: 'code', language: 'uk', unitId: unitId(index + 1), version: 1, text },
    }));
    const stays = Array.from({ length: 1000 }, (_, index) => ({ bookingId: bookingId(90_000_000 + index), wish: noStayWish() }));
    const { content } = fileOf(settingsSchema.parse({ templates }), { ...noWishes(), stays });
    // As main judges a payload: two bytes a character.
    expect(2 * content.length).toBeLessThan(MAX_PAYLOAD_BYTES);
  });

  it('stays short enough for the window with many doors', () => {
    const units = Array.from({ length: 600 }, (_, index) => ({
      unitId: index + 1,
      name: 'Flat',
      doors: [{ lockId: index + 1, keypadId: 'KpA' }],
    }));
    const settings = settingsSchema.parse({ mapping: { units } });
    const { content } = fileOf(settings);
    expect(content.length).toBeLessThan(200_000);
    expect(sections(restored(content, defaultSettings()) as Settings)).toEqual(sections(settings));
    expect(doorCount(settings.mapping)).toBe(600);
  });
});

describe('reading', () => {
  const good = JSON.parse(fileOf(defaultSettings()).content) as { settings: Record<string, unknown> };
  const read = (value: unknown): string => {
    const answer = readBackup(typeof value === 'string' ? value : JSON.stringify(value), (cron) => cron !== '61 * * * *');
    return answer.ok ? 'read' : answer.error;
  };

  it.each([
    ['as it was written', good, 'read'],
    ['with a byte order mark', `\u{feff}${JSON.stringify(good)}`, 'read'],
    ['without any section', { ...good, settings: {} }, 'read'],
    ['with half a section', { ...good, settings: { codes: { pinLength: 6 } } }, 'read'],
    ['no JSON', 'unit: 1', 'no-backup'],
    ['other JSON', { version: 1 }, 'no-backup'],
    ['a list', [good], 'no-backup'],
    ['nothing', 'null', 'no-backup'],
    ['a later format', { ...good, formatVersion: 2, settings: 'elsewhere' }, 'newer'],
    ['later settings', { ...good, settings: { ...good.settings, schemaVersion: SETTINGS_SCHEMA_VERSION + 1, mapping: 7 } }, 'newer'],
    ['without settings', { ...good, settings: undefined }, 'damaged'],
    ['a wrong type', { ...good, settings: { codes: { pinLength: '6' } } }, 'damaged'],
    ['an unknown field in a section', { ...good, settings: { codes: { pins: [] } } }, 'damaged'],
    ['a numeric keypad', { ...good, settings: { mapping: { units: [{ unitId: 1, doors: [{ lockId: 1, keypadId: '12' }] }] } } }, 'damaged'],
    ['wishes of a later version', { ...good, wishes: { schemaVersion: 2, stays: 'elsewhere' } }, 'newer'],
    ['wishes that do not fit', { ...good, wishes: { stays: 7 } }, 'damaged'],
    ['wishes that are none', { ...good, wishes: null }, 'damaged'],
    ['no time', { ...good, createdAt: 'yesterday' }, 'damaged'],
    ['a schedule that is none', { ...good, settings: { schedule: { cron: '61 * * * *' } } }, 'damaged'],
  ])('%s', (_, value, expected) => {
    expect(read(value)).toBe(expected);
  });

  it.each([
    ['this version', { ...good.settings, app: { theme: 'dark' }, setup: { done: true } }],
    ['version 1', { ...good.settings, schemaVersion: 1, app: { theme: 'dark', firstStepsDone: true }, firstStepsSinceMs: 7 }],
    ['no version', { app: { theme: 'dark', firstStepsDone: true } }],
  ])('ignores what belongs to one installation, and whether setup was done there: %s', (_, given) => {
    const settings = { ...given, stored: { smoobu: true }, installation: 7, pause: { kind: 'until-resumed' } };
    const next = restored(JSON.stringify({ ...good, settings }), defaultSettings());
    expect(next).toEqual({ ...defaultSettings(), app: { ...defaultSettings().app, theme: 'dark' } });
  });
});
