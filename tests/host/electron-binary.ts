/** Finds Electron's binary without loading the package, which would start a download. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../../node_modules/electron', import.meta.url));

export type ElectronBinary = { readonly path: string; readonly reason: '' } | { readonly path: null; readonly reason: string };

export function electronBinary(env: NodeJS.ProcessEnv = process.env): ElectronBinary {
  const pathFile = join(PACKAGE, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
  const own = env.ELECTRON_OVERRIDE_DIST_PATH;
  const path = own !== undefined && own !== '' ? join(own, name ?? defaultName()) : name === null ? null : join(PACKAGE, 'dist', name);
  if (path !== null && existsSync(path)) return { path, reason: '' };
  const where = path === null ? 'node_modules/electron has none yet (npx install-electron fetches it)' : `${path} does not exist`;
  return { path: null, reason: `no Electron binary: ${where}` };
}

function defaultName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
