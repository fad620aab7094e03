/** A PIN of the user's own instead of a drawn one. */
import type { Pin } from '../../domain/code.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { PlanInput } from '../../domain/plan.ts';

/** undefined: there is none. null: it was sealed with another PIN key, so nobody can read it. */
export type OwnPin = Pin | null | undefined;

export function ownPin(id: ClaimId, { wishes }: Pick<PlanInput, 'wishes'>): OwnPin {
  const wish = typeof id === 'number' ? wishes.stays.get(id) : wishes.people.find((person) => person.id === id);
  return wish?.pin.typed == null ? undefined : (wishes.typedPins.get(id) ?? null);
}
