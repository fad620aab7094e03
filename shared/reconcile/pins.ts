/** Chooses a PIN: the first draw that is neither trivial nor taken (sync rules, "PINs"). */
import type { Code, Pin } from '../domain/code.ts';
import type { BookingId, KeypadPlace } from '../domain/ids.ts';
import { placeKey } from '../domain/ids.ts';
import type { PinDraw, StayWindow } from '../domain/plan.ts';
import { codeEnd, codeStart, windowsOverlap } from './windows.ts';
import type { LocalDateTime } from '../time.ts';

/** The lengths of PINs. One that was sent as a number may have lost leading zeros from any of them. */
const MAX_PIN_LENGTH = 8;
const MIN_PIN_LENGTH = 4;
const ASCENDING = '0123456789';
const DESCENDING = '9876543210';
/** After so many draws, a free PIN that differs in one digit from another is good enough. */
const PREFERRED_ATTEMPTS = 200;
/** Draws in all: where one PIN in a hundred is free, all draws miss it less than once in a hundred million times. */
const MAX_ATTEMPTS = 2_000;

/** One digit repeated, a run up or down, two digits alternating, a mirrored half such as 1221, or a year 1900-2099. */
export function isTrivialPin(pin: string): boolean {
  if (ASCENDING.includes(pin) || DESCENDING.includes(pin)) return true;
  // Two alternating digits include one repeated digit.
  if (pin.slice(2) === pin.slice(0, -2) || (pin.length % 2 === 0 && isMirrored(pin))) return true;
  return pin.length === 4 && (pin.startsWith('19') || pin.startsWith('20'));
}

function isMirrored(pin: string): boolean {
  for (let index = 0; index < pin.length / 2; index += 1) if (pin[index] !== pin[pin.length - 1 - index]) return false;
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
  readonly #byPlace = new Map<string, Map<string, StayWindow[]>>();
  /** null: several bookings have it, through codes made elsewhere. Then it is assigned to nobody again. */
  readonly #ownersOfPin = new Map<string, BookingId | null>();

  /** A code takes its PIN on its keypad, whoever made it and whether it works or not. */
  addCode(code: Code): void {
    const window = { start: codeStart(code) ?? ('0000' as LocalDateTime), end: codeEnd(code) ?? ('9999' as LocalDateTime) };
    for (const pin of possiblePins(code)) this.#add(code, pin, window);
  }

  /** A PIN that a booking has, if the booking may be live. */
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

  /** Whether a PIN that differs in one digit works on that keypad during the window. */
  hasNeighbour(place: KeypadPlace, pin: string, window: StayWindow): boolean {
    const taken = this.#byPlace.get(placeKey(place));
    if (taken === undefined) return false;
    // With few PINs, comparing each is faster than looking up all neighbours.
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

  /** True when every PIN of that length is taken on the keypad. */
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
  /** Every keypad of the booking: a PIN taken on any of them is skipped. */
  readonly places: readonly KeypadPlace[];
  readonly length: number;
  /** The draw the booking had before: a code deleted by hand comes back with the PIN that the guest was told. */
  readonly remembered: PinDraw | null;
}

/** null when no PIN is free. */
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
    // With another PIN key than before, the same draw gives another PIN.
    if (!isTrivialPin(pin) && isFree(pin)) return { pin, draw: remembered };
  }
  if (request.places.some((place) => register.isFull(place, request.length))) return null;
  let fallback: { pin: Pin; draw: PinDraw } | null = null;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt >= PREFERRED_ATTEMPTS && fallback !== null) return fallback;
    const pin = drawPin(bookingId, attempt, request.length);
    if (isTrivialPin(pin) || !isFree(pin)) continue;
    const choice = { pin, draw: { attempt, length: request.length } };
    if (!request.doors.some((door) => register.hasNeighbour(door, pin, door.window))) return choice;
    fallback ??= choice;
  }
  return fallback;
}
