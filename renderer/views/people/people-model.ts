/** Facts about people with codes: how each code is doing, in which order they are shown, and which codes belong to nobody known. Pure. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { isFoundIn } from '../../../shared/text.ts';
import { dateOf } from '../../../shared/time.ts';
import type { LocalDate } from '../../../shared/time.ts';
import type { ShownPerson } from './use-people.ts';

export type DoorCode = CallOutput<'codes.list'>['codes'][number];

/** `partly`: not yet right on every door. `waiting`: it opens nothing until a check-out is known. `unknown`: the clouds could not be read. */
export type PersonState = 'opens' | 'next' | 'partly' | 'over' | 'waiting' | 'off' | 'unknown';

export function stateOf({ isBlocked, opensNow, window, doors, schedule }: ShownPerson): PersonState {
  if (isBlocked) return 'off';
  if (window === null) {
    if (doors.every(({ state }) => state === 'unverified')) return 'unknown';
    return schedule.kind === 'between-stays' ? 'waiting' : 'over';
  }
  if (doors.some(({ state }) => state !== 'verified')) return 'partly';
  return opensNow ? 'opens' : 'next';
}

export function doorsToCome({ doors }: ShownPerson): number {
  return doors.filter(({ state }) => state !== 'verified').length;
}

/** Spare codes apart; the others by name. */
export function inGroups(
  people: readonly ShownPerson[],
  query: string,
  textOf: (person: ShownPerson) => string,
  compare: (one: string, other: string) => number,
): { readonly people: readonly ShownPerson[]; readonly spares: readonly ShownPerson[] } {
  const sorted = people.filter((person) => isFoundIn([textOf(person)], query)).toSorted((one, other) => compare(one.name, other.name));
  return { people: sorted.filter(({ isSpare }) => !isSpare), spares: sorted.filter(({ isSpare }) => isSpare) };
}

/** Codes made by hand, and those of people whom this computer does not know. What ended before yesterday opens no door in any zone. */
export function codesOfNobody(codes: readonly DoorCode[], known: readonly ShownPerson[], yesterday: LocalDate): readonly DoorCode[] {
  const ids = new Set(known.map(({ personId }) => personId));
  return codes.filter(
    ({ bookingId, personId, end }) =>
      bookingId === null && (personId === null || !ids.has(personId)) && (end === null || dateOf(end) >= yesterday),
  );
}
