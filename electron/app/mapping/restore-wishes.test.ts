import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noStayWish, noWishes, personSchema, stayWishSchema } from '../../../shared/domain/wishes.ts';
import type { PinWish, Wishes } from '../../../shared/domain/wishes.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { restoreWishes, unreadablePins } from './restore-wishes.ts';

const retired = fc.record({ attempt: fc.nat({ max: 99 }), length: fc.constant(4) });
/** `own…` can be opened here, `other…` not. */
const pins: fc.Arbitrary<PinWish> = fc.record({
  typed: fc.constantFrom(null, 'owna', 'ownb', 'othera', 'otherb'),
  retired: fc.uniqueArray(retired, { maxLength: 50, selector: ({ attempt }) => attempt }),
});
const canOpen = (_claim: unknown, typed: string): boolean => typed.startsWith('own');
const blocked = fc.constantFrom(null, 1, 2);
const stayWishes = fc
  .record({
    blockedSinceMs: blocked,
    noCode: fc.boolean(),
    pin: pins,
    note: fc.constantFrom('', 'a', 'b'),
    guest: fc.constantFrom([], ['x']),
  })
  .map((wish) => stayWishSchema.parse(wish));
const person = (id: string, pin: PinWish, blockedSinceMs: number | null) =>
  personSchema.parse({
    id,
    name: 'Cleaner',
    doors: [{ lockId: 1, keypadId: 'KpA' }],
    schedule: { kind: 'always' },
    pin,
    blockedSinceMs,
    createdOn: '2026-11-23',
  });
const wishes: fc.Arbitrary<Wishes> = fc
  .record({
    stays: fc.uniqueArray(fc.record({ bookingId: fc.integer({ min: 1, max: 5 }).map(bookingId), wish: stayWishes }), {
      selector: (stay) => stay.bookingId,
    }),
    people: fc
      .uniqueArray(fc.record({ id: fc.constantFrom('aaaaaa', 'bbbbbb', 'cccccc'), pin: pins, blocked }), { selector: ({ id }) => id })
      .map((people) => people.map(({ id, pin, blocked: since }) => person(id, pin, since))),
  })
  .map((drawn) => ({ ...noWishes(), ...drawn }));

/** Every claim with what a backup must not lose. */
const claims = ({ stays, people }: Wishes) =>
  new Map([
    ...stays.map(({ bookingId: id, wish }) => [String(id), { isBlocked: wish.blockedSinceMs !== null, pin: wish.pin }] as const),
    ...people.map(({ id, blockedSinceMs, pin }) => [String(id), { isBlocked: blockedSinceMs !== null, pin }] as const),
  ]);

describe('restoring wishes', () => {
  it('loses no stay, person, block, retired or readable PIN of either side, and changes nothing the second time', () => {
    fc.assert(
      fc.property(wishes, wishes, (here, saved) => {
        const restored = restoreWishes(here, saved, canOpen);
        expect(restoreWishes(restored, saved, canOpen)).toEqual(restored);
        const [before, backup, after] = [claims(here), claims(saved), claims(restored)];
        expect([...after.keys()].toSorted()).toEqual([...new Set([...before.keys(), ...backup.keys()])].toSorted());
        for (const [id, { isBlocked, pin }] of after) {
          const [one, other] = [before.get(id), backup.get(id)];
          expect(isBlocked).toBe((one?.isBlocked ?? false) || (other?.isBlocked ?? false));
          const typed = [one?.pin.typed ?? null, other?.pin.typed ?? null].filter((text) => text !== null);
          expect(pin.typed === null).toBe(typed.length === 0);
          if (typed.some((text) => canOpen(id, text))) expect(canOpen(id, pin.typed ?? '')).toBe(true);
          const known = new Set(pin.retired.map((entry) => JSON.stringify(entry)));
          for (const entry of other?.pin.retired ?? []) expect(known).toContain(JSON.stringify(entry));
          expect(known.size).toBeLessThanOrEqual(50);
        }
      }),
    );
  });

  it('brings the backup’s decisions, and counts the PINs that cannot be read', () => {
    const saved: Wishes = {
      ...noWishes(),
      stays: [{ bookingId: bookingId(1), wish: { ...noStayWish(), noCode: true, pin: { typed: 'othera', retired: [] } } }],
      people: [person('aaaaaa', { typed: 'owna', retired: [] }, null), person('bbbbbb', { typed: 'otherb', retired: [] }, null)],
    };
    const here: Wishes = { ...noWishes(), stays: [{ bookingId: bookingId(1), wish: noStayWish() }], recovery: 'lost' };
    expect(restoreWishes(here, saved, canOpen)).toEqual({ ...saved, recovery: 'none' });
    expect(unreadablePins(saved, canOpen)).toBe(2);
  });
});
