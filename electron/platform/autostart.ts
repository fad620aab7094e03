/** Start at login: login items on Windows and macOS, a desktop file in the XDG autostart folder on Linux. */
import type { App } from 'electron';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { desktopEntry } from './desktop-entry.ts';
import { HIDDEN_ARGUMENT } from './launch-arguments.ts';

export interface Autostart {
  /** Packaged programs only: an unpackaged one would start Electron without an app. */
  readonly isSupported: boolean;
  isEnabled(): boolean;
  /** Returns false when the system refused. Writes nothing when there is nothing to change. */
  set(enabled: boolean): boolean;
}

export interface AutostartOptions {
  readonly platform: string;
  readonly isPackaged: boolean;
  /** XDG_CONFIG_HOME is read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file to start. */
  readonly program: string;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings' | 'getPath'>;
}

export function createAutostart(options: AutostartOptions): Autostart {
  const { platform, isPackaged, program, app } = options;
  if (!isPackaged) return { isSupported: false, isEnabled: () => false, set: () => false };
  if (platform === 'linux') return createLinuxAutostart(options);
  // Windows finds its entry by path and arguments, so reading needs both as well. macOS takes neither.
  const entry = platform === 'win32' ? { path: program, args: [HIDDEN_ARGUMENT] } : {};
  const isEnabled = (): boolean => app.getLoginItemSettings(entry).openAtLogin;
  return {
    isSupported: true,
    isEnabled,
    set(enabled) {
      if (isEnabled() !== enabled) app.setLoginItemSettings({ openAtLogin: enabled, ...entry });
      return isEnabled() === enabled;
    },
  };
}

function createLinuxAutostart({ env, program, app }: AutostartOptions): Autostart {
  // The XDG specification requires relative values to be ignored.
  const configured = env.XDG_CONFIG_HOME ?? '';
  const folder = join(isAbsolute(configured) ? configured : join(app.getPath('home'), '.config'), 'autostart');
  const file = join(folder, 'latchkey.desktop');
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
    // Desktops disable an entry by adding one of these lines.
    isEnabled: () => {
      const entry = current();
      return entry !== null && !/^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(entry);
    },
    set(enabled) {
      try {
        if (!enabled) rmSync(file, { force: true });
        else if (current() !== text) {
          mkdirSync(folder, { recursive: true, mode: 0o700 });
          // Renamed into place, so that a login at this moment reads a complete file.
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
