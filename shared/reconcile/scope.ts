/** A run for one stay or person: the plan is whole, and only what belongs to that claim is carried out, remembered and reported. Pure. */
import type { Booking, BookingFetch } from '../domain/booking.ts';
import { claimOf, claimRef } from '../domain/ids.ts';
import type { ClaimId, KeypadPlace, LockId } from '../domain/ids.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { MemoryChange } from '../domain/memory.ts';
import type { Plan, PlanInput, PlanWishes, StayDoor } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import { readTag } from './tag.ts';

/** Where the claim has its codes, as far as the list of bookings and the wishes say. */
export function doorsOfClaim(
  claim: ClaimId,
  bookings: readonly Booking[],
  { units }: Mapping,
  { people }: Pick<PlanWishes, 'people'>,
): readonly KeypadPlace[] {
  if (typeof claim !== 'number') return people.find(({ id }) => id === claim)?.doors ?? [];
  const unitId = bookings.find(({ id }) => id === claim)?.unitId ?? null;
  return units.find((unit) => unit.unitId === unitId)?.doors ?? [];
}

/** The stays are left whole: they say what was read of everybody. */
export function scopedPlan(planned: Plan, input: PlanInput, claim: ClaimId): Plan {
  const own = planned.stays.find(({ booking }) => booking.id === claim) ?? planned.people.find(({ personId }) => personId === claim);
  const count = (wanted: StayDoor['state']): number => own?.doors.filter(({ state }) => state === wanted).length ?? 0;
  const held = new Set([...input.memory.waiting.values()].filter((hold) => claimOf(hold) === claim).map(({ key }) => key));
  return {
    ...planned,
    // A code between stays gives way to what the claim is about to get.
    operations: planned.operations.filter((operation) => operation.goesFirst === true || claimOf(operation) === claim),
    unchanged: count('in-place'),
    skipped: count('blocked'),
    // What is held of the claim itself says so.
    heldBecause: null,
    settledHolds: planned.settledHolds.filter((key) => held.has(key)),
    remember: changesOfClaim(planned.remember, input, claim),
  };
}

/** What a run has of bookings when Smoobu does not answer. */
export const NO_BOOKINGS: BookingFetch = { complete: false, bookings: [], incompleteBecause: null };

/** For such a run: what was planned about bookings is left out, since nothing was read of them. */
export function planOfPeople(planned: Plan): Plan {
  const states = planned.people.flatMap(({ doors }) => doors.map(({ state }) => state));
  return {
    ...planned,
    operations: planned.operations.filter(({ personId }) => personId !== undefined),
    problems: planned.problems.filter(({ personId }) => personId !== undefined),
    stays: [],
    others: [],
    unchanged: states.filter((state) => state === 'in-place').length,
    skipped: states.filter((state) => state === 'blocked').length,
    heldBecause: null,
    settledHolds: [],
    remember: [],
  };
}

/** What an earlier run remembered of others may say that something was done, so it is left to a run that does it. */
export function changesOfClaim<C extends MemoryChange>(
  changes: readonly C[],
  { lists, memory }: Pick<PlanInput, 'lists' | 'memory'>,
  claim: ClaimId,
): readonly C[] {
  const key = String(claim);
  const codes = [...lists.values()].flatMap((list) => list ?? []);
  const own = new Set<string>(codes.filter(({ description }) => isTagOf(description, claim)).map(({ id }) => String(id)));
  return changes.filter((change) => {
    const value: object | null = change.value ?? memory.remembered[change.kind].get(change.key) ?? null;
    if (value !== null && 'claimId' in value) return value.claimId === claim;
    if (BY_CODE.has(change.kind)) return own.has(change.key);
    return change.key === key || change.key.startsWith(`${key}@`);
  });
}

/** Kinds whose keys are the ids of codes, which may look like those of bookings. */
const BY_CODE: ReadonlySet<MemoryChange['kind']> = new Set(['kept-name', 'last-written', 'removed']);

function isTagOf(description: string, claim: ClaimId): boolean {
  const tag = readTag(description);
  return tag.kind === 'tagged' && tag.claimId === claim;
}

/** True for a problem of the claim, of one of its locks, and for one that is about everything. */
export function isAboutClaim(problem: Problem, claim: ClaimId, locks: ReadonlySet<LockId>): boolean {
  const { bookingId, personId, lockId, unitId } = problem;
  if (bookingId !== undefined || personId !== undefined) {
    const own = claimRef(claim);
    return personId === undefined ? bookingId === own.bookingId : personId === own.personId;
  }
  if (lockId !== undefined) return locks.has(lockId);
  return unitId === undefined;
}
