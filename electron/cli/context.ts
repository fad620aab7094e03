/** What every command gets: the world, the global options, and the backend, opened when first needed. */
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import { EXIT } from './exit-code.ts';
import { failure } from './answer.ts';
import type { Answer } from './answer.ts';
import type { GivenCredentials, RecoveredCheckedFile, RecoveredFile } from '../app/ports/storage.ts';
import type { Backend } from './backend.ts';
import { readEnvironment } from '../environment/environment.ts';
import { homeFolder } from '../environment/home.ts';
import type { GlobalOptions } from './request.ts';
import type { World } from './terminal.ts';

export class CommandContext {
  readonly world: World;
  readonly globals: GlobalOptions;
  #backend: Backend | null = null;

  constructor(world: World, globals: GlobalOptions) {
    this.world = world;
    this.globals = globals;
  }

  /** The backend if one was opened. */
  get opened(): Backend | null {
    return this.#backend;
  }

  /** `first` are credentials that take precedence over those of the environment. Called once by each command. */
  async open(first?: Pick<GivenCredentials, 'smoobu' | 'theKeys'>): Promise<Result<Backend, Answer>> {
    const { world, globals } = this;
    const environment = readEnvironment(world.environment);
    if (!environment.ok) return err(failure(EXIT.usage, 'environment', environment.error.join('\n')));
    const { given, addresses } = environment.value;
    const backend = await world.openBackend({
      homeFolder: homeFolder({ ...world, option: globals.home ?? null }),
      given: {
        smoobu: first?.smoobu ?? given.smoobu,
        theKeys: first?.theKeys ?? given.theKeys,
        pinKey: given.pinKey,
        watchdog: given.watchdog,
      },
      addresses,
      version: world.version,
      mirrorLog: globals.verbose === true ? (line) => world.terminal.writeError(`${line}\n`) : null,
    });
    if (!backend.ok) return err(failure(EXIT.usage, backend.error.kind, backend.error.message));
    this.#backend = backend.value;
    this.#noteRecovered(backend.value);
    return ok(backend.value);
  }

  /** A line for people while the command works. */
  note(line: string): void {
    this.world.terminal.writeError(`${line}\n`);
  }

  async close(): Promise<void> {
    await this.#backend?.close();
  }

  #noteRecovered({ settings, wishes, history }: Backend): void {
    const note = (what: string, file: RecoveredFile | null, meaning: string): void => {
      if (file !== null)
        this.note(`! The ${what} could not be read (${file.because}). The file was renamed to ${file.setAsideAs}; ${meaning}.`);
    };
    const noteChecked = (what: string, file: RecoveredCheckedFile | null, copy: string, none: string): void => {
      if (file === null) return;
      const renamed = file.setAsideAs === null ? '' : ` The file was renamed to ${file.setAsideAs}.`;
      this.note(`! The ${what} could not be read (${file.because}).${renamed} ${file.usesCopy ? copy : none}`);
    };
    noteChecked(
      'settings',
      settings.recovered,
      'The last good copy is in use; no code is removed, shortened or moved until the mapping is confirmed.',
      'The defaults apply, so no unit has a door.',
    );
    noteChecked(
      'wishes',
      wishes.recovered,
      'The last good copy is in use; check own times, own PINs, people and notes.',
      'Own times, own PINs, people and notes are lost.',
    );
    note('history', history.recovered, 'a new history was started');
  }
}
