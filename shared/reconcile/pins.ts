/** Choosing a PIN: which digits are unfit, which are taken, and the first draw that fits (sync rules, "PINs"). */
import type { Code, Pin } from '../domain/code.ts';
import type { BookingId, KeypadPlace } from '../domain/ids.ts';
import { placeKey } from '../domain/ids.ts';
import type { PinDraw, StayWindow } from '../domain/plan.ts';
import { codeEnd, codeStart, windowsOverlap } from './windows.ts';
import type { LocalDateTime } from '../time.ts';

/** Lengths a PIN can have; a PIN that came as a number may have lost zeros to any of them. */
const MAX_PIN_LENGTH = 8;
const MIN_PIN_LENGTH = 4;
const ASCENDING = '0123456789';
const DESCENDING = '9876543210';
/** Draws looked at for one without a near neighbour before the best that merely fits is taken. */
const PREFERRED_ATTEMPTS = 200;
/** Draws looked at in all: with one PIN in a hundred still free, missing it is less likely than one in a hundred million. */
const MAX_ATTEMPTS = 2_000;

/** One digit repeated, a run up or down, two digits alternating, a mirrored half such as 1221, or a year 1900-2099. */
export function isTrivialPin(pin: string): boolean {
  if (ASCENDING.includes(pin) || DESCENDING.includes(pin)) return true;
  // One digit repeated is two alternating.
  if (pin.slice(2) === pin.slice(0, -2) || (pin.length % 2 === 0 && isMirrored(pin))) return true;
  return pin.length === 4 && (pin.startsWith('19') || pin.startsWith('20'));
}

function isMirrored(pin: string): boolean {
  for (let index = 0; index < pin.length / 2; index += 1) if (pin[index] !== pin[pin.length - 1 - index]) return false;
  return true;
}

/** The PIN as it stands on the keypad, when it has that many digits: a number's lost zeros put back. */
export function fullPin(code: Code, length: number): Pin | null {
  if (code.pin === null) return null;
  return code.pinMayLackZeros ? (code.pin.padStart(length, '0') as Pin) : code.pin;
}

/**
 * The PIN as it stands on the keypad, for writing it back; null where that cannot be known. A number shorter than the usual PINs
 * may have lost zeros, or be a shorter PIN made by hand: it is only sure below the shortest length, and where it is the booking's own draw.
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

/** Every PIN that a code may have: what it tells, and for a number also that with lost zeros put back. */
export function possiblePins(code: Code): readonly string[] {
  if (code.pin === null) return [];
  const pins: string[] = code.pinMayLackZeros && code.pin.length < MIN_PIN_LENGTH ? [] : [code.pin];
  if (!code.pinMayLackZeros) return pins;
  for (let length = Math.max(code.pin.length + 1, MIN_PIN_LENGTH); length <= MAX_PIN_LENGTH; length += 1)
    pins.push(code.pin.padStart(length, '0'));
  return pins;
}

/** All PINs that must not be given again, by keypad and over the account. Grows as a plan gives PINs out. */
export class PinRegister {
  readonly #byPlace = new Map<string, Map<string, StayWindow[]>>();
  /** null: several bookings have it, through codes made elsewhere; it is given to no other and kept by each of them. */
  readonly #ownersOfPin = new Map<string, BookingId | null>();

  /** A code on a keypad takes its PIN there, whoever made it and whether it works or not. */
  addCode(code: Code): void {
    const window = { start: codeStart(code) ?? ('0000' as LocalDateTime), end: codeEnd(code) ?? ('9999' as LocalDateTime) };
    for (const pin of possiblePins(code)) this.#add(code, pin, window);
  }

  /** A PIN given to, or held by, a booking that may be live. The first owner stays: any other booking is kept off it. */
  addOwner(bookingId: BookingId, pin: string): void {
    const owner = this.#ownersOfPin.get(pin);
    this.#ownersOfPin.set(pin, owner === undefined || owner === bookingId ? bookingId : null);
  }

  give(bookingId: BookingId, place: KeypadPlace, pin: Pin, window: StayWindow): void {
    this.#add(place, pin, window);
    this.addOwner(bookingId, pin);
  }

  isFreeAt(place: KeypadPlace, pin: string): boolean {
    return this.#byPlace.get(placeKey(place))?.has(pin) !== true;
  }

  isOthers(bookingId: BookingId, pin: string): boolean {
    const owner = this.#ownersOfPin.get(pin);
    return owner !== undefined && owner !== bookingId;
  }

  /** True when a PIN one digit away works on that keypad during the window. */
  hasNeighbour(place: KeypadPlace, pin: string, window: StayWindow): boolean {
    const taken = this.#byPlace.get(placeKey(place));
    if (taken === undefined) return false;
    // Few PINs are sooner compared than all neighbours looked up.
    if (taken.size < 9 * pin.length) {
      for (const [other, windows] of taken) {
        if (isNeighbour(pin, other) && windows.some((theirs) => windowsOverlap(theirs, window))) return true;
      }
      return false;
    }
    for (let index = 0; index < pin.length; index += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const neighbour = pin.slice(0, index) + String(digit) + pin.slice(index + 1);
        if (neighbour !== pin && taken.get(neighbour)?.some((other) => windowsOverlap(other, window)) === true) return true;
      }
    }
    return false;
  }

  /** True when no PIN of that length can be left on the keypad. */
  isFull(place: KeypadPlace, length: number): boolean {
    const taken = this.#byPlace.get(placeKey(place));
    if (taken === undefined || taken.size < 10 ** length) return false;
    let count = 0;
    for (const pin of taken.keys()) if (pin.length === length) count += 1;
    return count >= 10 ** length;
  }

  #add(place: KeypadPlace, pin: string, window: StayWindow): void {
    const key = placeKey(place);
    let taken = this.#byPlace.get(key);
    if (taken === undefined) {
      taken = new Map();
      this.#byPlace.set(key, taken);
    }
    const windows = taken.get(pin);
    if (windows === undefined) taken.set(pin, [window]);
    else windows.push(window);
  }
}

function isNeighbour(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let different = 0;
  for (let index = 0; index < one.length && different < 2; index += 1)
    if (one.charCodeAt(index) !== other.charCodeAt(index)) different += 1;
  return different === 1;
}

export interface PinRequest {
  readonly bookingId: BookingId;
  /** The doors that need a code, with the window it will have there. */
  readonly doors: readonly (KeypadPlace & { readonly window: StayWindow })[];
  /** Every keypad of the booking: a PIN in use on any of them is skipped. */
  readonly places: readonly KeypadPlace[];
  readonly length: number;
  /** The draw the booking had before: a code deleted by hand comes back with the PIN the guest was told. */
  readonly remembered: PinDraw | null;
}

/** The first draw that fits; null when none is left. */
export function choosePin(
  request: PinRequest,
  register: PinRegister,
  drawPin: (bookingId: BookingId, attempt: number, length: number) => Pin,
): { readonly pin: Pin; readonly draw: PinDraw } | null {
  const { bookingId, remembered } = request;
  const isFree = (pin: Pin): boolean =>
    !register.isOthers(bookingId, pin) && request.places.every((place) => register.isFreeAt(place, pin));
  if (remembered !== null) {
    const pin = drawPin(bookingId, remembered.attempt, remembered.length);
    // With another key than before the same draw gives another PIN.
    if (!isTrivialPin(pin) && isFree(pin)) return { pin, draw: remembered };
  }
  if (request.places.some((place) => register.isFull(place, request.length))) return null;
  let merelyFitting: { pin: Pin; draw: PinDraw } | null = null;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt >= PREFERRED_ATTEMPTS && merelyFitting !== null) return merelyFitting;
    const pin = drawPin(bookingId, attempt, request.length);
    if (isTrivialPin(pin) || !isFree(pin)) continue;
    const choice = { pin, draw: { attempt, length: request.length } };
    if (!request.doors.some((door) => register.hasNeighbour(door, pin, door.window))) return choice;
    merelyFitting ??= choice;
  }
  return merelyFitting;
}
