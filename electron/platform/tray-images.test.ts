import { describe, expect, it } from 'vitest';
import { trayImageFile } from './tray-images.ts';

describe('trayImageFile', () => {
  it.each([
    ['darwin', 'icons/tray/pausedTemplate.png'],
    ['win32', 'icons/tray/paused-16.png'],
    ['linux', 'icons/tray/paused-24.png'],
  ])('on %s', (platform, file) => {
    expect(trayImageFile('icons', 'paused', platform).replaceAll('\\', '/')).toBe(file);
  });
});
