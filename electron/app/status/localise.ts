/** Says in the user's language what was found in another: problems, failures, and what they are part of. Pure. */
import type { LastRun, Names, StayStatus } from '../../../shared/domain/app-state.ts';
import type { LockId, UnitId } from '../../../shared/domain/ids.ts';
import type { Problem, ProblemText } from '../../../shared/domain/problem.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { KeychainSystem } from '../../../shared/errors.ts';
import { speak } from '../../../shared/i18n/problem-text.ts';
import { isKeychainFailure } from '../accounts/access.ts';
import type { AccessFailure } from '../accounts/access.ts';
import { short } from '../values/text.ts';
import type { Localization } from './localization.ts';

/** Room for a name within a sentence. */
const MAX_NAME = 60;

/** A problem as it leaves for the window: `message` in the user's language, and no `say`. */
export type LocaliseProblem = (problem: Problem) => Problem;

/** Locks and units are called by their names where these are known. */
export function problemLocaliser({ text, formats }: Localization, names: Names): LocaliseProblem {
  const locks = new Map<LockId, string>(names.doors.map(({ lockId, lockName }) => [lockId, named(lockName)]));
  const units = new Map<UnitId, string>(names.units.map(({ unitId, name }) => [unitId, named(name)]));
  const filled = ({ lockId, unitId }: Problem, { key, parameters }: ProblemText): ProblemText => {
    const lock = lockId === undefined ? '' : (locks.get(lockId) ?? '');
    const unit = unitId === undefined ? '' : (units.get(unitId) ?? '');
    // Sentences without such a place leave them out.
    return { key, parameters: { ...parameters, ...(lock === '' ? {} : { lock }), ...(unit === '' ? {} : { unit }) } };
  };
  return (problem) => {
    const { say, ...facts } = problem;
    if (say === undefined) return facts;
    return { ...facts, message: speak(filled(problem, say), text, formats) ?? facts.message };
  };
}

export function localisedStays(stays: readonly StayStatus[], localise: LocaliseProblem): readonly StayStatus[] {
  return stays.map((status) => (status.because === null ? status : { ...status, because: localise(status.because) }));
}

export function localisedRun(lastRun: LastRun | null, localise: LocaliseProblem): LastRun | null {
  return lastRun === null ? null : { ...lastRun, problems: lastRun.problems.map(localise) };
}

/** Why a cloud or the keychain cannot be used. `system`: whose keychain it is. */
export function failureMessage(failure: AccessFailure, text: Localization['text'], system: KeychainSystem): string {
  return isKeychainFailure(failure)
    ? text(`${failure.kind}.${system}`)
    : text(`failure.${failure.kind}`, { cloud: CLOUD_TITLES[failure.cloud] });
}

function named(name: string): string {
  return short(name, MAX_NAME);
}
