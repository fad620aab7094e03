import { describe, expect, it } from 'vitest';
import { trayImageFile } from './tray-images.ts';

const file = (platform: string, isDark = false, desktop = ''): string =>
  trayImageFile('icons', 'paused', { platform, isDark, desktop }).replaceAll('\\', '/');

describe('trayImageFile', () => {
  it('is a template image on macOS', () => {
    expect(file('darwin')).toBe('icons/tray/pausedTemplate.png');
    expect(file('darwin', true)).toBe('icons/tray/pausedTemplate.png');
  });

  it('matches the panel elsewhere', () => {
    expect(file('win32')).toBe('icons/tray/paused-on-light-16.png');
    expect(file('win32', true)).toBe('icons/tray/paused-on-dark-16.png');
    expect(file('linux', false, 'KDE')).toBe('icons/tray/paused-on-light-24.png');
    expect(file('linux', true, 'KDE')).toBe('icons/tray/paused-on-dark-24.png');
  });

  it('is light on panels that are dark in a light theme', () => {
    expect(file('linux', false, 'ubuntu:GNOME')).toBe('icons/tray/paused-on-dark-24.png');
    expect(file('linux', false, 'Unity:Unity7:ubuntu')).toBe('icons/tray/paused-on-dark-24.png');
    expect(file('win32', false, 'GNOME')).toBe('icons/tray/paused-on-light-16.png');
  });
});
