import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { openSettingsStore } from './settings-store.ts';

let parent: string;
let folder: string;
let file: string;
let copyFile: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'latchkey-settings-'));
  folder = join(parent, 'home');
  file = join(folder, 'settings.json');
  copyFile = join(folder, 'settings.last-good.json');
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

const clock = createVirtualClock({ nowMs: Date.parse('2026-11-23T14:53:00Z') });
const open = () => openSettingsStore({ folder, clock });
/** Without a last good copy. */
const put = (text: string) => {
  open().write(defaultSettings());
  writeFileSync(file, text);
  rmSync(copyFile);
};
const LOST = { ...defaultSettings(), recovery: 'lost' as const };

describe('openSettingsStore', () => {
  it('starts with the defaults, without writing anything', () => {
    const store = open();
    expect(store.read()).toEqual(defaultSettings());
    expect(store.recovered).toBeNull();
    expect(existsSync(file)).toBe(false);
  });

  it('returns what was written, also to other instances', () => {
    const first = open();
    const second = open();
    const settings = { ...defaultSettings(), codes: { ...defaultSettings().codes, pinLength: 6, horizonDays: 30, keepDays: 1 } };
    first.write(settings);
    expect(first.read()).toEqual(settings);
    expect(second.read()).toEqual(settings);
    expect(open().read()).toEqual(settings);
    expect(readdirSync(folder)).toEqual(['settings.json', 'settings.last-good.json']);
    expect(readFileSync(copyFile, 'utf8')).toBe(readFileSync(file, 'utf8'));
  });

  it.skipIf(process.platform === 'win32')('makes folder and file readable for the owner only', () => {
    open().write(defaultSettings());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    open().write(defaultSettings());
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('throws on invalid settings, secrets among them, and leaves the file unchanged', () => {
    const store = open();
    store.write(defaultSettings());
    const before = readFileSync(file, 'utf8');
    expect(() => store.write({ ...defaultSettings(), password: 'swordfish' } as never)).toThrow();
    expect(() => store.write({ ...defaultSettings(), history: { ...defaultSettings().history, keepDays: -1 } })).toThrow();
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('fills in defaults for missing fields, and accepts a byte order mark', () => {
    put('\u{feff}{"codes":{"pinLength":5}}');
    const store = open();
    expect(store.read().codes).toEqual({ ...defaultSettings().codes, pinLength: 5 });
    expect(store.recovered).toBeNull();
  });

  it('upgrades the file of an older version', () => {
    put('{"schemaVersion":1,"app":{"theme":"dark","firstStepsDone":true},"firstStepsSinceMs":7}');
    const store = open();
    expect(store.recovered).toBeNull();
    expect(store.read()).toMatchObject({ app: { theme: 'dark' }, setup: { done: true, sinceMs: 7 } });
    store.write(store.read());
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schemaVersion: 2, setup: { done: true, sinceMs: 7 } });
  });

  it.each([
    ['cut off', '{"schemaVersion":1,"codes":{"pinLe', 'not valid JSON'],
    ['empty', '', 'not valid JSON'],
    ['binary', '\u0000\u0001\uFFFF', 'not valid JSON'],
    ['a list', '[]', 'not a JSON object'],
    ['null', 'null', 'not a JSON object'],
    ['a text', '"settings"', 'not a JSON object'],
    ['out of range', '{"codes":{"pinLength":99}}', 'codes.pinLength'],
    ['an unknown key', '{"pin":"4821"}', 'the whole'],
    ['a strange version', '{"schemaVersion":"one"}', 'schemaVersion'],
  ])('sets aside a file that is %s', (_, text, because) => {
    put(text);
    const store = open();
    const aside = join(folder, 'settings.corrupt-20261123T145300Z.json');
    expect(store.recovered).toEqual({ setAsideAs: aside, because: expect.stringContaining(because) as string, usesCopy: false });
    expect(store.recovered?.because).not.toContain('4821');
    expect(store.read()).toEqual(LOST);
    expect(open().read()).toEqual(LOST);
    expect(readFileSync(aside, 'utf8')).toBe(text);
    store.write(defaultSettings());
    expect(open().recovered).toBeNull();
  });

  it('does not overwrite the file of a newer version', () => {
    const text = '{"schemaVersion":99,"mapping":{"units":"in a new shape"}}';
    put(text);
    const store = open();
    expect(store.recovered?.because).toContain('newer version');
    store.write(defaultSettings());
    expect(readFileSync(join(folder, 'settings.newer-20261123T145300Z.json'), 'utf8')).toBe(text);
  });

  it('keeps every file that was set aside within the same second', () => {
    put('one');
    expect(open().recovered).not.toBeNull();
    writeFileSync(file, 'two');
    expect(open().recovered?.setAsideAs).toBe(join(folder, 'settings.corrupt-20261123T145300Z-2.json'));
    expect(readFileSync(join(folder, 'settings.corrupt-20261123T145300Z.json'), 'utf8')).toBe('one');
  });

  it('sets aside a file that becomes invalid while it is open, on reading and on writing', () => {
    const store = open();
    store.write(defaultSettings());
    writeFileSync(file, 'broken');
    store.write(defaultSettings());
    expect(readFileSync(store.recovered?.setAsideAs ?? '', 'utf8')).toBe('broken');
    writeFileSync(file, 'broken again');
    expect(store.read()).toEqual({ ...defaultSettings(), recovery: 'copy' });
    expect(readFileSync(store.recovered?.setAsideAs ?? '', 'utf8')).toBe('broken again');
  });

  it('requires an absolute folder', () => {
    expect(() => openSettingsStore({ folder: 'home', clock })).toThrow(TypeError);
  });
});
