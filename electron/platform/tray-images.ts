/** Which picture stands in the tray: by state, by the colour of the panel it stands on, and by system. Needs no Electron. */
import { join } from 'node:path';
import type { TrayIcon } from '../app/tray/tray-types.ts';

export interface TraySurroundings {
  /** `process.platform` */
  readonly platform: string;
  /** The system's own surfaces are dark; not the app's theme. */
  readonly isDark: boolean;
  /** `XDG_CURRENT_DESKTOP`; "" elsewhere. */
  readonly desktop: string;
}

/** GNOME and Unity keep their top bar dark whatever the theme says; an icon for a light one would vanish there. */
function isPanelDark({ platform, isDark, desktop }: TraySurroundings): boolean {
  return isDark || (platform === 'linux' && /\b(gnome|unity|ubuntu|pantheon)\b/i.test(desktop));
}

/** A PNG that has its sharper siblings (`@2x` and so on) beside it, where Electron finds them. */
export function trayImageFile(iconFolder: string, icon: TrayIcon, surroundings: TraySurroundings): string {
  // macOS paints template images itself. Linux panels are 22 to 24 high and enlarge smaller pictures.
  if (surroundings.platform === 'darwin') return join(iconFolder, 'tray', `${icon}Template.png`);
  const size = surroundings.platform === 'linux' ? '24' : '16';
  return join(iconFolder, 'tray', `${icon}-${isPanelDark(surroundings) ? 'on-dark' : 'on-light'}-${size}.png`);
}
