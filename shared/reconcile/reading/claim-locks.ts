/** On which locks each claim has doors or codes, as far as mapping, lists and memory say. Pure. */
import { claimFromKey, claimOf } from '../../domain/ids.ts';
import type { ClaimId, LockId, UnitId } from '../../domain/ids.ts';
import type { Remembered } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { knownBookings } from '../bookings.ts';
import { readTag } from '../tag.ts';

export interface ClaimLocks {
  of(claim: ClaimId): ReadonlySet<LockId>;
}

type Known = Pick<PlanInput, 'bookings' | 'lookups' | 'lists' | 'memory' | 'wishes' | 'settings'>;

export function createClaimLocks({ bookings, lookups, lists, memory, wishes, settings: { mapping } }: Known): ClaimLocks {
  const { remembered } = memory;
  const locks = new Map<ClaimId, Set<LockId>>();
  const add = (claim: ClaimId, ...added: readonly LockId[]): void => {
    const known = locks.get(claim) ?? new Set();
    for (const lockId of added) known.add(lockId);
    locks.set(claim, known);
  };
  const doors = new Map<UnitId | null, readonly LockId[]>(
    mapping.units.map((unit) => [unit.unitId, unit.doors.map((door) => door.lockId)]),
  );
  for (const { id, unitId } of knownBookings(bookings, lookups)) add(id, ...(doors.get(unitId) ?? []));
  for (const person of wishes.people) add(person.id, ...person.doors.map(({ lockId }) => lockId));
  for (const list of lists.values()) {
    for (const { description, lockId } of list ?? []) {
      const tag = readTag(description);
      if (tag.kind === 'tagged') add(tag.claimId, lockId);
    }
  }
  for (const hold of memory.waiting.values()) add(claimOf(hold), hold.lockId);
  for (const values of Object.values<Remembered[keyof Remembered]>(remembered)) {
    for (const value of values.values()) if ('claimId' in value && 'lockId' in value) add(value.claimId, value.lockId);
  }
  for (const [key, { places }] of remembered['doors-inside']) add(claimFromKey(key), ...places.map(lockOfPlace));
  // The PIN of a guest who booked again is that of the former booking.
  for (const [key, { from }] of remembered['booked-again']) add(claimFromKey(key), ...(locks.get(from) ?? []));
  return { of: (claim) => locks.get(claim) ?? new Set() };
}

/** Of a key of `placeKey`. */
export function lockOfPlace(place: string): LockId {
  return Number(place.split('/')[0]) as LockId;
}
