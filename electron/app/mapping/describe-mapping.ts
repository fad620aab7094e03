/** Names and time zones of units and doors, as both accounts have them, for a mapping that came without: from a file, or from the older tool. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import type { CloudAccess } from '../accounts/discover.ts';
import type { BookingCloud, CallOptions } from '../ports/clouds.ts';
import { unitsWithoutZone, withUnits, withZones } from './edit-mapping.ts';

/** Zones of units are optional, so the number of requests for them is limited. */
const MAX_ZONE_LOOKUPS = 30;

export interface Described {
  readonly mapping: Mapping;
  /** Why some of it could not be read. What was known stays. */
  readonly failures: readonly AccessFailure[];
}

export async function describeMapping(mapping: Mapping, { bookings, locks }: CloudAccess, options: CallOptions = {}): Promise<Described> {
  const [units, found] = await Promise.all([
    bookings.ok ? bookings.value.listUnits(options) : bookings,
    locks.ok ? locks.value.discover(options) : locks,
  ]);
  const named = withUnits(mapping, mapping.units, { units: units.ok ? units.value : [], locks: found.ok ? found.value : [] });
  const zones = bookings.ok && units.ok ? await zonesOf(unitsWithoutZone(named), bookings.value, options) : new Map<UnitId, null>();
  return { mapping: withZones(named, zones), failures: [units, found].flatMap((read) => (read.ok ? [] : [read.error])) };
}

/** null: the account has none for it. A unit that could not be read is missing. */
export async function zonesOf(
  unitIds: readonly UnitId[],
  bookings: BookingCloud,
  options: CallOptions,
): Promise<ReadonlyMap<UnitId, string | null>> {
  const zones = new Map<UnitId, string | null>();
  await Promise.all(
    unitIds.slice(0, MAX_ZONE_LOOKUPS).map(async (id) => {
      const details = await bookings.readUnit(id, options);
      if (details.ok) zones.set(id, details.value.timeZone);
    }),
  );
  return zones;
}
