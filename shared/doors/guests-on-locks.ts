/** Guests as the locks know them, for a call while Smoobu cannot be read: codes of bookings have a name and days. */
import type { Code } from '../domain/code.ts';
import { placeKey } from '../domain/ids.ts';
import type { BookingId, UnitId } from '../domain/ids.ts';
import type { UnitMapping } from '../domain/mapping.ts';
import { compareCodes } from '../reconcile/observe.ts';
import type { LocalDate } from '../time.ts';
import { claimantOf } from './code-owner.ts';
import type { KnownBooking } from './code-owner.ts';

/** `today` is used for days that cannot be read. */
export function guestsOnLocks(codes: readonly Code[], units: readonly UnitMapping[], today: LocalDate): readonly KnownBooking[] {
  const byBooking = new Map<BookingId, readonly Code[]>();
  for (const code of codes.toSorted(compareCodes)) {
    const claimant = claimantOf(code);
    if (typeof claimant === 'number') byBooking.set(claimant, [...(byBooking.get(claimant) ?? []), code]);
  }
  return [...byBooking].map(([id, own]) => ({
    id,
    state: 'unknown',
    unitId: unitOf(own, units),
    arrival: own.map(({ startDate }) => startDate).find(isDay) ?? today,
    departure: own.map(({ endDate }) => endDate).find(isDay) ?? today,
    guestName: own[0]?.name ?? '',
  }));
}

/** A gate belongs to several units: the unit most of whose doors have a code of the booking. */
function unitOf(codes: readonly Code[], units: readonly UnitMapping[]): UnitId | null {
  const places = new Set(codes.map(placeKey));
  const shares = units.map(({ unitId, doors }) => {
    const held = doors.filter((door) => places.has(placeKey(door))).length;
    return { unitId, held, missing: doors.length - held };
  });
  const [best] = shares.filter(({ held }) => held > 0).sort((one, other) => other.held - one.held || one.missing - other.missing);
  return best?.unitId ?? null;
}

function isDay(date: Code['startDate']): date is LocalDate {
  return date !== null && date !== 'unknown';
}
