/** Start at login: the system's login items on Windows and macOS, a desktop file on Linux. Packaged programs only. */
import { app } from 'electron';
import { createLinuxAutostart } from './autostart-linux.ts';
import { HIDDEN_ARGUMENT, startsHidden } from './autostart-types.ts';
import type { Autostart } from './autostart-types.ts';

export interface AutostartOptions {
  readonly platform: string;
  readonly isPackaged: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function createAutostart({ platform, isPackaged, env }: AutostartOptions): Autostart {
  if (!isPackaged) return { isSupported: false, isEnabled: () => false, set: () => false };
  if (platform === 'linux') return createLinuxAutostart({ homeFolder: app.getPath('home'), env, execFile: process.execPath });
  // Windows finds its entry by path and arguments, so both are needed for reading, too. macOS takes neither.
  const entry = platform === 'win32' ? { path: process.execPath, args: [HIDDEN_ARGUMENT] } : {};
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

/** True when the system started the program at login: no window then. Once the app is ready. */
export function startedHidden(platform: string, argv: readonly string[]): boolean {
  return startsHidden(argv, platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
}
