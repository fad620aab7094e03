/** PINs that a claim must not have (any more): those that the user replaced, by draw or by a digest that is keyed with the PIN key. */
import type { Pin } from '../../domain/code.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { RetiredPin } from '../../domain/wishes.ts';
import type { Claim } from '../claims.ts';

export type IsRetired = (pin: string) => boolean;

export function retiredPins({ id, former }: Pick<Claim, 'id' | 'former'>, input: PlanInput): IsRetired {
  const drawn = new Set<string>();
  const digests = new Set<string>();
  // A guest who books again may not have one that leaked either.
  for (const claimId of [id, ...(former == null ? [] : [former.id])]) {
    for (const retired of retiredOf(claimId, input)) {
      if ('digest' in retired) digests.add(retired.digest);
      else drawn.add(input.drawPin(claimId, retired.attempt, retired.length));
    }
  }
  return (pin) => drawn.has(pin) || (digests.size > 0 && digests.has(input.wishes.digestOf(pin as Pin) ?? ''));
}

function retiredOf(id: ClaimId, { wishes }: PlanInput): readonly RetiredPin[] {
  const wish = typeof id === 'number' ? wishes.stays.get(id) : wishes.people.find((person) => person.id === id);
  return wish?.pin.retired ?? [];
}

/** Those that somebody replaced at The Keys: a code that has one keeps it, and no code is made with one. */
export function replacedByHand({ id }: Pick<Claim, 'id'>, { memory, wishes }: PlanInput): IsRetired {
  const digests = new Set(memory.remembered['former-pins'].get(String(id))?.digests);
  return (pin) => digests.size > 0 && digests.has(wishes.digestOf(pin as Pin) ?? '');
}
