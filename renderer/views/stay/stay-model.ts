/** Facts about a stay: when it is, and what is known of its code on each door. Pure. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import { windowsOverlap } from '../../../shared/reconcile/windows.ts';
import type { LocalDateTime } from '../../../shared/time.ts';

export function stayKey(bookingId: number): string {
  return `stay-${String(bookingId)}`;
}

export interface StayTimes {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}
/** From the first door that opens to the last that closes; the days of the booking where no door is known. */
export function stayTimes({ stay: { doors, booking } }: StayStatus): StayTimes {
  const [first, ...others] = doors;
  if (first === undefined)
    return { start: `${booking.arrival}T00:00` as LocalDateTime, end: `${booking.departure}T00:00` as LocalDateTime };
  let { start, end } = first.window;
  for (const { window } of others) {
    if (window.start < start) start = window.start;
    if (window.end > end) end = window.end;
  }
  return { start, end };
}

/** Stays behind the same doors that these times overlap and the present ones do not, in order of arrival. */
export function crossedStays(status: StayStatus, stays: readonly StayStatus[], times: StayTimes): readonly StayStatus[] {
  const places = new Set(status.stay.doors.map(placeKey));
  const now = stayTimes(status);
  return stays.filter((other) => {
    if (other.stay.booking.id === status.stay.booking.id || !other.stay.doors.some((door) => places.has(placeKey(door)))) return false;
    const theirs = stayTimes(other);
    return windowsOverlap(times, theirs) && !windowsOverlap(now, theirs);
  });
}

/** True when the door opens or closes at another time than the stay as a whole. */
export function hasOwnTimes(status: StayStatus, { window }: StayDoor): boolean {
  const { start, end } = stayTimes(status);
  return window.start !== start || window.end !== end;
}

export function isVerifiedAt({ verifiedPlaces }: StayStatus, door: StayDoor): boolean {
  return verifiedPlaces.some((place) => placeKey(place) === placeKey(door));
}

/** `code`: its PIN can be read. `coming`: the next sync creates it. `unknown`: there is none, or it could not be read. */
export type DoorCode = 'code' | 'coming' | 'unknown';

export function doorCode(status: StayStatus, door: StayDoor): DoorCode {
  if (isVerifiedAt(status, door) || door.codeId !== null) return 'code';
  return door.state === 'planned' ? 'coming' : 'unknown';
}
