/**
 * Starts the program that `npm run package` has just made, on its own demo, and waits for its first run: `node tests/smoke/start-packed.ts`.
 * It cannot be driven from outside (its fuses see to that), so its log is what counts. Not part of `npm test`: it needs real Electron.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { judgeLog, packedProgram } from './packed-program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_CAP_MS = 120_000;
const END_CAP_MS = 15_000;

async function start(program: string, version: string): Promise<string | null> {
  if (!existsSync(program)) return `${program} is not there: npm run package comes first.`;
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-smoke-'));
  // The demo keeps its files in the system's temporary folder: this one, whatever the system calls it.
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  const child = spawn(program, ['--demo'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const state = { ended: false, complaint: '' };
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      state.complaint = error.message;
      state.ended = true;
      resolve();
    });
    child.once('exit', (code, signal) => {
      state.complaint = `it ended by itself (${String(code ?? signal)})`;
      state.ended = true;
      resolve();
    });
  });
  try {
    const log = join(folder, 'latchkey-demo', 'logs', 'latchkey.log');
    for (let waitedMs = 0; waitedMs < START_CAP_MS; waitedMs += 250) {
      const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
      const verdict = judgeLog(text, version);
      if (verdict.kind === 'started') return null;
      if (verdict.kind === 'broken') return `${verdict.because}\n${text}`;
      if (state.ended) return `${state.complaint}\n${text}`;
      await sleep(250);
    }
    return `no run was finished within ${START_CAP_MS / 1000} s\n${existsSync(log) ? readFileSync(log, 'utf8') : 'There is no log.'}`;
  } finally {
    child.kill('SIGTERM');
    await Promise.race([exited, sleep(END_CAP_MS, undefined, { ref: false })]);
    if (!state.ended) child.kill('SIGKILL');
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
