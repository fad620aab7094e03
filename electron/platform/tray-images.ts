/** The tray's image file for a state, by platform. Pure. */
import { join } from 'node:path';
import type { TrayIcon } from '../app/tray/tray-types.ts';

/**
 * Electron finds the high-resolution versions (`@2x` and so on) beside this file. On Windows and Linux its colours are legible on any panel,
 * whose own colour Electron knows too late (Windows) or never (Linux, where it reports the theme chosen in the app).
 */
export function trayImageFile(iconFolder: string, icon: TrayIcon, platform: string): string {
  // macOS colours template images itself. Linux panels are 22 to 24 pixels high and enlarge smaller images.
  const name = platform === 'darwin' ? `${icon}Template` : `${icon}-${platform === 'linux' ? '24' : '16'}`;
  return join(iconFolder, 'tray', `${name}.png`);
}
