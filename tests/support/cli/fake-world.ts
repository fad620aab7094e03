/** Runs the whole command line with a terminal in memory. */
import { runCommandLine } from '../../../electron/cli/main.ts';
import type { OpenBackend, OpenOptions } from '../../../electron/cli/backend.ts';
import type { World } from '../../../electron/cli/terminal.ts';
import { err, ok } from '../../../shared/result.ts';
import { FakeBackend } from './fake-backend.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** Standard output as the one JSON document it must be. */
  json(): unknown;
}

export class FakeWorld {
  readonly backend = new FakeBackend();
  readonly #openReal: OpenBackend | null;
  environment: Record<string, string> = {};
  files: Record<string, string> = {};
  input = '';
  /** Answers to questions; without them the terminal cannot ask. */
  answers: (string | null)[] | null = null;
  asked: string[] = [];
  /** Happens while the user thinks. */
  whenAsked: () => void = () => {};
  opened: OpenOptions[] = [];
  openFails: string | null = null;
  endedNow: number[] = [];
  staysSmall = false;
  showsProgress = false;
  columns: number | undefined = 100;
  #stopHandlers = new Set<() => void>();
  #out = '';
  #error = '';

  /** `openReal`: opens a real backend in place of the one in memory. */
  constructor(openReal: OpenBackend | null = null) {
    this.#openReal = openReal;
  }

  /** What SIGINT or SIGTERM does. */
  signal(): void {
    for (const handler of this.#stopHandlers) handler();
  }
  get errorSoFar(): string {
    return this.#error;
  }
  get listensToSignals(): boolean {
    return this.#stopHandlers.size > 0;
  }

  async run(...words: readonly string[]): Promise<Ran> {
    this.#out = '';
    this.#error = '';
    const code = await runCommandLine(words, this.#world());
    const out = this.#out;
    return { code, out, error: this.#error, json: () => JSON.parse(out) as unknown };
  }

  #world(): World {
    const answer = async (question: string): Promise<string | null> => {
      this.asked.push(question);
      this.whenAsked();
      return this.answers?.shift() ?? null;
    };
    return {
      terminal: {
        canAsk: this.answers !== null,
        showsProgress: this.showsProgress,
        columns: this.columns,
        outHasColour: false,
        errorHasColour: false,
        writeOut: (text) => (this.#out += text),
        writeError: (text) => (this.#error += text),
        readInput: async () => this.input,
        ask: answer,
        askWithoutEcho: answer,
      },
      environment: this.environment,
      platform: 'linux',
      userFolder: '/home/ada',
      workingFolder: '/work',
      version: '1.2.3',
      openBackend: async (options) => {
        this.opened.push(options);
        if (this.#openReal !== null) return this.#openReal(options);
        return this.openFails === null ? ok(this.backend) : err({ kind: 'home-unusable', message: this.openFails });
      },
      readText: async (path) => {
        const text = this.files[path];
        return text === undefined ? err('there is no such file') : ok(text);
      },
      onStopSignal: (handler) => {
        this.#stopHandlers.add(handler);
        return () => this.#stopHandlers.delete(handler);
      },
      onCrash: () => () => {},
      staySmall: () => {
        this.staysSmall = true;
      },
      endNow: (code) => void this.endedNow.push(code),
    };
  }
}
