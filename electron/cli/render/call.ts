/** `door` with a guest's name: what to tell the guest who calls. Digits only when revealed, and only as the lock lists them. */
import { callFacts, lockFacts, pinLength } from '../../app/doors/door-facts.ts';
import type { DoorFacts } from '../../app/doors/door-facts.ts';
import { sparesForGuest } from '../../app/doors/spare-codes.ts';
import type { SpareCode } from '../../app/doors/spare-codes.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { digitsToType, hasMessage, maskedDigits } from '../../../shared/doors/call-view.ts';
import type { CallDoor, CallHint, CallState } from '../../../shared/doors/call-view.ts';
import type { LockHealth } from '../../../shared/readiness/lock-health.ts';
import type { DayTime } from '../../../shared/domain/wishes.ts';
import type { DoorMatch } from '../../../shared/doors/find-door.ts';
import { MINUTE_MS, isoInstant } from '../../../shared/time.ts';
import { showAgo, showSpan } from '../../app/values/ages.ts';
import { healthLines } from './health.ts';
import type { DoorOptions } from './doors.ts';
import type { Style, Tone } from './style.ts';
import { printable, stack, wrap, wrapHanging } from './text.ts';
import { timeArgument } from './times.ts';

type Guest = Extract<DoorMatch, { kind: 'guest' }>;

export function callDocument(guest: Guest, { facts, reveal }: DoorOptions): object {
  const doors = callDoors(guest, facts);
  return {
    bookingId: guest.bookingId,
    guest: guest.name,
    arrival: guest.arrival,
    departure: guest.departure,
    doors: doors.map((door) => ({
      lockId: door.lockId,
      keypadId: door.keypadId,
      codeId: door.code?.id ?? null,
      state: door.state,
      minutes: door.minutes,
      openEarly: door.openEarly === null ? null : timeArgument(door.openEarly),
      readAt: door.readAtMs === null ? null : isoInstant(door.readAtMs),
      ...(reveal ? { digits: digitsOf(door, guest.bookingId, facts) } : {}),
      hints: door.hints.map((hint) => (hint.kind === 'host' ? hint : { kind: hint.kind })),
    })),
    copyMessage: hasMessage(doors) ? messageCommand(guest.bookingId) : null,
    spares: sparesForGuest(guest.bookingId, facts).map(({ digits, ...spare }) => ({ ...spare, ...(reveal ? { digits } : {}) })),
  };
}

export function renderCall(guest: Guest, { facts, reveal }: DoorOptions, style: Style): string {
  const doors = callDoors(guest, facts);
  const name = guest.name === '' ? 'Guest without a name' : printable(guest.name);
  const head = style.paint(
    'strong',
    wrap(`${name} · booking ${String(guest.bookingId)} · ${guest.arrival} to ${guest.departure}`, style.width),
  );
  const none = doors.length === 0 ? ['The unit of this booking has no door, so its guest has no code.'] : [];
  const hint = reveal || doors.length === 0 ? [] : [style.paint('quiet', 'The digits are hidden; --reveal shows them.')];
  const copy = hasMessage(doors) ? [style.paint('quiet', `The message to copy: latchkey ${messageCommand(guest.bookingId)}`)] : [];
  return [head, ...none, ...doors.map((door) => renderDoor(door, guest.bookingId, { facts, reveal }, style)), ...hint, ...copy].join(
    '\n\n',
  );
}

function renderDoor(door: CallDoor, bookingId: BookingId, { facts, reveal }: Omit<DoorOptions, 'lockIds'>, style: Style): string {
  const { nowMs } = facts;
  const lock = lockFacts(door.lockId, facts);
  const { tone } = STATES[door.state];
  const shown = reveal ? (digitsOf(door, bookingId, facts) ?? 'PIN not readable') : maskedDigits(door);
  const digits = door.code === null || door.state === 'blocked' ? '' : shown;
  const state = style.paint(tone, stateText(door));
  return stack(
    style.paint('strong', wrap(printable(lock.name), style.width)),
    digits === '' ? `  ${state}` : `  ${style.paint('strong', digits)}   ${state}`,
    indented(listText(door, nowMs), style),
    ...healthLines(lock.health, nowMs, { ...style, width: style.width - 2 })
      .split('\n')
      .map((line) => `  ${line}`),
    ...(door.openEarly === null ? [] : [indented(`→ ${openEarlyText(door.openEarly, bookingId, lock.health)}`, style, 4)]),
    ...door.hints.map((hint) => indented(`→ ${hintText(hint)}`, style, 4)),
    ...sparesForGuest(bookingId, facts)
      .filter((spare) => placeKey(spare) === placeKey(door))
      .map((spare) => indented(spareText(spare, reveal), style, 4)),
  );
}

function indented(text: string, style: Style, indent = 2): string {
  return `  ${wrapHanging(text, style.width - 2, indent)}`;
}

const STATES: Readonly<Record<CallState, { readonly text: string; readonly tone: Tone }>> = {
  valid: { text: 'valid now', tone: 'good' },
  unsure: { text: 'may be valid now: a part of it cannot be read', tone: 'warn' },
  'opens-later': { text: 'opens later', tone: 'warn' },
  ended: { text: 'ended', tone: 'bad' },
  blocked: { text: 'blocked: this guest is kept out, or the code is switched off', tone: 'bad' },
  'no-code': { text: 'no code', tone: 'bad' },
  'not-read': { text: 'the lock could not be read', tone: 'bad' },
};

function stateText({ state, minutes }: CallDoor): string {
  const span = minutes === null ? '' : showSpan(minutes * MINUTE_MS);
  if (state === 'opens-later' && minutes !== null) return `opens in ${span}`;
  return state === 'ended' && minutes !== null ? `ended ${span} ago` : STATES[state].text;
}

function listText({ state, readAtMs }: CallDoor, nowMs: number): string {
  if (readAtMs === null) return 'Whether the lock has the code is unknown.';
  if (state === 'blocked') return `Checked ${showAgo(readAtMs, nowMs)}.`;
  return state === 'no-code'
    ? `Not there: checked ${showAgo(readAtMs, nowMs)}.`
    : `On the lock's list, checked ${showAgo(readAtMs, nowMs)}.`;
}

function openEarlyText(from: DayTime, bookingId: BookingId, { reach }: LockHealth): string {
  const later = reach === 'phone' ? ' It reaches this door only when a phone syncs it.' : '';
  return `To open it now: latchkey stay ${String(bookingId)} --from ${timeArgument(from)}.${later}`;
}

function hintText(hint: CallHint): string {
  switch (hint.kind) {
    case 'host':
      return printable(hint.text);
    case 'prefix':
      return `Is the prefix ${hint.prefix} left out? It comes before the PIN.`;
    case 'confirm':
      return 'Is ✓ pressed after the last digit?';
    case 'wake':
      return 'Is the keypad asleep? Touch it once, and wait for its light.';
  }
}

function spareText({ digits, opensNow }: SpareCode, reveal: boolean): string {
  if (digits === null) return 'Spare code: its PIN is not readable.';
  const state = opensNow ? 'opens now' : 'does not open now';
  if (!reveal) return `Spare code: ${state}; --reveal shows it too, and it gets another PIN when this stay is over.`;
  return `Spare code: ${digits}, ${state}. It gets another PIN when this stay is over.`;
}

function messageCommand(bookingId: BookingId): string {
  return `messages preview ${String(bookingId)} --reveal`;
}

function digitsOf(door: CallDoor, bookingId: BookingId, facts: DoorFacts): string | null {
  return digitsToType(door, pinLength(bookingId, facts));
}

function callDoors(guest: Guest, facts: DoorFacts): readonly CallDoor[] {
  return callFacts(guest.bookingId, facts) ?? [];
}
