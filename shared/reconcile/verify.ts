/** Checks a write against a fresh list: what is on the lock counts, not the answer to the write. */
import type { Code, CodeRecord } from '../domain/code.ts';
import type { ClaimId, CodeId, KeypadPlace } from '../domain/ids.ts';
import { placeKey } from '../domain/ids.ts';
import { accessDifferences, hasChanges } from './diff.ts';
import { samePin } from './stay/pins.ts';
import { readTag } from './tag.ts';

export type Verification =
  | { readonly kind: 'verified'; readonly codeId: CodeId }
  | { readonly kind: 'missing' }
  /** On the lock, but with another PIN, window or state than was sent. A cloud may keep a name in another form. */
  | { readonly kind: 'differs'; readonly codeId: CodeId };

/** Finds a booking's code on a keypad; where its id is known, that one only. */
export function verifyCode(
  codes: readonly Code[],
  wanted: { readonly claimId: ClaimId; readonly place: KeypadPlace; readonly codeId: CodeId | null; readonly record: CodeRecord },
): Verification {
  const candidates = codes
    .filter((code) => placeKey(code) === placeKey(wanted.place))
    .filter((code) => {
      const tag = readTag(code.description);
      return tag.kind === 'tagged' && tag.claimId === wanted.claimId && (wanted.codeId === null || code.id === wanted.codeId);
    })
    .sort((one, other) => one.id - other.id);
  const [first] = candidates;
  if (first === undefined) return { kind: 'missing' };
  const right = candidates.find((code) => samePin(code, wanted.record.pin) && !hasChanges(accessDifferences(code, wanted.record)));
  return right === undefined ? { kind: 'differs', codeId: first.id } : { kind: 'verified', codeId: right.id };
}

export function isPresent(codes: readonly Code[], codeId: CodeId): boolean {
  return codes.some((code) => code.id === codeId);
}
