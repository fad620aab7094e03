/**
 * Starts the program made by `npm run package` with its demo, and waits for the first run: `node tests/smoke/start-packed.ts`. Its fuses
 * prevent driving it from outside, so the test reads its log. Not part of `npm test`, because it needs real Electron.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { judgeLog, packedProgram } from './packed-program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAX_START_MS = 120_000;
const MAX_EXIT_MS = 15_000;

async function start(program: string, version: string): Promise<string | null> {
  if (!existsSync(program)) return `${program} does not exist: run npm run package first.`;
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-smoke-'));
  // The demo stores its files in the temporary folder, which each system names differently.
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  const child = spawn(program, ['--demo'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const state = { hasEnded: false, problem: '' };
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      state.problem = error.message;
      state.hasEnded = true;
      resolve();
    });
    child.once('exit', (code, signal) => {
      state.problem = `it ended by itself (${String(code ?? signal)})`;
      state.hasEnded = true;
      resolve();
    });
  });
  try {
    const readLog = (): string => {
      const [log] = globSync(join(folder, 'latchkey-demo-*', 'logs', 'latchkey.log'));
      return log === undefined ? '' : readFileSync(log, 'utf8');
    };
    for (let waitedMs = 0; waitedMs < MAX_START_MS; waitedMs += 250) {
      const text = readLog();
      const verdict = judgeLog(text, version);
      if (verdict.kind === 'started') return null;
      if (verdict.kind === 'broken') return `${verdict.because}\n${text}`;
      if (state.hasEnded) return `${state.problem}\n${text}`;
      await sleep(250);
    }
    return `no run was finished within ${MAX_START_MS / 1000} s\n${readLog() || 'There is no log.'}`;
  } finally {
    child.kill('SIGTERM');
    await Promise.race([exited, sleep(MAX_EXIT_MS, undefined, { ref: false })]);
    if (!state.hasEnded) child.kill('SIGKILL');
    await exited;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
const given = process.argv[2];
const problem = await start(given ?? join(ROOT, packedProgram(process.platform)), version);
console.log(
  problem === null ? 'The packed program starts, and its first run on the demo works.' : `The packed program does not work: ${problem}`,
);
process.exitCode = problem === null ? 0 : 1;
