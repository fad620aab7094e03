/** What every command gets: the world, the global options, and the backend, opened when it is first needed. */
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import { EXIT } from './exit-code.ts';
import { failure } from './answer.ts';
import type { Answer } from './answer.ts';
import type { GivenCredentials } from '../environment/environment.ts';
import type { Backend } from './backend.ts';
import { readEnvironment } from '../environment/environment.ts';
import { homeFolder } from '../environment/home.ts';
import { makeStyle } from './render/style.ts';
import type { Style } from './render/style.ts';
import type { GlobalOptions } from './request.ts';
import type { World } from './terminal.ts';

export class CommandContext {
  readonly world: World;
  readonly globals: GlobalOptions;
  readonly errorStyle: Style;
  #backend: Backend | null = null;

  constructor(world: World, globals: GlobalOptions) {
    this.world = world;
    this.globals = globals;
    this.errorStyle = makeStyle(world.terminal.columns, world.terminal.errorHasColour);
  }

  /** The backend if one was opened. */
  get opened(): Backend | null {
    return this.#backend;
  }

  /** `first` are credentials that stand before those of the environment. Called once by each command. */
  async open(first?: Pick<GivenCredentials, 'smoobu' | 'theKeys'>): Promise<Result<Backend, Answer>> {
    const { world, globals } = this;
    const environment = readEnvironment(world.environment);
    if (!environment.ok) return err(failure(EXIT.usage, 'environment', environment.error.join('\n')));
    const { given, addresses } = environment.value;
    const backend = await world.openBackend({
      homeFolder: homeFolder({ ...world, option: globals.home }),
      given: { smoobu: first?.smoobu ?? given.smoobu, theKeys: first?.theKeys ?? given.theKeys, pinKey: given.pinKey },
      addresses,
      version: world.version,
      mirrorLog: globals.verbose ? (line) => world.terminal.writeError(`${line}\n`) : null,
    });
    if (!backend.ok) return err(failure(EXIT.usage, backend.error.kind, backend.error.message));
    this.#backend = backend.value;
    this.#tellRecovered(backend.value);
    return ok(backend.value);
  }

  /** A line for people while the command works. */
  note(line: string): void {
    this.world.terminal.writeError(`${line}\n`);
  }

  async close(): Promise<void> {
    await this.#backend?.close();
  }

  #tellRecovered({ settings, history }: Backend): void {
    if (settings.recovered !== null) {
      this.note(
        `! The settings file could not be used (${settings.recovered.because}). It is kept as ${settings.recovered.setAsideAs}; the defaults are in force, so no unit is mapped.`,
      );
    }
    if (history.recovered !== null) {
      this.note(
        `! The history could not be used (${history.recovered.because}). It is kept as ${history.recovered.setAsideAs}, and a new one was begun.`,
      );
    }
  }
}
