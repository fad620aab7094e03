/**
 * Codes that were seen off are remembered by every computer, whoever wrote them: they keep somebody out also once they are gone. Forgotten when they
 * are on again, or their booking is.
 */
import type { Code } from '../../domain/code.ts';
import type { BookingId, ClaimId } from '../../domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { knownBookings } from '../bookings.ts';
import type { Claim } from '../claims.ts';

type Seen = MemoryValue<'seen-off'>;

/** Digests of the contact by which a guest is recognised. */
export function digestsOf({ booking }: Claim, { wishes }: Pick<PlanInput, 'wishes'>): readonly string[] {
  return booking?.contact === undefined ? [] : wishes.guestDigests(booking.contact).slice(0, 3);
}

/** Of guests whom the user blocked while their bookings could not be read, once they can: a booking that is gone tells nothing any more. */
export function blockedWithoutDigests({ bookings, lookups, wishes }: PlanInput): ReadonlyMap<BookingId, readonly string[]> {
  const unknown = new Set(
    [...wishes.stays].flatMap(([id, { blockedSinceMs, guest }]) => (blockedSinceMs === null || guest.length > 0 ? [] : [id])),
  );
  const found = unknown.size === 0 ? [] : knownBookings(bookings, lookups).filter(({ id }) => unknown.has(id));
  const all = found.map(({ id, contact }) => [id, contact === undefined ? [] : wishes.guestDigests(contact).slice(0, 3)] as const);
  return new Map(all.filter(([, guest]) => guest.length > 0));
}

/** `off`: the codes of the claim that are off. */
export function rememberOff(claim: Claim, off: readonly Code[], input: PlanInput): readonly MemoryChange[] {
  const guest = off.length > 0 && off.length === claim.managed.length ? digestsOf(claim, input) : [];
  return claim.managed.flatMap((code): readonly MemoryChange[] => {
    const { lockId, keypadId } = code;
    const before = input.memory.remembered['seen-off'].get(String(code.id)) ?? null;
    const value: Seen | null = off.includes(code) ? { lockId, keypadId, claimId: claim.id, guest: [...guest] } : null;
    return value === before || JSON.stringify(value) === JSON.stringify(before) ? [] : [{ kind: 'seen-off', key: String(code.id), value }];
  });
}

/** Who is out by codes that were off when they were last seen, unless the user has let them in. */
export function keptOut({ memory: { remembered } }: Pick<PlanInput, 'memory'>): ReadonlyMap<ClaimId, readonly string[]> {
  const deleted = [...remembered['deleted-by-hand'].values()].filter(({ wasOff, isAgain }) => wasOff && isAgain);
  const all = [...remembered['seen-off'].values(), ...deleted].filter(
    ({ claimId }) => remembered['let-in'].get(String(claimId))?.isDone !== false,
  );
  return new Map(all.map(({ claimId, guest }) => [claimId, guest]));
}
