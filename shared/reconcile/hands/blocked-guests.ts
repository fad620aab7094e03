/**
 * A blocked guest who books again, recognised by e-mail address, phone number or Smoobu id, gets no code until the user has decided. A name
 * alone never withholds one, nor does a contact that guests of several other names have: it is an agency's, or the user's own.
 */
import type { ClaimId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { blockedGuestProblem } from '../../questions/blocked-guest.ts';
import type { Claim } from '../claims.ts';
import { comparableName } from '../stay/names.ts';
import { saysBlocked } from '../tag.ts';
import { accessWish } from './access-wish.ts';

export interface BlockedGuests {
  isWithheld(id: ClaimId): boolean;
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

/** `stillBlocked`: guests who booked again, and whose former booking the user blocked. */
export function findBlockedGuests(input: PlanInput, claims: readonly Claim[], stillBlocked: ReadonlySet<ClaimId>): BlockedGuests {
  const { wishes, memory } = input;
  const decided = memory.remembered['blocked-guest'];
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  const withheld = new Set<ClaimId>();
  const digestsOf = ({ booking }: Claim): readonly string[] => (booking?.contact === undefined ? [] : wishes.guestDigests(booking.contact));
  const isOut = ({ id, managed }: Claim): boolean =>
    accessWish(wishes, id).blockedSinceMs !== null ||
    (managed.length > 0 && managed.every(({ active, description }) => active === false || saysBlocked(description)));
  const blocked = new Set([
    ...[...wishes.stays.values()].flatMap(({ blockedSinceMs, guest }) => (blockedSinceMs === null ? [] : guest)),
    // The locks know it too, while the booking can be read.
    ...claims.filter(isOut).flatMap(digestsOf),
  ]);
  const shared = blocked.size === 0 ? new Set<string>() : sharedDigests(claims, isOut, digestsOf);
  for (const claim of blocked.size + stillBlocked.size === 0 ? [] : claims) {
    const key = String(claim.id);
    if (!claim.isDue) continue;
    const digests = digestsOf(claim);
    if (!stillBlocked.has(claim.id)) {
      const isLetIn = decided.get(key)?.isLetIn === true || accessWish(wishes, claim.id).letInSinceMs !== null;
      if (isLetIn || isOut(claim) || !digests.some((digest) => blocked.has(digest) && !shared.has(digest))) continue;
    }
    withheld.add(claim.id);
    problems.push(blockedGuestProblem(claim.id));
    if (!decided.has(key)) remember.push({ kind: 'blocked-guest', key, value: { claimId: claim.id, isLetIn: false, guest: [...digests] } });
  }
  const known = new Set(claims.map(({ id }) => String(id)));
  for (const [key, { isLetIn }] of decided) {
    const isOver = input.bookings.complete && !known.has(key);
    if (isOver || (!isLetIn && known.has(key) && ![...withheld].some((id) => String(id) === key)))
      remember.push({ kind: 'blocked-guest', key, value: null });
  }
  return { isWithheld: (id) => withheld.has(id), problems, remember };
}

/** What guests of this many names have, beside the blocked one, says nothing. One other name may be the same guest's. */
const SHARED_BY = 2;

function sharedDigests(
  claims: readonly Claim[],
  isOut: (claim: Claim) => boolean,
  digestsOf: (claim: Claim) => readonly string[],
): ReadonlySet<string> {
  const nameOf = ({ booking }: Claim): string => comparableName(booking?.guestName ?? '');
  const outside = new Set(claims.filter(isOut).map(nameOf));
  const names = new Map<string, Set<string>>();
  for (const claim of claims) {
    const name = nameOf(claim);
    if (name === '' || outside.has(name)) continue;
    for (const digest of digestsOf(claim)) names.set(digest, (names.get(digest) ?? new Set()).add(name));
  }
  return new Set([...names].flatMap(([digest, { size }]) => (size < SHARED_BY ? [] : [digest])));
}
