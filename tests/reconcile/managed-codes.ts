/** For the oracle: whose a code is, and wall-clock arithmetic. */
import { placeKey } from '../../shared/domain/ids.ts';
import type { BookingId } from '../../shared/domain/ids.ts';
import { bookingId } from '../support/ids.ts';
import type { TrueCode, World } from './world.ts';

/** Wall-clock arithmetic in UTC, where no hour is skipped. */
export function shift(local: string, minutes: number): string {
  return new Date(Date.parse(`${local}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** The bookings that a description tags: every `Smoobu#<id>` without a letter, digit, `#` or `_` next to it. */
export function tagsIn(description: string): readonly BookingId[] {
  const found = new Set<BookingId>();
  for (let at = description.indexOf('Smoobu#'); at >= 0; at = description.indexOf('Smoobu#', at + 1)) {
    let end = at + 'Smoobu#'.length;
    while (/[0-9]/.test(description.charAt(end))) end += 1;
    const digits = description.slice(at + 'Smoobu#'.length, end);
    const touched = [description.charAt(at - 1), description.charAt(end)].some(
      (next) => next === '#' || next === '_' || /^[\p{L}\p{N}]$/u.test(next),
    );
    if (/^[1-9][0-9]*$/.test(digits) && !touched) found.add(bookingId(Number(digits)));
  }
  return [...found];
}

export function mappedPlaces(world: World): ReadonlySet<string> {
  const { units, retired } = world.settings.mapping;
  return new Set([...units.flatMap((unit) => unit.doors), ...retired].map(placeKey));
}

/** The booking a code is managed for; null for foreign codes. */
export function managedFor(world: World, code: TrueCode): BookingId | null {
  const tags = tagsIn(code.description);
  return mappedPlaces(world).has(placeKey(code)) && tags.length === 1 ? (tags[0] ?? null) : null;
}
