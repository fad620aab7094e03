/** Plans a run: bookings, codes, settings and the time go in; operations, problems and stays come out. Pure. */
import { shownBooking } from '../domain/booking.ts';
import { claimOf, compareClaims } from '../domain/ids.ts';
import type { CodeId } from '../domain/ids.ts';
import type { DeleteOperation, PersonPlan, Plan, PlanInput, PlannedOperation, Stay, StayDoor } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import { problemText } from '../i18n/problem-text.ts';
import { mappingUnconfirmedProblem } from '../questions/mapping-unconfirmed.ts';
import { compareText } from '../text.ts';
import { checkAccounts } from './trust/accounts.ts';
import type { AccountCheck } from './trust/accounts.ts';
import { findAdoptions } from './stay/adopt.ts';
import { askAboutTimes } from './stay/asked-times.ts';
import type { Claim } from './claims.ts';
import { findBlockedGuests } from './hands/blocked-guests.ts';
import { switchOffElsewhere } from './hands/blocked-elsewhere.ts';
import { createBlocks } from './hands/blocks.ts';
import { findChangedCodes } from './hands/changed-codes.ts';
import { sharedPins } from './hands/shared-pins.ts';
import { findDeletedCodes } from './hands/deleted-codes.ts';
import { createCapacity } from './refusals/capacity.ts';
import { createdChanges } from './refusals/created-codes.ts';
import { guard, holdUpdates, isApproved } from './removals/guard.ts';
import { settle } from './removals/holds.ts';
import { createInside } from './removals/inside.ts';
import { rememberMapping } from './trust/known-mapping.ts';
import { forgetOldActs } from './trust/old-acts.ts';
import { unseenWindows } from './stay/last-written.ts';
import { comparePlaces, isSamePlace, observe } from './observe.ts';
import type { Observation } from './observe.ts';
import { isMappingUnconfirmed, onlyExtends } from './trust/only-extend.ts';
import { peopleOf } from './people/people.ts';
import { ownPin } from './stay/own-pin.ts';
import { PinRegister, possiblePins } from './stay/pins.ts';
import { blockedPeriods } from './continuity/blocked-periods.ts';
import { otherStays } from './continuity/other-stays.ts';
import { tellLeftWishes } from './continuity/follow-wishes.ts';
import { followGuests } from './continuity/continuity.ts';
import { reconcileStay } from './stay/reconcile-stay.ts';
import { removeUnwanted } from './removals/no-code.ts';
import { findRemovals } from './removals/removals.ts';
import { pinsRunningOut } from './stay/stay-problems.ts';
import { sortBookings } from './stays.ts';
import type { SortedBookings } from './stays.ts';
import { followUnmapped } from './removals/unmapped-codes.ts';
import { isOver } from './windows.ts';
import { createLocalClock } from './zones.ts';
import type { LocalClock } from './zones.ts';

/**
 * Which operation follows from a booking and a code. A booking's codes carry its tag; doubles are further ones on the same keypad.
 *
 *   booking                                      | no code | its code              | its code on another keypad | same name, made by hand
 *   ---------------------------------------------+---------+-----------------------+----------------------------+------------------------
 *   live, not over           (reconcile-stay.ts) | create  | update if it differs, | move, or delete once every | adopt
 *                                                |         | delete doubles        | door has its code          |
 *   live, over               (reconcile-stay.ts) | -       | update if still open  | update if still open       | -
 *   ended keepDays ago             (removals.ts) | -       | delete                | delete                     | -
 *   cancelled, or 404 twice        (removals.ts) | -       | delete                | delete                     | -
 *   404 once, or not read          (removals.ts) | -       | problem               | problem                    | -
 *   live, to have no code          (no-code.ts) | -       | delete                | delete                     | -
 *   not mapped               (unmapped-codes.ts) | problem | update if the         | update if the departure    | -
 *                                                |         | departure day differs | day differs                |
 *   unknown, wrong                    (stays.ts) | problem | problem               | problem                    | -
 *   none of these live, and blocked
 *   by the user           (blocked-elsewhere.ts) | -       | update while it is on | update while it is on      | -
 *
 * A person (people.ts) is as a live booking, without adopting anything: over when the last window is, and removed when the user says so.
 *
 * What would take a door from somebody inside waits (inside.ts): a code that opens now, of a booking that is
 *
 *   over by its dates, or moved to other days    | update, held: no-longer-booked
 *   moved to another door                        | create there at once; delete here, held: doors-changed
 *   moved back                                   | delete the door that only the move gave, at once
 *   cancelled or gone                            | delete, held: someone-may-be-inside
 *   shortened to a time to come, or extended     | update at once
 *
 * until the user decides, the code ends, or the unit's next stay begins.
 *
 * A code that is off stays off, and a code that somebody changed at The Keys stays as it is (hands/).
 *
 * A problem in place of a write: codes with a weekly schedule or two tags, and codes whose PIN cannot be sent back because it is not known.
 * Nothing happens on a lock whose list failed. While the list of bookings is incomplete, only ended codes are deleted; while the mapping is
 * not confirmed, the clock is wrong or a cloud answers for another account (only-extend.ts), none is, and no code is shortened or moved.
 * guard.ts holds deletes that need the user's approval.
 */
export function plan(read: PlanInput): Plan {
  const clock = createLocalClock(read.settings, read.nowMs);
  const seen = observe(read);
  const continuity = followGuests(read, seen, sortBookings(read, seen, clock), clock);
  const { observation, sorted } = continuity;
  const input = { ...read, wishes: continuity.wishes };
  const inside = createInside(input, observation, sorted, clock);
  const adoptions = findAdoptions(sorted.live, observation, input.wishes.people);
  const capacity = createCapacity(input, observation, sorted, clock);
  const people = peopleOf(input, observation, sorted, clock);
  const claims: readonly Claim[] = [...sorted.live, ...people.claims];
  const hands = findChangedCodes(input, observation, claims, clock);
  const guests = findBlockedGuests(input, claims, continuity.stillBlocked);
  const blocks = createBlocks(input, observation, claims, hands, guests);
  const deleted = findDeletedCodes(input, observation, claims, sorted.byId);
  const times = askAboutTimes(input, observation, sorted, clock);
  const left = tellLeftWishes(input, sorted, clock);
  let pins: PinRegister | undefined;
  const register = (): PinRegister => (pins ??= registerPins(input, observation, sorted, claims, clock));

  const writes: PlannedOperation[] = [];
  const deletes: DeleteOperation[] = [];
  const problems: Problem[] = [...observation.problems, ...sorted.problems, ...people.problems];
  for (const found of [hands, guests, blocks, deleted, times, left]) problems.push(...found.problems);
  problems.push(...sharedPins(observation, claims, clock));
  const stays: Stay[] = [];
  const personPlans: PersonPlan[] = [];
  const busy = new Set<CodeId>();
  let unchanged = 0;
  let skipped = sorted.skipped;
  for (const claim of claims) {
    const result = reconcileStay(claim, { input, observation, adoptions, register, inside, capacity, blocks, hands, deleted, clock });
    for (const operation of result.operations) {
      if (operation.kind === 'delete') deletes.push(operation);
      else writes.push(operation);
      if (operation.kind !== 'create') busy.add(operation.kind === 'move' ? operation.from.codeId : operation.codeId);
    }
    // removals.ts never looks at the codes of a stay that is not over.
    if (claim.isDue) for (const code of claim.managed) busy.add(code.id);
    problems.push(...result.problems);
    skipped += result.doors.filter((door) => door.state === 'blocked').length;
    unchanged += result.unchanged;
    const { id, booking, unit, isDue, window, times } = claim;
    const { doors } = result;
    if (typeof id === 'string') personPlans.push({ personId: id, window: isDue ? window : null, doors });
    else if (isDue && booking !== null && times !== undefined) {
      const { start, end } = times;
      stays.push({ booking: shownBooking(booking), unitName: unit?.name ?? '', times: { start, end }, doors });
    }
  }
  const unmapped = followUnmapped(input, observation, sorted, inside, clock);
  writes.push(...unmapped.updates);
  problems.push(...unmapped.problems);
  const { pinLength } = input.settings.codes;
  const mayRunOut = pins !== undefined || observation.all.length >= PinRegister.runningOutFrom(pinLength);
  if (mayRunOut && register().isRunningOut(pinLength)) problems.push(pinsRunningOut(pinLength));
  const unwanted = removeUnwanted(input, observation, sorted, busy);
  problems.push(...unwanted.problems);
  for (const { codeId } of unwanted.deletes) busy.add(codeId);
  const blocked = switchOffElsewhere(input, observation, claims, busy, register, clock);
  writes.push(...blocked.updates);
  problems.push(...blocked.problems);
  for (const { codeId } of blocked.updates) busy.add(codeId);
  const removals = findRemovals(input, observation, sorted, people, busy, inside, capacity, clock);
  const wanted = [...deletes, ...unwanted.deletes, ...removals.deletes];
  const account = checkAccounts(input);
  if (account.isOther) {
    const found = { problems, stays, people: personPlans, unchanged, skipped: skipped + wanted.length };
    return underOtherAccount(writes, found, account);
  }
  problems.push(...removals.problems, ...capacity.problems);
  if (isMappingUnconfirmed(input)) problems.push(mappingUnconfirmedProblem());
  const isAnyAlive = sorted.known.some(({ state, unitId }) => state === 'live' && observation.units.has(unitId));
  // The brake is about bookings: what Smoobu says may be wrong, what the user says is not.
  const ofBookings = [...observation.ours].flatMap(([id, codes]) => (typeof id === 'number' ? codes : []));
  const observed = { managed: ofBookings, isAnyAlive };
  const guarded = guard(wanted, observed, input, clock);
  problems.push(...guarded.problems);
  // What needs approval is still shown, and what was approved is done.
  const removed = onlyExtends(input)
    ? guarded.deletes.filter((operation) => operation.hold !== null || isApproved(input, operation))
    : guarded.deletes;
  if (guarded.heldBecause === 'no-bookings')
    problems.push({ kind: 'no-bookings', text: problemText('problem.no-bookings'), retryable: true });
  const updates = holdUpdates(writes, input);
  const unseen = unseenWindows(input, observation, claims, updates.operations);
  problems.push(...unseen.problems);
  const operations = [...updates.operations, ...removed];
  const kept = [...updates.kept, ...guarded.kept];
  const settled = settle(
    input,
    [...operations, ...kept],
    observation,
    (id) => sorted.live.some((stay) => stay.id === id) || continuity.replaced.has(id),
  );
  return {
    operations: operations.sort(compareOperations),
    problems: sortProblems(problems),
    stays,
    people: personPlans,
    blockedPeriods: blockedPeriods(sorted.known, observation, input.settings, clock),
    others: otherStays(input, observation, sorted, new Set(stays.map(({ booking }) => booking.id)), clock),
    unchanged,
    skipped: skipped + kept.length,
    heldBecause: guarded.heldBecause,
    settledHolds: settled.holds,
    remember: [
      ...account.remember,
      ...rememberMapping(input.settings, input.memory.remembered),
      ...forgetOldActs(input),
      ...guarded.remember(removed),
      ...settled.remember,
      ...inside.remember,
      ...[hands, guests, blocks, deleted, times, left].flatMap((found) => found.remember),
      ...unseen.remember,
      ...unmapped.remember,
      ...unwanted.remember,
      ...capacity.remember,
      ...createdChanges(input, seen.managed, clock),
      ...continuity.remember,
    ],
  };
}

/** Nothing is removed, and holds and decisions stand, since nothing that was read is evidence about them. */
function underOtherAccount(
  writes: readonly PlannedOperation[],
  found: Pick<Plan, 'problems' | 'stays' | 'people' | 'unchanged' | 'skipped'>,
  account: AccountCheck,
): Plan {
  const blocked = (door: StayDoor): StayDoor => (door.operationKey === null ? door : { ...door, state: 'blocked', operationKey: null });
  const { isRefused } = account;
  return {
    operations: isRefused ? [] : writes.toSorted(compareOperations),
    problems: sortProblems([...found.problems, ...account.problems]),
    stays: isRefused ? found.stays.map((stay) => ({ ...stay, doors: stay.doors.map(blocked) })) : found.stays,
    people: isRefused ? found.people.map((person) => ({ ...person, doors: person.doors.map(blocked) })) : found.people,
    blockedPeriods: [],
    others: [],
    unchanged: found.unchanged,
    skipped: found.skipped + (isRefused ? writes.length : 0),
    heldBecause: null,
    settledHolds: [],
    remember: account.remember,
  };
}

/**
 * A PIN on a keypad is taken there, and where a booking's code is to be made again; the PIN of a booking that may be live is avoided
 * everywhere.
 */
function registerPins(
  input: PlanInput,
  observation: Observation,
  sorted: SortedBookings,
  claims: readonly Claim[],
  clock: LocalClock,
): PinRegister {
  const register = new PinRegister();
  for (const { id, doors, managed, isDue, former } of claims) {
    const open = doors.filter((door) => isDue && !managed.some((code) => isSamePlace(code, door)));
    if (open.length === 0) continue;
    const own = input.memory.pinDraws.get(id);
    const draw = own === undefined ? (former?.isSame === true ? former.draw : null) : { id, draw: own };
    const typed = ownPin(id, input) ?? null;
    const pin = typed ?? (draw === null ? null : input.drawPin(draw.id, draw.draw.attempt, draw.draw.length));
    if (pin !== null) for (const door of open) register.keepFor(id, door, pin);
  }
  for (const code of observation.all) register.addCode(code);
  for (const [bookingId, codes] of observation.managed) {
    if (sorted.byId.get(bookingId)?.state === 'cancelled') continue;
    for (const code of codes) {
      if (isOver(code, clock.nowAt(code, null))) continue;
      for (const pin of possiblePins(code)) register.addOwner(bookingId, pin);
    }
  }
  return register;
}

/** What gives way first, guests before people, deletes last; urgent operations first, then in a fixed order. */
function compareOperations(one: PlannedOperation, other: PlannedOperation): number {
  return (
    rankOf(one) - rankOf(other) ||
    compareText(one.urgency ?? '', other.urgency ?? '') ||
    compareClaims(claimOf(one), claimOf(other)) ||
    comparePlaces(one, other) ||
    compareText(one.key, other.key)
  );
}

function rankOf({ kind, goesFirst, personId }: PlannedOperation): number {
  if (goesFirst === true) return 0;
  if (kind === 'delete') return 3;
  return personId === undefined ? 1 : 2;
}

/** By kind, then by what they are about. A problem with one code or booking is listed once, however many doors it has. */
function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const distinct = new Map<string, Problem>();
  for (const problem of problems) {
    const { text, bookingId, personId, codeId, cloud, lockId, keypadId } = problem;
    // Two full keypads are two matters.
    const about = bookingId === undefined && personId === undefined ? [lockId, keypadId] : [bookingId, personId];
    const key = [text.key, codeId, cloud, ...about].join();
    if (!distinct.has(key)) distinct.set(key, problem);
  }
  return [...distinct.values()].sort(
    (one, other) =>
      compareText(one.kind, other.kind) ||
      (one.bookingId ?? 0) - (other.bookingId ?? 0) ||
      compareText(one.personId ?? '', other.personId ?? '') ||
      (one.codeId ?? 0) - (other.codeId ?? 0),
  );
}
