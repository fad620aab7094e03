/** Remembers what the app lacks on this computer, for its window and for the command line. */
import type { ProgramLimit } from '../../../shared/domain/program-limits.ts';
import { storedIfPossible } from '../ports/storage.ts';
import type { HistoryStore } from '../ports/storage.ts';

const KEY = 'app';

export class ProgramLimits {
  readonly #history: Pick<HistoryStore, 'memory' | 'remember'>;
  #limits: readonly ProgramLimit[];

  constructor(history: Pick<HistoryStore, 'memory' | 'remember'>) {
    this.#history = history;
    this.#limits = knownLimits(history);
  }

  list(): readonly ProgramLimit[] {
    return this.#limits;
  }

  /** Whether it lacks this now. A disk that is full keeps nothing from being shown. */
  set(limit: ProgramLimit, isLacking: boolean): void {
    if (this.#limits.includes(limit) === isLacking) return;
    this.#limits = isLacking ? [...this.#limits, limit] : this.#limits.filter((one) => one !== limit);
    storedIfPossible(() => this.#history.remember([{ kind: 'program-limits', key: KEY, value: { limits: [...this.#limits] } }]));
  }
}

export function knownLimits(history: Pick<HistoryStore, 'memory'>): readonly ProgramLimit[] {
  return history.memory().remembered['program-limits'].get(KEY)?.limits ?? [];
}
