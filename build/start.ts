/** `npm start`: opens the app, built before, in the real Electron, whose package fetches its binary on first use. Arguments are passed on. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGE = join(ROOT, 'node_modules', 'electron');
const DEFAULT_FETCH_MS = 180_000;

/** Where the binary is or has been put; null when there is none yet. */
function binary(): string | null {
  const pathFile = join(PACKAGE, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '';
  if (own !== '') return join(own, name ?? defaultName());
  const path = name === null ? null : join(PACKAGE, 'dist', name);
  return path !== null && existsSync(path) ? path : null;
}

function defaultName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Null when it has been fetched, else why not, in one line. A mirror that does not answer must not hold the start for ever. */
async function fetchBinary(): Promise<string | null> {
  if (!existsSync(join(PACKAGE, 'install.js'))) return 'the package "electron" is not installed (npm ci)';
  const wanted = Number(process.env.LATCHKEY_FETCH_TIMEOUT_MS);
  const timeoutMs = wanted > 0 ? wanted : DEFAULT_FETCH_MS;
  console.log('Fetching the Electron binary, once.');
  const child = spawn(process.execPath, [join(PACKAGE, 'install.js')], { stdio: ['ignore', 'inherit', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const state = { isLate: false };
  const timer = setTimeout(() => {
    state.isLate = true;
    child.kill('SIGKILL');
  }, timeoutMs);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  clearTimeout(timer);
  if (state.isLate) return `the download took longer than ${timeoutMs / 1000} s`;
  return code === 0 ? null : reasonIn(complaint);
}

/** The first line that says something, without the stack below it. */
function reasonIn(complaint: string): string {
  const lines = complaint.split('\n').map((line) => line.trim());
  const said = lines.find((line) => /error/i.test(line)) ?? lines.find((line) => line !== '');
  return (said ?? 'its installer ended without a word').slice(0, 300);
}

async function start(): Promise<number> {
  const problem = binary() === null ? await fetchBinary() : null;
  const path = binary();
  if (path === null || !existsSync(path)) {
    const why = problem ?? (path === null ? 'it is not where its installer says' : `${path} does not exist`);
    console.error(
      `Electron cannot be started: ${why}. To look at the app without it: npm run preview. ` +
        'Behind a proxy or mirror set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked distribution.',
    );
    return 1;
  }
  const child = spawn(path, [ROOT, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Electron cannot be started: ${error.message}. To look at the app without it: npm run preview.`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

process.exitCode = await start();
