/** Rows of a lock's list that cannot be read: which keypads they leave in doubt. Every other keypad of the lock is not concerned. */
import type { UnreadShare } from '../../domain/code.ts';
import type { CodeId, KeypadPlace } from '../../domain/ids.ts';
import type { Remembered } from '../../domain/memory.ts';
import { readTag } from '../tag.ts';

/** Whether a row may be one of our codes at that place: one that is overlooked would be made a second time. */
export function isInDoubt(place: KeypadPlace, unread: readonly UnreadShare[] | undefined, created: ReadonlySet<CodeId | null>): boolean {
  const mayBeOurs = ({ codeId, keypadId, description }: UnreadShare): boolean => {
    if (keypadId !== null && keypadId !== place.keypadId) return false;
    return description === null || readTag(description).kind !== 'none' || created.has(codeId);
  };
  return unread?.some(mayBeOurs) === true;
}

/** Ids of codes that this computer has created. */
export function createdIds(remembered: Remembered): ReadonlySet<CodeId> {
  return new Set([...remembered['created-codes'].values()].flatMap(({ creates }) => creates.flatMap(({ codeId }) => codeId ?? [])));
}
