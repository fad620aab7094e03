/**
 * Starts the program made by `npm run package` with its demo, and waits for the first run: `node tests/smoke/start-packed.ts`. Its fuses
 * prevent driving it from outside, so the test reads its log. Then it looks at what protects the program, and where Electron checks the
 * archive, that the program does not start with another. Not part of `npm test`, because it needs real Electron.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { extractFile } from '@electron/asar';
import { judgeLog, packedProgram } from './packed-program.ts';
import { archiveOfProgram, fuseProblem, HOSTILE, openPortProblem, sandboxProblem, withOneByteChanged } from './protections.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAX_START_MS = 120_000;
const MAX_EXIT_MS = 15_000;

/** `whenStarted` looks at the running program. Null: there is no problem. */
async function start(program: string, version: string, whenStarted: () => Promise<string | null>): Promise<string | null> {
  if (!existsSync(program)) return `${program} does not exist: run npm run package first.`;
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-smoke-'));
  // The demo stores its files in the temporary folder, which each system names differently.
  const env = { ...process.env, ...HOSTILE.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  const child = spawn(program, ['--demo', ...HOSTILE.args], { env, stdio: ['ignore', 'inherit', 'inherit'] });
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
      if (verdict.kind === 'started') return await whenStarted();
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
const program = given ?? join(ROOT, packedProgram(process.platform));

/** Electron checks the archive on Windows and macOS. */
async function alteredProblem(): Promise<string | null> {
  if (process.platform === 'linux') return null;
  const archive = archiveOfProgram(program, process.platform);
  const packed = readFileSync(archive);
  writeFileSync(archive, withOneByteChanged(packed, extractFile(archive, join('out', 'main.js'))));
  try {
    const problem = await start(program, version, async () => null);
    return problem === null ? 'it starts with another archive' : null;
  } finally {
    writeFileSync(archive, packed);
  }
}

const isPacked = given === undefined;
const problem =
  (await start(program, version, async () => (await openPortProblem()) ?? (isPacked ? sandboxProblem(program) : null))) ??
  (isPacked ? ((await fuseProblem(program)) ?? (await alteredProblem())) : null);
console.log(
  problem === null ? 'The packed program starts, and its first run on the demo works.' : `The packed program does not work: ${problem}`,
);
process.exitCode = problem === null ? 0 : 1;
