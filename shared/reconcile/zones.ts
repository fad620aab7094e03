/** The wall time at each door: in the lock's time zone, else the unit's, else the one in the settings. Computed once per zone and plan. */
import type { KeypadPlace } from '../domain/ids.ts';
import type { UnitMapping } from '../domain/mapping.ts';
import type { Settings } from '../domain/settings.ts';
import { localNow } from '../time.ts';
import type { LocalDateTime } from '../time.ts';

export interface LocalClock {
  /** `unit`: its zone counts where the lock's is not known. */
  nowAt(place: KeypadPlace | null, unit: UnitMapping | null): LocalDateTime;
  /** IANA zone, by the same rule. */
  zoneAt(place: KeypadPlace | null, unit: UnitMapping | null): string;
}

export function createLocalClock(settings: Settings, nowMs: number): LocalClock {
  const zoneOfLock = new Map(settings.mapping.locks.map((lock) => [lock.lockId, lock.timeZone]));
  const nowByZone = new Map<string, LocalDateTime>();
  const zoneAt: LocalClock['zoneAt'] = (place, unit) => {
    const lockZone = place === null ? null : (zoneOfLock.get(place.lockId) ?? null);
    return lockZone ?? unit?.timeZone ?? settings.times.timeZone;
  };
  return {
    zoneAt,
    nowAt(place, unit) {
      const zone = zoneAt(place, unit);
      let now = nowByZone.get(zone);
      if (now === undefined) {
        now = localNow(zone, nowMs);
        nowByZone.set(zone, now);
      }
      return now;
    },
  };
}
