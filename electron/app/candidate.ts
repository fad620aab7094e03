/** The settings a file would bring, read last and not taken over yet: they wait in memory only. */
import type { Settings } from '../../shared/domain/settings.ts';

export interface Candidate {
  get(): Settings | null;
  set(settings: Settings): void;
  clear(): void;
}

export function createCandidate(): Candidate {
  let held: Settings | null = null;
  return {
    get: () => held,
    set: (settings) => {
      held = settings;
    },
    clear: () => {
      held = null;
    },
  };
}
