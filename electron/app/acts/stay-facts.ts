/** What is known of one stay when the user acts on it, from what a run read. Pure. */
import type { Code, Pin } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { PinDraw, PlanInput } from '../../../shared/domain/plan.ts';
import { noStayWish } from '../../../shared/domain/wishes.ts';
import type { StayWish } from '../../../shared/domain/wishes.ts';
import type { StayClaim } from '../../../shared/reconcile/claims.ts';
import type { StayTimes } from '../../../shared/reconcile/stay-window.ts';
import { knownBookings } from '../../../shared/reconcile/bookings.ts';
import { observe } from '../../../shared/reconcile/observe.ts';
import { isReplaced, retiredPins } from '../../../shared/reconcile/stay/retired-pins.ts';
import { PinRegister, possiblePins } from '../../../shared/reconcile/stay/pins.ts';
import { pinOfCode } from '../../../shared/reconcile/stay/stay-pins.ts';
import { sortBookings } from '../../../shared/reconcile/stays.ts';
import { mayBeOpen } from '../../../shared/reconcile/windows.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import type { LocalDateTime } from '../../../shared/time.ts';

export interface StayFacts {
  readonly claim: StayClaim;
  readonly wish: StayWish;
  /** Where the ends of its window come from. */
  readonly times: StayTimes;
  /** Of its doors. */
  readonly zone: string;
  /** Wall time at the door. */
  readonly now: LocalDateTime;
  /** The guest may be let in now. */
  readonly isStaying: boolean;
  /** Its codes, each with its PIN where that is certain. */
  readonly codes: readonly { readonly code: Code; readonly pin: Pin | null }[];
  readonly draw: { readonly draw: PinDraw; readonly pin: Pin } | null;
  /** Other stays that have a door of this one. */
  readonly neighbours: readonly StayClaim[];
  /** True for one that must not be used again, since the user, a hand or another computer replaced it. */
  readonly isRetired: (pin: Pin) => boolean;
  /** The PINs of everybody else. */
  readonly others: PinRegister;
}
export type NoFacts = 'stay-unknown' | 'stay-cancelled' | 'stay-without-doors';

export function stayFacts(input: PlanInput, id: BookingId): StayFacts | NoFacts {
  const booking = knownBookings(input.bookings, input.lookups).find((known) => known.id === id);
  if (booking === undefined) return 'stay-unknown';
  if (booking.state === 'cancelled') return 'stay-cancelled';
  const wish = input.wishes.stays.get(id) ?? noStayWish();
  // A stay without a code has a window, doors and neighbours all the same.
  const withCode = { ...input, wishes: { ...input.wishes, stays: new Map([...input.wishes.stays, [id, { ...wish, noCode: false }]]) } };
  const clock = createLocalClock(input.settings, input.nowMs);
  const observation = observe(input);
  const sorted = sortBookings(withCode, observation, clock);
  const claim = sorted.live.find((live) => live.id === id);
  if (claim === undefined) return 'stay-without-doors';
  const places = new Set(claim.doors.map(placeKey));
  const now = clock.nowAt(claim.doors[0] ?? null, claim.unit);
  const draw = input.memory.pinDraws.get(id);
  const isRetired = retiredPins({ id, former: null }, input);
  return {
    claim,
    wish,
    times: sorted.windows.of(claim.booking),
    zone: clock.zoneAt(claim.doors[0] ?? null, claim.unit),
    now,
    isStaying: (claim.window.start <= now && now < claim.window.end) || claim.managed.some((code) => mayBeOpen(code, now)),
    codes: claim.managed.map((code) => ({ code, pin: pinOfCode(claim, code, input) })),
    draw: draw === undefined ? null : { draw, pin: input.drawPin(id, draw.attempt, draw.length) },
    neighbours: sorted.live.filter((other) => other.id !== id && other.isDue && other.doors.some((door) => places.has(placeKey(door)))),
    isRetired: (pin) => isRetired(pin) || isReplaced(pin, id, claim.managed, input),
    others: registerOthers(
      input,
      observation.all.filter((code) => !claim.managed.includes(code)),
      sorted.live.filter((other) => other.id !== id),
    ),
  };
}

/** Their codes, and the PINs of stays whose code is not there yet. */
function registerOthers(input: PlanInput, codes: readonly Code[], others: readonly StayClaim[]): PinRegister {
  const register = new PinRegister();
  for (const code of codes) register.addCode(code);
  for (const { id, doors, window, isDue } of others) {
    const draw = input.memory.pinDraws.get(id);
    if (draw === undefined || !isDue) continue;
    const pin = input.drawPin(id, draw.attempt, draw.length);
    for (const door of doors)
      if (!codes.some((code) => placeKey(code) === placeKey(door) && possiblePins(code).includes(pin)))
        register.give(id, door, pin, window);
  }
  return register;
}
