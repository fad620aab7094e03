/** Doors that the user replaced: the former keypad is retired, and names the one that took its place. */
import { placeKey } from '../../domain/ids.ts';
import type { KeypadPlace } from '../../domain/ids.ts';
import type { Mapping } from '../../domain/mapping.ts';

/** Where a door is now. It may have been replaced several times. */
export function presentPlace<P extends KeypadPlace>(place: P, { retired }: Pick<Mapping, 'retired'>): P | KeypadPlace {
  const seen = new Set<string>();
  let present: P | KeypadPlace = place;
  for (;;) {
    const key = placeKey(present);
    const next = retired.find((one) => placeKey(one) === key)?.replacedBy;
    if (next === undefined || seen.has(key)) return present;
    seen.add(key);
    present = next;
  }
}

/** Each once. */
export function presentPlaces(places: readonly KeypadPlace[], mapping: Pick<Mapping, 'retired'>): readonly KeypadPlace[] {
  return [...new Map(places.map((place) => presentPlace(place, mapping)).map((place) => [placeKey(place), place])).values()];
}

/** True for the keypad of a former door in whose place the user put one of these. */
export function isReplacedBy(place: KeypadPlace, doors: readonly KeypadPlace[], mapping: Pick<Mapping, 'retired'>): boolean {
  const present = placeKey(presentPlace(place, mapping));
  return present !== placeKey(place) && doors.some((door) => placeKey(door) === present);
}
