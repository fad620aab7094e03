/** Whether the user may remove one code from a door. A guest's or person's goes with the stay or the person, so that it does not come back. */
import type { Code } from '../domain/code.ts';
import { placeKey } from '../domain/ids.ts';
import type { BookingId, CodeId, PersonId } from '../domain/ids.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { LocalDateTime } from '../time.ts';
import { claimantOf, ownerOf } from './code-owner.ts';
import type { Known, Owned } from './code-owner.ts';
import { openingOf } from './door-view.ts';

export interface Removable extends Owned {
  readonly code: Code;
  /** It opens the door now, as far as can be read. */
  readonly opensNow: boolean;
  /** Nothing would remove it again, so it can be made again: nobody's here, and all of it could be read. */
  readonly canComeBack: boolean;
}
export type NotRemovable =
  | { readonly kind: 'no-such-code' }
  | { readonly kind: 'guest-code'; readonly bookingId: BookingId }
  | { readonly kind: 'person-code'; readonly personId: PersonId };

/** `codes`: all of that lock. */
export function findRemovable(codeId: CodeId, codes: readonly Code[], known: Known, now: LocalDateTime): Result<Removable, NotRemovable> {
  const code = codes.find(({ id }) => id === codeId);
  if (code === undefined) return err({ kind: 'no-such-code' });
  const owned = ownerOf(code, known, now);
  const { owner, bookingId, personId } = owned;
  if (!isDouble(code, codes)) {
    if (owner === 'guest' && bookingId !== null) return err({ kind: 'guest-code', bookingId });
    if (owner === 'person' && personId !== null && isPresent(personId, known)) return err({ kind: 'person-code', personId });
  }
  const opening = openingOf(code, now);
  const isReadable = code.pin !== null && !code.pinMayLackZeros && !code.hasSchedule && code.active === true && isDated(code);
  const canComeBack = (owner === 'by-hand' || owner === 'unknown-person') && opening !== 'over' && isReadable;
  return ok({ ...owned, code, opensNow: opening === 'now' || opening === 'maybe', canComeBack });
}

/** Of two with one tag on one keypad, the plan keeps the lowest id. One on and one off are no doubles: each may be the one that counts. */
function isDouble(code: Code, codes: readonly Code[]): boolean {
  const claimant = claimantOf(code);
  const isKept = (other: Code): boolean =>
    other.id < code.id && other.active === code.active && placeKey(other) === placeKey(code) && claimantOf(other) === claimant;
  return claimant !== null && codes.some(isKept);
}

function isPresent(personId: PersonId, { people }: Known): boolean {
  return people.some(({ id, removedAtMs }) => id === personId && removedAtMs === null);
}

function isDated({ startDate, startTime, endDate, endTime }: Code): boolean {
  return [startDate, startTime, endDate, endTime].every((part) => part !== 'unknown');
}
