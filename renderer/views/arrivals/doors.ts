/** What is known of a stay's code on one door. Pure. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import { stayTimes } from './groups.ts';

/** `code`: there is one, so its PIN can be read. `coming`: a run is to make it. `unknown`: there is none, or nobody could read it. */
export type DoorCode = 'code' | 'coming' | 'unknown';

export function isVerifiedAt({ verifiedPlaces }: StayStatus, door: StayDoor): boolean {
  return verifiedPlaces.some((place) => placeKey(place) === placeKey(door));
}

export function doorCode(status: StayStatus, door: StayDoor): DoorCode {
  if (isVerifiedAt(status, door) || door.codeId !== null) return 'code';
  return door.state === 'planned' ? 'coming' : 'unknown';
}

/** True when the door opens or closes at another time than the stay as a whole. */
export function hasOwnTimes(status: StayStatus, { window }: StayDoor): boolean {
  const { start, end } = stayTimes(status);
  return window.start !== start || window.end !== end;
}
