/** Names of units and doors from the settings (every unit of the mapping, and every door that is or was mapped), and of guests. Pure. */
import type { DoorName, Names } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { Stay } from '../../../shared/domain/plan.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { truncate } from '../values/text.ts';
import type { Localization } from './localization.ts';

/** Menus and notifications have room for this much of a unit's name. */
const MAX_UNIT_LABEL = 24;

export function namesOf({ units, locks, retired }: Mapping): Names {
  const byId = new Map(locks.map((lock) => [lock.lockId, lock]));
  const doors = new Map<string, DoorName>();
  for (const place of [...units.flatMap((unit) => unit.doors), ...retired]) {
    const { lockId, keypadId } = place;
    const lock = byId.get(lockId);
    doors.set(placeKey(place), {
      lockId,
      keypadId,
      lockName: lock?.name ?? '',
      keypadName: lock?.keypads.find((keypad) => keypad.keypadId === keypadId)?.name ?? '',
    });
  }
  return { units: units.map(({ unitId, name }) => ({ unitId, name })), doors: [...doors.values()] };
}

interface Bookings {
  readonly stays: readonly Pick<Stay, 'booking' | 'unitName'>[];
  readonly others: readonly OtherStay[];
}

/** For sentences: a unit without a door is not in the mapping, and is called what its bookings call it. */
export function withBookedUnits(names: Names, { stays, others }: Bookings): Names {
  const named = new Set(names.units.filter(({ name }) => name.trim() !== '').map(({ unitId }) => unitId));
  const booked = [...stays.map(({ booking: { unitId }, unitName }) => ({ unitId, unitName })), ...others];
  const more = new Map(
    booked.flatMap(({ unitId, unitName }) =>
      unitId === null || named.has(unitId) || unitName.trim() === '' ? [] : [[unitId, unitName.trim()] as const],
    ),
  );
  return {
    ...names,
    units: [...names.units.filter(({ unitId }) => !more.has(unitId)), ...Array.from(more, ([unitId, name]) => ({ unitId, name }))],
  };
}

/** Of every booking that a sentence may be about. */
export type GuestNames = ReadonlyMap<BookingId, string>;

/** As in the booking, else as on the code. A guest without a name is missing. */
export function guestNames({ stays, others, holds }: Bookings & { readonly holds: readonly OperationReport[] }): GuestNames {
  const names = [
    ...holds.map(({ bookingId, changes }) => [bookingId, changes.name?.to ?? changes.name?.from] as const),
    ...others.map(({ bookingId, guestName }) => [bookingId, guestName] as const),
    ...stays.map(({ booking }) => [booking.id, booking.guestName] as const),
  ];
  return new Map(
    names.flatMap(([id, name]) => (id === null || typeof name !== 'string' || name.trim() === '' ? [] : [[id, name.trim()] as const])),
  );
}

/** null or empty: a unit without a name. */
export function unitLabel(name: string | null, text: Localization['text']): string {
  return name === null || name.trim() === '' ? text('tray.some-unit') : truncate(name, MAX_UNIT_LABEL);
}
