/** Problems and failures in the user's language. Pure. */
import type { Names } from '../../../shared/domain/app-state.ts';
import type { Problem, ShownProblem } from '../../../shared/domain/problem.ts';
import { CLOUD_TITLES, isKeychainFailure } from '../../../shared/errors.ts';
import type { AccessFailure, KeychainSystem } from '../../../shared/errors.ts';
import { problemSentence } from '../../../shared/i18n/problem-text.ts';
import { cutText } from '../../../shared/text.ts';
import { truncate } from '../values/text.ts';
import type { Localization } from './localization.ts';

/** Room for a name within a sentence. */
const MAX_NAME = 60;
/** No sentence is as long, unless a cloud had a part in it. */
const MAX_MESSAGE = 1_000;

/** Makes a problem's sentence for the window, with the names of lock and unit where known. */
export function problemLocaliser({ text, formats }: Localization, { doors, units }: Names): (problem: Problem) => ShownProblem {
  const lockNames = new Map(doors.map(({ lockId, lockName }) => [lockId, truncate(lockName, MAX_NAME)]));
  const unitNames = new Map(units.map(({ unitId, name }) => [unitId, truncate(name, MAX_NAME)]));
  return (problem) => {
    const { text: _made, ...facts } = problem;
    const lock = facts.lockId && lockNames.get(facts.lockId);
    const unit = facts.unitId && unitNames.get(facts.unitId);
    const message = problemSentence(problem, text, formats, { ...(lock && { lock }), ...(unit && { unit }) });
    return { ...facts, message: cutText(message, MAX_MESSAGE) };
  };
}

/** Why a cloud or the keychain cannot be used. `system`: whose keychain it is. */
export function failureMessage(failure: AccessFailure, text: Localization['text'], system: KeychainSystem): string {
  return isKeychainFailure(failure)
    ? text(`${failure.kind}.${system}`)
    : text(`failure.${failure.kind}`, { cloud: CLOUD_TITLES[failure.cloud] });
}
