/** Handles uncaught errors: logs them, shuts the program down in order, then relaunches it or shows the user a message, once. */
import { afterCrash } from '../app/updates/crash-policy.ts';
import type { CrashMessage } from '../app/updates/crash-policy.ts';
import { QUIT_CAP_MS } from '../app/desktop/desktop.ts';
import type { Clock, Logger } from '../app/ports/system.ts';
import type { Timers } from '../app/ports/schedule.ts';

export interface CrashGuardPorts {
  readonly log: Logger;
  readonly clock: Pick<Clock, 'uptimeMs'>;
  readonly timers: Timers;
  /** Starts the orderly shutdown, which ends with `exit()` below. */
  readonly quit: () => void;
  readonly relaunch: () => void;
  /** Blocks until the user has dismissed it. */
  readonly showMessage: (message: CrashMessage) => void;
  /** Ends the process immediately. */
  readonly exitProcess: (code: number) => void;
}

/** For the orderly shutdown: the current operation, then connections and files. */
const MAX_SHUTDOWN_MS = QUIT_CAP_MS + 3_000;

export class CrashGuard {
  readonly #ports: CrashGuardPorts;
  readonly #startedMs: number;
  #message: () => CrashMessage;
  #response: ReturnType<typeof afterCrash> | null = null;
  #hasExited = false;

  /** `message`: used until `setMessage`. */
  constructor(ports: CrashGuardPorts, message: CrashMessage) {
    this.#ports = ports;
    this.#message = () => message;
    this.#startedMs = ports.clock.uptimeMs();
  }

  /** Once the user's language is known. */
  setMessage(message: () => CrashMessage): void {
    this.#message = message;
  }

  onUncaughtError(where: 'exception' | 'promise', error: unknown): void {
    const { log, clock, timers, quit } = this.#ports;
    const runningMs = clock.uptimeMs() - this.#startedMs;
    log.log('error', 'uncaught error', { where, runningMs, error });
    if (this.#response !== null) return;
    this.#response = afterCrash(runningMs);
    timers.after(MAX_SHUTDOWN_MS, () => this.exit());
    try {
      quit();
    } catch (bug) {
      log.log('error', 'orderly shutdown failed', { error: bug });
    }
  }

  /** The last step of the orderly shutdown, with or without an error before it. */
  exit(): void {
    if (this.#hasExited) return;
    this.#hasExited = true;
    const { relaunch, showMessage, exitProcess } = this.#ports;
    if (this.#response === null) {
      exitProcess(0);
      return;
    }
    try {
      if (this.#response === 'relaunch') relaunch();
      else showMessage(this.#message());
    } finally {
      exitProcess(1);
    }
  }
}
