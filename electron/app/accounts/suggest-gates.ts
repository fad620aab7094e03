/** Suggests the units of doors that several of them use, such as a gate. Only shown, like all suggestions: the user decides. */
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { KeypadPlace, LockId, UnitId } from '../../../shared/domain/ids.ts';
import { meaningfulWords } from './suggest-mapping.ts';

export interface GateSuggestion extends KeypadPlace {
  readonly units: readonly UnitId[];
}

/** Which door of a building it is. Without accents, lower case. */
const BUILDING_WORDS: ReadonlySet<string> = new Set(
  (
    'immeuble batiment hall portail portillon cour building lobby gate courtyard gebaude haus haustur hauseingang tor hof ' +
    'budynek brama furtka klatka podworko dziedziniec'
  ).split(' '),
);
/** That it belongs to all who live there. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  'commun commune communs common communal shared gemeinsam gemeinsame gemeinsamer gemeinsames wspolny wspolna wspolne'.split(' '),
);

/**
 * A lock that is nobody's own and whose name says that it is common is suggested for the units whose doors share a gateway with it: a gateway
 * reaches one building. Any other door of a building is suggested for the units that it is named after.
 */
export function suggestGates(
  units: readonly UnitSummary[],
  locks: readonly LockSummary[],
  ownDoors: ReadonlyMap<UnitId, readonly LockId[]>,
): readonly GateSuggestion[] {
  const taken = new Set([...ownDoors.values()].flat());
  const gateways = new Map(locks.map((lock) => [lock.id, new Set(lock.gateway?.ids)]));
  return locks.flatMap((lock): GateSuggestion[] => {
    const [keypad, ...others] = lock.keypads;
    if (keypad === undefined || others.length > 0 || taken.has(lock.id)) return [];
    const words = meaningfulWords(lock.name);
    const place = words.filter((word) => !BUILDING_WORDS.has(word) && !COMMON_WORDS.has(word));
    const isCommon = words.some((word) => COMMON_WORDS.has(word));
    if (!isCommon && place.length === words.length) return [];
    const isNear = (ofUnit: LockId): boolean => [...(gateways.get(ofUnit) ?? [])].some((id) => gateways.get(lock.id)?.has(id) === true);
    const isNamed = (unit: UnitSummary): boolean => {
      const own = meaningfulWords(unit.name);
      return place.length > 0 && place.every((word) => own.includes(word));
    };
    const users = units.filter((unit) => (isCommon ? (ownDoors.get(unit.id) ?? []).some(isNear) : isNamed(unit)));
    return users.length === 0 ? [] : [{ lockId: lock.id, keypadId: keypad.keypadId, units: users.map(({ id }) => id) }];
  });
}
