/** Start at login, whatever the system does it with. */

export interface Autostart {
  /** Packaged programs only: an unpackaged one would start an empty Electron. */
  readonly isSupported: boolean;
  isEnabled(): boolean;
  /** False when the system refused. Writes nothing when it is so already. */
  set(enabled: boolean): boolean;
}

/** Added to the command at login: the program starts without its window. */
export const HIDDEN_ARGUMENT = '--hidden';

/** `wasOpenedAtLogin` as macOS tells it, where arguments do not arrive; false elsewhere. */
export function startsHidden(argv: readonly string[], wasOpenedAtLogin: boolean): boolean {
  return argv.includes(HIDDEN_ARGUMENT) || wasOpenedAtLogin;
}
