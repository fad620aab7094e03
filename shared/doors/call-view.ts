/** A guest calls: "the code doesn't work". What each door of the stay has, from its lock's list as it was read. */
import type { Code, UnreadShare } from '../domain/code.ts';
import { placeKey } from '../domain/ids.ts';
import type { KeypadPlace, LockId } from '../domain/ids.ts';
import type { Door, UnitMapping } from '../domain/mapping.ts';
import { dayTimeSchema } from '../domain/wishes.ts';
import type { DayTime } from '../domain/wishes.ts';
import { EVER, NEVER, codeEnd, codeStart } from '../reconcile/windows.ts';
import { fullPin } from '../reconcile/stay/pins.ts';
import { saysBlocked } from '../reconcile/tag.ts';
import { compareText } from '../text.ts';
import { MINUTE_MS, dateOf, daysBetween, instantOf, localNow, timeOf } from '../time.ts';
import type { LocalDateTime } from '../time.ts';
import { claimantOf } from './code-owner.ts';
import type { KnownBooking } from './code-owner.ts';
import { OPENINGS, openingOf } from './door-view.ts';

/** `blocked`: the code is switched off, or the user keeps this guest out. `unsure`: it may open, but a part of it cannot be read. `not-read`: the lock's list is not there. */
export const CALL_STATES = ['valid', 'unsure', 'opens-later', 'ended', 'blocked', 'no-code', 'not-read'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** What to tell the guest whose code should work, in this order. `host`: what the user wrote for this door; the others are usual mistakes. */
export type CallHint =
  | { readonly kind: 'host'; readonly text: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'wake' };

/** A lock's list, and when it was read. */
export interface LockReading {
  readonly codes: readonly Code[];
  /** Rows of the list that cannot be read: any of them may open the door. */
  readonly unread: readonly UnreadShare[];
  readonly readAtMs: number;
}

export interface CallDoor extends KeypadPlace {
  readonly state: CallState;
  /** Until it opens, or since it ended; null for the other states. */
  readonly minutes: number | null;
  /** What opens it now, counted from the day of arrival: only for a code that opens later today. */
  readonly openEarly: DayTime | null;
  readonly prefix: string;
  /** null without one. */
  readonly code: Code | null;
  readonly readAtMs: number | null;
  readonly hints: readonly CallHint[];
}

export interface CallInput {
  readonly booking: KnownBooking;
  /** null: the booking's unit is not mapped, so that no door is its. */
  readonly unit: UnitMapping | null;
  /** The user keeps this guest out. */
  readonly isBlocked: boolean;
  readonly readings: ReadonlyMap<LockId, LockReading>;
  readonly nowMs: number;
  readonly zoneAt: (place: KeypadPlace) => string;
}

export function callView({ booking, unit, isBlocked, readings, nowMs, zoneAt }: CallInput): readonly CallDoor[] {
  return (unit?.doors ?? []).map((door): CallDoor => {
    const { lockId, keypadId, prefix } = door;
    const reading = readings.get(lockId);
    const common = { lockId, keypadId, prefix, hints: [], openEarly: null, readAtMs: reading?.readAtMs ?? null };
    const hints = hintsOf(door);
    if (reading === undefined) return { ...common, hints, state: 'not-read', minutes: null, code: null };
    const zone = zoneAt(door);
    const now = localNow(zone, nowMs);
    const code = codeOf(reading.codes, booking, door, now);
    if (isBlocked || (code !== null && saysBlocked(code.description))) return { ...common, code, state: 'blocked', minutes: null };
    if (code === null) return { ...common, state: 'no-code', minutes: null, code: null };
    const minutesTo = (local: LocalDateTime | null): number | null =>
      local === null || local === EVER || local === NEVER
        ? null
        : Math.max(1, Math.round(Math.abs(instantOf(local, zone) - nowMs) / MINUTE_MS));
    switch (openingOf(code, now)) {
      case 'now':
        return { ...common, hints, code, state: 'valid', minutes: null };
      case 'maybe':
        return { ...common, hints, code, state: 'unsure', minutes: null };
      case 'later':
        return { ...common, code, state: 'opens-later', minutes: minutesTo(codeStart(code)), openEarly: earlyStart(code, booking, now) };
      case 'over':
        return { ...common, code, state: 'ended', minutes: minutesTo(codeEnd(code)) };
      case 'off':
        return { ...common, code, state: 'blocked', minutes: null };
    }
  });
}

/** Every door has a code, so that there may be a message with its digits to copy. Whether it is verified is seen when it is copied. */
export function hasMessage(doors: readonly Pick<CallDoor, 'state'>[]): boolean {
  return doors.length > 0 && doors.every(({ state }) => state === 'valid' || state === 'unsure' || state === 'opens-later');
}

/** From this minute on. Own times reach only so far from the stay's own days. */
function earlyStart(code: Code, { arrival }: KnownBooking, now: LocalDateTime): DayTime | null {
  const start = codeStart(code);
  const parsed = dayTimeSchema.safeParse({ day: daysBetween(arrival, dateOf(now)), time: timeOf(now) });
  return start !== null && dateOf(start) === dateOf(now) && parsed.success ? parsed.data : null;
}

/**
 * What the guest types: prefix and PIN, in twos. null where the PIN cannot be read, and for a blocked guest, whose code may read as on with a PIN
 * that nobody is to be told. `length`: of a PIN that may lack its leading zeros.
 */
export function digitsToType({ code, prefix, state }: Pick<CallDoor, 'code' | 'prefix' | 'state'>, length: number): string | null {
  const pin = code === null || state === 'blocked' ? null : fullPin(code, length);
  return pin === null ? null : inTwos(`${prefix}${pin}`);
}

/** As long as the digits, so that a mask does not say more than that. */
export function maskedDigits({ code, prefix }: CallDoor): string {
  const pin = code?.pin ?? null;
  return pin === null ? '–' : inTwos('•'.repeat(prefix.length + pin.length));
}

function inTwos(digits: string): string {
  return (digits.match(/.{1,2}/gu) ?? []).join(' ');
}

/** Of several codes of the booking on a keypad, the one that opens now, else the one that opens next. */
function codeOf(codes: readonly Code[], booking: KnownBooking, door: Door, now: LocalDateTime): Code | null {
  const own = codes.filter((code) => placeKey(code) === placeKey(door) && claimantOf(code) === booking.id);
  const rank = (code: Code): number => OPENINGS.indexOf(openingOf(code, now));
  const start = (code: Code): string => codeStart(code) ?? '';
  return own.toSorted((one, other) => rank(one) - rank(other) || compareText(start(one), start(other)) || one.id - other.id)[0] ?? null;
}

function hintsOf({ prefix, hint = '' }: Door): readonly CallHint[] {
  if (hint !== '') return [{ kind: 'host', text: hint }];
  return [...(prefix === '' ? [] : [{ kind: 'prefix', prefix } as const]), { kind: 'confirm' }, { kind: 'wake' }];
}
