/** The headless Chromium from npm, unpacked once into node_modules/.cache with the libraries and fonts that bare machines lack. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

export interface BundledBrowser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Null when the package is not installed or has no binary for this system. */
export async function bundledBrowser(): Promise<BundledBrowser | null> {
  const manifest = join(MODULES, '@sparticuz', 'chromium', 'package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return null;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(MODULES, '.cache', `latchkey-chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const fonts = join(folder, 'fonts.conf');
  if (!existsSync(fonts)) configureFonts(folder, fonts);
  return {
    executable: join(folder, 'chromium'),
    // Without these it does not start on a bare machine, or silently draws no text.
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fonts },
  };
}

/** The package's own configuration expects fonts at a fixed path; without them the browser crashes at the first text field. */
function configureFonts(folder: string, file: string): void {
  const escaped = folder.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const draft = `${file}.${process.pid}`;
  const places = `<dir>${escaped}/fonts</dir><cachedir>${escaped}/font-cache</cachedir>`;
  writeFileSync(draft, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}</fontconfig>\n`);
  renameSync(draft, file);
}

/**
 * The package unpacks into the system's temporary folder, takes anything already there as complete, and unpacks its libraries only on AWS
 * Lambda. So it runs in a process with that environment and its own temporary folder, which is renamed when complete.
 */
async function unpack(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: join(MODULES, '..'),
      env: { PATH: process.env.PATH ?? '', TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    try {
      renameSync(draft, folder);
    } catch (error) {
      // Another test process has unpacked it already.
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
