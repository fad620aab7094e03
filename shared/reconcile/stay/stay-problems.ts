/** Problems with the codes of one live stay. */
import type { Code } from '../../domain/code.ts';
import type { BookingId, CodeId, KeypadPlace } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import type { LocalDateTime } from '../../time.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { tagFor } from '../tag.ts';

export function scheduledCode(bookingId: BookingId, code: Code): Problem {
  return { ...codeProblem(bookingId, code), kind: 'scheduled-code', text: problemText('problem.scheduled-code') };
}

export function unreadableCode(bookingId: BookingId, code: Code): Problem {
  return { ...codeProblem(bookingId, code), kind: 'unreadable-code', text: problemText('problem.unreadable-code') };
}

export function noFreePin(bookingId: BookingId, place: KeypadPlace): Problem {
  return { ...placeProblem(bookingId, place), kind: 'no-free-pin', text: problemText('problem.no-free-pin') };
}

/** `held` of about `limit` codes. */
export function keypadFull(bookingId: BookingId, place: KeypadPlace, codes: number, limit: number): Problem {
  return { ...placeProblem(bookingId, place), kind: 'keypad-full', text: problemText('problem.keypad-full', { codes, limit }) };
}

/** The arrival is so far away that nearer ones come first: nothing is at risk yet. */
export function waitsForPlace(bookingId: BookingId, place: KeypadPlace, codes: number, limit: number): Problem {
  const text = problemText('problem.waits-for-place', { codes, limit });
  return { ...placeProblem(bookingId, place), kind: 'waits-for-place', text, retryable: true };
}

/** `until`: when the next place is free, where that is known. */
export function removedForRoom(bookingId: BookingId, place: KeypadPlace, other: BookingId, until: LocalDateTime | null): Problem {
  const text =
    until === null
      ? problemText('problem.removed-for-room', { other: String(other) })
      : problemText('problem.removed-for-room-until', { other: String(other), until });
  return { ...placeProblem(bookingId, place), kind: 'removed-for-room', text };
}

/** The Keys accepted it, and the list does not show it: yet, or never. */
export function unlistedCode(bookingId: BookingId, place: KeypadPlace, codeId: CodeId | null, advice: 'wait' | 'stop'): Problem {
  const about = { ...placeProblem(bookingId, place), ...(codeId === null ? {} : { codeId }) };
  return advice === 'wait'
    ? { ...about, kind: 'unverified', text: problemText('problem.unlisted'), retryable: true }
    : { ...about, kind: 'never-listed', text: problemText('problem.never-listed', { tag: tagFor(bookingId) }) };
}

export function differentPins(bookingId: BookingId, place: KeypadPlace): Problem {
  return { ...placeProblem(bookingId, place), kind: 'different-pins', text: problemText('problem.different-pins') };
}

/** The user may allow longer PINs in time, before a guest gets none. */
export function pinsRunningOut(length: number): Problem {
  return { kind: 'pins-running-out', text: problemText('problem.pins-running-out', { digits: length + 1 }), retryable: false };
}

/** The code is right; a part of what the user had written into its description is not there any more. */
export function noteCut(bookingId: BookingId, place: KeypadPlace, codeId: CodeId | null): Problem {
  const about = { ...placeProblem(bookingId, place), ...(codeId === null ? {} : { codeId }) };
  return { ...about, kind: 'note-cut', text: problemText('problem.note-cut') };
}

/** The guest may know the PIN, so no other one is tried. */
export function pinRefused(bookingId: BookingId, place: KeypadPlace, said: string | null): Problem {
  return { ...refused(bookingId, place, said), kind: 'pin-refused', text: problemText('problem.pin-refused') };
}

export function writeRefused(bookingId: BookingId, place: KeypadPlace, said: string | null, until: LocalDateTime): Problem {
  return {
    ...refused(bookingId, place, said),
    kind: 'write-refused',
    text: problemText('problem.write-refused', { until }),
    retryable: true,
  };
}

/** Some doors have a code and another one refused its PIN: all of them get another. */
export function pinOpen(bookingId: BookingId, place: KeypadPlace, said: string | null): Problem {
  return { ...refused(bookingId, place, said), kind: 'pin-open', text: problemText('problem.pin-open'), retryable: true };
}

function refused(bookingId: BookingId, place: KeypadPlace, said: string | null) {
  return { ...placeProblem(bookingId, place), failure: 'refused' as const, ...(said === null ? {} : { said }) };
}

function placeProblem(bookingId: BookingId, { lockId, keypadId }: KeypadPlace) {
  return { retryable: false, bookingId, lockId, keypadId };
}
function codeProblem(bookingId: BookingId, code: Code) {
  return { ...placeProblem(bookingId, code), codeId: code.id };
}
