import { expect, it } from 'vitest';
import { installationOf } from './installation.ts';
import type { InstallationFacts } from './installation.ts';

const BARE: InstallationFacts = {
  platform: 'linux',
  isPackaged: true,
  started: null,
  execPath: '/opt/Latchkey/latchkey',
  resourcesFolder: '/opt/Latchkey/resources',
  hasFile: () => false,
  readFile: () => null,
};
const WINDOWS = { platform: 'win32', execPath: 'C:\\Users\\someone\\AppData\\Local\\Programs\\Latchkey\\Latchkey.exe' };
const MAC = { platform: 'darwin', execPath: '/Applications/Latchkey.app/Contents/MacOS/Latchkey' };
const typeOf = (text: string) => (file: string) => (file === '/opt/Latchkey/resources/package-type' ? text : null);

it.each<[string, Partial<InstallationFacts>, string]>([
  ['sources', { isPackaged: false, ...WINDOWS, hasFile: () => true }, 'development'],
  ['Windows, installed', { ...WINDOWS, hasFile: (file) => file.endsWith('\\Latchkey\\Uninstall Latchkey.exe') }, 'installer'],
  ['Windows, unpacked', WINDOWS, 'folder'],
  ['Windows, portable', { ...WINDOWS, hasFile: () => true, started: 'E:\\Latchkey.exe' }, 'portable'],
  ['macOS', MAC, 'mac'],
  ['macOS, from the disk image', { ...MAC, execPath: '/Volumes/Latchkey/Latchkey.app/Contents/MacOS/Latchkey' }, 'mac-image'],
  [
    'macOS, translocated',
    { ...MAC, execPath: '/private/var/folders/x/AppTranslocation/y/d/Latchkey.app/Contents/MacOS/Latchkey' },
    'mac-image',
  ],
  ['AppImage', { started: '/home/someone/Latchkey.AppImage' }, 'appimage'],
  ['Debian', { readFile: typeOf('deb\n') }, 'deb'],
  ['Fedora', { readFile: typeOf('rpm') }, 'rpm'],
  ['another package', { readFile: typeOf('pacman') }, 'folder'],
  ['Linux, unpacked', {}, 'folder'],
])('%s', (_name, facts, installation) => {
  expect(installationOf({ ...BARE, ...facts })).toBe(installation);
});
