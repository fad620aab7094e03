/** Chooses a PIN: the first draw that is neither trivial nor taken (sync rules, "PINs"). */
import type { Code, Pin } from '../../domain/code.ts';
import type { ClaimId, KeypadPlace } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import type { PinDraw, StayWindow } from '../../domain/plan.ts';
import { codeEnd, codeStart, EVER, NEVER, windowsOverlap } from '../windows.ts';

/** The lengths of PINs. One that was sent as a number may have lost leading zeros from any of them. */
const MAX_PIN_LENGTH = 8;
const MIN_PIN_LENGTH = 4;
const ASCENDING = '0123456789';
const DESCENDING = '9876543210';
/** After so many draws, a free PIN is good enough although it resembles another or another booking of the account has it. */
const PREFERRED_ATTEMPTS = 200;
const FULL_SHARE = 0.95;
/** Draws in all: where one PIN in a hundred is free, all draws miss it less than once in a hundred million times. */
const MAX_ATTEMPTS = 2_000;

/** One digit repeated, a run up or down, two digits alternating, a mirrored half such as 1221, or a year 1900-2099. */
export function isTrivialPin(pin: string): boolean {
  if (ASCENDING.includes(pin) || DESCENDING.includes(pin)) return true;
  // Two alternating digits include one repeated digit.
  if (pin.slice(2) === pin.slice(0, -2) || (pin.length % 2 === 0 && isMirrored(pin))) return true;
  return pin.length === 4 && (pin.startsWith('19') || pin.startsWith('20'));
}

/** How many PINs of each length are trivial: counting them takes too long to do it in a run. */
const TRIVIAL_PINS: Readonly<Record<number, number>> = { 4: 400, 5: 112, 6: 1_100, 7: 108, 8: 10_096 };

/** How many PINs of that length are not trivial. */
export function pinCount(length: number): number {
  return 10 ** length - (TRIVIAL_PINS[length] ?? 0);
}

function isMirrored(pin: string): boolean {
  for (let left = 0, right = pin.length - 1; left < right; left += 1, right -= 1) if (pin[left] !== pin[right]) return false;
  return true;
}

/** The PIN with lost leading zeros restored, given that it has this many digits. */
export function fullPin(code: Code, length: number): Pin | null {
  if (code.pin === null) return null;
  return code.pinMayLackZeros ? (code.pin.padStart(length, '0') as Pin) : code.pin;
}

/**
 * The PIN for writing it back; null where it is not certain. A number that is shorter than expected may have lost zeros, or be a shorter PIN made
 * by hand: it is certain only where the shortest length is expected, or where it is the booking's own draw.
 */
export function sureFullPin(code: Code, expectedLength: number, ownDraw: (length: number) => Pin): Pin | null {
  if (code.pin === null || !code.pinMayLackZeros || code.pin.length >= expectedLength) return code.pin;
  const full = fullPin(code, expectedLength);
  return expectedLength === MIN_PIN_LENGTH || full === ownDraw(expectedLength) ? full : null;
}

/** Whether a PIN read from a lock is the one that was sent. */
export function samePin(code: Code, sent: Pin): boolean {
  return fullPin(code, sent.length) === sent;
}

/** Every PIN that a code may have: as sent, and for a number also with lost zeros restored. */
export function possiblePins(code: Code): readonly string[] {
  if (code.pin === null) return [];
  const pins: string[] = code.pinMayLackZeros && code.pin.length < MIN_PIN_LENGTH ? [] : [code.pin];
  if (!code.pinMayLackZeros) return pins;
  for (let length = Math.max(code.pin.length + 1, MIN_PIN_LENGTH); length <= MAX_PIN_LENGTH; length += 1)
    pins.push(code.pin.padStart(length, '0'));
  return pins;
}

/** The PINs that are taken, on each keypad and by bookings anywhere. Grows while a plan assigns PINs. */
export class PinRegister {
  /** By place, and by the PIN as a number with a 1 before it: millions of neighbours are looked up. */
  readonly #byPlace = new Map<string, Map<number, StayWindow[]>>();
  /** null: several bookings have it, through codes made elsewhere. Then it is assigned to nobody again. */
  readonly #ownersOfPin = new Map<string, ClaimId | null>();
  /** PINs that live bookings have, by length, without trivial ones. */
  readonly #owned = new Map<number, number>();
  /** By place and PIN: the booking that gets this PIN back when its code is created again. */
  readonly #kept = new Map<string, Map<string, ClaimId>>();

  /** A code takes its PIN on its keypad, whoever made it and whether it works or not. */
  addCode(code: Code): void {
    const window = { start: codeStart(code) ?? EVER, end: codeEnd(code) ?? NEVER };
    for (const pin of possiblePins(code)) this.#add(code, pin, window);
  }

  /** A PIN that a booking has, if the booking may be live. */
  addOwner(claimId: ClaimId, pin: string): void {
    const owner = this.#ownersOfPin.get(pin);
    this.#ownersOfPin.set(pin, owner === undefined || owner === claimId ? claimId : null);
    if (owner === undefined && !isTrivialPin(pin)) this.#owned.set(pin.length, (this.#owned.get(pin.length) ?? 0) + 1);
  }

  /** The booking has no code there at the moment: nobody else gets its PIN meanwhile. */
  keepFor(claimId: ClaimId, place: KeypadPlace, pin: Pin | string): void {
    const key = placeKey(place);
    const kept = this.#kept.get(key) ?? new Map<string, ClaimId>();
    this.#kept.set(key, kept.set(pin, kept.get(pin) ?? claimId));
  }

  give(claimId: ClaimId, place: KeypadPlace, pin: Pin, window: StayWindow): void {
    this.#add(place, pin, window);
    this.addOwner(claimId, pin);
  }

  isFreeAt(claimId: ClaimId, place: KeypadPlace, pin: string): boolean {
    const key = placeKey(place);
    if (this.#byPlace.get(key)?.has(pinNumber(pin)) === true) return false;
    return (this.#kept.get(key)?.get(pin) ?? claimId) === claimId;
  }

  isOthers(claimId: ClaimId, pin: string): boolean {
    const owner = this.#ownersOfPin.get(pin);
    return owner !== undefined && owner !== claimId;
  }

  /** Whether a PIN that differs in one digit works on that keypad during the window. */
  hasNeighbour(place: KeypadPlace, pin: string, window: StayWindow): boolean {
    const taken = this.#byPlace.get(placeKey(place));
    if (taken === undefined) return false;
    const present = pinNumber(pin);
    for (let unit = 1; unit <= present / 10; unit *= 10) {
      const first = present - (Math.floor(present / unit) % 10) * unit;
      for (let digit = 0; digit < 10; digit += 1) {
        const neighbour = first + digit * unit;
        if (neighbour !== present && taken.get(neighbour)?.some((other) => windowsOverlap(other, window)) === true) return true;
      }
    }
    return false;
  }

  /** True when no PIN of that length is free on all of these keypads. Counted: trying each would take a booking's every draw. */
  isFull(places: readonly KeypadPlace[], length: number): boolean {
    const taken = places.flatMap((place) => this.#byPlace.get(placeKey(place)) ?? []);
    const all = pinCount(length);
    if (taken.reduce((sum, pins) => sum + pins.size, 0) < all) return false;
    const distinct = new Set(
      taken.flatMap((pins) =>
        [...pins.keys()].map((pin) => String(pin).slice(1)).filter((pin) => pin.length === length && !isTrivialPin(pin)),
      ),
    );
    return distinct.size >= all;
  }

  /** True when live bookings of the account have nearly every PIN of that length: one that nobody has would take too many draws. */
  isAccountFull(length: number): boolean {
    return (this.#owned.get(length) ?? 0) >= pinCount(length) * FULL_SHARE;
  }

  /** True when live bookings have two thirds of the PINs of that length. */
  isRunningOut(length: number): boolean {
    return (this.#owned.get(length) ?? 0) >= PinRegister.runningOutFrom(length);
  }

  /** A code has one PIN of a length at most, so fewer codes than this need not be looked through. */
  static runningOutFrom(length: number): number {
    return (pinCount(length) * 2) / 3;
  }

  #add(place: KeypadPlace, pin: string, window: StayWindow): void {
    const key = placeKey(place);
    let taken = this.#byPlace.get(key);
    if (taken === undefined) {
      taken = new Map();
      this.#byPlace.set(key, taken);
    }
    const number = pinNumber(pin);
    const windows = taken.get(number);
    if (windows === undefined) taken.set(number, [window]);
    else windows.push(window);
  }
}

function pinNumber(pin: string): number {
  return Number(`1${pin}`);
}

export interface PinRequest {
  readonly claimId: ClaimId;
  /** The doors that need a code, with the window it will have there. */
  readonly doors: readonly (KeypadPlace & { readonly window: StayWindow })[];
  /** Every keypad of the booking: a PIN taken on any of them is skipped. */
  readonly places: readonly KeypadPlace[];
  readonly length: number;
  /** The draw the booking had before: a code deleted by hand comes back with the PIN that the guest was told. */
  readonly remembered: PinDraw | null;
  /** False for PINs that a keypad of the booking cannot have. */
  readonly isUsable?: (pin: Pin) => boolean;
}

/** null when no PIN is free. */
export function choosePin(
  request: PinRequest,
  register: PinRegister,
  drawPin: (claimId: ClaimId, attempt: number, length: number) => Pin,
): { readonly pin: Pin; readonly draw: PinDraw } | null {
  const { claimId, remembered } = request;
  const isFree = (pin: Pin): boolean => request.places.every((place) => register.isFreeAt(claimId, place, pin));
  if (remembered !== null) {
    const pin = drawPin(claimId, remembered.attempt, remembered.length);
    // With another PIN key than before, the same draw gives another PIN.
    if (!isTrivialPin(pin) && isFree(pin)) return { pin, draw: remembered };
  }
  if (register.isFull(request.places, request.length)) return null;
  const mayBeUnique = !register.isAccountFull(request.length);
  // Better a PIN like another on the keypad than one that opens another guest's door.
  const faultsOf = (pin: Pin): number =>
    (mayBeUnique && register.isOthers(claimId, pin) ? 2 : 0) +
    (request.doors.some((door) => register.hasNeighbour(door, pin, door.window)) ? 1 : 0);
  let best: { readonly pin: Pin; readonly draw: PinDraw; readonly faults: number } | null = null;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt >= PREFERRED_ATTEMPTS && best !== null) break;
    const pin = drawPin(claimId, attempt, request.length);
    if (isTrivialPin(pin) || !isFree(pin) || request.isUsable?.(pin) === false) continue;
    const faults = faultsOf(pin);
    if (best === null || faults < best.faults) best = { pin, draw: { attempt, length: request.length }, faults };
    if (faults === 0) break;
  }
  return best === null ? null : { pin: best.pin, draw: best.draw };
}
