/** What the user is told about the codes of one live stay. */
import type { Code } from '../domain/code.ts';
import type { BookingId, KeypadPlace } from '../domain/ids.ts';
import type { Problem, ProblemKind } from '../domain/problem.ts';
import { say } from '../i18n/problem-text.ts';

export function scheduledCode(bookingId: BookingId, code: Code): Problem {
  return codeProblem('scheduled-code', bookingId, code, 'problem.scheduled-code');
}

export function unreadableCode(bookingId: BookingId, code: Code): Problem {
  return codeProblem('unreadable-code', bookingId, code, 'problem.unreadable-code');
}

function codeProblem(
  kind: ProblemKind,
  bookingId: BookingId,
  code: Code,
  key: 'problem.scheduled-code' | 'problem.unreadable-code',
): Problem {
  const { lockId, keypadId, id: codeId } = code;
  return {
    kind,
    ...say(key, { code: String(codeId), booking: String(bookingId), lock: String(lockId) }),
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
    ...say('problem.no-free-pin', { booking: String(bookingId) }),
    retryable: false,
    bookingId,
    lockId,
    keypadId,
  };
}

export function differentPins(bookingId: BookingId, { lockId, keypadId }: KeypadPlace): Problem {
  return {
    kind: 'different-pins',
    ...say('problem.different-pins', { booking: String(bookingId) }),
    retryable: false,
    bookingId,
    lockId,
    keypadId,
  };
}
