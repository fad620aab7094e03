/** Start at login on Linux: a desktop file in the XDG autostart folder. Needs no Electron. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Autostart } from './autostart-types.ts';
import { HIDDEN_ARGUMENT } from './autostart-types.ts';
import { desktopEntry } from './desktop-entry.ts';

export interface LinuxAutostartOptions {
  readonly homeFolder: string;
  /** APPIMAGE and XDG_CONFIG_HOME are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `process.execPath` */
  readonly execFile: string;
}

export function createLinuxAutostart({ homeFolder, env, execFile }: LinuxAutostartOptions): Autostart {
  // The specification has relative values ignored.
  const configured = env.XDG_CONFIG_HOME ?? '';
  const folder = join(isAbsolute(configured) ? configured : join(homeFolder, '.config'), 'autostart');
  const file = join(folder, 'latchkey.desktop');
  // An AppImage unpacks itself to another place at every start: what stays is the image.
  const program = env.APPIMAGE === undefined || env.APPIMAGE === '' ? execFile : env.APPIMAGE;
  const text = desktopEntry({
    name: 'Latchkey',
    comment: 'Keeps keypad codes in step with bookings',
    command: [program, HIDDEN_ARGUMENT],
    icon: 'latchkey',
  });
  const current = (): string | null => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return null;
    }
  };
  return {
    isSupported: true,
    // Desktops switch an entry off by adding one of these lines.
    isEnabled: () => {
      const entry = current();
      return entry !== null && !/^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(entry);
    },
    set(enabled) {
      try {
        if (!enabled) rmSync(file, { force: true });
        else if (current() !== text) {
          mkdirSync(folder, { recursive: true, mode: 0o700 });
          // Written aside and moved: a login in the middle finds the old one or the new one.
          writeFileSync(`${file}.new`, text, { mode: 0o644 });
          renameSync(`${file}.new`, file);
        }
        return true;
      } catch {
        return false;
      }
    },
  };
}
