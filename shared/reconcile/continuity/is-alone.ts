/** Whether a stay would have its home to itself during a window. */
import { placeKey } from '../../domain/ids.ts';
import type { BookingId } from '../../domain/ids.ts';
import type { UnitMapping } from '../../domain/mapping.ts';
import type { StayWindow } from '../../domain/plan.ts';
import type { Observation } from '../observe.ts';
import type { SortedBookings } from '../stays.ts';
import { windowsOverlap } from '../windows.ts';

/** In the unit, or one that is a part of it or that it is a part of: a gate that several units share is nobody's home. */
export function isAlone(
  id: BookingId,
  unit: UnitMapping,
  window: StayWindow,
  { known, windows }: Pick<SortedBookings, 'known' | 'windows'>,
  units: Observation['units'],
): boolean {
  const isWithin = (one: UnitMapping, other: UnitMapping): boolean =>
    one.doors.length > 0 && one.doors.every((door) => other.doors.some((place) => placeKey(place) === placeKey(door)));
  return known.every((other) => {
    if (other.id === id || other.state === 'cancelled') return true;
    const home = units.get(other.unitId);
    const isShared = home !== undefined && (isWithin(home, unit) || isWithin(unit, home));
    return !isShared || !windowsOverlap(windows.of(other).window, window);
  });
}
