/** `npm start`: opens the built app in Electron, whose package downloads its binary on first use. Arguments are passed on. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ELECTRON_PACKAGE, electronBinary } from './electron-binary.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEFAULT_DOWNLOAD_MS = 180_000;

/** Returns why the download failed, in one line, or null. Limited in time, in case a mirror does not respond. */
async function downloadBinary(): Promise<string | null> {
  if (!existsSync(join(ELECTRON_PACKAGE, 'install.js'))) return 'the package "electron" is not installed (npm ci)';
  const wanted = Number(process.env.LATCHKEY_FETCH_TIMEOUT_MS);
  const timeoutMs = wanted > 0 ? wanted : DEFAULT_DOWNLOAD_MS;
  console.log('Downloading the Electron binary, once.');
  const child = spawn(process.execPath, [join(ELECTRON_PACKAGE, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code, signal] = await new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('error', () => resolve([null, null]));
    child.once('close', (exitCode, killedBy) => resolve([exitCode, killedBy]));
  });
  if (signal === 'SIGKILL') return `the download took longer than ${timeoutMs / 1000} s`;
  return code === 0 ? null : firstErrorLine(stderr);
}

function firstErrorLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const line = lines.find((text) => /error/i.test(text)) ?? lines.find((text) => text !== '');
  return (line ?? 'its installer failed without a message').slice(0, 300);
}

async function start(): Promise<number> {
  let binary = electronBinary();
  const problem = binary.path === null && binary.canBeDownloaded ? await downloadBinary() : null;
  binary = electronBinary();
  if (binary.path === null) {
    console.error(
      `Electron cannot be started: ${problem ?? binary.reason}. To look at the app without it: npm run preview. ` +
        'Behind a proxy or mirror set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked distribution.',
    );
    return 1;
  }
  const child = spawn(binary.path, [ROOT, ...process.argv.slice(2)], { stdio: 'inherit' });
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
