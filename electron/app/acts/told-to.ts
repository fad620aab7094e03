/** What the guest of a stay has been told, from what a run read. Pure. */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import { toldOfStay } from '../../../shared/messages/told-of-stay.ts';
import type { ToldLine } from '../../../shared/messages/told-of-stay.ts';
import type { StayFacts } from './stay-facts.ts';

export function toldTo({ claim, codes }: StayFacts, { memory, wishes }: PlanInput): readonly ToldLine[] {
  const doors = claim.doors.map(({ lockId, keypadId, prefix }) => {
    const pin = codes.find(({ code }) => placeKey(code) === placeKey({ lockId, keypadId }))?.pin ?? null;
    return { lockId, keypadId, prefix, pin };
  });
  return toldOfStay(claim.booking.id, memory.remembered, doors, (pin) => wishes.digestOf(pin));
}
