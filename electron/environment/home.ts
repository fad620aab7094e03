/** The folder for settings, history and logs, the same for the app and the command line. Pure. */
import { posix, win32 } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface HomeInput {
  /** --home, as typed. */
  readonly option: string | null;
  readonly environment: Environment;
  /** As in process.platform. */
  readonly platform: string;
  readonly userFolder: string;
  /** Relative paths start here. */
  readonly workingFolder: string;
}

/** Absolute path: --home, else LATCHKEY_HOME, else the system's place for application settings. */
export function homeFolder({ option, environment, platform, userFolder, workingFolder }: HomeInput): string {
  const path = platform === 'win32' ? win32 : posix;
  const given = filled(option) ?? filled(environment.LATCHKEY_HOME);
  if (given === null) return defaultHome(environment, platform, userFolder);
  return path.isAbsolute(given) ? given : path.resolve(workingFolder, given);
}

function defaultHome(environment: Environment, platform: string, userFolder: string): string {
  if (platform === 'win32') {
    return win32.join(filled(environment.APPDATA) ?? win32.join(userFolder, 'AppData', 'Roaming'), 'Latchkey');
  }
  if (platform === 'darwin') return posix.join(userFolder, 'Library', 'Application Support', 'Latchkey');
  // The XDG base directory specification says to ignore relative values.
  const configFolder = filled(environment.XDG_CONFIG_HOME);
  return posix.join(configFolder !== null && posix.isAbsolute(configFolder) ? configFolder : posix.join(userFolder, '.config'), 'latchkey');
}

function filled(value: string | null | undefined): string | null {
  return value === undefined || value === null || value.trim() === '' ? null : value;
}
