/** The file that was read last and is not applied yet. It is held in memory only, and not for long, since it can contain credentials. */
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { SmoobuCredentials, TheKeysCredentials } from '../ports/clouds.ts';
import type { Timers } from '../ports/schedule.ts';

export interface FileCredentials {
  /** Files of the older tool can have a key without a secret. */
  readonly smoobu: (Pick<SmoobuCredentials, 'apiKey'> & { readonly apiSecret: SmoobuCredentials['apiSecret'] | null }) | null;
  readonly theKeys: TheKeysCredentials | null;
}
interface Candidate {
  /** From the settings at that moment: others may be saved between reading and applying. */
  readonly settingsFrom: (current: Settings) => Settings;
  /** null: the file has none. */
  readonly wishesFrom: ((current: Wishes) => Wishes) | null;
  readonly credentials: FileCredentials;
}
export interface CandidateHolder {
  get(): Candidate | null;
  set(candidate: Candidate): void;
  clear(): void;
}

const CANDIDATE_LASTS_MS = 15 * MINUTE_MS;

export function createCandidate(timers: Timers): CandidateHolder {
  let held: { readonly candidate: Candidate; readonly cancel: () => void } | null = null;
  const clear = (): void => {
    held?.cancel();
    held = null;
  };
  return {
    get: () => held?.candidate ?? null,
    set(candidate) {
      clear();
      held = { candidate, cancel: timers.after(CANDIDATE_LASTS_MS, clear) };
    },
    clear,
  };
}
