/** The real terminal and process for the command line. Thin, since tests replace it. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { text as readAll } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { OpenBackend } from './backend.ts';
import { wantsColour } from './render/style.ts';
import type { Terminal, World } from './terminal.ts';

export function createProcessWorld(version: string, openBackend: OpenBackend): World {
  ignoreClosedPipes();
  return {
    terminal: createTerminal(),
    environment: process.env,
    platform: process.platform,
    userFolder: homedir(),
    workingFolder: process.cwd(),
    version,
    openBackend,
    readText,
    onStopSignal,
    onCrash: (handler) => {
      process.on('uncaughtException', handler);
      return () => process.off('uncaughtException', handler);
    },
    // Half the resident memory (npm run bench -- watch): otherwise garbage from each run grows the heap to its limit.
    staySmall: () => setFlagsFromString('--optimize-for-size'),
    endNow: (code) => process.exit(code),
  };
}

function createTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    canAsk: stdin.isTTY && stderr.isTTY,
    showsProgress: stderr.isTTY && env.TERM !== 'dumb',
    columns: stdout.isTTY ? stdout.columns : undefined,
    outHasColour: wantsColour(stdout.isTTY, env),
    errorHasColour: wantsColour(stderr.isTTY, env),
    writeOut: (text) => stdout.write(text),
    writeError: (text) => stderr.write(text),
    readInput: () => readAll(stdin),
    ask: async (question) => {
      const lines = createInterface({ input: stdin, output: stderr });
      const cancelled = new Promise<null>((resolve) => lines.once('SIGINT', () => resolve(null)).once('close', () => resolve(null)));
      try {
        return await Promise.race([lines.question(`${question}: `), cancelled]);
      } finally {
        lines.close();
      }
    },
    askWithoutEcho: async (question) => {
      const { default: password } = await import('@inquirer/password');
      try {
        return await password({ message: question }, { output: stderr });
      } catch (error) {
        if (error instanceof Error && error.name === 'ExitPromptError') return null;
        throw error;
      }
    },
  };
}

/** `latchkey … | head` closes the pipe early, which is not an error. */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

async function readText(path: string): Promise<Result<string, string>> {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return err('there is no such file');
    if (code === 'EACCES' || code === 'EPERM') return err('access is denied');
    if (code === 'EISDIR') return err('it is a folder');
    if (typeof code === 'string') return err(`the system reports ${code}`);
    throw error;
  }
}

function onStopSignal(handler: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) {
    // A library of the settings store (when-exit) also listens, and would kill the process before the current operation finishes.
    process.removeAllListeners(signal);
    process.on(signal, handler);
  }
  return () => {
    for (const signal of signals) process.off(signal, handler);
  };
}
