/** Tries the codes at the demo's doors as the guests would: during their stay, before it and after it. */
import type { Stay } from '../../shared/domain/plan.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { instantOf, MINUTE_MS } from '../../shared/time.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import type { DemoClouds } from './clouds.ts';
import type { DemoShare } from './seed.ts';

export interface DoorCheck {
  readonly stays: number;
  readonly doors: number;
  /** Doors that did not open for a guest with a booking. */
  readonly lockedOut: readonly string[];
  /** Doors that opened outside the stay. */
  readonly openOutside: readonly string[];
}

/** `stays` are those of the last run's report. Of a stay that has begun, the rest is tried. */
export function checkDoors(
  stays: readonly Pick<Stay, 'booking' | 'doors'>[],
  clouds: Pick<DemoClouds, 'theKeys'>,
  settings: Settings,
  nowMs: number,
): DoorCheck {
  const lockedOut: string[] = [];
  const openOutside: string[] = [];
  let doors = 0;
  for (const { booking, doors: stayDoors } of stays) {
    for (const door of stayDoors) {
      doors += 1;
      const zone = settings.mapping.locks.find((lock) => lock.lockId === door.lockId)?.timeZone ?? settings.times.timeZone;
      const name = `booking ${String(booking.id)} at lock ${String(door.lockId)}`;
      const share = shareOf(clouds, booking.id, door);
      const opensAt = (atMs: number): boolean => share !== undefined && clouds.theKeys.opens(door.lockId, door.keypadId, share.code, atMs);
      const [startMs, endMs] = [instantOf(door.window.start, zone), instantOf(door.window.end, zone)];
      if (!opensAt(Math.max(startMs, nowMs)) || !opensAt(endMs - MINUTE_MS)) lockedOut.push(name);
      if ((startMs > nowMs && opensAt(startMs - MINUTE_MS)) || opensAt(endMs)) openOutside.push(name);
    }
  }
  return { stays: stays.length, doors, lockedOut, openOutside };
}

/** What the guest of a booking types at a door; null: there is no code. */
export function digitsAtDoor(clouds: Pick<DemoClouds, 'theKeys'>, bookingId: number, door: Stay['doors'][number]): string | null {
  const share = shareOf(clouds, bookingId, door);
  return share === undefined ? null : `${door.prefix}${share.code}`;
}

function shareOf({ theKeys }: Pick<DemoClouds, 'theKeys'>, bookingId: number, { lockId }: Stay['doors'][number]): DemoShare | undefined {
  return theKeys.codes(lockId).find((candidate) => belongsTo(candidate, bookingId));
}

function belongsTo(share: DemoShare, bookingId: number): boolean {
  const tag = readTag(share.description ?? '');
  return tag.kind === 'tagged' && tag.claimId === bookingId;
}
