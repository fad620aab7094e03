import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking.ts';
import { Secret } from '../../secret.ts';
import { booking, date } from '../../../tests/reconcile/fixtures.ts';
import { comparableName } from '../stay/names.ts';
import { findBookedAgain } from './booked-again.ts';
import { createSameGuest } from './same-guest.ts';

interface Contact {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly guestId?: number | null;
}
function guest(id: number, contact: Contact = {}, changes: Parameters<typeof booking>[0] = {}): Booking {
  const secret = (text: string | null | undefined) => (text == null ? null : new Secret(text));
  const { guestId = null } = contact;
  return { ...booking({ id, ...changes }), contact: { email: secret(contact.email), phone: secret(contact.phone), guestId } };
}
const ANNA = { email: 'anna@demo.invalid', phone: '33600000123' };
const found = (ended: readonly Booking[], live: readonly Booking[], others: readonly Booking[] = []) =>
  findBookedAgain({ ended, live, known: [...ended, ...live, ...others] }).map(({ from, to, by }) => ({ from: from.id, to: to.id, by }));

describe('the same guest', () => {
  it.each<[Contact, Contact, string]>([
    [ANNA, ANNA, 'contact'],
    [{ email: ANNA.email }, { email: ANNA.email, phone: ANNA.phone }, 'contact'],
    [{ phone: '33600000123' }, { phone: '0600000123' }, 'contact'],
    [{ guestId: 7 }, { guestId: 7 }, 'contact'],
    // Smoobu may count another guest for each booking.
    [{ ...ANNA, guestId: 7 }, { ...ANNA, guestId: 8 }, 'contact'],
    [{ guestId: 7 }, { guestId: 8 }, 'name'],
    [{ email: ANNA.email }, { phone: ANNA.phone }, 'name'],
    [{}, {}, 'name'],
    [{ email: ANNA.email, guestId: 7 }, { guestId: 7 }, 'contact'],
    [ANNA, { ...ANNA, phone: '33699999999' }, 'other'],
    [ANNA, { ...ANNA, email: 'other.anna@demo.invalid' }, 'other'],
    [{ phone: '33600000123' }, { phone: '4400000123' }, 'unknown country'],
    [{ phone: '0033600000123' }, { phone: '33600000123' }, 'contact'],
    [{ phone: '0012345678' }, { phone: '4912345678' }, 'contact'],
    // Eight equal digits prove something; seven say neither.
    [{ phone: '12345678' }, { phone: '3312345678' }, 'contact'],
    [{ phone: '1234567' }, { phone: '331234567' }, 'name'],
  ])('%j and %j: %s', (one, other, expected) => {
    const pair = [guest(1, one), guest(2, other)] as const;
    const same = createSameGuest(pair);
    expect([same(...pair), same(pair[1], pair[0])]).toEqual(Array(2).fill(expected === 'unknown country' ? 'name' : expected));
  });

  it('is not known where one booking has no contact, such as one that only its code tells of', () => {
    const pair = [guest(1, { guestId: 7 }), booking({ id: 2 })] as const;
    const same = createSameGuest(pair);
    expect([same(...pair), same(pair[1], pair[0])]).toEqual(['name', 'name']);
  });

  it('needs a name that says something', () => {
    for (const guestName of ['', 'Guest', '👋']) {
      const pair = [guest(1, ANNA, { guestName }), guest(2, ANNA, { guestName })] as const;
      expect(createSameGuest(pair)(...pair)).toBe('other');
    }
  });

  it('is not proven by an address that guests of other names have too', () => {
    const pair = [guest(1, { email: ANNA.email }), guest(2, { email: ANNA.email })] as const;
    const otto = guest(3, { email: ANNA.email }, { guestName: 'Otto Berg' });
    expect(createSameGuest([...pair, otto])(...pair)).toBe('name');
    expect(createSameGuest(pair)(...pair)).toBe('contact');
    const ids = [guest(1, { guestId: 7 }), guest(2, { guestId: 7 })] as const;
    expect(createSameGuest([...ids, guest(3, { guestId: 7 }, { guestName: 'Otto Berg' })])(...ids)).toBe('name');
    expect(createSameGuest([...ids, guest(3, { guestId: 8 }, { guestName: 'Otto Berg' })])(...ids)).toBe('contact');
  });
});

describe('booked again', () => {
  const former = guest(1, ANNA, { state: 'cancelled' });

  it.each([
    ['the same days', {}, true],
    ['one night more', { departure: date('2026-11-28') }, true],
    ['a later arrival', { arrival: date('2026-11-25') }, true],
    ['other days', { arrival: date('2026-11-25'), departure: date('2026-11-28') }, false],
    ['another name', { guestName: 'Otto Berg' }, false],
    ['another unit', { unitId: 102 }, true],
  ])('%s', (_name, changes, isFound) => {
    expect(found([former], [guest(2, ANNA, changes)])).toEqual(isFound ? [{ from: 1, to: 2, by: 'contact' }] : []);
  });

  it('in another unit, a name is not enough', () => {
    expect(found([guest(1)], [guest(2)])).toEqual([{ from: 1, to: 2, by: 'name' }]);
    expect(found([guest(1)], [guest(2, {}, { unitId: 102 })])).toEqual([]);
    expect(found([guest(1, {}, { unitId: null })], [guest(2, {}, { unitId: null })])).toEqual([]);
  });

  it('finds each of several guests', () => {
    const [ben, benAgain] = [guest(3, {}, { guestName: 'Ben' }), guest(4, {}, { guestName: 'Ben' })];
    expect(found([former, ben], [guest(2, ANNA), benAgain])).toEqual([
      { from: 1, to: 2, by: 'contact' },
      { from: 3, to: 4, by: 'name' },
    ]);
  });

  it('chooses nobody where two could be meant', () => {
    expect(found([former], [guest(2, ANNA), guest(3)])).toEqual([]);
    expect(found([former, guest(4, ANNA)], [guest(2, ANNA)])).toEqual([]);
    // The booking for the same unit, where the guest has taken another one as well.
    expect(found([former], [guest(2, ANNA), guest(3, ANNA, { unitId: 102 })])).toEqual([{ from: 1, to: 2, by: 'contact' }]);
  });

  const contacts = fc.record({
    email: fc.constantFrom(null, 'anna@demo.invalid', 'otto@demo.invalid'),
    phone: fc.constantFrom(null, '33600000123', '0600000123', '33600000999'),
    guestId: fc.constantFrom(null, 7, 8),
  });
  const anyBooking = fc.record({
    contact: contacts,
    guestName: fc.constantFrom('Anna', 'anna', 'Otto', ''),
    unitId: fc.constantFrom(101, 102, null),
    arrival: fc.constantFrom(date('2026-11-24'), date('2026-11-25')),
    departure: fc.constantFrom(date('2026-11-27'), date('2026-11-28')),
    isEnded: fc.boolean(),
  });

  it('is one to one, from an ended booking to a live one, and never between guests of different contacts', () => {
    fc.assert(
      fc.property(fc.array(anyBooking, { maxLength: 8 }), (parts) => {
        const all = parts.map(({ contact, isEnded, ...rest }, index) =>
          guest(index + 1, contact, { ...rest, state: isEnded ? 'cancelled' : 'live' }),
        );
        const ended = all.filter(({ state }) => state === 'cancelled');
        const live = all.filter(({ state }) => state === 'live');
        const pairs = findBookedAgain({ ended, live, known: all });
        expect(findBookedAgain({ ended: ended.toReversed(), live: live.toReversed(), known: all.toReversed() })).toHaveLength(pairs.length);
        expect(new Set(pairs.flatMap(({ from, to }) => [from, to])).size).toBe(2 * pairs.length);
        for (const { from: one, to: other, by } of pairs) {
          expect([ended.includes(one as Booking), live.includes(other)]).toEqual([true, true]);
          expect(comparableName(one.guestName)).toBe(comparableName(other.guestName));
          expect(comparableName(one.guestName)).not.toBe('');
          const proofs = [
            one.contact?.email?.reveal() === other.contact?.email?.reveal() && one.contact?.email != null,
            one.contact?.phone?.reveal().slice(-9) === other.contact?.phone?.reveal().slice(-9) && one.contact?.phone != null,
            one.contact?.guestId === other.contact?.guestId && one.contact?.guestId != null,
          ];
          if (by === 'contact') expect(proofs).toContain(true);
          else expect(one.unitId).toBe(other.unitId);
        }
      }),
      { numRuns: 500 },
    );
  });
});
