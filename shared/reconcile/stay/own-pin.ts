/** A PIN of the user's own instead of a drawn one. */
import type { Code, Pin } from '../../domain/code.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { saysBlocked } from '../tag.ts';
import { possiblePins } from './pins.ts';
import { isReplaced } from './retired-pins.ts';

/** undefined: there is none. null: it was sealed with another PIN key, so nobody can read it. */
export type OwnPin = Pin | null | undefined;

export function ownPin(id: ClaimId, { wishes }: Pick<PlanInput, 'wishes'>): OwnPin {
  const wish = typeof id === 'number' ? wishes.stays.get(id) : wishes.people.find((person) => person.id === id);
  return wish?.pin.typed == null ? undefined : (wishes.typedPins.get(id) ?? null);
}

/**
 * The one to write; undefined also where somebody replaced it: whoever wrote last counts. While the memory cannot be read, that may be so where a code
 * of the claim has another PIN, unless the user has acted since: its guest may have been told that one. `codes`: those of the claim.
 */
export function ownPinToWrite(id: ClaimId, codes: readonly Code[], input: PlanInput): OwnPin {
  const own = ownPin(id, input);
  if (own == null) return own;
  const { isUnknown, remembered } = input.memory;
  const isForgotten = isUnknown === true && ![...remembered.act.values()].some(({ claimId }) => claimId === id);
  const hasOther =
    isForgotten && codes.some((code) => !saysBlocked(code.description) && code.pin !== null && !possiblePins(code).includes(own));
  return hasOther || isReplaced(own, id, codes, input) ? undefined : own;
}
