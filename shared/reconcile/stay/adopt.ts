/** Finds codes made by hand that are meant for a booking: adopted, they keep the PIN that the guest was told. */
import type { Code } from '../../domain/code.ts';
import type { ClaimId, KeypadPlace } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import { dateOf } from '../../time.ts';
import { isOff } from '../hands/off-codes.ts';
import { comparableName } from './names.ts';
import { isSamePlace } from '../observe.ts';
import type { Observation } from '../observe.ts';
import type { Claim } from '../claims.ts';
import type { Person } from '../../domain/wishes.ts';

export interface Adoptions {
  /** null where no code, or more than one, could be meant. */
  find(claimId: ClaimId, place: KeypadPlace): Code | null;
}

/**
 * A code is adopted when it is the only untagged one on the keypad with the booking's name and start date, and no other booking could adopt it.
 * People never adopt one, except the code that the user linked.
 * Codes with a weekly schedule or without a readable PIN cannot be updated, and so not adopted either.
 */
export function findAdoptions(live: readonly Claim[], observation: Observation, people: readonly Person[]): Adoptions {
  const nameOf = new Map<Code, string>();
  const found = new Map<string, Code>();
  const wantedBy = new Map<Code, number>();
  // What the user has said comes before what a name says.
  const linked = new Set<Code>();
  for (const { id, linked: link } of people) {
    const code = link === null ? undefined : observation.untagged.get(placeKey(link))?.find((one) => one.id === link.codeId);
    if (link === null || code === undefined || code.hasSchedule || isOff(code)) continue;
    linked.add(code);
    found.set(adoptionKey(id, placeKey(link)), code);
    wantedBy.set(code, 1);
  }
  for (const stay of live) {
    if (!stay.isDue || !stay.doors.some((door) => observation.untagged.has(placeKey(door)))) continue;
    const name = comparableName(stay.fullName);
    if (name === '') continue;
    for (const door of stay.doors) {
      const place = placeKey(door);
      if (stay.managed.some((code) => isSamePlace(code, door))) continue;
      const candidates = (observation.untagged.get(place) ?? []).filter((code) => {
        // Whoever switched it off wants nobody to get in with it.
        if (isOff(code) || linked.has(code)) return false;
        if (code.startDate !== dateOf(stay.window.start) && code.startDate !== stay.firstDay) return false;
        let codeName = nameOf.get(code);
        if (codeName === undefined) {
          codeName = comparableName(code.name);
          nameOf.set(code, codeName);
        }
        return codeName === name;
      });
      const [only] = candidates;
      for (const code of candidates) wantedBy.set(code, (wantedBy.get(code) ?? 0) + 1);
      if (only === undefined || candidates.length > 1 || only.hasSchedule) continue;
      found.set(adoptionKey(stay.id, place), only);
    }
  }
  // One that two could have is nobody's.
  for (const [key, code] of found) if (wantedBy.get(code) !== 1) found.delete(key);
  return { find: (claimId, place) => found.get(adoptionKey(claimId, placeKey(place))) ?? null };
}

function adoptionKey(claimId: ClaimId, place: string): string {
  return `${String(claimId)}@${place}`;
}
