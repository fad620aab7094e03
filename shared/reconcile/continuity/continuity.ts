/**
 * A guest who booked again keeps PIN and code: the codes of a former booking that is cancelled or gone belong to the new one
 * (docs/decided-by-people.md, "Booked again"). Pure.
 */
import { UNKNOWN } from '../../domain/code.ts';
import type { Code, Pin } from '../../domain/code.ts';
import { claimFromKey } from '../../domain/ids.ts';
import type { BookingId, ClaimId } from '../../domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import type { PlanInput, PlanWishes } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { addMinutes } from '../../time.ts';
import type { LocalDate, LocalDateTime } from '../../time.ts';
import { isEvidence } from '../bookings.ts';
import type { FormerBooking, StayClaim } from '../claims.ts';
import { isSamePlace, withHidden } from '../observe.ts';
import type { Observation } from '../observe.ts';
import { readAbsence } from '../removals/removals.ts';
import { sortBookings } from '../stays.ts';
import type { SortedBookings } from '../stays.ts';
import { fullPin } from '../stay/pins.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { codeStart, EVER } from '../windows.ts';
import type { LocalClock } from '../zones.ts';
import { findBookedAgain } from './booked-again.ts';
import type { EndedBooking } from './booked-again.ts';
import { carriesWishes } from './carries-wishes.ts';

type Remembered = MemoryValue<'booked-again'>;

/** The former code goes this long before either would open, if the user has not answered. */
const ANSWER_MINUTES = 60;

export interface Continuity {
  readonly observation: Observation;
  readonly sorted: SortedBookings;
  /** Former bookings whose codes belong to another one now. */
  readonly replaced: ReadonlySet<ClaimId>;
  /** With a block that goes on with its guest, until the user has decided about the new booking. */
  readonly wishes: PlanWishes;
  readonly stillBlocked: ReadonlySet<ClaimId>;
  readonly remember: readonly MemoryChange[];
}

export function followGuests(input: PlanInput, observation: Observation, sorted: SortedBookings, clock: LocalClock): Continuity {
  const stored = input.memory.remembered['booked-again'];
  const nothing = {
    observation,
    sorted,
    replaced: new Set<BookingId>(),
    wishes: input.wishes,
    stillBlocked: new Set<ClaimId>(),
    remember: [],
  };
  if (onlyExtends(input)) return nothing;
  const follower = new Follower(input, observation, sorted, clock);
  const used = new Set<BookingId>([...stored.values()].map(({ from }) => from));
  const ended = follower.ended().filter(({ id }) => !used.has(id));
  if (ended.length === 0 && stored.size === 0) return nothing;
  const links = new Map<StayClaim, Remembered>();
  const remember: MemoryChange[] = [];
  const live = new Map<ClaimId, StayClaim>(sorted.live.filter(({ isDue }) => isDue).map((stay) => [stay.id, stay]));
  for (const [key, link] of stored) {
    const stay = live.get(claimFromKey(key));
    if (stay !== undefined) links.set(stay, link);
    else if (input.bookings.complete && !sorted.byId.has(claimFromKey(key))) remember.push({ kind: 'booked-again', key, value: null });
  }
  const unlinked = [...live.values()].filter((stay) => !links.has(stay));
  const found = findBookedAgain({ ended, live: unlinked.map(({ booking }) => booking), known: sorted.known });
  const pairs = new Map(found.map((pair) => [pair.to.id, pair]));
  for (const stay of unlinked) {
    const pair = pairs.get(stay.booking.id);
    if (pair === undefined || (pair.from.unitId !== stay.unitId && !follower.isNew(stay))) continue;
    links.set(stay, { from: pair.from.id, guest: follower.judge(pair.from.id, stay, pair.by) });
  }

  const owners = new Map<BookingId, StayClaim>();
  const asked = new Set<ClaimId>();
  const formers = new Map<ClaimId, FormerBooking | null>();
  const wished = new Map(input.wishes.stays);
  const stillBlocked = new Set<ClaimId>();
  for (const [stay, link] of links) {
    const { id } = stay;
    const next = link.guest === 'asked' && !follower.mayAsk(link.from, stay) ? { ...link, guest: 'unknown' as const } : link;
    if (JSON.stringify(next) !== JSON.stringify(stored.get(String(id))))
      remember.push({ kind: 'booked-again', key: String(id), value: next });
    formers.set(id, follower.former(next, stay));
    if (next.guest === 'asked') asked.add(next.from);
    const block = next.guest === 'same' ? blockOf(input, next.from, stay.booking.id) : null;
    if (block !== null) {
      wished.set(stay.booking.id, block);
      stillBlocked.add(id);
    }
    if (next.guest === 'same' && follower.mayReplace(next.from, stay)) owners.set(next.from, stay);
  }
  const after = owners.size === 0 ? observation : withOwners(observation, owners);
  const again = owners.size === 0 ? sorted : sortBookings(input, after, clock);
  return {
    observation: after,
    sorted: {
      ...again,
      live: again.live.map((stay) => (formers.has(stay.id) ? { ...stay, former: formers.get(stay.id) ?? null } : stay)),
      untouchable: new Set([...again.untouchable, ...asked]),
    },
    replaced: new Set(owners.keys()),
    wishes: { ...input.wishes, stays: wished },
    stillBlocked,
    remember,
  };
}

/** A guest who is blocked and books again gets no code until the user lets them in. */
function blockOf({ wishes, memory }: PlanInput, from: BookingId, to: BookingId): StayWish | null {
  const { blockedSinceMs = null } = wishes.stays.get(from) ?? {};
  const own = wishes.stays.get(to) ?? noStayWish();
  const isLetIn = own.letInSinceMs !== null || memory.remembered['blocked-guest'].get(String(to))?.isLetIn === true;
  return blockedSinceMs === null || own.blockedSinceMs !== null || isLetIn ? null : { ...own, blockedSinceMs };
}

/** The codes of the former bookings come first: where the new one has a code too, they stay. */
function withOwners(observation: Observation, owners: ReadonlyMap<BookingId, StayClaim>): Observation {
  const managed = new Map(observation.managed);
  for (const [from, { id }] of owners) {
    managed.set(
      id,
      [from, id].flatMap((one) => managed.get(one) ?? []),
    );
    managed.delete(from);
  }
  return { ...observation, managed, ours: withHidden(managed, observation.hidden) };
}

/** Lives for one plan. */
class Follower {
  readonly #input: PlanInput;
  readonly #observation: Observation;
  readonly #sorted: SortedBookings;
  readonly #clock: LocalClock;

  constructor(input: PlanInput, observation: Observation, sorted: SortedBookings, clock: LocalClock) {
    this.#input = input;
    this.#observation = observation;
    this.#sorted = sorted;
    this.#clock = clock;
  }

  /** Bookings that are cancelled or gone, and whose PIN a guest may have been told. */
  ended(): readonly EndedBooking[] {
    const { bookings, lookups, wishes } = this.#input;
    const cancelled = this.#sorted.cancelled.filter(
      (booking) =>
        isEvidence(this.#input, booking) &&
        (this.#codesOf(booking.id).length > 0 || this.#drawOf(booking.id) !== null || carriesWishes(wishes.stays.get(booking.id))),
    );
    if (!bookings.complete) return cancelled;
    const gone = [...lookups.keys()].filter((id) => !this.#sorted.byId.has(id) && readAbsence(id, this.#input) === 'gone');
    return [...cancelled, ...gone.map((id) => this.#goneBooking(id)).filter((booking) => booking !== null)];
  }

  isNew(stay: StayClaim): boolean {
    return stay.managed.length === 0 && !this.#input.memory.pinDraws.has(stay.id);
  }

  judge(from: BookingId, stay: StayClaim, by: 'contact' | 'name'): Remembered['guest'] {
    const codes = this.#codesOf(from);
    // Without any PIN, what the user decided is all that there is to keep.
    if (by === 'contact' && codes.length === 0 && this.#drawOf(from) === null) return 'same';
    const isKnown = codes.every((code) => !code.hasSchedule && code.pin !== null);
    const isFresh = !this.#input.memory.pinDraws.has(stay.id) && stay.managed.every((code) => codes.some(({ pin }) => pin === code.pin));
    if (!isKnown || !isFresh) return 'unknown';
    if (by === 'contact') return 'same';
    // A name alone neither withholds a code nor gives one to a guest who is blocked.
    if (this.#isBlocked(from)) return 'other';
    return this.mayAsk(from, stay) ? 'asked' : 'unknown';
  }

  /** The former code waits for the answer, for as long as neither it nor the new one opens. */
  mayAsk(from: BookingId, stay: StayClaim): boolean {
    const codes = this.#codesOf(from);
    const soon = addMinutes(this.#now(stay), ANSWER_MINUTES);
    const isToCome = stay.window.start > soon && codes.every((code) => (codeStart(code) ?? EVER) > soon);
    return codes.length > 0 && isToCome && !this.#isAlive(from);
  }

  /** Never while the former booking is alive; and not under a guest who already uses another PIN. */
  mayReplace(from: BookingId, stay: StayClaim): boolean {
    const codes = this.#codesOf(from);
    if (this.#isAlive(from) || codes.length === 0) return false;
    return this.#now(stay) < stay.window.start || stay.managed.every((code) => codes.some(({ pin }) => pin === code.pin));
  }

  former({ from, guest }: Remembered, stay: StayClaim): FormerBooking | null {
    if (guest === 'other' || this.#isAlive(from)) return null;
    const { memory, drawPin } = this.#input;
    const draw = this.#drawOf(from);
    const codes = this.#codesOf(from).flatMap((code) => fullPin(code, draw?.draw.length ?? 0) ?? []);
    const drawn = draw === null ? [] : [drawPin(draw.id, draw.draw.attempt, draw.draw.length)];
    const isToTell = guest !== 'asked' && !this.#isBlocked(from) && this.#now(stay) < addMinutes(stay.window.start, 24 * 60);
    const own = memory.pinDraws.has(stay.id);
    const pins = [...new Set<Pin>([...codes, ...drawn])];
    return { id: from, isSame: guest === 'same', pins, draw: own ? null : draw, isToTell };
  }

  /** Of the first of several bookings that were each made again. */
  #drawOf(from: BookingId): FormerBooking['draw'] {
    const stored = this.#input.memory.remembered['booked-again'];
    // No chain has more links than there are.
    for (let [id, links] = [from, 0]; links <= stored.size; links += 1) {
      const draw = this.#input.memory.pinDraws.get(id);
      if (draw !== undefined) return { id, draw };
      const link = stored.get(String(id));
      if (link?.guest !== 'same') return null;
      id = link.from;
    }
    return null;
  }

  #isBlocked(from: BookingId): boolean {
    return (this.#input.wishes.stays.get(from)?.blockedSinceMs ?? null) !== null;
  }

  #codesOf(from: BookingId): readonly Code[] {
    return this.#observation.managed.get(from) ?? [];
  }

  #isAlive(from: BookingId): boolean {
    const state = this.#sorted.byId.get(from)?.state;
    return (state !== undefined && state !== 'cancelled') || this.#input.bookings.unreadable?.includes(from) === true;
  }

  #now({ doors, unit }: StayClaim): LocalDateTime {
    return this.#clock.nowAt(doors[0] ?? null, unit);
  }

  /** As its codes tell, which have no contact. Nothing where its unit or days are not certain. */
  #goneBooking(id: BookingId): EndedBooking | null {
    const codes = this.#codesOf(id);
    const [unit, ...others] = [...this.#observation.units.values()].filter(({ doors }) =>
      codes.every((code) => doors.some((door) => isSamePlace(door, code))),
    );
    const [code] = codes;
    if (unit === undefined || others.length > 0 || code === undefined) return null;
    const { startDate: arrival, endDate: departure, name: guestName } = code;
    if (!isDay(arrival) || !isDay(departure)) return null;
    return { id, unitId: unit.unitId, arrival, departure, guestName };
  }
}

function isDay(day: Code['startDate']): day is LocalDate {
  return day !== null && day !== UNKNOWN;
}
