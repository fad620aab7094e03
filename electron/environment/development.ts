/** What a development build takes from the environment, for contributors and tests. An installed app reads none of it. Pure. */
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { NONE_GIVEN } from '../app/ports/storage.ts';
import type { GivenCredentials } from '../app/ports/storage.ts';
import { readEnvironment } from './environment.ts';
import type { ServiceAddresses } from './environment.ts';
import type { Environment } from './home.ts';

/** When runs start, so that tests need not wait for it; null: as in an installed app. */
interface Pace {
  /** Replaces every delay before a run, such as those after the start, after sleep and after a slot. */
  readonly runDelayMs: number | null;
  /** Replaces the schedule of the settings. May have six fields, of which the first is the second. */
  readonly cron: string | null;
}
const USUAL_PACE: Pace = { runDelayMs: null, cron: null };

export interface DevelopmentOptions {
  readonly addresses: ServiceAddresses;
  readonly given: GivenCredentials;
  readonly pace: Pace;
}
export const INSTALLED: DevelopmentOptions = {
  addresses: { smoobu: null, theKeys: null },
  given: NONE_GIVEN,
  pace: USUAL_PACE,
};

/** Every mistake as one sentence that names the variable and quotes no value. */
export function developmentOptions(
  environment: Environment,
  { isPackaged }: { readonly isPackaged: boolean },
): Result<DevelopmentOptions, readonly string[]> {
  if (isPackaged) return ok(INSTALLED);
  const read = readEnvironment(environment);
  const delay = environment.LATCHKEY_RUN_DELAY_MS?.trim() ?? '';
  const isDelay = /^\d{0,7}$/.test(delay);
  if (!read.ok || !isDelay) {
    const mistakes = read.ok ? [] : read.error;
    return err(isDelay ? mistakes : [...mistakes, 'LATCHKEY_RUN_DELAY_MS must be a whole number of milliseconds.']);
  }
  const cron = environment.LATCHKEY_SCHEDULE?.trim() ?? '';
  return ok({
    ...read.value,
    pace: { runDelayMs: delay === '' ? null : Number(delay), cron: cron === '' ? null : cron },
  });
}
