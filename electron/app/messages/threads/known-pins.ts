/** The PINs that a thread is compared with, from what a run read. They stay in memory. Pure. */
import type { Pin } from '../../../../shared/domain/code.ts';
import { placeKey } from '../../../../shared/domain/ids.ts';
import type { Remembered } from '../../../../shared/domain/memory.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import { claimantOf } from '../../../../shared/doors/code-owner.ts';
import { digestsOfOthers, earlierDigests } from '../../../../shared/messages/threads/reading.ts';
import type { Readable } from '../../../../shared/messages/threads/reading.ts';
import type { KnownPins } from '../../../../shared/messages/threads/verdict.ts';
import { replacedByHand, retiredPins } from '../../../../shared/reconcile/stay/retired-pins.ts';
import { pinOfCode } from '../../../../shared/reconcile/stay/stay-pins.ts';

export function knownPins(readable: Readable, input: PlanInput, remembered: Pick<Remembered, 'told' | 'thread'>): KnownPins {
  const { bookingId: id, address, unitName, reference } = readable.stay;
  const doors = readable.shown.stay.doors.flatMap(({ lockId, keypadId, prefix, pin }) =>
    pin === null ? [] : [{ lockId, keypadId, prefix, pin }],
  );
  const earlier = earlierDigests(readable, remembered);
  const others = digestsOfOthers(readable, remembered);
  const onDoors = pinsOfOthers(readable, input);
  const isRetired = retiredPins({ id, former: null }, input);
  const isReplaced = replacedByHand({ id }, input);
  const isIn = (digests: ReadonlySet<string>, pin: Pin): boolean => digests.size > 0 && digests.has(input.wishes.digestOf(pin) ?? '');
  return {
    doors,
    isEarlier: (pin) => isIn(earlier, pin) || isRetired(pin) || isReplaced(pin),
    isOfOtherStay: (pin) => onDoors.has(pin) || isIn(others, pin),
    prefixes: new Set(
      input.settings.mapping.units.flatMap((unit) => unit.doors.map(({ prefix }) => prefix)).filter((prefix) => prefix !== ''),
    ),
    ownData: [address, unitName, reference, String(id)],
  };
}

/** Codes of other bookings on these doors, whether they work or not. A person's code may open now, and is told on purpose. */
function pinsOfOthers({ stay }: Readable, input: PlanInput): ReadonlySet<Pin> {
  const places = new Set(stay.doors.map(placeKey));
  const pins = new Set<Pin>();
  for (const { lockId } of stay.doors) {
    for (const code of input.lists.get(lockId) ?? []) {
      const other = claimantOf(code);
      if (typeof other !== 'number' || other === stay.bookingId || !places.has(placeKey(code))) continue;
      const pin = pinOfCode({ id: other, former: null }, code, input);
      if (pin !== null) pins.add(pin);
    }
  }
  return pins;
}
