/** The user types a PIN for a stay: refused when it is trivial or taken on a door, by rules that are written down here once more. */
import { expect } from 'vitest';
import { decide } from '../../../electron/app/acts/decide.ts';
import { stayFacts } from '../../../electron/app/acts/stay-facts.ts';
import type { DemoBooking } from '../../../electron/demo/seed.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import type { StayWish } from '../../../shared/domain/wishes.ts';
import { bookingId } from '../../support/ids.ts';
import { taggedBooking } from '../invariants.ts';
import type { World } from '../world.ts';
import type { Computer } from './computer.ts';

export const TRIVIAL = ['1111', '1234', '9876', '4747', '4774', '1999'];
export const PLAIN = ['4826', '7305', '5182', '93517', '04826'];

/** Null: it was refused, or nothing could be read. */
export async function typePin(
  { id, apartmentId }: DemoBooking,
  digits: string,
  world: World,
  { installation }: Pick<Computer, 'installation'>,
): Promise<((wish: StayWish) => StayWish) | null> {
  const seen: PlanInput[] = [];
  await installation.run({ mode: 'dry-run', onRead: (read) => void seen.push(read) });
  const [input] = seen;
  const facts = input === undefined ? null : stayFacts(input, bookingId(id));
  if (facts === null || typeof facts === 'string') return null;
  const { vault } = installation;
  const decided = decide({ kind: 'pin', digits }, facts, {
    nowMs: world.clock.nowMs(),
    shown: 0,
    guest: [],
    isKeyed: vault.keyed,
    seal: (pin) => vault.seal('wish-pin', bookingId(id), pin),
    digest: (pin) => vault.digestPin(pin),
  });
  const doors = world.settings.mapping.units.find(({ unitId }) => unitId === apartmentId)?.doors ?? [];
  const isTaken = world.clouds.theKeys
    .codes()
    .some(
      (share) =>
        share.code === digits &&
        taggedBooking(share) !== id &&
        doors.some(({ lockId, keypadId }) => lockId === share.lockId && keypadId === share.accessory.stringId),
    );
  if (isTaken || TRIVIAL.includes(digits)) expect(decided.ok, `${digits} for ${String(id)}`).toBe(false);
  return decided.ok ? decided.value.change : null;
}
