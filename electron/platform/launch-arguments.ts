/** The arguments the app adds to its own command line: at login and when it relaunches. Pure. */

/** Start at login: no window. */
export const HIDDEN_ARGUMENT = '--hidden';

/** Open the window even where the app would start in the tray: the user relaunched it from the window. */
export const WINDOW_ARGUMENT = '--window';

/** Relaunched after an uncaught error. */
export const AFTER_CRASH_ARGUMENT = '--after-crash';

/** `wasOpenedAtLogin` comes from macOS, which passes no arguments at login; false elsewhere. */
export function startsHidden(argv: readonly string[], wasOpenedAtLogin: boolean): boolean {
  return argv.includes(HIDDEN_ARGUMENT) || wasOpenedAtLogin;
}

export interface RelaunchFacts {
  /** `process.argv`. Unpackaged, its second entry is the main module and must be kept. */
  readonly argv: readonly string[];
  /** See started-file.ts. */
  readonly started: string | null;
}
export interface RelaunchCommand {
  readonly args: string[];
  readonly execPath?: string;
}

export type RelaunchRequest = { readonly isDemo: boolean } | 'after-crash';

/** All demo arguments are removed (see electron/demo/demo-arguments.ts) and all others kept; after a crash, all are kept. */
export function relaunchCommand(request: RelaunchRequest, { argv, started }: RelaunchFacts): RelaunchCommand {
  const given = argv.slice(1).filter((word) => ![HIDDEN_ARGUMENT, WINDOW_ARGUMENT, AFTER_CRASH_ARGUMENT].includes(word));
  const args =
    request === 'after-crash'
      ? [...given, HIDDEN_ARGUMENT, AFTER_CRASH_ARGUMENT]
      : [...given.filter((word) => !/^--demo(=|-|$)/.test(word)), request.isDemo ? '--demo' : WINDOW_ARGUMENT];
  return started === null ? { args } : { args, execPath: started };
}
