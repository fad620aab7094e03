/** PINs that a claim must not have (any more): those that the user replaced, by draw or by a digest that is keyed with the PIN key. */
import type { Code, Pin } from '../../domain/code.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { RetiredPin } from '../../domain/wishes.ts';
import type { Claim } from '../claims.ts';
import { wasReplaced } from '../hands/sent-codes.ts';

export type IsRetired = (pin: string) => boolean;
/** Of nearly every claim: there is nothing to draw and to compare. */
export const NONE_RETIRED: IsRetired = () => false;

export function retiredPins({ id, former }: Pick<Claim, 'id' | 'former'>, input: PlanInput): IsRetired {
  // A guest who books again may not have one that leaked either.
  const ids = [id, ...(former == null ? [] : [former.id])];
  const retired = ids.flatMap((claimId) => retiredOf(claimId, input).map((one) => ({ ...one, claimId })));
  if (retired.length === 0) return NONE_RETIRED;
  return (pin) =>
    retired.some((one) =>
      'digest' in one ? one.digest === input.wishes.digestOf(pin as Pin) : pin === input.drawPin(one.claimId, one.attempt, one.length),
    );
}

function retiredOf(id: ClaimId, { wishes }: PlanInput): readonly RetiredPin[] {
  const wish = typeof id === 'number' ? wishes.stays.get(id) : wishes.people.find((person) => person.id === id);
  return wish?.pin.retired ?? [];
}

/** Those that somebody replaced at The Keys: a code that has one keeps it, and no code is made with one. */
export function replacedByHand({ id }: Pick<Claim, 'id'>, { memory, wishes }: Pick<PlanInput, 'memory' | 'wishes'>): IsRetired {
  const digests = new Set<string | null>(memory.remembered['former-pins'].get(String(id))?.digests);
  if (digests.size === 0) return NONE_RETIRED;
  return (pin) => digests.has(wishes.digestOf(pin as Pin));
}

/**
 * Whether somebody replaced this PIN of the claim, as far as two lists tell: no run writes it again, whoever types it, since two computers would do so
 * in turns. `codes`: those of the claim.
 */
export function isReplaced(pin: Pin, id: ClaimId, codes: readonly Code[], input: Pick<PlanInput, 'memory' | 'wishes'>): boolean {
  const sent = input.memory.remembered['read-back'];
  return (
    replacedByHand({ id }, input)(pin) ||
    codes.some((code) => {
      const before = sent.get(String(code.id));
      return before?.claimId === id && !code.hasSchedule && wasReplaced(pin, before, code, input.wishes);
    })
  );
}
