/** The stored wishes as planning needs them, with the PINs that this installation's key opens. */
import type { PlanWishes } from '../../../shared/domain/plan.ts';
import type { Pin } from '../../../shared/domain/code.ts';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import type { PinVault } from '../ports/system.ts';

export function planWishes({ stays, people, recovery }: Wishes, vault: Pick<PinVault, 'open' | 'digestPin' | 'digestGuest'>): PlanWishes {
  return {
    stays: new Map(stays.map(({ bookingId, wish }) => [bookingId, wish])),
    people,
    typedPins: new Map(typedPins({ stays, people }).flatMap(({ claim, typed }) => entryOf(claim, vault.open('wish-pin', claim, typed)))),
    digestOf: (pin) => vault.digestPin(pin),
    guestDigests: (contact) => vault.digestGuest(contact) ?? [],
    recovery,
  };
}

/** Of stays and people, as they are stored. */
export function typedPins({
  stays,
  people,
}: Pick<Wishes, 'stays' | 'people'>): readonly { readonly claim: ClaimId; readonly typed: string }[] {
  return [
    ...stays.map(({ bookingId, wish }) => ({ claim: bookingId as ClaimId, typed: wish.pin.typed })),
    ...people.map(({ id, pin }) => ({ claim: id as ClaimId, typed: pin.typed })),
  ].flatMap(({ claim, typed }) => (typed === null ? [] : [{ claim, typed }]));
}

function entryOf(claim: ClaimId, pin: Pin | null): readonly (readonly [ClaimId, Pin])[] {
  return pin === null ? [] : [[claim, pin]];
}
