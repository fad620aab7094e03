/** What an action on a stay means: the wish that follows, what the user is asked first, or why it cannot be done. Pure. */
import { parsePin } from '../../../shared/domain/code.ts';
import type { Pin } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { StayWindow } from '../../../shared/domain/plan.ts';
import type { ActQuestion, ActRefusal, StayAction } from '../../../shared/domain/stay-action.ts';
import type { DayTime, RetiredPin, StayWish } from '../../../shared/domain/wishes.ts';
import { isTrivialPin } from '../../../shared/reconcile/stay/pins.ts';
import { windowsOverlap } from '../../../shared/reconcile/windows.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { addDays, addMinutes, at, dateOf, daysBetween, timeOf } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import type { StayFacts } from './stay-facts.ts';

export interface Decision {
  /** Applied to what is stored by then. */
  readonly change: (wish: StayWish) => StayWish;
  readonly asks: readonly ActQuestion[];
}
/** What decisions need beside the stay. Without a PIN key, PINs are neither sealed nor recognised. */
export interface DecisionContext {
  readonly nowMs: number;
  /** How often a PIN of this stay was shown here. */
  readonly shown: number;
  /** By which the guest is recognised after booking again. */
  readonly guest: readonly string[];
  readonly isKeyed: boolean;
  seal(pin: Pin): string | null;
  digest(pin: Pin): string | null;
}
type Decided = Result<Decision, ActRefusal>;

type NeedsFacts = Extract<StayAction, { kind: 'from' | 'until' | 'extend' | 'no-code' | 'pin' | 'new-pin' }>;

/** As long as the lengths that are drawn. */
const MIN_DIGITS = 4;
const MAX_DIGITS = 8;
const MAX_RETIRED = 50;
const MAX_DAYS = 2;

/** `facts`: null when the clouds could not be read. */
export function decide(action: StayAction, facts: StayFacts | null, context: DecisionContext): Decided {
  switch (action.kind) {
    case 'note':
      return wished((wish) => ({ ...wish, note: action.text.replaceAll(/\p{Cc}+/gu, ' ').trim() }));
    case 'with-code':
      return wished((wish) => ({ ...wish, noCode: false }));
    case 'no-messages':
      return wished((wish) => ({ ...wish, noMessages: true }));
    case 'with-messages':
      return wished(withMessages);
    case 'unblock':
      return wished((wish) => ({ ...wish, blockedSinceMs: null, letInSinceMs: context.nowMs }));
    case 'reset-times':
      return wished((wish) => ({ ...wish, from: null, until: null }));
    case 'block':
      if (facts?.claim.isDue === false) return err('stay-over');
      return wished((wish) => ({
        ...wish,
        blockedSinceMs: context.nowMs,
        guest: context.guest.length > 0 ? [...context.guest] : wish.guest,
      }));
    default:
      return facts === null ? err('not-read') : decideForStay(action, facts, context);
  }
}

function decideForStay(action: NeedsFacts, facts: StayFacts, context: DecisionContext): Decided {
  if (action.kind === 'from') return ownTimes({ from: action.at }, facts);
  if (action.kind === 'until') return ownTimes({ until: action.at }, facts);
  if (action.kind === 'extend') return extend(action.minutes, facts);
  if (!facts.claim.isDue) return err('stay-over');
  if (action.kind === 'pin') return ownPin(action.digits, facts, context);
  if (action.kind === 'new-pin') return newPin(facts, context);
  const asks: readonly ActQuestion[] = facts.isStaying ? [{ kind: 'no-code-staying', guest: facts.claim.name }] : [];
  return wished((wish) => ({ ...wish, noCode: true }), asks);
}

export function withMessages({ noMessages, ...wish }: StayWish): StayWish {
  return wish;
}

function wished(change: Decision['change'], asks: readonly ActQuestion[] = []): Decided {
  return ok({ change, asks });
}

/** The present PIN is retired wherever it is, so that the plan sees a difference until every door has another one. */
function newPin(facts: StayFacts, context: DecisionContext): Decided {
  if (!context.isKeyed) return err('no-pin-key');
  const { codes, draw, isStaying, claim } = facts;
  if (codes.some(({ pin }) => pin === null)) return err('pin-unknown');
  const pins = new Set(codes.flatMap(({ pin }) => pin ?? []));
  const retired = [...pins].flatMap((pin): readonly RetiredPin[] => {
    if (pin === draw?.pin) return [draw.draw];
    const digest = context.digest(pin);
    return digest === null ? [] : [{ digest }];
  });
  // Not on any door yet, and the next sync would use it.
  if (codes.length === 0 && draw !== null) retired.push(draw.draw);
  const asks: readonly ActQuestion[] = [
    { kind: 'new-pin', guest: claim.name, shown: context.shown },
    ...(isStaying ? [{ kind: 'new-pin-staying', guest: claim.name } as const] : []),
  ];
  return wished((wish) => ({ ...wish, pin: { typed: null, retired: withRetired(wish.pin.retired, retired) } }), asks);
}

export function withRetired(known: readonly RetiredPin[], more: readonly RetiredPin[]): RetiredPin[] {
  const seen = new Set(known.map((one) => JSON.stringify(one)));
  return [...known, ...more.filter((one) => !seen.has(JSON.stringify(one)))].slice(-MAX_RETIRED);
}

/** On all doors or none. */
function ownPin(digits: string, { claim, others, isRetired }: StayFacts, context: DecisionContext): Decided {
  const pin = parsePin(digits);
  if (pin === null || pin.length < MIN_DIGITS || pin.length > MAX_DIGITS) return err('pin-length');
  const typed = context.seal(pin);
  if (typed === null) return err('no-pin-key');
  if (isTrivialPin(pin)) return err('pin-trivial');
  const lacks = claim.doors.some((door) => door.digits !== undefined && ![...pin].every((digit) => door.digits?.includes(digit)));
  if (lacks) return err('pin-digits');
  if (isRetired(pin)) return err('pin-retired');
  if (claim.doors.some((door) => !others.isFreeAt(claim.id, door, pin))) return err('pin-taken');
  if (claim.doors.some((door) => others.hasNeighbour(door, pin, claim.window))) return err('pin-near');
  return wished((present) => ({ ...present, pin: { ...present.pin, typed } }));
}

/** Relative to the stay's own days. One that would shut out a guest who is staying is not taken: that is what blocking is for. */
function ownTimes(times: { readonly from?: DayTime; readonly until?: DayTime }, facts: StayFacts): Decided {
  const { claim, now, isStaying } = facts;
  const { arrival, departure } = claim.booking;
  const start = times.from === undefined ? claim.window.start : at(addDays(arrival, times.from.day), times.from.time);
  const end = times.until === undefined ? claim.window.end : at(addDays(departure, times.until.day), times.until.time);
  if (start >= end) return err('window-empty');
  if (isStaying && (start > now || end <= now)) return err('locks-out');
  return wished((wish) => ({ ...wish, ...times }), crossed({ start, end }, facts));
}

function extend(minutes: number, facts: StayFacts): Decided {
  const { claim, now } = facts;
  const latest = claim.window.end > now ? claim.window.end : now;
  const end: LocalDateTime = addMinutes(latest, minutes);
  const day = daysBetween(claim.booking.departure, dateOf(end));
  if (Math.abs(day) > MAX_DAYS) return err('too-far');
  return ownTimes({ until: { day, time: timeOf(end) } }, facts);
}

/** Stays that the window crosses and the present one does not. */
function crossed(window: StayWindow, { claim, neighbours }: StayFacts): readonly ActQuestion[] {
  const places = new Set(claim.doors.map(placeKey));
  return neighbours
    .filter(({ doors }) => doors.some((door) => places.has(placeKey(door))))
    .filter((other) => windowsOverlap(window, other.window) && !windowsOverlap(claim.window, other.window))
    .map(({ name, window: { start, end } }) => ({ kind: 'crosses', other: name, from: start, until: end }));
}
