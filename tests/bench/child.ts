/** Runs this Node on something, to its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';

export interface ChildOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** 0 unless said otherwise; any other end is an error. */
  readonly exitCode?: number;
}

/** `takenMs` is from before the start to after the end. */
export async function run(
  words: readonly string[],
  options: ChildOptions = {},
): Promise<{ readonly output: string; readonly takenMs: number }> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const takenMs = performance.now() - startedMs;
  if (code !== (options.exitCode ?? 0)) throw new Error(`node ${words.join(' ')} ended with ${String(code)}\n${output}`);
  return { output, takenMs };
}
