/**
 * What may be removed from a keypad that refuses a code because it is full: own codes that have ended, and then for now the code of a distant
 * arrival. Whether the keypad really is full is never guessed here: this is asked for only after a refusal.
 */
import { holdOf } from '../../domain/plan.ts';
import type { CreateOperation, DeleteOperation, HoldReason, Plan, PlanInput } from '../../domain/plan.ts';
import { UNKNOWN } from '../../domain/code.ts';
import type { BookingId, KeypadPlace } from '../../domain/ids.ts';
import { compareText } from '../../text.ts';
import { addDays, addMinutes, at, DAY_MS, dateOf, timeOf } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { isSamePlace, observe } from '../observe.ts';
import type { Observation } from '../observe.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { deletion } from '../removals/deletion.ts';
import { fullPin } from '../stay/pins.ts';
import { createOperation, wantedFields } from '../stay/stay-operations.ts';
import { sortBookings } from '../stays.ts';
import type { StayClaim } from '../claims.ts';
import type { SortedBookings } from '../stays.ts';
import { triesOf } from './try-again.ts';
import { endedBefore } from '../windows.ts';
import { createLocalClock } from '../zones.ts';
import type { LocalClock } from '../zones.ts';

/** Arrivals up to here are near. Only they get a place at the cost of another, and only codes of arrivals behind it are removed ... */
const NEAR_DAYS = 14;
/** ... or behind this, for a guest who arrives within a day. */
const NEAR_FOR_URGENT_DAYS = 3;
const URGENT_MINUTES = 1_440;
/** Codes that are removed for room within a day. */
const MAX_A_DAY = 3;

/** The code of a distant arrival: how to remove it, and how to make it again should that be in vain. */
interface DistantCode {
  readonly start: LocalDateTime;
  readonly remove: DeleteOperation;
  readonly restore: CreateOperation;
}
export interface RoomFinder {
  ended(place: KeypadPlace): readonly DeleteOperation[];
  /** Most distant first. `start`: of the stay that needs a place. */
  distant(place: KeypadPlace, start: LocalDateTime): readonly DistantCode[];
}

export function isNear(start: LocalDateTime, now: LocalDateTime): boolean {
  return start <= daysAfter(now, NEAR_DAYS);
}
/** Also true for a stay that is under way. */
export function isUrgent(start: LocalDateTime, now: LocalDateTime): boolean {
  return start <= addMinutes(now, URGENT_MINUTES);
}
function daysAfter(now: LocalDateTime, days: number): LocalDateTime {
  return at(addDays(dateOf(now), days), timeOf(now));
}

/** How many codes may still be removed for room today. A time in the future, from a clock that was ahead, counts. */
export function roomLeft({ memory, nowMs }: PlanInput): number {
  const recent = [...memory.remembered['made-room'].values()].filter(({ atMs }) => nowMs - atMs < DAY_MS);
  return Math.max(0, MAX_A_DAY - recent.length);
}

/** Holds which say that more than one code may be about to go by mistake. */
function isBrake(hold: HoldReason | null): boolean {
  return hold === 'too-many-deletes' || hold === 'clock-stepped' || hold === 'no-bookings';
}

/** False while "distant", "live" or the PIN to give back could be wrong, and while the brake holds anything. */
export function mayMakeRoom(input: PlanInput, planned?: Pick<Plan, 'heldBecause' | 'operations'>): boolean {
  if (!input.bookings.complete || input.clockStepped || onlyExtends(input)) return false;
  if ([...input.memory.waiting.values()].some(({ hold }) => isBrake(hold))) return false;
  return planned === undefined || (planned.heldBecause === null && !planned.operations.some((operation) => isBrake(holdOf(operation))));
}

/** For a run, which has only the input of its plan. */
export function roomFinderFor(input: PlanInput): RoomFinder {
  const clock = createLocalClock(input.settings, input.nowMs);
  const observation = observe(input);
  return createRoomFinder(input, observation, sortBookings(input, observation, clock), clock);
}

export function createRoomFinder(input: PlanInput, observation: Observation, sorted: SortedBookings, clock: LocalClock): RoomFinder {
  let found: ReadonlyMap<BookingId, StayClaim> | undefined;
  const due = (): ReadonlyMap<BookingId, StayClaim> =>
    (found ??= new Map(sorted.live.filter(({ isDue }) => isDue).map((stay) => [stay.booking.id, stay])));
  return {
    ended(place) {
      if (input.clockStepped || onlyExtends(input)) return [];
      return [...observation.managed].flatMap(([bookingId, codes]) => {
        if (typeof bookingId !== 'number' || due().has(bookingId) || sorted.untouchable.has(bookingId)) return [];
        const over = codes.filter((code) => isSamePlace(code, place) && endedBefore(code, 0, clock.nowAt(code, null)));
        return over
          .map((code) => deletion(bookingId, null, code, 'ended'))
          .filter(({ key }) => input.memory.remembered.decision.get(key)?.choice !== 'keep' && !input.memory.waiting.has(key));
      });
    },
    distant(place, start) {
      if (!mayMakeRoom(input)) return [];
      const now = clock.nowAt(place, null);
      if (!isNear(start, now)) return [];
      const beyond = daysAfter(now, isUrgent(start, now) ? NEAR_FOR_URGENT_DAYS : NEAR_DAYS);
      const distant: DistantCode[] = [];
      for (const stay of due().values()) {
        const code = stay.window.start > beyond ? distantCode(stay, place, input, clock) : null;
        if (code !== null) distant.push(code);
      }
      return distant.sort((one, other) => compareText(other.start, one.start));
    },
  };
}

/** null unless the stay has exactly this code there, as it should be, and gets the same PIN again for certain. */
function distantCode(stay: StayClaim, place: KeypadPlace, input: PlanInput, clock: LocalClock): DistantCode | null {
  const { booking, window, managed, doors } = stay;
  const [code, ...doubles] = managed.filter((one) => isSamePlace(one, place));
  const door = doors.find((one) => isSamePlace(one, place));
  const draw = input.memory.pinDraws.get(booking.id);
  if (code === undefined || door === undefined || doubles.length > 0 || draw === undefined || code.hasSchedule) return null;
  const wanted = wantedFields(stay, code);
  const isRight =
    code.active === true &&
    code.startDate === wanted.startDate &&
    code.endDate === wanted.endDate &&
    (code.startTime === wanted.startTime || code.startTime === UNKNOWN) &&
    (code.endTime === wanted.endTime || code.endTime === UNKNOWN);
  const pin = input.drawPin(booking.id, draw.attempt, draw.length);
  if (!isRight || fullPin(code, draw.length) !== pin) return null;
  return {
    start: window.start,
    remove: deletion(booking.id, booking, code, 'makes-room'),
    restore: createOperation(stay, door, { pin, draw }, code, triesOf(stay, input, clock)),
  };
}
