/** What the host is told about the codes of one live stay. */
import type { Code } from '../domain/code.ts';
import type { BookingId, KeypadPlace } from '../domain/ids.ts';
import type { Problem, ProblemKind } from '../domain/problem.ts';

export function scheduledCode(bookingId: BookingId, code: Code): Problem {
  return codeProblem(
    'scheduled-code',
    bookingId,
    code,
    'has a weekly schedule, which Latchkey never overwrites. Check by hand that it fits the stay',
  );
}

export function unreadableCode(bookingId: BookingId, code: Code): Problem {
  return codeProblem(
    'unreadable-code',
    bookingId,
    code,
    'cannot be corrected, because the lock does not surely tell its PIN. Delete it by hand and a new one is made',
  );
}

function codeProblem(kind: ProblemKind, bookingId: BookingId, code: Code, what: string): Problem {
  const { lockId, keypadId, id: codeId } = code;
  return {
    kind,
    message: `Code ${String(codeId)} of booking ${String(bookingId)} ${what}.`,
    retryable: false,
    bookingId,
    lockId,
    keypadId,
    codeId,
  };
}

export function noFreePin(bookingId: BookingId, { lockId, keypadId }: KeypadPlace): Problem {
  return {
    kind: 'no-free-pin',
    message: `No PIN is free for booking ${String(bookingId)} on its keypads, so it has no code there. Remove old codes from the lock or allow longer PINs.`,
    retryable: false,
    bookingId,
    lockId,
    keypadId,
  };
}

export function differentPins(bookingId: BookingId, { lockId, keypadId }: KeypadPlace): Problem {
  return {
    kind: 'different-pins',
    message: `Booking ${String(bookingId)} has not the same PIN on all its keypads, and a PIN that exists is never changed. Tell the guest which is for which door.`,
    retryable: false,
    bookingId,
    lockId,
    keypadId,
  };
}
