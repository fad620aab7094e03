/**
 * A blocked guest who books again, recognised by e-mail address, phone number or Smoobu id, gets no code until the user has decided, and one that
 * a computer made which does not know of the block is switched off. A name alone does neither, nor does a contact that guests of several other
 * names have: it is an agency's, or the user's own.
 */
import type { Code } from '../../domain/code.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { blockedGuestProblem } from '../../questions/blocked-guest.ts';
import type { Claim } from '../claims.ts';
import { comparableName } from '../stay/names.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { accessWish } from './access-wish.ts';
import { isSwitchedOff } from './off-codes.ts';
import { digestsOf, keptOut } from './seen-off.ts';

export interface BlockedGuests {
  isWithheld(id: ClaimId): boolean;
  /** Of a withheld guest, and not from here: off until the user has decided. */
  isWithheldCode(id: ClaimId, code: Code): boolean;
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

/** `stillBlocked`: guests who booked again, and whose former booking the user blocked. */
export function findBlockedGuests(input: PlanInput, claims: readonly Claim[], stillBlocked: ReadonlySet<ClaimId>): BlockedGuests {
  const { wishes, memory, bookings } = input;
  const decided = memory.remembered['blocked-guest'];
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  const withheld = new Set<string>();
  const losesCodes = new Set<ClaimId>();
  const out = keptOut(input);
  // An incomplete list may lack other guests with the same contact, and without memory nobody knows who made a code.
  const isWhole = (bookings.complete || bookings.agreed === true) && !onlyExtends(input);
  const isOut = ({ id, managed }: Claim): boolean =>
    accessWish(wishes, id).blockedSinceMs !== null ||
    ((managed.length > 0 || out.has(id)) && managed.every((code) => isSwitchedOff(code, memory.remembered)));
  const blocked = new Set([
    ...[...wishes.stays.values()].filter(({ blockedSinceMs }) => blockedSinceMs !== null).flatMap(({ guest }) => guest),
    // The locks know it too, while the booking can be read.
    ...claims.filter(isOut).flatMap((claim) => digestsOf(claim, input)),
    ...[...out].flatMap(([id, guest]) => (claims.some((claim) => claim.id === id && !isOut(claim)) ? [] : guest)),
  ]);
  let names: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const isShared = (digest: string): boolean => ((names ??= otherNames(input, claims, isOut)).get(digest)?.size ?? 0) >= SHARED_BY;
  for (const claim of claims) {
    const { id, isDue } = claim;
    const key = String(id);
    const known = decided.get(key);
    const { blockedSinceMs, letInSinceMs } = accessWish(wishes, id);
    const isLetIn = known?.isLetIn === true || letInSinceMs !== null;
    // Codes that were switched off for the question do not answer it.
    const isOpen = (): boolean => !isOut(claim) || (known !== undefined && blockedSinceMs === null && claim.managed.length > 0);
    const isBlocked = (): boolean => blocked.size > 0 && digestsOf(claim, input).some((digest) => blocked.has(digest) && !isShared(digest));
    if (!isDue || !(stillBlocked.has(id) || (!isLetIn && isBlocked() && isOpen()))) continue;
    withheld.add(key);
    problems.push(blockedGuestProblem(id));
    // Whoever was let in before they were recognised may be inside.
    const wasInside = known === undefined ? memory.remembered['doors-inside'].get(key)?.isRead === true : known.wasInside === true;
    if (known === undefined) {
      const guest = [...digestsOf(claim, input)];
      remember.push({ kind: 'blocked-guest', key, value: { claimId: id, isLetIn: false, guest, ...(wasInside ? { wasInside } : {}) } });
    }
    if (isWhole && !wasInside) losesCodes.add(id);
  }
  for (const [key, { claimId, isLetIn }] of decided) {
    const isOver = claims.some(({ id }) => id === claimId) ? !isLetIn && !withheld.has(key) : bookings.complete;
    if (isOver) remember.push({ kind: 'blocked-guest', key, value: null });
  }
  return {
    isWithheld: (id) => withheld.has(String(id)),
    isWithheldCode(id, code) {
      const sent = memory.remembered['read-back'].get(String(code.id));
      const isFromHere = sent?.claimId === id && sent.isActive;
      return losesCodes.has(id) && !isFromHere;
    },
    problems,
    remember,
  };
}

/** What guests of this many names have, beside the blocked one, says nothing. One other name may be the same guest's. */
const SHARED_BY = 2;

function otherNames(
  input: PlanInput,
  claims: readonly Claim[],
  isOut: (claim: Claim) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const outside = new Set(claims.filter(isOut).map(({ fullName }) => comparableName(fullName)));
  const names = new Map<string, Set<string>>();
  for (const claim of claims) {
    const name = comparableName(claim.fullName);
    if (name === '' || outside.has(name)) continue;
    for (const digest of digestsOf(claim, input)) names.set(digest, (names.get(digest) ?? new Set()).add(name));
  }
  return names;
}
