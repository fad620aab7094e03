/** Lists what both accounts hold (units, locks and keypads), and suggests doors for units that are not mapped yet. Reads only. */
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Result } from '../../../shared/result.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import type { BookingCloud, CallOptions, LockCloud } from '../ports/clouds.ts';
import { suggestMapping } from './suggest-mapping.ts';
import type { MappingSuggestion } from './suggest-mapping.ts';

export interface CloudAccess {
  readonly bookings: Result<BookingCloud, AccessFailure>;
  readonly locks: Result<LockCloud, AccessFailure>;
}

export interface Discovery {
  /** null when they could not be read; the failure says why. */
  readonly units: readonly UnitSummary[] | null;
  readonly locks: readonly LockSummary[] | null;
  readonly mappedUnits: ReadonlySet<UnitId>;
  /** For units without doors in the settings only. */
  readonly suggestions: readonly MappingSuggestion[];
  readonly failures: readonly AccessFailure[];
}

/** Reads both clouds at once. If one fails, the other's part is still there. */
export async function discover(access: CloudAccess, settings: Settings, options: CallOptions = {}): Promise<Discovery> {
  const [units, locks] = await Promise.all([
    access.bookings.ok ? access.bookings.value.listUnits(options) : access.bookings,
    access.locks.ok ? access.locks.value.discover(options) : access.locks,
  ]);
  const mappedUnits = new Set(settings.mapping.units.filter(({ doors }) => doors.length > 0).map(({ unitId }) => unitId));
  const takenLocks = new Set(settings.mapping.units.flatMap(({ doors }) => doors.map(({ lockId }) => lockId)));
  return {
    units: units.ok ? units.value : null,
    locks: locks.ok ? locks.value : null,
    mappedUnits,
    suggestions:
      units.ok && locks.ok
        ? suggestMapping(
            units.value.filter(({ id }) => !mappedUnits.has(id)),
            locks.value.filter(({ id }) => !takenLocks.has(id)),
          )
        : [],
    failures: [units, locks].flatMap((read) => (read.ok ? [] : [read.error])),
  };
}
