/** Finds Electron's binary without loading the package, which would start a download. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ELECTRON_PACKAGE = fileURLToPath(new URL('../node_modules/electron', import.meta.url));

export type ElectronBinary =
  | { readonly path: string }
  /** `canBeDownloaded`: by the package's installer. */
  | { readonly path: null; readonly reason: string; readonly canBeDownloaded: boolean };

export function electronBinary(env: NodeJS.ProcessEnv = process.env): ElectronBinary {
  const pathFile = join(ELECTRON_PACKAGE, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
  const override = env.ELECTRON_OVERRIDE_DIST_PATH ?? '';
  if (override === '' && name === null)
    return {
      path: null,
      reason: 'no Electron binary: node_modules/electron has none yet (npx install-electron downloads it)',
      canBeDownloaded: true,
    };
  const path = join(override === '' ? join(ELECTRON_PACKAGE, 'dist') : override, name ?? defaultName());
  return existsSync(path)
    ? { path }
    : { path: null, reason: `no Electron binary: ${path} does not exist`, canBeDownloaded: override === '' };
}

function defaultName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
