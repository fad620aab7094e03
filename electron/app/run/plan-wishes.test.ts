import { expect, it } from 'vitest';
import { parsePin } from '../../../shared/domain/code.ts';
import { noStayWish, noWishes, personSchema } from '../../../shared/domain/wishes.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { createPinVault } from '../../storage/keychain/pin-vault.ts';
import { planWishes, typedPins } from './plan-wishes.ts';

it('planning gets the typed PINs that the key opens, each for its own claim', () => {
  const [vault, other] = [createPinVault(new Uint8Array(32).fill(1)), createPinVault(new Uint8Array(32).fill(2))];
  const pin = parsePin('482193') ?? expect.fail('no PIN');
  const cleaner = personSchema.parse({
    id: 'k3v9qa',
    name: 'Cleaner',
    doors: [{ lockId: 1, keypadId: 'KpA' }],
    schedule: { kind: 'always' },
    createdOn: '2026-11-23',
  });
  const stay = (id: number, typed: string | null) => ({
    bookingId: bookingId(id),
    wish: { ...noStayWish(), pin: { typed, retired: [] } },
  });
  const wishes = {
    ...noWishes(),
    stays: [
      stay(1, vault.seal('wish-pin', bookingId(1), pin)),
      stay(2, other.seal('wish-pin', bookingId(2), pin)),
      stay(3, vault.seal('wish-pin', bookingId(1), pin)),
      stay(4, null),
    ],
    people: [{ ...cleaner, pin: { typed: vault.seal('wish-pin', cleaner.id, pin), retired: [] } }],
  };
  const planned = planWishes(wishes, vault);
  expect([...planned.typedPins]).toEqual([
    [1, pin],
    [cleaner.id, pin],
  ]);
  expect([...planned.stays.keys()]).toEqual([1, 2, 3, 4]);
  expect(planned.people).toEqual(wishes.people);
  expect(planned.digestOf(pin)).toBe(vault.digestPin(pin));
  expect(typedPins(wishes).map(({ claim }) => claim)).toEqual([1, 2, 3, cleaner.id]);
  const contact = { email: null, phone: null, guestId: 7 };
  expect(planned.guestDigests(contact)).toEqual(vault.digestGuest(contact));
  expect(planWishes(wishes, createPinVault(null)).guestDigests(contact)).toEqual([]);
});
