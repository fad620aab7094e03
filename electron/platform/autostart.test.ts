import type { LoginItemSettings } from 'electron';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAutostart } from './autostart.ts';
import type { Autostart } from './autostart.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'latchkey-home-'));
});
afterEach(() => {
  chmodSync(home, 0o700);
  rmSync(home, { recursive: true, force: true });
});

const LOGIN_ITEM = {
  openAtLogin: false,
  wasOpenedAtLogin: false,
  status: 'not-registered',
  executableWillLaunchAtLogin: false,
  launchItems: [],
} satisfies LoginItemSettings;
const unused = { getLoginItemSettings: () => LOGIN_ITEM, setLoginItemSettings: () => {} };
const autostart = (env: Record<string, string> = {}): Autostart =>
  createAutostart({
    platform: 'linux',
    isPackaged: true,
    env,
    program: '/opt/Latch key/latchkey',
    app: { ...unused, getPath: () => home },
  });
const folder = (): string => join(home, '.config', 'autostart');
const file = (): string => join(folder(), 'latchkey.desktop');

describe('autostart on Linux', () => {
  it('is off at first, and can be switched on and off', () => {
    const login = autostart();
    expect(login.isEnabled()).toBe(false);
    expect(login.set(true)).toBe(true);
    expect(login.isEnabled()).toBe(true);
    expect(readFileSync(file(), 'utf8')).toContain('Exec="/opt/Latch key/latchkey" "--hidden"\n');
    expect(readdirSync(folder())).toEqual(['latchkey.desktop']);
    expect(login.set(false)).toBe(true);
    expect(login.isEnabled()).toBe(false);
    expect(login.set(false)).toBe(true);
  });

  it('writes into the configured folder, unless that is relative', () => {
    autostart({ XDG_CONFIG_HOME: join(home, 'elsewhere') }).set(true);
    expect(readdirSync(join(home, 'elsewhere', 'autostart'))).toEqual(['latchkey.desktop']);
    autostart({ XDG_CONFIG_HOME: 'relative' }).set(true);
    expect(readdirSync(folder())).toEqual(['latchkey.desktop']);
  });

  it('rewrites an entry for another program, and leaves a correct one untouched', () => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(file(), '[Desktop Entry]\nExec=/old/latchkey\n');
    autostart().set(true);
    expect(readFileSync(file(), 'utf8')).toContain('/opt/Latch key/latchkey');
    const before = statSync(file()).ino;
    autostart().set(true);
    expect(statSync(file()).ino).toBe(before);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('is off when the desktop has added %s', (line) => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(file(), `[Desktop Entry]\nExec=/opt/latchkey\n${line}\n`);
    expect(autostart().isEnabled()).toBe(false);
    autostart().set(true);
    expect(autostart().isEnabled()).toBe(true);
  });

  it('reports when it cannot write', () => {
    writeFileSync(join(home, '.config'), 'a file where the folder should be');
    expect(autostart().set(true)).toBe(false);
    expect(autostart().isEnabled()).toBe(false);
  });
});
