/** Until when the doors stay right if no sync runs any more: by the bookings that were read, and the codes that are on the locks. Pure. */
import type { Booking } from '../domain/booking.ts';
import type { Code } from '../domain/code.ts';
import type { ClaimId, CodeId, KeypadPlace } from '../domain/ids.ts';
import type { UnitMapping } from '../domain/mapping.ts';
import type { Plan, PlanInput, StayDoor, StayWindow } from '../domain/plan.ts';
import type { Covered } from '../domain/readiness.ts';
import type { Telling } from '../domain/told.ts';
import { knownBookings } from '../reconcile/bookings.ts';
import { isOff } from '../reconcile/hands/off-codes.ts';
import { isSamePlace, observe } from '../reconcile/observe.ts';
import type { Observation } from '../reconcile/observe.ts';
import { unitOf } from '../reconcile/people/people.ts';
import { asLastWritten } from '../reconcile/stay/last-written.ts';
import { createStayWindows } from '../reconcile/stay-windows.ts';
import type { StayWindows } from '../reconcile/stay-windows.ts';
import { wantsNoCode } from '../reconcile/stays.ts';
import { codeEnd, codeStart, EVER, NEVER } from '../reconcile/windows.ts';
import { createLocalClock } from '../reconcile/zones.ts';
import { addDays, at, dateOf, instantOf } from '../time.ts';
import type { LocalDateTime, WallTime } from '../time.ts';

const MIDNIGHT = '00:00' as WallTime;
/** Smoobu is asked for two days beyond the horizon, of which the last may be left out (cloud-facts S14). */
const READ_BEYOND_DAYS = 1;

type Moment = Pick<Covered, 'untilMs' | 'ends'>;
type Left = Pick<Plan, 'stays' | 'people'>;

/** `input.lists` and `input.memory` are those after the writes, `left` is what the plan made of the stays. null: no unit has a door. */
export function coveredUntil(input: PlanInput, left: Left): Moment | null {
  if (!input.settings.mapping.units.some(({ doors }) => doors.length > 0)) return null;
  return new Coverage(input, left).first();
}

/** Messages that are due until then, or wait for something already. */
export function messagesBefore(lines: readonly Telling[], untilMs: number): number {
  return lines.filter(({ way, state, atMs }) => {
    if (way !== 'message') return false;
    return state === 'due' || state === 'waiting' || (state === 'scheduled' && (atMs ?? 0) < untilMs);
  }).length;
}

/** A code of a booking or person, with its times as far as they are known. */
interface OwnCode extends StayWindow {
  readonly id: CodeId;
  readonly place: KeypadPlace;
  readonly isOff: boolean;
  /** Its times cannot be read, or it has a weekly schedule: nobody should rely on it. */
  readonly isUnsure: boolean;
}

/** Lives for one look. */
class Coverage {
  readonly #input: PlanInput;
  readonly #left: Left;
  readonly #clock;
  readonly #observation: Observation;
  readonly #bookings: readonly Booking[];
  readonly #windows: StayWindows;
  readonly #codes: ReadonlyMap<ClaimId, readonly OwnCode[]>;
  readonly #moments: Moment[] = [];

  constructor(input: PlanInput, left: Left) {
    this.#input = input;
    this.#left = left;
    this.#clock = createLocalClock(input.settings, input.nowMs);
    this.#observation = observe(input);
    this.#bookings = knownBookings(input.bookings, input.lookups);
    const { units } = this.#observation;
    this.#windows = createStayWindows({ bookings: this.#bookings, units, settings: input.settings, wishes: input.wishes.stays });
    this.#codes = ownCodes(input, this.#observation);
  }

  first(): Moment {
    this.#unreadDays();
    this.#arrivals();
    this.#people();
    this.#openCodes();
    return this.#moments.reduce((one, other) => (other.untilMs < one.untilMs ? other : one));
  }

  #add(local: LocalDateTime, place: KeypadPlace | null, unit: UnitMapping | null, ends: Moment['ends']): void {
    this.#moments.push({ untilMs: instantOf(local, this.#clock.zoneAt(place, unit)), ends });
  }

  /** A guest may be booked for any hour of a day that was not read. */
  #unreadDays(): void {
    const day = addDays(dateOf(this.#clock.nowAt(null, null)), this.#input.settings.codes.horizonDays + READ_BEYOND_DAYS + 1);
    for (const unit of this.#input.settings.mapping.units) this.#add(at(day, MIDNIGHT), unit.doors[0] ?? null, unit, 'unread-days');
  }

  #arrivals(): void {
    const planned = new Map(this.#left.stays.map((stay) => [stay.booking.id, stay]));
    for (const booking of this.#bookings) {
      const unit = this.#observation.units.get(booking.unitId);
      const stay = planned.get(booking.id);
      if (stay !== undefined) this.#missing(booking.id, stay.doors, unit ?? null, 'arrival');
      else if (unit !== undefined && isExpected(booking) && !wantsNoCode(this.#input, booking.id)) {
        const window = this.#windowOf(booking);
        this.#missing(
          booking.id,
          unit.doors.map((door) => ({ ...door, window, codeId: null })),
          unit,
          'arrival',
        );
      }
    }
  }

  /** Of a booking that is over, beyond the horizon, or contradicts itself: then a guest may be there on any of its days. */
  #windowOf(booking: Booking): StayWindow {
    const { window } = this.#windows.of(booking);
    if (booking.state === 'live' && window.start < window.end) return window;
    const [first = booking.arrival, last = booking.departure] = [booking.arrival, booking.departure].toSorted();
    return { start: at(first, MIDNIGHT), end: at(addDays(last, 1), MIDNIGHT) };
  }

  #people(): void {
    const { people } = this.#input.wishes;
    for (const { personId, window, doors } of this.#left.people) {
      const person = people.find(({ id }) => id === personId);
      if (person === undefined || window === null) continue;
      const unit = unitOf(person, this.#observation.units);
      this.#missing(personId, doors, unit, 'person');
      if (person.schedule.kind !== 'between-stays' || doors.every((door) => door.isOff === true)) continue;
      // Only a sync moves the code on to the gap after this one, which begins with a check-out.
      for (const { booking, doors: others } of this.#left.stays)
        for (const door of booking.unitId === person.schedule.unitId ? others : [])
          if (door.window.end > window.end) this.#add(door.window.end, door, unit, 'person');
    }
  }

  /** The first moment at which somebody stands before a door that none of their codes opens. */
  #missing(
    id: ClaimId,
    doors: readonly (Pick<StayDoor, 'codeId' | 'window' | 'isOff'> & KeypadPlace)[],
    unit: UnitMapping | null,
    ends: 'arrival' | 'person',
  ): void {
    // Somebody switched a code off, and the user has not said yet that it stays off.
    const isAsked = this.#input.memory.remembered['switched-off'].get(String(id))?.isKept === false;
    for (const door of doors) {
      if (door.isOff === true && !isAsked) continue;
      const codes = (this.#codes.get(id) ?? []).filter(({ place, isOff: off, isUnsure }) => !off && !isUnsure && isSamePlace(place, door));
      const window = this.#byHand(door.codeId, true) ?? door.window;
      const moment = firstWithout(window, codes, this.#clock.nowAt(door, unit));
      if (moment !== null) this.#add(moment, door, unit, ends);
    }
  }

  /** Codes that would still open when the time of their guest or person is over. */
  #openCodes(): void {
    const bookings = new Map<ClaimId, Booking>(this.#bookings.map((booking) => [booking.id, booking]));
    const doors = new Map<ClaimId, readonly StayDoor[]>([
      ...this.#left.stays.map((stay) => [stay.booking.id, stay.doors] as const),
      ...this.#left.people.map((person) => [person.personId, person.window === null ? [] : person.doors] as const),
    ]);
    for (const [id, codes] of this.#codes) {
      const booking = bookings.get(id);
      const unit = this.#observation.units.get(booking?.unitId ?? null) ?? null;
      for (const code of codes) {
        const own = doors.get(id);
        const end = own === undefined ? this.#endWithoutDoors(id, booking, unit) : endAt(own, code.place);
        const allowed = lastOf(end, this.#byHand(code.id, false)?.end ?? EVER);
        const now = this.#clock.nowAt(code.place, unit);
        if (code.isOff || code.end <= allowed || code.end <= now) continue;
        this.#add([allowed, code.start, now].reduce(lastOf), code.place, unit, 'open-code');
      }
    }
  }

  /** When the time of somebody is over for whom nothing is planned: EVER where nobody is to get in, NEVER where nothing tells. */
  #endWithoutDoors(id: ClaimId, booking: Booking | undefined, unit: UnitMapping | null): LocalDateTime {
    const { lookups, wishes } = this.#input;
    // A person who is not known here is of another installation, or from before the wishes were lost: never changed.
    if (typeof id === 'string') return wishes.people.some((person) => person.id === id) ? EVER : NEVER;
    if (booking === undefined) return lookups.get(id)?.kind === 'missing' ? EVER : NEVER;
    if (booking.state === 'cancelled') return EVER;
    // The codes of a unit that is not mapped any more stay as they are.
    return unit === null ? at(addDays(booking.departure, 1), MIDNIGHT) : this.#windowOf(booking).end;
  }

  /** The times that somebody gave a code at The Keys. `isKept`: only where the user said that they stay. */
  #byHand(id: CodeId | null, isKept: boolean): StayWindow | null {
    const hand = id === null ? undefined : this.#input.memory.remembered['by-hand'].get(String(id));
    return hand === undefined || (isKept && !hand.isKept) ? null : hand.now;
  }
}

/** A booking of an unknown type, or with rows that contradict each other, may be a guest's. */
function isExpected({ state }: Booking): boolean {
  return state === 'live' || state === 'unknown';
}

/** On a door that a stay no longer has, its code is the same guest's until the stay is over. */
function endAt(doors: readonly StayDoor[], place: KeypadPlace): LocalDateTime {
  const own = doors.filter((door) => isSamePlace(door, place));
  return (own.length > 0 ? own : doors).map((door) => (door.isOff === true ? EVER : door.window.end)).reduce(lastOf, EVER);
}

/** The codes on the locks; of a door that could not be read, those that were verified there before. */
function ownCodes(input: PlanInput, observation: Observation): ReadonlyMap<ClaimId, readonly OwnCode[]> {
  const codes = new Map<ClaimId, OwnCode[]>();
  const add = (id: ClaimId, code: OwnCode): void => void codes.set(id, [...(codes.get(id) ?? []), code]);
  for (const [id, managed] of observation.managed) for (const code of managed) add(id, ownCode(asLastWritten(code, input)));
  for (const [key, { claimId, lockId, keypadId, window, isActive, isVerified }] of input.memory.remembered['read-back']) {
    const place = { lockId, keypadId };
    if (isVerified && !observation.isReadable(place))
      add(claimId, { id: Number(key) as CodeId, place, ...window, isOff: !isActive, isUnsure: false });
  }
  return codes;
}

function ownCode(code: Code): OwnCode {
  const [start, end] = [codeStart(code), codeEnd(code)];
  return {
    id: code.id,
    place: { lockId: code.lockId, keypadId: code.keypadId },
    start: start ?? EVER,
    end: end ?? NEVER,
    isOff: isOff(code),
    isUnsure: start === null || end === null || code.hasSchedule,
  };
}

/** The first moment of a window that is still to come at which no code opens; null: there is none. */
function firstWithout({ start, end }: StayWindow, codes: readonly StayWindow[], now: LocalDateTime): LocalDateTime | null {
  let moment = lastOf(start, now);
  for (;;) {
    const open = codes.find((code) => code.start <= moment && moment < code.end);
    if (open === undefined || moment >= end) return moment < end ? moment : null;
    moment = open.end;
  }
}

function lastOf(one: LocalDateTime, other: LocalDateTime): LocalDateTime {
  return one > other ? one : other;
}
