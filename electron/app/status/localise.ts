/** Problems and failures in the user's language. Pure. */
import type { AppSnapshot, Names } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { Problem, ShownProblem } from '../../../shared/domain/problem.ts';
import { CLOUD_TITLES, isKeychainFailure } from '../../../shared/errors.ts';
import type { AccessFailure, KeychainSystem } from '../../../shared/errors.ts';
import { problemSentence } from '../../../shared/i18n/problem-text.ts';
import { cutText } from '../../../shared/text.ts';
import { truncate } from '../values/text.ts';
import type { Localization } from './localization.ts';
import { guestNames, withBookedUnits } from './names.ts';
import type { GuestNames } from './names.ts';

/** Room for a name within a sentence. */
const MAX_NAME = 60;
/** No sentence is as long, unless a cloud had a part in it. */
const MAX_MESSAGE = 1_000;

/** Makes a problem's sentence for the window, with the names of lock, unit and guests where known. */
export function problemLocaliser(
  { text, formats }: Localization,
  { doors, units }: Names,
  guests: GuestNames = new Map(),
): (problem: Problem) => ShownProblem {
  const lockNames = new Map(doors.map(({ lockId, lockName }) => [lockId, truncate(lockName, MAX_NAME)]));
  const unitNames = new Map(units.map(({ unitId, name }) => [unitId, truncate(name, MAX_NAME)]));
  return (problem) => {
    const { text: _made, ...facts } = problem;
    const lock = facts.lockId && lockNames.get(facts.lockId);
    const unit = facts.unitId && unitNames.get(facts.unitId);
    const known = { ...(lock && { lock }), ...(unit && { unit }), ...guestsOf(problem, guests) };
    const message = problemSentence(problem, text, formats, known);
    return { ...facts, message: cutText(message, MAX_MESSAGE) };
  };
}

/** With the names that the window shows. */
export function snapshotLocaliser(
  localization: Localization,
  { names, stays, others, holds }: Pick<AppSnapshot, 'names' | 'stays' | 'others' | 'holds'>,
): (problem: Problem) => ShownProblem {
  const known = { stays: stays.map(({ stay }) => stay), others, holds };
  return problemLocaliser(localization, withBookedUnits(names, known), guestNames(known));
}

/** Two bookings of one name are told apart by their numbers. */
function guestsOf({ bookingId, text: { parameters } }: Problem, guests: GuestNames): { readonly guest?: string; readonly other?: string } {
  const guest = guests.get(Number(parameters.booking ?? bookingId) as BookingId);
  const other = guests.get(Number(parameters.other) as BookingId);
  if (guest !== undefined && guest === other) return {};
  return {
    ...(guest !== undefined && { guest: truncate(guest, MAX_NAME) }),
    ...(other !== undefined && { other: truncate(other, MAX_NAME) }),
  };
}

/** Why a cloud or the keychain cannot be used. `system`: whose keychain it is. */
export function failureMessage(failure: AccessFailure, text: Localization['text'], system: KeychainSystem): string {
  return isKeychainFailure(failure)
    ? text(`${failure.kind}.${system}`)
    : text(`failure.${failure.kind}`, { cloud: CLOUD_TITLES[failure.cloud] });
}
