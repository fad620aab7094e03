/** Hears of errors that nobody caught: logs them, ends the program in the ordinary way, and starts it again or tells the user, once. */
import { afterCrash } from '../app/updates/crash-policy.ts';
import { QUIT_CAP_MS } from '../app/desktop/desktop.ts';
import type { Clock, Logger } from '../app/ports/system.ts';
import type { Timers } from '../app/ports/schedule.ts';

export interface CrashGuardPorts {
  readonly log: Logger;
  readonly clock: Pick<Clock, 'uptimeMs'>;
  readonly timers: Timers;
  /** The ordinary way out; it leads to `exit` below, unless it is broken as well. */
  readonly quit: () => void;
  readonly startAgain: () => void;
  /** Stays on the screen until the user has read it. */
  readonly tell: (words: StopWords) => void;
  /** At once. */
  readonly end: (code: number) => void;
}

export interface StopWords {
  readonly title: string;
  readonly body: string;
}

/** What the ordinary way out may take at most: the operation in hand, then connections and files. */
const MAX_SHUTDOWN_MS = QUIT_CAP_MS + 3_000;

export class CrashGuard {
  readonly #ports: CrashGuardPorts;
  readonly #startedMs: number;
  #words: () => StopWords;
  #plan: ReturnType<typeof afterCrash> | null = null;
  #hasEnded = false;

  /** `words` until there are better ones. */
  constructor(ports: CrashGuardPorts, words: StopWords) {
    this.#ports = ports;
    this.#words = () => words;
    this.#startedMs = ports.clock.uptimeMs();
  }

  /** From here on in the user's language. */
  speak(words: () => StopWords): void {
    this.#words = words;
  }

  caught(where: 'exception' | 'promise', error: unknown): void {
    const { log, clock, timers, quit } = this.#ports;
    const runningMs = clock.uptimeMs() - this.#startedMs;
    log.log('error', 'an error that nobody caught', { where, runningMs, error });
    if (this.#plan !== null) return;
    this.#plan = afterCrash(runningMs);
    timers.after(MAX_SHUTDOWN_MS, () => this.exit());
    try {
      quit();
    } catch (bug) {
      log.log('error', 'the ordinary way out is broken', { error: bug });
    }
  }

  /** The last step of the ordinary way out, whether or not anything has happened. */
  exit(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    const { startAgain, tell, end } = this.#ports;
    if (this.#plan === null) {
      end(0);
      return;
    }
    try {
      if (this.#plan === 'start-again') startAgain();
      else tell(this.#words());
    } finally {
      end(1);
    }
  }
}
