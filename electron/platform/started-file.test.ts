import { describe, expect, it } from 'vitest';
import { startedFile } from './started-file.ts';

const IMAGE = {
  platform: 'linux',
  env: { APPIMAGE: '/home/ann/Latchkey.AppImage', APPDIR: '/tmp/.mount_Latchk' },
  execPath: '/tmp/.mount_Latchk/latchkey',
};
const PORTABLE = {
  platform: 'win32',
  env: { PORTABLE_EXECUTABLE_FILE: 'D:\\Latchkey-portable.exe', PORTABLE_EXECUTABLE_APP_FILENAME: 'latchkey' },
  execPath: 'C:\\Users\\ann\\AppData\\Local\\Temp\\nsx1.tmp\\app\\Latchkey.exe',
};

describe('startedFile', () => {
  it('is the AppImage, or the portable program, that this program was unpacked from', () => {
    expect(startedFile(IMAGE)).toBe('/home/ann/Latchkey.AppImage');
    expect(startedFile(PORTABLE)).toBe('D:\\Latchkey-portable.exe');
  });

  it.each([
    ['installed', { ...IMAGE, env: {} }],
    ['started by a program in an AppImage', { ...IMAGE, execPath: '/opt/Latchkey/latchkey' }],
    ['beside the folder of an AppImage', { ...IMAGE, execPath: '/tmp/.mount_Latchk2/latchkey' }],
    ['without the folder of the AppImage', { ...IMAGE, env: { APPIMAGE: '/home/ann/Latchkey.AppImage' } }],
    ['with a relative one', { ...IMAGE, env: { ...IMAGE.env, APPDIR: '.' } }],
    ['without the AppImage', { ...IMAGE, env: { ...IMAGE.env, APPIMAGE: '' } }],
    ['started by another portable program', { ...PORTABLE, env: { ...PORTABLE.env, PORTABLE_EXECUTABLE_APP_FILENAME: 'chat' } }],
    ['installed on Windows', { ...PORTABLE, env: {} }],
    ['on macOS', { ...IMAGE, platform: 'darwin' }],
  ])('is the one that runs when it is %s', (_when, facts) => {
    expect(startedFile(facts)).toBeNull();
  });
});
