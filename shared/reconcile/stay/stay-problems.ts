/** Problems with the codes of one live stay. */
import type { Code, Pin } from '../../domain/code.ts';
import type { ClaimId, CodeId, KeypadPlace } from '../../domain/ids.ts';
import { aboutClaim } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import type { LocalDateTime } from '../../time.ts';
import { problemText } from '../../i18n/problem-text.ts';
import type { Claim } from '../claims.ts';
import type { OwnPin } from './own-pin.ts';
import { tagFor } from '../tag.ts';

export function scheduledCode(claimId: ClaimId, code: Code): Problem {
  return { ...codeProblem(claimId, code), kind: 'scheduled-code', text: problemText('problem.scheduled-code') };
}

export function unreadableCode(claimId: ClaimId, code: Code): Problem {
  return { ...codeProblem(claimId, code), kind: 'unreadable-code', text: problemText('problem.unreadable-code') };
}

/** Many codes of the lock are missing at once: more likely a mistake than a decision. */
export function codesVanished(claimId: ClaimId, place: KeypadPlace): Problem {
  return { ...placeProblem(claimId, place), kind: 'codes-vanished', text: problemText('problem.codes-vanished'), retryable: true };
}

/** A code that was off is not there any more, and this run cannot ask about it. */
export function offCodeGone(claimId: ClaimId, place: KeypadPlace): Problem {
  return { ...placeProblem(claimId, place), kind: 'deleted-again', text: problemText('problem.deleted-again') };
}

/** The user blocked the guest, and Latchkey cannot switch the code off. */
export function stillOn(claimId: ClaimId, code: Code): Problem {
  return { ...codeProblem(claimId, code), kind: 'still-on', text: problemText('problem.still-on') };
}

export function noFreePin(claimId: ClaimId, place: KeypadPlace, own: OwnPin): Problem {
  if (own === null) return { ...placeProblem(claimId, place), kind: 'own-pin-unreadable', text: problemText('problem.own-pin-unreadable') };
  if (own !== undefined) return { ...placeProblem(claimId, place), kind: 'own-pin-taken', text: problemText('problem.own-pin-taken') };
  return { ...placeProblem(claimId, place), kind: 'no-free-pin', text: problemText('problem.no-free-pin') };
}

/** `held` of about `limit` codes. */
export function keypadFull(claimId: ClaimId, place: KeypadPlace, codes: number, limit: number): Problem {
  return { ...placeProblem(claimId, place), kind: 'keypad-full', text: problemText('problem.keypad-full', { codes, limit }) };
}

/** The arrival is so far away that nearer ones come first: nothing is at risk yet. */
export function waitsForPlace(claimId: ClaimId, place: KeypadPlace, codes: number, limit: number): Problem {
  const text = problemText('problem.waits-for-place', { codes, limit });
  return { ...placeProblem(claimId, place), kind: 'waits-for-place', text, retryable: true };
}

/** `until`: when the next place is free, where that is known. */
export function removedForRoom(claimId: ClaimId, place: KeypadPlace, other: ClaimId, until: LocalDateTime | null): Problem {
  const text =
    until === null
      ? problemText('problem.removed-for-room', { other: String(other) })
      : problemText('problem.removed-for-room-until', { other: String(other), until });
  return { ...placeProblem(claimId, place), kind: 'removed-for-room', text };
}

/** The Keys accepted it, and the list does not show it: yet, or never. */
export function unlistedCode(claimId: ClaimId, place: KeypadPlace, codeId: CodeId | null, advice: 'wait' | 'stop'): Problem {
  const about = { ...placeProblem(claimId, place), ...(codeId === null ? {} : { codeId }) };
  return advice === 'wait'
    ? { ...about, kind: 'unverified', text: problemText('problem.unlisted'), retryable: true }
    : { ...about, kind: 'never-listed', text: problemText('problem.never-listed', { tag: tagFor(claimId) }) };
}

export function differentPins(claimId: ClaimId, place: KeypadPlace): Problem {
  return { ...placeProblem(claimId, place), kind: 'different-pins', text: problemText('problem.different-pins') };
}

/** The guest booked again, and may have been told the PIN of the former booking. `pins`: those of the doors. */
export function otherPin({ id, unitId, former }: Claim, pins: readonly Pin[]): readonly Problem[] {
  if (former?.isToTell !== true || former.pins.length === 0 || pins.every((pin) => former.pins.includes(pin))) return [];
  const text = problemText('problem.other-pin', { other: String(former.id) });
  return [{ kind: 'other-pin', text, retryable: false, ...aboutClaim(id), ...(unitId === null ? {} : { unitId }) }];
}

/** The user may allow longer PINs in time, before a guest gets none. */
export function pinsRunningOut(length: number): Problem {
  return { kind: 'pins-running-out', text: problemText('problem.pins-running-out', { digits: length + 1 }), retryable: false };
}

/** The code is right; a part of what the user had written into its description is not there any more. */
export function noteCut(claimId: ClaimId, place: KeypadPlace, codeId: CodeId | null): Problem {
  const about = { ...placeProblem(claimId, place), ...(codeId === null ? {} : { codeId }) };
  return { ...about, kind: 'note-cut', text: problemText('problem.note-cut') };
}

/** The guest may know the PIN, so no other one is tried. */
export function pinRefused(claimId: ClaimId, place: KeypadPlace, said: string | null): Problem {
  return { ...refused(claimId, place, said), kind: 'pin-refused', text: problemText('problem.pin-refused') };
}

export function writeRefused(claimId: ClaimId, place: KeypadPlace, said: string | null, until: LocalDateTime): Problem {
  return {
    ...refused(claimId, place, said),
    kind: 'write-refused',
    text: problemText('problem.write-refused', { until }),
    retryable: true,
  };
}

/** Some doors have a code and another one refused its PIN: all of them get another. */
export function pinOpen(claimId: ClaimId, place: KeypadPlace, said: string | null): Problem {
  return { ...refused(claimId, place, said), kind: 'pin-open', text: problemText('problem.pin-open'), retryable: true };
}

function refused(claimId: ClaimId, place: KeypadPlace, said: string | null) {
  return { ...placeProblem(claimId, place), failure: 'refused' as const, ...(said === null ? {} : { said }) };
}

function placeProblem(claimId: ClaimId, { lockId, keypadId }: KeypadPlace) {
  return { retryable: false, ...aboutClaim(claimId), lockId, keypadId };
}
function codeProblem(claimId: ClaimId, code: Code) {
  return { ...placeProblem(claimId, code), codeId: code.id };
}
