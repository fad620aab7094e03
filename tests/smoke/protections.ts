/** What protects the packed program on a real system: its fuses, the sandbox of its page, closed debugging ports, a checked archive. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { FUSES } from '../../build/fuses.ts';

/** Ports that another program would use, were they open. */
const INSPECTOR = 42_917;
const DEBUGGER = 42_918;

/** What each lets others into the program, unless fuses and the program itself see to it. Any effect of the variables ends it at once. */
export const HOSTILE = {
  args: [`--inspect=127.0.0.1:${INSPECTOR}`, `--remote-debugging-port=${DEBUGGER}`],
  env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=latchkey-does-not-exist' },
};

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

/** While the program runs, started with HOSTILE. Null: there is none. */
export async function openPortProblem(): Promise<string | null> {
  for (const port of [INSPECTOR, DEBUGGER]) if (await isOpen(port)) return `it can be debugged at port ${port}`;
  return null;
}

export async function fuseProblem(program: string): Promise<string | null> {
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(program)) };
  const state = (name: string): unknown => wire[FuseV1Options[`${name[0]?.toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options]];
  const wrong = Object.entries(FUSES).filter(([name, wanted]) => (state(name) === '1'.charCodeAt(0)) !== wanted);
  return wrong.length === 0 ? null : `these fuses are not as in build/fuses.ts: ${wrong.map(([name]) => name).join(', ')}`;
}

/** Windows has no command for it: there, a person looks. */
export function sandboxProblem(program: string): string | null {
  if (process.platform === 'win32') return null;
  // The helpers of a Mac program are beside it.
  const folder = process.platform === 'darwin' ? join(dirname(program), '..') : dirname(program);
  const lines = execFileSync('ps', ['-Awwo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\n');
  return judgeProcesses(
    lines.map((line) => line.trim()).filter((line) => line.includes(folder)),
    (pid) => (process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : null),
  );
}

/** `statusOf`: what Linux says about a process; null elsewhere. Pure. */
export function judgeProcesses(lines: readonly string[], statusOf: (pid: string) => string | null): string | null {
  const unsafe = lines.find((line) => line.includes('--no-sandbox'));
  if (unsafe !== undefined) return `a process has no sandbox: ${unsafe}`;
  const pages = lines.filter((line) => line.includes('--type=renderer'));
  if (pages.length === 0) return 'no process shows the page';
  // 2: system calls are filtered.
  const open = pages.find((line) => /^Seccomp:\s*[01]$/m.test(statusOf(/^\d+/.exec(line)?.[0] ?? '') ?? ''));
  return open === undefined ? null : `the page's process may call the whole system: ${open}`;
}

export function archiveOfProgram(program: string, platform: string): string {
  return platform === 'darwin' ? join(dirname(program), '..', 'Resources', 'app.asar') : join(dirname(program), 'resources', 'app.asar');
}

/** In a file that the program reads when it starts. */
export function withOneByteChanged(archive: Buffer, file: Buffer): Buffer {
  const at = archive.indexOf(file) + Math.floor(file.length / 2);
  const changed = Buffer.from(archive);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
