/** What a command may do with the terminal and the machine around it. The real one is in process-world.ts; tests use their own. */
import type { Result } from '../../shared/result.ts';
import type { OpenBackend } from './backend.ts';
import type { Environment } from '../environment/home.ts';

export interface Terminal {
  /** The user can be asked: standard input and error are a terminal. */
  readonly canAsk: boolean;
  /** Standard error is a terminal that can show a progress line. */
  readonly showsProgress: boolean;
  /** Columns of standard output; undefined when it is not a terminal. */
  readonly columns: number | undefined;
  readonly outHasColour: boolean;
  readonly errorHasColour: boolean;
  writeOut(text: string): void;
  writeError(text: string): void;
  /** Standard input to its end. */
  readInput(): Promise<string>;
  /** null when the user cancelled (Ctrl-C). */
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
  /** The text, or a few words on why it cannot be read. */
  readText(path: string): Promise<Result<string, string>>;
  /** Calls back on SIGINT and SIGTERM, instead of the default reaction, until released. */
  onStopSignal(handler: () => void): () => void;
  /** Calls back on an uncaught error until released. */
  onCrash(handler: (bug: unknown) => void): () => void;
  /** For a command that runs for months: from now on memory matters more than speed. */
  staySmall(): void;
  /** Ends the process at once. */
  endNow(code: number): void;
}
