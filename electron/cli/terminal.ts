/** What a command may do with the terminal and the machine around it. The real one is in process-world.ts; tests play their own. */
import type { Result } from '../../shared/result.ts';
import type { OpenBackend } from './backend.ts';
import type { Environment } from '../environment/home.ts';

export interface Terminal {
  /** Someone can be asked: standard input and error are a terminal. */
  readonly canAsk: boolean;
  /** Standard error is a terminal that can show a progress line. */
  readonly showsProgress: boolean;
  /** Columns of standard output; undefined when it is no terminal. */
  readonly columns: number | undefined;
  readonly outHasColour: boolean;
  readonly errorHasColour: boolean;
  writeOut(text: string): void;
  writeError(text: string): void;
  /** Standard input to its end. */
  readInput(): Promise<string>;
  /** null when the user gave up (Ctrl-C). */
  ask(question: string): Promise<string | null>;
  askWithoutEcho(question: string): Promise<string | null>;
}

export interface World {
  readonly terminal: Terminal;
  readonly environment: Environment;
  /** As in process.platform. */
  readonly platform: string;
  readonly userFolder: string;
  readonly workingFolder: string;
  readonly version: string;
  readonly openBackend: OpenBackend;
  /** The text, or why it cannot be read in a few words. */
  readText(path: string): Promise<Result<string, string>>;
  /** Calls back on SIGINT and SIGTERM until taken back; the system's own reaction is off meanwhile. */
  onStopSignal(handler: () => void): () => void;
  /** Calls back on a throw that nobody was waiting for, until taken back. */
  onCrash(handler: (bug: unknown) => void): () => void;
  /** For a command that stays for months: from now on memory counts more than speed. */
  staySmall(): void;
  /** Ends the process at once. */
  endNow(code: number): void;
}
