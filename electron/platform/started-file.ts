/** The file to start this program by, where that is not the one that runs: an AppImage, or the portable program of Windows. */
import { posix } from 'node:path';

export interface StartedFacts {
  readonly platform: string;
  /** APPIMAGE, APPDIR and PORTABLE_EXECUTABLE_… are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `process.execPath` */
  readonly execPath: string;
}

/**
 * Both run from a folder that is gone afterwards, and name their file in the environment, which any program they start inherits: only one
 * that says that it is this program is believed. Null: the file that runs is the one to start. Pure.
 */
export function startedFile({ platform, env, execPath }: StartedFacts): string | null {
  if (platform === 'linux') return isWithin(env.APPDIR ?? '', execPath) ? filled(env.APPIMAGE) : null;
  // By electron-builder's portable.nsi; the name is the package's.
  const isOurs = platform === 'win32' && env.PORTABLE_EXECUTABLE_APP_FILENAME?.toLowerCase() === 'latchkey';
  return isOurs ? filled(env.PORTABLE_EXECUTABLE_FILE) : null;
}

function isWithin(folder: string, file: string): boolean {
  return posix.isAbsolute(folder) && posix.normalize(file).startsWith(posix.join(folder, '/'));
}

function filled(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
