/** `app.commandLine`, read from the arguments as Chromium reads them, and the debugging server that Electron starts by one of its switches. */
import { createServer } from 'node:http';
import type * as Electron from 'electron';
import { strict } from './strict.ts';

type Implemented = 'hasSwitch' | 'getSwitchValue' | 'removeSwitch';

class CommandLine implements Pick<Electron.CommandLine, Implemented> {
  private readonly _switches = new Map<string, string>();

  constructor(args: readonly string[]) {
    // What follows `--` is no switch.
    const end = args.indexOf('--');
    for (const argument of end === -1 ? args : args.slice(0, end)) {
      const { name, value = '' } = /^--?(?<name>[^=]+)(=(?<value>.*))?$/s.exec(argument.trim())?.groups ?? {};
      if (name !== undefined) this._switches.set(name, value);
    }
  }

  hasSwitch(name: string): boolean {
    return this._switches.has(name.toLowerCase());
  }

  getSwitchValue(name: string): string {
    return this._switches.get(name.toLowerCase()) ?? '';
  }

  removeSwitch(name: string): void {
    this._switches.delete(name.toLowerCase());
  }
}

export function createCommandLine(args: readonly string[]): CommandLine {
  return strict('app.commandLine', new CommandLine(args));
}

/** Electron starts it once the main module has been evaluated (`ElectronBrowserMainParts::PreMainMessageLoopRun`). */
export function startDebugging(commandLine: CommandLine): void {
  const port = commandLine.getSwitchValue('remote-debugging-port');
  if (port === '') return;
  createServer((_request, response) => response.end('{"Browser":"stand-in"}'))
    .listen(Number(port), '127.0.0.1')
    .unref();
}
