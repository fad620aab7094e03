/** Problems with the codes of one live stay. */
import type { Code } from '../domain/code.ts';
import type { BookingId, KeypadPlace } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { problemText } from '../i18n/problem-text.ts';

export function scheduledCode(bookingId: BookingId, code: Code): Problem {
  return { ...codeProblem(bookingId, code), kind: 'scheduled-code', text: problemText('problem.scheduled-code') };
}

export function unreadableCode(bookingId: BookingId, code: Code): Problem {
  return { ...codeProblem(bookingId, code), kind: 'unreadable-code', text: problemText('problem.unreadable-code') };
}

export function noFreePin(bookingId: BookingId, place: KeypadPlace): Problem {
  return { ...placeProblem(bookingId, place), kind: 'no-free-pin', text: problemText('problem.no-free-pin') };
}

export function differentPins(bookingId: BookingId, place: KeypadPlace): Problem {
  return { ...placeProblem(bookingId, place), kind: 'different-pins', text: problemText('problem.different-pins') };
}

/** The user may allow longer PINs in time, before a guest gets none. */
export function pinsRunningOut(length: number): Problem {
  return { kind: 'pins-running-out', text: problemText('problem.pins-running-out', { digits: length + 1 }), retryable: false };
}

function placeProblem(bookingId: BookingId, { lockId, keypadId }: KeypadPlace) {
  return { retryable: false, bookingId, lockId, keypadId };
}
function codeProblem(bookingId: BookingId, code: Code) {
  return { ...placeProblem(bookingId, code), codeId: code.id };
}
