/** Child processes of a host: output, exit, and that none outlives the test process. */
import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extractFile } from '@electron/asar';
import type { HostPlatform, LaunchOptions } from './api.ts';
import { archiveOf } from './standin/asar/archive.ts';

export interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly output: { stdout: string; stderr: string };
  readonly exited: Promise<number | null>;
}

export interface SpawnPlan {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly withChannel: boolean;
}

export function run({ command, args, env, withChannel }: SpawnPlan): Running {
  const stdio: StdioOptions = withChannel ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { env, stdio, serialization: 'advanced' });
  const output = collect(child);
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  exited.catch(() => {});
  const { pid } = child;
  if (pid === undefined) throw new Error(`could not start ${command}`);
  // A test process that ends without closing its apps kills them.
  const last = (): void => void child.kill('SIGKILL');
  process.once('exit', last);
  void exited.finally(() => process.off('exit', last)).catch(() => {});
  return { child, pid, output, exited };
}

export function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8');
    child[name]?.on('data', (text: string) => (output[name] += text));
  }
  return output;
}

/** Calls `late` and rejects when `done` does not settle in time. */
export async function within<T>(timeoutMs: number, what: string, done: Promise<T>, late: () => void): Promise<T> {
  const timer = Promise.withResolvers<never>();
  const id = setTimeout(() => {
    late();
    timer.reject(new Error(`${what} took longer than ${timeoutMs} ms`));
  }, timeoutMs);
  try {
    return await Promise.race([done, timer.promise]);
  } finally {
    clearTimeout(id);
  }
}

export interface AppFacts {
  readonly appPath: string;
  readonly name: string;
  readonly version: string;
}

/** Name and version from the nearest package.json, where Electron reads them when given the app's folder. */
export function appFacts(main: string): AppFacts {
  const archive = archiveOf(main);
  if (archive !== null) return { appPath: archive, ...namesIn(extractFile(archive, 'package.json').toString()) };
  for (let folder = dirname(main); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      return { appPath: folder, ...namesIn(readFileSync(file, 'utf8')) };
    }
    if (folder === dirname(folder)) return { appPath: dirname(main), name: 'Electron', version: '0.0.0' };
  }
}

/** Of this machine; a system of the same family as Linux counts as Linux. */
export function realPlatform(): HostPlatform {
  const { platform } = process;
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}

function namesIn(text: string): Omit<AppFacts, 'appPath'> {
  const manifest = JSON.parse(text) as { name?: string; productName?: string; version?: string };
  return { name: manifest.productName ?? manifest.name ?? 'Electron', version: manifest.version ?? '0.0.0' };
}

/** Passed on from the test's environment; any other variable could change the app's behaviour. */
const PASSED_ON = [
  'PATH',
  'NODE_COMPILE_CACHE',
  'TZ',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XDG_RUNTIME_DIR',
];

/** The app's environment: on Linux a home folder of its own beside the profile, and what the test sets. */
export function appEnvironment({ profile, env = {} }: LaunchOptions): { readonly home: string; readonly env: NodeJS.ProcessEnv } {
  const home = `${profile}-home`;
  mkdirSync(profile, { recursive: true });
  mkdirSync(home, { recursive: true });
  const inherited = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));
  const own = process.platform === 'linux' ? { HOME: home, XDG_CONFIG_HOME: join(home, '.config') } : homeOf(process.env);
  const all = Object.entries({ ...inherited, ...own, ...env }).filter(([, value]) => value !== undefined);
  return { home, env: Object.fromEntries(all) };
}

function homeOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { HOME, USERPROFILE, APPDATA, LOCALAPPDATA } = env;
  return { HOME, USERPROFILE, APPDATA, LOCALAPPDATA };
}
