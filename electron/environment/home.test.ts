import { describe, expect, it } from 'vitest';
import { homeFolder } from './home.ts';
import type { HomeInput } from './home.ts';

const linux: HomeInput = { option: null, environment: {}, platform: 'linux', userFolder: '/home/ada', workingFolder: '/srv/work' };
const windows: HomeInput = { ...linux, platform: 'win32', userFolder: 'C:\\Users\\Ada', workingFolder: 'D:\\work' };

describe('homeFolder', () => {
  it('is each system’s folder for application settings', () => {
    expect(homeFolder(linux)).toBe('/home/ada/.config/latchkey');
    expect(homeFolder({ ...linux, environment: { XDG_CONFIG_HOME: '/data/config' } })).toBe('/data/config/latchkey');
    expect(homeFolder({ ...linux, platform: 'darwin' })).toBe('/home/ada/Library/Application Support/Latchkey');
    expect(homeFolder({ ...windows, environment: { APPDATA: 'C:\\Users\\Ada\\AppData\\Roaming' } })).toBe(
      'C:\\Users\\Ada\\AppData\\Roaming\\Latchkey',
    );
    expect(homeFolder(windows)).toBe('C:\\Users\\Ada\\AppData\\Roaming\\Latchkey');
  });
  it('ignores a relative or empty XDG_CONFIG_HOME', () => {
    expect(homeFolder({ ...linux, environment: { XDG_CONFIG_HOME: 'config' } })).toBe('/home/ada/.config/latchkey');
    expect(homeFolder({ ...linux, environment: { XDG_CONFIG_HOME: '' } })).toBe('/home/ada/.config/latchkey');
  });
  it('prefers --home to LATCHKEY_HOME to the default, relative to the working folder', () => {
    const environment = { LATCHKEY_HOME: '/var/latchkey' };
    expect(homeFolder({ ...linux, environment })).toBe('/var/latchkey');
    expect(homeFolder({ ...linux, environment, option: 'here' })).toBe('/srv/work/here');
    expect(homeFolder({ ...linux, environment: { LATCHKEY_HOME: ' ' } })).toBe('/home/ada/.config/latchkey');
    expect(homeFolder({ ...windows, option: 'here' })).toBe('D:\\work\\here');
  });
});
