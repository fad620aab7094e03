/** The headless Chromium from npm: packed, without the libraries and fonts that a bare machine lacks. Unpacked once into node_modules/.cache. */
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

/** Null where the package is not installed or holds no binary for this system. */
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
    // Without these it does not start on a bare machine, or draws no text and says nothing about it.
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fonts },
  };
}

/** The configuration in the package looks for fonts at fixed places that are not ours: then the whole browser dies at the first text field. */
function configureFonts(folder: string, file: string): void {
  const escaped = folder.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const draft = `${file}.${process.pid}`;
  const places = `<dir>${escaped}/fonts</dir><cachedir>${escaped}/font-cache</cachedir>`;
  writeFileSync(draft, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}</fontconfig>\n`);
  renameSync(draft, file);
}

/**
 * The package unpacks into the system's temporary folder, takes whatever is there already for complete, and unpacks its libraries only where
 * it believes to be in a certain cloud. So it runs in a process that believes so, with a temporary folder of its own, moved when complete.
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
      // Another test process was faster.
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
