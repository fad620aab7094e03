/**
 * How many codes a keypad holds is known only from its refusals. Places below that are given to the nearest arrivals first, and some stay free
 * for those who book late.
 */
import type { KeypadPlace } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { DAY_MS } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { createdKey } from './created-codes.ts';
import { createRoomFinder, isNear, isUrgent, roomLeft } from './make-room.ts';
import { isSamePlace } from '../observe.ts';
import type { Observation } from '../observe.ts';
import { keypadFull, removedForRoom, waitsForPlace } from '../stay/stay-problems.ts';
import type { Claim } from '../claims.ts';
import type { SortedBookings } from '../stays.ts';
import { codeEnd } from '../windows.ts';
import type { LocalClock } from '../zones.ts';

/** Places that arrivals behind the near ones leave free. */
const KEPT_FREE = 3;
const WARN_SHARE = 0.9;

export interface Capacity {
  /** null: the stay may get a code on that keypad. Otherwise why not. Asked once for each code to create, nearest arrivals first. */
  refuses(claim: Claim, place: KeypadPlace): Problem | null;
  /** How long ended codes stay on that keypad. */
  keepDays(place: KeypadPlace): number;
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

interface Keypad extends KeypadPlace {
  readonly limit: number;
  readonly held: number;
  free: number;
  /** Codes that have ended and go once a create is refused. */
  ended: number;
  /** The limit may be tried, once. */
  trial: boolean;
  /** Already counted on, by key. */
  readonly taken: Set<string>;
}

export function createCapacity(input: PlanInput, observation: Observation, sorted: SortedBookings, clock: LocalClock): Capacity {
  const { nowMs, memory } = input;
  const finder = createRoomFinder(input, observation, sorted, clock);
  const remember: MemoryChange[] = [];
  const keypads = new Map<string, Keypad>();
  for (const [key, { lockId, keypadId, codes: limit, atMs }] of memory.remembered['keypad-limit']) {
    const place = { lockId, keypadId };
    const held = countAt(observation, place);
    // It holds more than when it was full: it was not, or is not any more.
    if (held > limit) remember.push({ kind: 'keypad-limit', key, value: null });
    else {
      const trial = nowMs - atMs >= DAY_MS || nowMs < atMs;
      keypads.set(key, { ...place, limit, held, free: limit - held, ended: finder.ended(place).length, trial, taken: new Set() });
    }
  }
  let budget = roomLeft(input);
  const isCrowded = ({ held, limit }: Keypad): boolean => limit > 0 && held >= limit * WARN_SHARE;
  for (const [key, { claimId, atMs, ...place }] of memory.remembered['made-room']) {
    const isBack = observation.managed.get(claimId)?.some((code) => isSamePlace(code, place)) === true;
    const isWanted = sorted.live.some((stay) => stay.isDue && stay.id === claimId);
    const isOld = nowMs - atMs >= DAY_MS && !input.clockStepped;
    if (isOld && (isBack || (!isWanted && input.bookings.complete))) remember.push({ kind: 'made-room', key, value: null });
  }

  /** Whether something can be removed for this code, should the keypad refuse it. A person's code never costs a guest a place. */
  const hasRoom = (keypad: Keypad, start: LocalDateTime, isGuest: boolean): boolean => {
    if (keypad.ended > 0) {
      keypad.ended -= 1;
      return true;
    }
    if (budget <= 0 || !isGuest) return false;
    const distant = finder.distant(keypad, start).find(({ remove }) => !keypad.taken.has(remove.key));
    if (distant === undefined) return false;
    keypad.taken.add(distant.remove.key);
    budget -= 1;
    return true;
  };
  return {
    refuses(claim, place) {
      const keypad = keypads.get(placeKey(place));
      if (keypad === undefined) return null;
      const { start } = claim.window;
      const now = clock.nowAt(place, claim.unit);
      const near = isNear(start, now);
      if (keypad.free > (near ? 0 : KEPT_FREE)) {
        keypad.free -= 1;
        return null;
      }
      // Being refused harms nobody, and a guest at the door may still get in.
      const isGuest = claim.booking !== null;
      if ((isGuest && isUrgent(start, now)) || (near && hasRoom(keypad, start, isGuest))) return null;
      if (keypad.trial && keypad.free <= 0) {
        keypad.trial = false;
        return null;
      }
      const removed = memory.remembered['made-room'].get(createdKey(claim.id, place));
      if (removed === undefined) return (near ? keypadFull : waitsForPlace)(claim.id, place, keypad.held, keypad.limit);
      return removedForRoom(claim.id, place, removed.forClaim, freeAgain(observation, place, now));
    },
    keepDays(place) {
      const keypad = keypads.get(placeKey(place));
      return keypad !== undefined && isCrowded(keypad) ? 0 : input.settings.codes.keepDays;
    },
    problems: [...keypads.values()].filter(isCrowded).map(({ lockId, keypadId, held, limit }) => ({
      kind: 'keypad-nearly-full',
      text: problemText('problem.keypad-nearly-full', { codes: held, limit }),
      retryable: false,
      lockId,
      keypadId,
    })),
    remember,
  };
}

/** How many codes a keypad holds, whoever made them. */
export function countAt(observation: Observation, place: KeypadPlace): number {
  return observation.all.filter((code) => isSamePlace(code, place)).length;
}

/** When the next of our codes on the keypad ends, as far as that is known. */
export function freeAgain(observation: Observation, place: KeypadPlace, now: LocalDateTime): LocalDateTime | null {
  const ends = [...observation.managed.values()]
    .flat()
    .filter((code) => isSamePlace(code, place))
    .flatMap((code) => codeEnd(code) ?? []);
  return ends.filter((end) => end > now).sort()[0] ?? null;
}
