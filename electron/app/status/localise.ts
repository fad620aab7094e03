/** Problems and failures in the user's language. Pure. */
import type { Names } from '../../../shared/domain/app-state.ts';
import type { LockId, UnitId } from '../../../shared/domain/ids.ts';
import type { Problem, ProblemText } from '../../../shared/domain/problem.ts';
import { CLOUD_TITLES, isKeychainFailure } from '../../../shared/errors.ts';
import type { AccessFailure, KeychainSystem } from '../../../shared/errors.ts';
import { problemSentence } from '../../../shared/i18n/problem-text.ts';
import { truncate } from '../values/text.ts';
import type { Localization } from './localization.ts';

/** Room for a name within a sentence. */
const MAX_NAME = 60;

/** Makes a problem ready for the window: `message` in the user's language with the names of lock and unit where known, and no `say`. */
export function problemLocaliser({ text, formats }: Localization, names: Names): (problem: Problem) => Problem {
  const locks = new Map<LockId, string>(names.doors.map(({ lockId, lockName }) => [lockId, truncate(lockName, MAX_NAME)]));
  const units = new Map<UnitId, string>(names.units.map(({ unitId, name }) => [unitId, truncate(name, MAX_NAME)]));
  const filled = ({ lockId, unitId }: Problem, { key, parameters }: ProblemText): ProblemText => {
    const lock = lockId === undefined ? '' : (locks.get(lockId) ?? '');
    const unit = unitId === undefined ? '' : (units.get(unitId) ?? '');
    // A sentence without these places ignores them.
    return { key, parameters: { ...parameters, ...(lock === '' ? {} : { lock }), ...(unit === '' ? {} : { unit }) } };
  };
  return (problem) => {
    const { say, ...facts } = problem;
    if (say === undefined) return facts;
    return { ...facts, message: problemSentence(filled(problem, say), text, formats) ?? facts.message };
  };
}

/** Why a cloud or the keychain cannot be used. `system`: whose keychain it is. */
export function failureMessage(failure: AccessFailure, text: Localization['text'], system: KeychainSystem): string {
  return isKeychainFailure(failure)
    ? text(`${failure.kind}.${system}`)
    : text(`failure.${failure.kind}`, { cloud: CLOUD_TITLES[failure.cloud] });
}
