/** Whose a code on a lock is. */
import type { ShownBooking } from '../domain/booking.ts';
import type { Code } from '../domain/code.ts';
import { placeKey } from '../domain/ids.ts';
import type { BookingId, ClaimId, PersonId } from '../domain/ids.ts';
import type { UnitMapping } from '../domain/mapping.ts';
import type { Person } from '../domain/wishes.ts';
import { readTag } from '../reconcile/tag.ts';
import { isOver } from '../reconcile/windows.ts';
import type { LocalDateTime } from '../time.ts';

/**
 * `outdated`: of a stay or person whose time is over, of a cancelled booking, or on a door that it no longer uses. `unknown-person`: made by
 * another installation, or before the wishes were lost.
 */
export const CODE_OWNERS = ['guest', 'person', 'by-hand', 'outdated', 'unknown-person'] as const;
export type CodeOwner = (typeof CODE_OWNERS)[number];

/** As much of a booking as is needed here; never its guest's contact. */
export type KnownBooking = Pick<ShownBooking, 'id' | 'state' | 'unitId' | 'arrival' | 'departure' | 'guestName'>;

export interface Known {
  readonly bookings: ReadonlyMap<BookingId, KnownBooking>;
  readonly people: readonly Person[];
  readonly units: readonly UnitMapping[];
}

export interface Owned {
  readonly owner: CodeOwner;
  readonly bookingId: BookingId | null;
  readonly personId: PersonId | null;
  /** The guest's or person's, else the code's own. */
  readonly name: string;
}

/** null for a code made by hand, and for one whose description names two. */
export function claimantOf({ description }: Pick<Code, 'description'>): ClaimId | null {
  const tag = readTag(description);
  return tag.kind === 'tagged' ? tag.claimId : null;
}

/** A booking that is not known, because Smoobu could not be read or it is far off, counts as one that uses the door. */
export function ownerOf(code: Code, { bookings, people, units }: Known, now: LocalDateTime): Owned {
  const claimant = claimantOf(code);
  if (claimant === null) return { owner: 'by-hand', bookingId: null, personId: null, name: code.name };
  if (typeof claimant === 'number') {
    const booking = bookings.get(claimant);
    const isUsed = booking === undefined || (booking.state !== 'cancelled' && usesDoor(booking, code, units));
    const owner = isUsed && !isOver(code, now) ? 'guest' : 'outdated';
    return { owner, bookingId: claimant, personId: null, name: firstName(booking?.guestName, code.name) };
  }
  const person = people.find(({ id }) => id === claimant);
  if (person === undefined) return { owner: 'unknown-person', bookingId: null, personId: claimant, name: code.name };
  const isUsed = person.doors.some((door) => placeKey(door) === placeKey(code));
  return { owner: isUsed && !isOver(code, now) ? 'person' : 'outdated', bookingId: null, personId: claimant, name: person.name };
}

/** A unit that is not mapped says nothing about its doors. */
function usesDoor(booking: KnownBooking, code: Code, units: readonly UnitMapping[]): boolean {
  const unit = units.find(({ unitId }) => unitId === booking.unitId);
  return unit === undefined || unit.doors.some((door) => placeKey(door) === placeKey(code));
}

function firstName(...names: readonly (string | undefined)[]): string {
  return names.find((name) => name !== undefined && name.trim() !== '')?.trim() ?? '';
}
