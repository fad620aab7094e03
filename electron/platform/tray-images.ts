/** The tray's image file for a state, by platform and by the colour of the panel. Pure. */
import { join } from 'node:path';
import type { TrayIcon } from '../app/tray/tray-types.ts';

export interface TraySurroundings {
  /** `process.platform` */
  readonly platform: string;
  /** Whether the system's panels are dark, whatever the app's theme. */
  readonly isDark: boolean;
  /** `XDG_CURRENT_DESKTOP`; "" elsewhere. */
  readonly desktop: string;
}

/** GNOME and Unity have a dark top bar in every theme; a dark icon would be invisible there. */
function isPanelDark({ platform, isDark, desktop }: TraySurroundings): boolean {
  return isDark || (platform === 'linux' && /\b(gnome|unity|ubuntu|pantheon)\b/i.test(desktop));
}

/** Electron finds the high-resolution versions (`@2x` and so on) beside this file. */
export function trayImageFile(iconFolder: string, icon: TrayIcon, surroundings: TraySurroundings): string {
  // macOS colours template images itself. Linux panels are 22 to 24 pixels high and enlarge smaller images.
  if (surroundings.platform === 'darwin') return join(iconFolder, 'tray', `${icon}Template.png`);
  const size = surroundings.platform === 'linux' ? '24' : '16';
  return join(iconFolder, 'tray', `${icon}-${isPanelDark(surroundings) ? 'on-dark' : 'on-light'}-${size}.png`);
}
